"""The practice office, made while the program runs; it is opened another time."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from easycare_desktop.app.ground import Ground
from easycare_desktop.ui.background import ThreadBackground

_MADE = "연습용 사무실을 만들었습니다. 「사무실 열기」 화면에서 엽니다."
_NOT_MADE = "연습용 사무실을 만들지 못했습니다"


class PracticeBeside(QObject):
    """Makes one unless one is here. What it needs is imported when it is made."""

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground = ground
        self._beside: ThreadBackground | None = None

    def make(self) -> bool:
        """Make it now; return whether that was needed."""
        if self._is_here():
            return False
        from easycare_desktop.app.practice import make_practice

        make_practice(self._ground)
        return True

    @Slot()
    def make_beside(self) -> None:
        """Make it while the real office is opened."""
        if self._is_here():
            return
        from easycare_desktop.app.practice import make_practice

        # On a thread of its own: it takes a while, and the new office must not wait for it.
        self._beside = ThreadBackground()
        self._beside.run(partial(make_practice, self._ground), self._made, self._failed)

    def end(self) -> None:
        """Wait for what is under way."""
        if self._beside is not None:
            self._beside.close()

    def _is_here(self) -> bool:
        return any(record.practice for record in self._ground.known())

    def _made(self, _office: object) -> None:
        self._ground.messages.toast(_MADE)

    def _failed(self, error: Exception) -> None:
        from easycare_desktop.ui.parts.shared.refused import tell_error

        tell_error(self._ground.messages, _NOT_MADE, error)
