"""A paper that came back, held beside a form until what it says is recorded with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame

from easycare_desktop.domain.requests import Channel
from easycare_desktop.services.paper_pages import PageImage
from easycare_desktop.services.returned_filing import BackPaper
from easycare_desktop.ui.parts.returned.shown import PagesDialog
from easycare_desktop.ui.widgets import Kit, column, row


@dataclass(frozen=True, slots=True)
class HeldPaper:
    """What a form needs to know of it. `person_id`: whose it is, by its number or by hand."""

    back: BackPaper
    person_id: int
    title: str
    channel: Channel
    of_office: bool = False
    pages: Sequence[PageImage] = field(default=(), repr=False)

    @property
    def received_on(self) -> date:
        """The day of receipt."""
        return self.back.received_on


class AttachedPaper(QFrame):
    """Hidden while nothing is held; letting go of a paper leaves it where it waits."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._kit = kit
        self._held: HeldPaper | None = None
        self.dialog: PagesDialog | None = None
        self._words = kit.text("", "strong", wrap=True)
        note = "접수하면 이 서류가 함께 보관되고, 받은 날부터 기한을 셉니다."
        self.look = kit.button("서류 보기", "secondary", "eye", fit="row")
        self.let_go = kit.button("연결 풀기", "quiet", "x", fit="row", name="돌아온 서류 연결 풀기")
        self.look.setObjectName("returned.attached.look")
        self.let_go.setObjectName("returned.attached.let_go")
        self.look.clicked.connect(self._look)
        self.let_go.clicked.connect(self.clear)
        words = column(self._words, kit.text(note, "caption", wrap=True), gap=2)
        line = row(kit.picture("scan-line"), margins=(16, 10, 12, 10), gap=12)
        line.addLayout(words, 1)
        line.addWidget(self.let_go)
        line.addWidget(self.look)
        self.setLayout(line)
        self.hide()

    @property
    def back(self) -> BackPaper | None:
        """The paper that is held."""
        return self._held.back if self._held else None

    @property
    def returned_id(self) -> int | None:
        """The number of the paper that is held."""
        return self._held.back.id if self._held else None

    def hold(self, paper: HeldPaper) -> None:
        """Hold a paper."""
        self._held = paper
        self._words.setText(f"{paper.title} · 받은 날 {paper.received_on:%Y-%m-%d}")
        self.look.setVisible(bool(paper.pages))
        self.show()

    @Slot()
    def clear(self) -> None:
        """Hold nothing."""
        self._held = None
        self.hide()

    @Slot()
    def _look(self) -> None:
        if self._held is not None:
            self.dialog = PagesDialog(self._kit, "받은 서류", self._held.pages, self.window())
            self.dialog.show()
