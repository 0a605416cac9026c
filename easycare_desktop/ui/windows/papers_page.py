"""문서·인쇄: the papers that were made, and the forms that can be printed at any time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from easycare_desktop.services.bundle import Services
from easycare_desktop.services.paper_list import PaperLine, PaperList
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.papers.forms_card import FormsCard
from easycare_desktop.ui.parts.papers.paper_table import PaperTable
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets import Kit, column, holder

_SIDE = 388


class PapersPage(QWidget):
    """`paper_wanted(PaperKind, subject)`: the purpose is asked before it is made.

    `again_wanted(paper id)`: a paper that left, as it was.
    `editable_wanted(PaperKind, subject)`: a blank form as a file to be changed.
    """

    paper_wanted = Signal(object, object)
    again_wanted = Signal(object)
    editable_wanted = Signal(object, object)

    def __init__(
        self,
        kit: Kit,
        services: Services,
        messages: Messages,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self._list = PaperList(services.office)
        self._messages, self._background = messages, background
        self.papers = PaperTable(kit)
        self.papers.again_wanted.connect(self.again_wanted)
        self.forms = FormsCard(kit, services.office.catalogue)
        self.forms.wanted.connect(self.paper_wanted)
        self.forms.editable_wanted.connect(self.editable_wanted)
        self.head = kit.page_head("문서·인쇄")
        body = column(
            kit.split(self.papers, self.forms, side=_SIDE), margins=(24, 4, 24, 14), gap=0
        )
        scroll = kit.scroll(holder(body))
        # All forms need it; shown from the first, it moves nothing when they come in.
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        page = column(holder(column(self.head, margins=(24, 14, 24, 10))), scroll, gap=0)
        page.setStretch(1, 1)
        self.setLayout(page)
        self.setFocusProxy(self.forms.first.rows[0].button)

    def refresh(self) -> None:
        """Read the papers again."""
        self.forms.complete()
        self._background.run(self._list.newest, self._show, self._failed)

    def _show(self, lines: tuple[PaperLine, ...]) -> None:
        self.head.say("문서·인쇄", f"지금까지 만든 문서 {len(lines)}건")
        self.papers.show_lines(lines)

    def _failed(self, error: Exception) -> None:
        tell_error(self._messages, "문서 목록을 불러오지 못했습니다", error)
