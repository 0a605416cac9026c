"""직인: how it will stand on paper, a new one, or none."""

from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget
from typing_extensions import override

from easycare_desktop.ui.appearance import Appearance
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.file_drop import FileDrop
from easycare_desktop.ui.widgets import Kit, column, hide_unless, row

_KINDS = "그림 (*.png *.jpg *.jpeg)"
_WHAT = (
    "흰 종이에 찍은 직인을 스캔하거나 사진으로 찍어 고르세요. "
    "흰 바탕은 지우고 직인만 남겨 잠가 둡니다."
)
_NONE = "직인이 없으면 종이에 「(직인)」 자리를 비워 둡니다."
_SIDE = 116


class _Shown(QWidget):
    """The seal on white, as on paper."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._picture = QImage()
        appearance.changed.connect(self._fit)
        self._fit()

    def show_seal(self, png: bytes) -> None:
        """Show a PNG; of an empty one, empty paper."""
        self._picture = QImage.fromData(png) if png else QImage()
        self.setAccessibleName("직인 그림" if png else "직인 없음")
        self.update()

    @Slot()
    def _fit(self) -> None:
        side = self._appearance.theme.px(_SIDE)
        self.setMinimumSize(QSize(side, side))
        self.setMaximumSize(QSize(side, side))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), "#FFFFFF")
        if not self._picture.isNull():
            room = self.rect().adjusted(8, 8, -8, -8)
            size = self._picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(room.topLeft(), size)
            place.moveCenter(room.center())
            painter.drawImage(place, self._picture)
        painter.setPen(QPen(self._appearance.theme.colour("edge"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class SealCard(QFrame):
    """`chosen(Path)` with a picture; `dropped_seal()` when no seal is wanted any more."""

    chosen = Signal(object)
    dropped_seal = Signal()

    def __init__(self, kit: Kit, messages: Messages, *, may_change: bool) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._messages = messages
        self.shown = _Shown(kit.appearance)
        self.choose = kit.button("직인 고르기", "secondary", "stamp", fit="row")
        self.drop = kit.button("직인 빼기", "secondary", "x", fit="row")
        self.choose.setObjectName("settings.seal_choose")
        self.drop.setObjectName("settings.seal_drop")
        self.choose.clicked.connect(self._choose)
        self.drop.clicked.connect(self.dropped_seal)
        hide_unless(self.choose, may_change)
        self._may_change = may_change
        if may_change:
            FileDrop(self).dropped.connect(self.chosen)
        words = column(
            kit.text("직인", "lead"),
            kit.text(_WHAT, wrap=True),
            kit.text(_NONE, "caption", wrap=True),
            row(self.choose, self.drop, None),
            None,
            gap=8,
        )
        box = row(margins=(20, 16, 20, 16), gap=20)
        box.addWidget(self.shown, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(words, 1)
        self.setLayout(box)

    def show_seal(self, png: bytes) -> None:
        """Show the seal in use."""
        self.shown.show_seal(png)
        self.choose.say("다른 직인 고르기" if png else "직인 고르기")
        self.drop.setVisible(self._may_change and bool(png))

    @Slot()
    def _choose(self) -> None:
        path = self._messages.choose_file("직인 고르기", _KINDS)
        if path is not None:
            self.chosen.emit(Path(path))
