"""Questions to the background of which only the last one counts, as while somebody types."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject

from easycare_desktop.ui.background import Background, Err, Ok, OnError, attempt

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Answer:
    asked: int
    outcome: Ok[Any] | Err


class LastAsked(QObject):
    """What a newer question has overtaken is answered nowhere. A child of its window: goes with it.

    The work holds no widget, as with `Background.run`.
    """

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._asked = 0
        self._on_result: Callable[[Any], None] | None = None
        self._on_error: OnError | None = None

    @property
    def waiting(self) -> bool:
        """Whether the answer that counts is still to come."""
        return self._on_result is not None

    def ask(
        self, work: Callable[[], T], on_result: Callable[[T], None], on_error: OnError | None = None
    ) -> None:
        """Run `work()`; then call `on_result(value)` or `on_error(error)` unless asked again.

        Without `on_error` an error goes to the incidents, like any other.
        """
        self._asked += 1
        self._on_result, self._on_error = on_result, on_error
        self._background.run(partial(_answered, self._asked, work), self._arrive)

    def forget(self) -> None:
        """Let no answer come any more."""
        self._asked += 1
        self._on_result = self._on_error = None

    def _arrive(self, answer: _Answer) -> None:
        on_result, on_error = self._on_result, self._on_error
        if answer.asked != self._asked or on_result is None:
            return
        self._on_result = self._on_error = None
        if isinstance(answer.outcome, Ok):
            on_result(answer.outcome.value)
        elif on_error is not None:
            on_error(answer.outcome.error)
        else:
            raise answer.outcome.error


def _answered(asked: int, work: Callable[[], object]) -> _Answer:
    return _Answer(asked, attempt(work))
