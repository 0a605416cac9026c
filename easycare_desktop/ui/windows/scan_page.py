"""받은 문서 보기: a stored scan or photo on the screen alone; nothing of it is written anywhere."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from easycare_desktop.services.paper_pages import PageSize
from easycare_desktop.services.person_papers import OpenedScan
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.preview.desk import Desk, Fit
from easycare_desktop.ui.parts.preview.page_store import PageStore
from easycare_desktop.ui.parts.preview.toolbar import PreviewBar
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.widgets import Kit, column, frame, row
from easycare_desktop.ui.wording.papers import file_words

_STRIP = 166
_TITLE = "받은 문서 보기"


class ScanPage(QWidget):
    """`back_wanted()`: the way back, or Esc. What was shown is forgotten when the page is left."""

    back_wanted = Signal()

    def __init__(self, kit: Kit, messages: Messages, background: Background) -> None:
        super().__init__()
        self.setProperty("part", "page")
        self._kit, self._messages = kit, messages
        self._pages = 0
        self._store = PageStore(background, self)
        self.bar = PreviewBar(kit)
        self.thumbs = kit.thumbs()
        self.desk = Desk(kit, self._store)
        self._strip = frame("side", column(kit.scroll(self.thumbs), gap=0))
        middle = row(self._strip, frame("desk", column(self.desk, gap=0)), gap=0)
        middle.setStretch(1, 1)
        page = column(self.bar, middle, gap=0)
        page.setStretch(1, 1)
        self.setLayout(page)
        self.setFocusProxy(self.desk)
        self._listen()
        self._fit()

    def show_scan(self, opened: OpenedScan, back_words: str) -> None:
        """Show a scan; `back_words` stand on the way back."""
        scan = opened.scan
        note = f"{file_words(scan.media, scan.size)} · {scan.added_at:%Y-%m-%d} {scan.added_by}"
        self.bar.show_paper(f"{scan.label} 스캔", note, back_words)
        self.thumbs.show_pages([])
        self._store.open(opened.content, scan.media)

    def forget(self) -> None:
        """Let go of the scan with its pictures."""
        self._store.close()
        self.thumbs.show_pages([])
        self.desk.show_paper(())
        self.bar.show_paper(_TITLE, "", "돌아가기")

    def _listen(self) -> None:
        self.bar.back.clicked.connect(self.back_wanted)
        self.bar.smaller.clicked.connect(self.desk.smaller)
        self.bar.larger.clicked.connect(self.desk.larger)
        self.bar.fit.chosen.connect(self._choose_fit)
        self.desk.turned.connect(self.thumbs.turn)
        self.desk.zoomed.connect(self._tell_zoom)
        self.thumbs.turned.connect(self.desk.turn)
        self._store.opened.connect(self._opened)
        self._store.overview.connect(self._show_overview)
        self._store.failed.connect(self._failed)
        self._kit.changed.connect(self._fit)

    @Slot(object)
    def _opened(self, sizes: tuple[PageSize, ...]) -> None:
        self._pages = len(sizes)
        self._fit()
        self.desk.show_paper(sizes)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        tell_error(self._messages, "열어 보지 못했습니다", error)

    @Slot(object)
    def _show_overview(self, thumbs: tuple[QImage, ...]) -> None:
        self.thumbs.show_pages(thumbs)
        self.thumbs.turn(self.desk.page)

    @Slot(object)
    def _choose_fit(self, fit: Fit) -> None:
        self.desk.fit(fit)

    @Slot(int)
    def _tell_zoom(self, percent: int) -> None:
        self.bar.percent.setText(f"{percent} %")

    @Slot()
    def _fit(self) -> None:
        self._strip.setFixedWidth(_STRIP)
        self._strip.setVisible(self._kit.theme.roomy and self._pages > 1)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.forget()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.desk.keyPressEvent(event)
