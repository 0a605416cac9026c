"""The window of restoring in place of the login window."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.app.ground import Ground
from easycare_desktop.ui.parts.shared.refused import tell_error

if TYPE_CHECKING:
    from easycare_desktop.services.restore.front import RestoreFront

_DONE = "되살렸습니다"
_OPEN_AGAIN = "비밀번호로 다시 열어 주세요."
_ARRIVED = "옮겨 왔습니다"
_NEXT = (
    "새 비밀번호로 열어 주세요. 새 비상 열쇠 종이를 금고에 두고 옛 종이는 파쇄합니다.",
    "옛 PC는 더 쓰지 마시고 자료를 지워 주세요.",
)
_HANDED_OVER = (_NEXT[0], "넘겨준 PC에서는 이제 보기만 할 수 있습니다.")
_TAKEN = "이 PC로 가져왔습니다"
_OTHER_LOOKS = "다른 PC에서는 이제 보기만 할 수 있습니다."


class Restoring(QObject):
    """`shown` when the window has come, `ended` when the login window shall be back."""

    shown = Signal()
    ended = Signal()

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground = ground
        self._fill = ("", "")
        self._stick = Path()
        self._comes = False
        self.window: QWidget | None = None

    def begin(self, code: str = "", login: str = "") -> None:
        """Show the window as soon as what it needs is imported."""
        if self.window is None and not self._comes:
            self._comes, self._fill = True, (code, login)
            self._ground.background.run(self._ground.restore_front, self._show, self._failed)

    def take_over(self, whose: tuple[str, str], stick: Path) -> None:
        """Show the window in which an office comes back. `whose`: its code, and a login."""
        if self.window is None and not self._comes:
            self._comes, self._fill, self._stick = True, whose, stick
            self._ground.background.run(self._ground.restore_front, self._show_taking, self._failed)

    def _show_taking(self, front: "RestoreFront") -> None:
        from easycare_desktop.ui.windows.take_over_window import TakeOverWindow

        self._comes = False
        ground = self._ground
        window = TakeOverWindow(
            front, self._fill, self._stick, ground.kit, ground.messages, ground.background
        )
        window.taken.connect(self._taken)
        window.closed.connect(self._closed)
        self.window = window
        window.show()
        self.shown.emit()

    @Slot()
    def _taken(self) -> None:
        self._closed()
        self._ground.messages.inform(_TAKEN, _OPEN_AGAIN, _OTHER_LOOKS)

    def _show(self, front: object) -> None:
        from easycare_desktop.services.restore.front import RestoreFront
        from easycare_desktop.ui.windows.restore_window import RestoreWindow

        self._comes = False
        if not isinstance(front, RestoreFront):
            return
        ground = self._ground
        window = RestoreWindow(front, ground.kit, ground.messages, ground.background)
        window.steps.where.fill(*self._fill)
        window.finished.connect(self._finished)
        window.closed.connect(self._closed)
        self.window = window
        window.show()
        self.shown.emit()

    def end(self) -> None:
        """Take the window away."""
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None

    @Slot(str)
    def _finished(self, code: str) -> None:
        told = _HANDED_OVER if getattr(self.window, "handed_over", False) else _NEXT
        self._closed()
        if code:
            self._ground.messages.inform(_ARRIVED, *told)
        else:
            self._ground.messages.inform(_DONE, _OPEN_AGAIN)

    @Slot()
    def _closed(self) -> None:
        self.ended.emit()
        self.end()

    def _failed(self, error: Exception) -> None:
        self._comes = False
        self.ended.emit()
        tell_error(self._ground.messages, "되살리기 화면을 열지 못했습니다", error)
