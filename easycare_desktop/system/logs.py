"""The program's own log on this PC: English, numbers and codes only."""

import logging
import re
import traceback
from pathlib import Path
from types import TracebackType

from easycare_desktop.system.atomic_files import make_private_folder
from easycare_desktop.system.override import override

NAME = "easycare.log"
SIZE = 1_000_000
GENERATIONS = 5
_FOREIGN = re.compile(r"[^\x20-\x7e]+")
_NUMBER_OF_A_PERSON = re.compile(
    r"(?<![\w-])(?:\d{6}-?[1-8]\d{6}|0\d{1,2}-?\d{3,4}-?\d{4})(?![\w-])"
)
_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class SilentFormatter(logging.Formatter):
    """Writes one line a record. Of an error only its kind and its places, never its words.

    What slips through all the same is masked: anything beyond plain ASCII, and what looks like a
    resident registration number or a telephone number.
    """

    @override
    def format(self, record: logging.LogRecord) -> str:
        """Return one masked line, heedless of the traceback another handler left in the record."""
        own = logging.makeLogRecord({**record.__dict__, "exc_text": None, "stack_info": None})
        line = super().format(own).replace("\n", " | ")
        return _NUMBER_OF_A_PERSON.sub("#", _FOREIGN.sub("?", line))

    @override
    def formatException(self, ei: ExcInfo) -> str:
        """Return the kind of an error and its places in the code."""
        kind = ei[0].__name__ if ei[0] else "unknown"
        places = [f"{Path(f.filename).name}:{f.lineno}" for f in traceback.extract_tb(ei[2])]
        return f"{kind} at {' > '.join(places)}"


class LogFile(logging.Handler):
    """Writes to a file in `folder`, which is opened at the first record: most starts have none."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._path = folder / NAME
        self._file: logging.Handler | None = None

    @override
    def emit(self, record: logging.LogRecord) -> None:
        """Write one record; old files go after five."""
        if self._file is None:
            from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - slow to load

            self._file = RotatingFileHandler(
                self._path, maxBytes=SIZE, backupCount=GENERATIONS, encoding="utf-8"
            )
            self._file.setFormatter(SilentFormatter(_FORMAT))
        self._file.handle(record)

    @override
    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
        super().close()


def start_logging(folder: Path) -> logging.Handler:
    """Send all logging to `folder`. Return the handler, for its end."""
    make_private_folder(folder)
    handler = LogFile(folder)
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger("easycare_desktop").setLevel(logging.INFO)
    return handler


def stop_logging(handler: logging.Handler) -> None:
    """Take the handler away and close its file."""
    logging.getLogger().removeHandler(handler)
    handler.close()
