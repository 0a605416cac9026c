"""The desk on which the page lies: fit to the width or to one page, zoom, page by page."""

from enum import Enum

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea
from typing_extensions import override

from easycare_desktop.services.paper_pages import PageSize
from easycare_desktop.ui.parts.preview.page_store import PageStore
from easycare_desktop.ui.parts.preview.sheet import Sheet
from easycare_desktop.ui.widgets import Kit, column, holder, row

_EDGE = 12
_SETTLE_MS = 120
_STEP = 1.2
_LEAST, _MOST = 0.25, 4.0
_POINTS_PER_INCH, _SCREEN_DPI = 72, 96


class Fit(Enum):
    """What the page fits."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


class Desk(QScrollArea):
    """`turned(page)` when the person turns the page; `zoomed(percent)` when its size changed."""

    turned = Signal(int)
    zoomed = Signal(int)

    def __init__(self, kit: Kit, store: PageStore, sheet: Sheet | None = None) -> None:
        super().__init__()
        self._store = store
        self._sizes: tuple[PageSize, ...] = ()
        self._fit, self._scale, self.page = Fit.WIDTH, 1.0, 0
        self._size = QSize(0, 0)
        self.sheet = sheet or Sheet(kit.appearance)
        self.setObjectName("preview.desk")
        self.setAccessibleName("종이 미리보기")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        inside = column(row(None, self.sheet, None), None, margins=(_EDGE,) * 4)
        self.setWidget(holder(inside))
        self.viewport().setAutoFillBackground(False)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._draw)
        store.ready.connect(self._came)

    def show_paper(self, sizes: tuple[PageSize, ...]) -> None:
        """Show the first page of a paper with these pages; of none, nothing stays."""
        self._sizes, self.page = sizes, 0
        self._settle.stop()
        if not sizes:
            self.sheet.show_page(None, QSize(0, 0), 1)
        self._lay()

    def turn(self, page: int) -> None:
        """Show page `page`, from its upper edge."""
        if 0 <= page < len(self._sizes) and page != self.page:
            self.page = page
            self.verticalScrollBar().setValue(0)
            self._lay()
            self.turned.emit(page)

    def fit(self, fit: Fit) -> None:
        """Fit the width or one page."""
        self._fit = fit
        self._lay()

    @Slot()
    def larger(self) -> None:
        """Zoom in."""
        self._zoom(_STEP)

    @Slot()
    def smaller(self) -> None:
        """Zoom out."""
        self._zoom(1 / _STEP)

    def _zoom(self, factor: float) -> None:
        self._fit = Fit.FREE
        self._scale = min(_MOST, max(_LEAST, self._scale * factor))
        self._lay()

    def _lay(self) -> None:
        """Give the sheet its size now, and a sharp picture when the size has settled."""
        if not self._sizes:
            return
        size = self._sizes[self.page]
        full = size.width * _SCREEN_DPI / _POINTS_PER_INCH
        tall = size.height * _SCREEN_DPI / _POINTS_PER_INCH
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.maximumViewportSize()
        if self._fit is not Fit.FREE:
            self._scale = (room.width() - 2 * _EDGE - bar) / full
        if self._fit is Fit.PAGE:
            self._scale = min(self._scale, (room.height() - 2 * _EDGE) / tall)
        self._scale = min(_MOST, max(_LEAST, self._scale))
        self._size = QSize(round(full * self._scale), round(tall * self._scale))
        if self._settle.isActive():
            self.sheet.show_page(self._store.at_hand(self.page), self._size, self.page + 1)
        else:
            self._draw()
        self.zoomed.emit(round(self._scale * 100))

    @Slot()
    def _draw(self) -> None:
        if not self._sizes:
            return
        width = round(self._size.width() * self.devicePixelRatioF())
        picture = self._store.picture(self.page, width)
        self.sheet.show_page(picture, self._size, self.page + 1)

    @Slot(int)
    def _came(self, page: int) -> None:
        if page == self.page:
            self._draw()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle.start()
        self._lay()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_PageDown if bar.value() >= bar.maximum():
                self.turn(self.page + 1)
            case Qt.Key.Key_PageUp if bar.value() <= bar.minimum():
                self.turn(self.page - 1)
            case Qt.Key.Key_Home:
                self.turn(0)
            case Qt.Key.Key_End:
                self.turn(len(self._sizes) - 1)
            case _:
                super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            event.accept()
        else:
            super().wheelEvent(event)
