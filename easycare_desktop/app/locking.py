"""The open office behind a curtain: locked by hand or when nobody is there, and opened again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from easycare_desktop.app.ground import Ground

if TYPE_CHECKING:
    from easycare_desktop.app.workplace import Workplace
    from easycare_desktop.ui.parts.lock.curtain import Curtain
    from easycare_desktop.ui.parts.lock.idle import IdleWatch
    from easycare_desktop.ui.windows.lock_window import LockWindow


class Locking(QObject):
    """`unlocked` when the same person is back; `left` where the office shall be closed instead.

    What the office would say meanwhile waits: it may be somebody else who stands there.
    """

    unlocked = Signal()
    left = Signal()

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground = ground
        self._curtain: Curtain | None = None
        self._workplace: Workplace | None = None
        self._idle: IdleWatch | None = None
        self.window: LockWindow | None = None

    def begin(self, workplace: "Workplace") -> None:
        """Watch over this office from now on."""
        from easycare_desktop.ui.parts.lock.curtain import Curtain
        from easycare_desktop.ui.parts.lock.idle import IdleWatch

        self._workplace = workplace
        self._curtain = Curtain(self._ground.app)
        minutes = workplace.office.law.deadlines.period("idle_lock").minutes
        self._idle = IdleWatch(self._ground.app, minutes)
        self._idle.idle.connect(self.lock)
        self._idle.begin()

    @Slot()
    def lock(self) -> None:
        """Hide everything until the person proves to be the same."""
        workplace, curtain = self._workplace, self._curtain
        if workplace is None or curtain is None or self.window is not None:
            return
        from easycare_desktop.ui.windows.lock_window import LockWindow

        lock = LockWindow(workplace.services.session, self._ground.kit, workplace.beside)
        lock.unlocked.connect(self._unlock)
        lock.closed.connect(self.left)
        self.window = lock
        if self._idle is not None:
            self._idle.stop()
        self._ground.messages.hold()
        curtain.fall(lock)
        lock.show()
        lock.activateWindow()

    def lift(self) -> None:
        """Take the curtain away; nothing that stands behind it comes back."""
        if self._curtain is not None:
            self._curtain.drop()

    def end(self) -> None:
        """Watch no longer, and give up what waits."""
        if self._idle is not None:
            self._idle.stop()
        self._idle = self._workplace = None
        self.lift()
        self._drop_window()
        self._ground.messages.release(given_up=True)

    @Slot()
    def _unlock(self) -> None:
        # Back first: without any window the program would end.
        if self._curtain is not None:
            self._curtain.rise()
        self._drop_window()
        if self._idle is not None:
            self._idle.begin()
        self._ground.messages.release()
        self.unlocked.emit()

    def _drop_window(self) -> None:
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None
