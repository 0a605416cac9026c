"""Several files at a time on their way to the medium: synced, put in place and read back.

Writing stays with the caller, one file after another. A disk that is asked to keep one file at a
time writes its own books anew for each; asked for several together it does so once.
"""

from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Self

from easycare_desktop.storage.backup.copying import Handed, Meter, prove

_AT_A_TIME = 16
_MOST_WAITING = 64


class Settling:
    """A context; at its end every file is settled and proved, or the first refusal is raised.

    No thread outlives it, and where it ends by a refusal no part of a file stays behind.
    """

    def __init__(self, meter: Meter) -> None:
        self.meter = meter
        self._pool = ThreadPoolExecutor(_AT_A_TIME, "backup")
        self._waiting: dict[Future[None], Handed | None] = {}

    def add(self, handed: Handed) -> None:
        """Take a file over. Raises what became of earlier ones."""
        if len(self._waiting) >= _MOST_WAITING:
            self._take(*wait(self._waiting, return_when=FIRST_COMPLETED).done)
        self._waiting[self._pool.submit(self._settle, handed)] = handed

    def beside(self, look: Callable[[], None]) -> None:
        """Have something looked at meanwhile; what it raises is raised here."""
        self._waiting[self._pool.submit(look)] = None

    def wait(self) -> None:
        """Return once every file so far is settled and proved. Raises what became of them."""
        self._take(*self._waiting)

    def _take(self, *done: Future[None]) -> None:
        for future in done:
            future.result()
            del self._waiting[future]

    def _settle(self, handed: Handed) -> None:
        handed.settle()
        prove(handed.target, handed.stored, self.meter)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_about: object) -> None:
        try:
            if kind is None:
                self.wait()
        finally:
            self._pool.shutdown(cancel_futures=True)
            for future, handed in self._waiting.items():
                if handed is not None and future.cancelled():
                    handed.drop()
