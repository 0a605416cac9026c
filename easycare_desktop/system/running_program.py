"""One running program for each user of this PC; a second one asks the first and ends."""

import sys
import time
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from easycare_desktop.system.atomic_files import make_private_folder, write_atomically
from easycare_desktop.system.refusals import OfficeAlreadyOpenError
from easycare_desktop.system.single_instance import OfficeLock

LOCK = "program.lock"
_ASKED = "asked"
_ANYBODY = 0xFFFFFFFF
_PAUSE = 0.2


class Request(Enum):
    """What one instance may ask of the other."""

    SHOW = "show"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request; with `SHOW` perhaps the key of the page that is wanted."""

    request: Request
    page: str = ""


class RunningProgram:
    """The right to be the running program, in a small folder that the holder of it watches."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = OfficeLock(folder, LOCK)

    def begin(self) -> bool:
        """Become the running program; tell whether nobody else is. Raises the disk's refusals."""
        make_private_folder(self.folder)
        try:
            self._lock.acquire()
        except OfficeAlreadyOpenError:
            return False
        self.take()
        return True

    def end(self) -> None:
        """Let another one be it."""
        self._lock.release()

    def ask(self, request: Request, page: str = "") -> None:
        """Ask the running program. Raises the disk's refusals."""
        _let_come_to_front()
        words = f"{request.value} {page}"
        write_atomically(self.folder / _ASKED, words.encode("ascii"))

    def take(self) -> Asked | None:
        """Return what was asked, once."""
        path = self.folder / _ASKED
        try:
            words = path.read_bytes()
            path.unlink()
            request, _, page = words.decode("ascii").partition(" ")
            return Asked(Request(request), page)
        except (OSError, ValueError):
            return None

    def wait_for_end(self, seconds: float) -> bool:
        """Wait until no program runs; tell whether that came true in time."""
        deadline = time.monotonic() + seconds
        while not self.begin():
            if time.monotonic() > deadline:
                return False
            time.sleep(_PAUSE)
        self.end()
        return True


if sys.platform == "win32":

    def _let_come_to_front() -> None:
        """Pass on the right to come to the front: Windows gave it to the one just started."""
        import ctypes  # noqa: PLC0415 - windll exists on Windows alone

        ctypes.windll.user32.AllowSetForegroundWindow(_ANYBODY)

else:

    def _let_come_to_front() -> None:
        """Nobody is kept from the front elsewhere."""
