"""Notices that nobody has touched keyboard or mouse for a while."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from easycare_desktop.system.override import override

_MINUTE = 60_000
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleWatch(QObject):
    """`idle` once after `minutes` without keys and mouse; not while it is stopped."""

    idle = Signal()

    def __init__(self, app: QApplication, minutes: int) -> None:
        super().__init__()
        self._app = app
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(minutes * _MINUTE)
        self._timer.timeout.connect(self.idle)

    @property
    def watching(self) -> bool:
        """Whether the time is running."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Count from now on."""
        self._app.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """Count no longer."""
        self._app.removeEventFilter(self)
        self._timer.stop()

    def remaining(self) -> int:
        """Return the milliseconds that are left, -1 while nothing counts."""
        return self._timer.remainingTime()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE and self._timer.isActive():
            self._timer.start()
        return False
