"""임시 보관: what is half typed is kept a moment after each stroke, and comes back."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

PAUSE = 600


class Kept(Protocol):
    """What was kept, and when."""

    @property
    def kept_at(self) -> datetime:
        """The moment it was kept."""
        ...

    @property
    def values(self) -> Mapping[str, str]:
        """What was typed, by the name of the field."""
        ...


class Drafts(Protocol):
    """Keeps half-typed work. `subject` is the person the window is about, 0 for a new one."""

    def keep(self, window: str, subject: int, values: Mapping[str, str]) -> None:
        """Keep what is typed in place of what was kept before."""
        ...

    def get(self, window: str, subject: int) -> Kept | None:
        """Return what was kept, if anything."""
        ...

    def drop(self, window: str, subject: int) -> None:
        """Forget what was kept."""
        ...


class DraftKeeper(QObject):
    """Keeps what `read` returns: soon after `touch`, at once on `flush`."""

    kept = Signal()

    def __init__(
        self, drafts: Drafts, read: Callable[[], Mapping[str, str]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._drafts, self._read = drafts, read
        self._window, self._subject = "", 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.flush)

    def watch(self, window: str, subject: int) -> Kept | None:
        """Begin with another form; return what was kept of it."""
        self._timer.stop()
        self._window, self._subject = window, subject
        return self._drafts.get(window, subject)

    @Slot()
    def touch(self) -> None:
        """Something was typed."""
        if self._window:
            self._timer.start()

    @Slot()
    def flush(self) -> None:
        """Keep at once what waits."""
        waiting = self._timer.isActive() or self.sender() is self._timer
        self._timer.stop()
        if waiting and self._window:
            self._drafts.keep(self._window, self._subject, self._read())
            self.kept.emit()

    def drop(self) -> None:
        """Forget what was kept: it was saved, or given up."""
        self._timer.stop()
        if self._window:
            self._drafts.drop(self._window, self._subject)

    def rest(self) -> None:
        """Keep what waits and watch nothing."""
        self.flush()
        self._window = ""
