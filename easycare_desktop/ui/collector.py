"""Collects cyclic garbage on the main thread alone.

Python collects wherever the next object is made. A window that was closed may stand in a cycle
and would then be taken apart by the background's thread, which ends the program without a word.
"""

import gc
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS = 500
_FULL_EVERY_S = 30.0
_OLDEST = 2


class Collector(QObject):
    """From `begin` to `end` nothing is collected but by the timer, with Python's thresholds.

    What lives long is walked through at most once in `full_every` seconds: with twenty thousand
    people in memory each time halts the typing for a moment.
    """

    def __init__(self, parent: QObject | None = None, full_every: float = _FULL_EVERY_S) -> None:
        super().__init__(parent)
        self._full_every, self._full_again = full_every, 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)

    def begin(self) -> None:
        """Take collecting over."""
        gc.disable()
        self._timer.start()

    def end(self) -> None:
        """Give collecting back to Python."""
        self._timer.stop()
        gc.enable()

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation whose threshold is passed."""
        oldest = _OLDEST if monotonic() >= self._full_again else _OLDEST - 1
        for generation in range(oldest, -1, -1):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                if generation == _OLDEST:
                    self._full_again = monotonic() + self._full_every
                return
