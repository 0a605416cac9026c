"""Notices that nobody has touched keyboard or mouse for a while."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

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
    """`idle` once after `minutes` without keys and mouse; not while it is stopped.

    It looks at the window that has the focus, where keys and mouse come in, and at the control
    that has it, where syllables are composed: a look at every event would slow all windows down.
    """

    idle = Signal()

    def __init__(self, app: QApplication, minutes: int) -> None:
        super().__init__()
        self._app = app
        self._looked_at: tuple[QObject, ...] = ()
        self._following = False
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
        if not self._following:
            self._app.focusWindowChanged.connect(self._follow)
            self._app.focusObjectChanged.connect(self._follow)
            self._following = True
        self._follow()
        self._timer.start()

    def stop(self) -> None:
        """Count no longer."""
        if self._following:
            self._app.focusWindowChanged.disconnect(self._follow)
            self._app.focusObjectChanged.disconnect(self._follow)
            self._following = False
        self._look_at(())
        self._timer.stop()

    def remaining(self) -> int:
        """Return the milliseconds that are left, -1 while nothing counts."""
        return self._timer.remainingTime()

    @Slot()
    def _follow(self) -> None:
        """Look at what has the focus now; a window without such a control has it itself."""
        focused = (self._app.focusWindow(), self._app.focusObject())
        self._look_at(tuple(dict.fromkeys(filter(None, focused))))

    def _look_at(self, now: tuple[QObject, ...]) -> None:
        for each in self._looked_at:
            if isValid(each):
                each.removeEventFilter(self)
        for each in now:
            each.installEventFilter(self)
        self._looked_at = now

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE and self._timer.isActive():
            self._timer.start()
        return False
