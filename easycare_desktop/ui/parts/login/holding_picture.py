"""The idea of the program in one quiet picture: some things go, some stay with a date."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from easycare_desktop.system.override import override
from easycare_desktop.ui.appearance import Appearance

_ROWS = (
    ("user", "기본", "쓰는 중", ("surface", "accent_line", "accent_text")),
    ("folder-lock", "급여 기록", "5년 보관", ("stay_soft", "stay_line", "stay_text")),
    ("folder-lock", "결제 기록", "5년 보관", ("stay_soft", "stay_line", "stay_text")),
    ("file-x", "사진", "파기함", ("nav", "edge", "muted")),
)
_GAP = 8


class HoldingPicture(QWidget):
    """Four cards: in use, kept by law twice, destroyed (dashed)."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(f"{name} {note}" for _, name, note, _ in _ROWS))
        appearance.changed.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        theme = self._appearance.theme
        return QSize(theme.px(250), len(_ROWS) * (theme.size("control") + _GAP))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        high = self._appearance.theme.size("control")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, (icon, name, note, colours) in enumerate(_ROWS):
            box = QRectF(1, number * (high + _GAP) + 1, self.width() - 2, high - 2)
            self._card(painter, box, colours, dashed=icon == "file-x")
            self._words(painter, box, icon, name, note, colours[2])
        painter.end()

    def _card(
        self, painter: QPainter, box: QRectF, colours: tuple[str, str, str], *, dashed: bool
    ) -> None:
        theme = self._appearance.theme
        pen = QPen(theme.colour(colours[1]), 1.5)
        if dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour(colours[0]))
        painter.drawRoundedRect(box, theme.radius("control"), theme.radius("control"))

    def _words(
        self, painter: QPainter, box: QRectF, icon: str, name: str, note: str, ink: str
    ) -> None:
        theme = self._appearance.theme
        px, middle = theme.size("icon"), Qt.AlignmentFlag.AlignVCenter
        corner = QPointF(box.left() + 13, box.center().y() - px / 2)
        painter.drawPixmap(corner, self._appearance.pixmap(icon, ink, px))
        painter.setPen(theme.colour("ink" if ink != "muted" else "muted"))
        painter.setFont(theme.font("body", "semibold"))
        painter.drawText(box.adjusted(13 + px + 11, 0, 0, 0), middle, name)
        painter.setPen(theme.colour(ink))
        painter.setFont(theme.font("caption", "medium"))
        painter.drawText(box.adjusted(0, 0, -14, 0), middle | Qt.AlignmentFlag.AlignRight, note)
