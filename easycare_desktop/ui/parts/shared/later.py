"""What a page needs only later is built after it is painted, a part at a time."""

from collections import deque

from PySide6.QtCore import QObject, QTimer, Slot

_BETWEEN_MS = 30


class Later(QObject):
    """Asks for cached properties of a page, one after another, with room for events between them.

    Whoever needs one before its turn builds it; its turn then finds it there.
    """

    def __init__(self, page: QObject, *names: str) -> None:
        super().__init__(page)
        self._page = page
        self._names = deque(names)
        self._timer = QTimer(self)
        self._timer.setInterval(_BETWEEN_MS)
        self._timer.timeout.connect(self._next)

    def begin(self) -> None:
        """Begin once what is shown now is painted; what has ended stays ended."""
        if self._names:
            self._timer.start()

    @property
    def at_work(self) -> bool:
        """Whether something is still to be built."""
        return self._timer.isActive()

    @Slot()
    def _next(self) -> None:
        if self._names:
            getattr(self._page, self._names.popleft())
        if not self._names:
            self._timer.stop()
