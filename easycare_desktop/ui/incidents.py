"""What nobody expected: logged with ids only, told once with a number for the telephone."""

import logging
import sys
import threading
import traceback
from types import TracebackType
from zlib import crc32

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal, Slot

from easycare_desktop.ui.messages import Messages, Trouble

_log = logging.getLogger(__name__)
_MARK = "EX-"


class Incidents(QObject):
    """The last resort. `install` takes over sys.excepthook; `remove` gives it back.

    The exception's words are never logged or shown: they may hold personal data. The number
    follows from kind and place, so the same fault has the same number on every PC.
    """

    happened = Signal(str)

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._telling = False
        self._before = sys.excepthook
        self._before_threads = threading.excepthook
        self._listens = False

    def install(self) -> None:
        """Take every exception that nobody caught."""
        sys.excepthook = self.report
        threading.excepthook = self._report_thread

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook = self._before
        threading.excepthook = self._before_threads

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log an exception and tell the person, unless they are just being told of another."""
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        number = incident_number(kind, trace)
        _log.error("incident %s: %s at %s", number, kind.__name__, " < ".join(places(trace)))
        self._listen()
        self.happened.emit(number)

    def _listen(self) -> None:
        if not self._listens:
            self._listens = True
            # Queued: a fault inside a paint must not open a dialog inside that paint.
            self.happened.connect(self._tell, QtCore.Qt.ConnectionType.QueuedConnection)

    def _report_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_type, args.exc_value, args.exc_traceback)

    @Slot(str)
    def _tell(self, number: str) -> None:
        if self._telling:
            return
        self._telling = True
        try:
            self._messages.refuse(
                Trouble(
                    title="뜻하지 않은 일이 생겼습니다",
                    happened="방금 하신 일을 마치지 못했습니다.",
                    safe="저장된 자료는 이 PC에 그대로 있습니다.",
                    now="한 번 더 해 보시고, 또 그러면 오류 번호를 알려 주세요.",
                    number=number,
                )
            )
        finally:
            self._telling = False


def incident_number(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return the number of a fault: its kind and the place where it arose."""
    where = places(trace)[:1]
    return f"{_MARK}{crc32(f'{kind.__name__} {where}'.encode()) % 0x10000:04X}"


def is_incident(trouble: Trouble) -> bool:
    """Tell whether this is what nobody expected, and not one of the refusals."""
    return trouble.number.startswith(_MARK)


def places(trace: TracebackType | None) -> list[str]:
    """Return module file, line and function of each frame, the innermost first."""
    frames = traceback.extract_tb(trace)
    return [
        f"{frame.filename.replace(chr(92), '/').rsplit('/', 1)[-1]}:{frame.lineno} {frame.name}"
        for frame in reversed(frames)
    ]
