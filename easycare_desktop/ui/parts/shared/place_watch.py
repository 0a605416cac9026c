"""How the key places stand, looked at beside the screen: a stick may be slow, or pulled."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from easycare_desktop.services.key_places import KeyPlaceService, KeyPlaceView, PlaceState
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.shared.refused import tell_error


class PlaceWatch(QObject):
    """`standing` is what was seen last, None before; `seen()` when a look found something else."""

    seen = Signal()

    def __init__(self, places: KeyPlaceService, messages: Messages, background: Background) -> None:
        super().__init__()
        self._places, self._messages, self._background = places, messages, background
        self._looking = False
        self.standing: Sequence[KeyPlaceView] | None = None

    def look(self) -> None:
        """Look at all of them, unless somebody is still looking."""
        if not self._looking:
            self._looking = True
            self._background.run(self._places.states, self._see, self._fail)

    def _see(self, standing: list[KeyPlaceView]) -> None:
        self._looking = False
        before, self.standing = self.standing, tuple(standing)
        if before is None or _told(before) != _told(standing):
            self.seen.emit()

    def _fail(self, error: Exception) -> None:
        self._looking = False
        tell_error(self._messages, "열쇠 보관처를 보지 못했습니다", error)


def _told(standing: Sequence[KeyPlaceView]) -> list[tuple[int, PlaceState, int]]:
    return [(each.id, each.state, each.generation) for each in standing]
