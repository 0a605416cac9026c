"""The open office behind a curtain: locked by hand or when nobody is there, and opened again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QDialog

from easycare_desktop.app.ground import Ground
from easycare_desktop.ui.messages import Question

if TYPE_CHECKING:
    from easycare_desktop.app.workplace import Workplace
    from easycare_desktop.ui.parts.lock.curtain import Curtain
    from easycare_desktop.ui.parts.lock.idle import IdleWatch
    from easycare_desktop.ui.windows.lock_window import LockWindow

_GIVE_UP = Question(
    "사무실을 닫을까요?",
    (
        "열어 둔 창이 있습니다. 그 창에 적던 것은 남지 않습니다.",
        "저장한 자료는 그대로 있습니다.",
    ),
    yes="사무실 닫기",
    danger=True,
)


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
        lock.closed.connect(self._ask_to_leave)
        lock.asks_before_leaving = True
        self.window = lock
        if self._idle is not None:
            self._idle.stop()
        self._ground.messages.hold()
        self._ground.at_lock.front = lock
        curtain.fall(lock)
        lock.show()
        lock.activateWindow()

    def give_way(self) -> None:
        """Let the window close without more: the program ends."""
        if self.window is not None:
            self.window.asks_before_leaving = False
            for each in self.window.findChildren(QDialog):
                each.hide()

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
    def _ask_to_leave(self) -> None:
        """Close the office as from the main window, with its backup."""
        curtain, ground = self._curtain, self._ground
        if curtain is not None and curtain.hides_dialog and not ground.at_lock.confirm(_GIVE_UP):
            return
        workplace, window = self._workplace, self.window
        if workplace is None or window is None:
            return
        from easycare_desktop.ui.parts.backup.leaving import Leaving

        window.wait_to_leave()
        workplace.begin_no_other_plan()
        background, backup = workplace.background, workplace.services.backup
        leaving = Leaving(ground.kit, backup, ground.at_lock, background, window)
        leaving.left.connect(self._leave)
        leaving.begin()

    @Slot()
    def _leave(self) -> None:
        """Give up what waits for an answer, and let the office close once that is over."""
        self._ground.messages.release(given_up=True)
        QTimer.singleShot(0, self._tell)

    @Slot()
    def _tell(self) -> None:
        if self.window is not None:
            self.left.emit()

    @Slot()
    def _unlock(self) -> None:
        if self._workplace is not None and not self._workplace.shell.asks_before_leaving:
            self._leave()  # it was closed before, and what was under way has ended since
            return
        # Back first: without any window the program would end.
        if self._curtain is not None:
            self._curtain.rise()
        self._drop_window()
        if self._idle is not None:
            self._idle.begin()
        self._ground.messages.release()
        self.unlocked.emit()

    def _drop_window(self) -> None:
        self._ground.at_lock.front = None
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None
