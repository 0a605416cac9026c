"""Half-typed work is kept at once; nothing has to be saved by hand."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.ui.messages import Question

_PAUSE = 400
DROPPING = Question(
    "적던 것을 버리고 처음부터 할까요?",
    (
        "이미 저장한 자료는 그대로 있습니다.",
        "버린 것은 되찾을 수 없습니다.",
    ),
    "버리고 처음부터",
    danger=True,
)


class KeptDraft(Protocol):
    """What was kept, and when."""

    @property
    def values(self) -> Mapping[str, str]: ...

    @property
    def kept_at(self) -> datetime: ...

    @property
    def emptied(self) -> bool: ...


class DraftKeeping(Protocol):
    """Where half-typed values lie sealed, by window and subject."""

    def keep(self, window: str, subject: int, values: Mapping[str, str]) -> None: ...

    def get(self, window: str, subject: int) -> KeptDraft | None: ...

    def drop(self, window: str, subject: int) -> None: ...


class DraftKeeper(QObject):
    """Keeps what one form holds a moment after each stroke, and when it is left.

    `kept()` is emitted after each keeping. `emptied`: a destruction took what was kept.
    """

    kept = Signal()

    def __init__(
        self, drafts: DraftKeeping, window: str, read: Callable[[], Mapping[str, str]]
    ) -> None:
        super().__init__()
        self._drafts, self._window, self._read = drafts, window, read
        self._subject: int | None = None
        self._typed = False
        self.emptied = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.flush)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):  # the PC is being shut down
            app.commitDataRequest.connect(self.flush)

    def begin(self, subject: int) -> Mapping[str, str]:
        """Turn to `subject`; return what was kept for it."""
        self.flush()
        self._subject = subject
        found = self._drafts.get(self._window, subject)
        self.emptied = found is not None and found.emptied
        return found.values if found and not found.emptied else {}

    def end(self) -> None:
        """Keep what is typed and turn away."""
        self.flush()
        self._subject = None

    def drop(self) -> None:
        """Forget what was kept: it was saved or given up."""
        self._timer.stop()
        self._typed = False
        if self._subject is not None:
            self._drafts.drop(self._window, self._subject)
        self._subject = None

    @Slot()
    def touch(self) -> None:
        """Note that something was typed."""
        if self._subject is not None:
            self._typed = True
            self._timer.start()

    @Slot()
    def flush(self) -> None:
        """Keep now what was typed since the last keeping."""
        self._timer.stop()
        typed, self._typed = self._typed, False
        if self._subject is None or not typed:
            return
        try:
            self._drafts.keep(self._window, self._subject, self._read())
        except Refusal:
            return
        self.kept.emit()
