"""The bar above the paper: the way back, the title, and the size of the page."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QBoxLayout, QFrame

from easycare_desktop.ui.parts.preview.desk import Fit
from easycare_desktop.ui.widgets import Kit, holder, row

_BACK = "돌아가기"


class PreviewBar(QFrame):
    """`back`, `smaller`, `larger`, `fit`; the head carries 「메뉴」 where it is needed."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "toolbar")
        self._kit = kit
        self.back = kit.button(_BACK, "secondary", "chevron-left", key="Esc")
        self.back.setObjectName("preview.back")
        self.head = kit.page_head("문서 미리보기")
        self.head.title.setProperty("role", "lead")
        self.smaller = kit.button("", "icon", "zoom-out", name="작게 보기")
        self.larger = kit.button("", "icon", "zoom-in", name="크게 보기")
        self.percent = kit.text("100 %", "strong")
        self.fit = kit.choice([(Fit.WIDTH, "너비 맞춤"), (Fit.PAGE, "한 쪽 맞춤")], Fit.WIDTH)
        self.fit.setAccessibleName("종이 크기")
        self.smaller.setObjectName("preview.smaller")
        self.larger.setObjectName("preview.larger")
        self.fit.setObjectName("preview.fit")
        self._size = holder(row(None, self.smaller, self.percent, self.larger, 8, self.fit))
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(16, 8, 16, 8)
        self._box.setSpacing(8)
        self._first = holder(row(self.back, 8, self.head))
        self._box.addWidget(self._first, 1)
        self._box.addWidget(self._size)
        kit.changed.connect(self._fit)
        self._fit()

    def show_paper(self, title: str, note: str, back_words: str) -> None:
        """Name the paper, and where the way back leads."""
        self.back.say(back_words or _BACK)
        self.head.say(title, note)

    @Slot()
    def _fit(self) -> None:
        theme = self._kit.theme
        beside = theme.look.percent < 150
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(way)
        self.percent.setMinimumWidth(theme.metrics("body", "bold").horizontalAdvance("400 %"))
        self.fit.setFixedWidth(theme.px(200))
