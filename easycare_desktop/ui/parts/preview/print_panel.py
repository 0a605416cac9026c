"""The panel at the right: the form above, the two actions pinned below."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy

from easycare_desktop.ui.parts.preview.print_form import PrintForm
from easycare_desktop.ui.parts.preview.printing import Printing
from easycare_desktop.ui.widgets import Kit, column, holder, line
from easycare_desktop.ui.widgets.progress import Progress

_WIDTH = 306
_SEEN = (
    "보이는 그대로 인쇄하고, 출력대장에 남깁니다. 나온 종이는 바로 찾아가세요. "
    "윈도우와 프린터가 인쇄할 내용을 잠시 저장할 수 있습니다."
)
_AT_WORK = "보내는 중입니다."


class PrintPanel(QFrame):
    """`print_button`, `save_button` and the form; `bar` tells how far a print is."""

    def __init__(self, kit: Kit, printing: Printing) -> None:
        super().__init__()
        self.setProperty("part", "panel")
        self._kit = kit
        self.form = PrintForm(kit, printing)
        self.print_button = kit.button("인쇄하기", "primary", "printer", key="Ctrl+P")
        self.print_button.setObjectName("preview.print")
        self.save_button = kit.button("PDF로 저장", "secondary", "download", writes=True)
        self.save_button.setObjectName("preview.save")
        self.note = kit.text("", "caption", wrap=True)
        self.bar = Progress(kit.appearance)
        self.bar.hide()
        above = holder(
            column(
                kit.text("인쇄", "lead"),
                self.form,
                None,
                self.note,
                margins=(20, 14, 20, 4),
                gap=10,
            ),
            "white",
        )
        self._actions = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._actions.setSpacing(8)
        self._actions.addWidget(self.print_button, 1)
        self._actions.addWidget(self.save_button, 1)
        below = column(self.bar, self._actions, margins=(20, 12, 20, 14), gap=8)
        box = column(kit.scroll(above), line(), below, gap=0)
        box.setStretch(0, 1)
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        kit.changed.connect(self._fit)
        self._fit()

    def show_paper(self, count: int, *, again: bool, exact: bool = False) -> None:
        """Begin anew for a paper of `count` pages; `exact` as in the form."""
        self.form.look_for_printers()
        self.form.show_paper(count, again=again, exact=exact)
        self.allow(busy=False)

    def allow(self, *, busy: bool) -> None:
        """Offer what can be done now, and say why not where it cannot."""
        self.print_button.setEnabled(self.form.ready and not busy)
        self.save_button.setEnabled(not busy)
        self.bar.say(_AT_WORK, 0, 1)
        self.bar.setVisible(busy)
        if self.form.ready:
            self.note.say(_SEEN)
        else:
            self.note.say("프린터를 연결한 뒤 이 화면을 다시 열면 인쇄할 수 있습니다.")

    def step(self, done: int, total: int) -> None:
        """Tell how many pages have gone to the printer."""
        self.bar.say(_AT_WORK, done, total)

    @Slot()
    def _fit(self) -> None:
        theme = self._kit.theme
        beside = theme.huge
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._actions.setDirection(way)
        self.setFixedWidth(theme.px(_WIDTH))
