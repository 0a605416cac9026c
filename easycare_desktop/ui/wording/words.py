"""The three lines that are said when something is refused."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

TYPED_STAYS = "적으신 내용은 화면에 그대로 있습니다."
NOTHING_CHANGED = "저장된 자료는 바뀌지 않았습니다."


@dataclass(frozen=True, slots=True)
class Words:
    """What happened, what is safe, what to do now; `number` is read out on the telephone.

    A line may name attributes of the refusal in braces; `filled` puts them in.
    """

    happened: str
    safe: str
    todo: str
    number: str

    def filled(self, refusal: Exception) -> "Words":
        """Return the lines with the attributes of the refusal in place."""
        shown = _Attributes(refusal)
        return Words(
            self.happened.format_map(shown),
            self.safe.format_map(shown),
            self.todo.format_map(shown),
            self.number,
        )


Teller = Callable[[Any], Words]
Area = Mapping[str, Words | Teller]


def typed(number: str, happened: str, todo: str) -> Words:
    """Return the words for a value somebody typed; the first line also stands under its field."""
    return Words(happened, TYPED_STAYS, todo, number)


def same(number: str, happened: str, todo: str) -> Words:
    """Return the words for an action that was not carried out and changed nothing."""
    return Words(happened, NOTHING_CHANGED, todo, number)


class _Attributes(dict[str, object]):
    """Reads attributes of a refusal as they are shown: codes as labels, days in full."""

    def __init__(self, refusal: Exception) -> None:
        super().__init__()
        self._refusal = refusal

    def __missing__(self, name: str) -> object:
        value = getattr(self._refusal, name)
        if isinstance(value, Enum):
            # Imported when it is needed: the login window does not wait for the labels.
            from easycare_desktop.ui.wording.labels import label  # noqa: PLC0415

            return label(value)
        if isinstance(value, date):
            return f"{value.year}년 {value.month}월 {value.day}일"
        return value
