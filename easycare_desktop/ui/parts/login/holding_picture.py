"""The idea of the program in one quiet picture: some things go, some stay with a date."""

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from easycare_desktop.system.override import override
from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.appearance.first_picture import DASHES, outline, rounded_box
from easycare_desktop.ui.widgets.labels import Picture, Text, Tone
from easycare_desktop.ui.widgets.layouts import column, row

_ROWS: tuple[tuple[str, str, str, Tone, tuple[str, str, str]], ...] = (
    ("user", "기본", "사용 중", "accent", ("surface", "accent_line", "accent_text")),
    ("folder-lock", "급여 기록", "5년 보관", "stay", ("stay_soft", "stay_line", "stay_text")),
    ("folder-lock", "결제 기록", "5년 보관", "stay", ("stay_soft", "stay_line", "stay_text")),
    ("file-x", "사진", "파기함", "muted", ("nav", "edge", "muted")),
)
_GAP, _ICON = 8, 20


class HoldingPicture(QWidget):
    """Four cards: in use, kept by law twice, destroyed (dashed)."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(f"{name} {note}" for _, name, note, _, _ in _ROWS))
        words = [self._words(*each) for each in _ROWS]
        self.setLayout(column(*words, margins=(0, 0, 0, _GAP), gap=_GAP))
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
        theme = self._appearance.theme
        high, radius = theme.size("control"), theme.radius("control")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, (*_, tone, (fill, edge, _ink)) in enumerate(_ROWS):
            box = QRectF(1, number * (high + _GAP) + 1, self.width() - 2, high - 2)
            pen = outline(theme.colour(edge), 1.5, DASHES if tone == "muted" else ())
            rounded_box(painter, box, radius, theme.colour(fill), pen)
        painter.end()

    def _words(
        self, icon: str, name: str, note: str, tone: Tone, colours: tuple[str, str, str]
    ) -> QLayout:
        picture = Picture(self._appearance, icon, colours[2], _ICON)
        named = Text(name, "strong", tone if tone == "muted" else "")
        return row(14, picture, 11, named, None, Text(note, "caption", tone), 15, gap=0)
