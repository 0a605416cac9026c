"""Cells of a column: as a person would have typed them, and what is stored for each."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import partial

from easycare_desktop.domain.catalogue import FieldKind
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.domain.validation_refusals import DateNotReadableError

_RESIDENT = re.compile(r"(\d{2})(\d{2})(\d{2})\s*-?\s*([0-9*xX])?[0-9*xX]{0,6}")
# The seventh digit tells the century; without it the two digits of the year are read as typed.
_CENTURY = dict.fromkeys("1256", 19) | dict.fromkeys("3478", 20) | dict.fromkeys("90", 18)
_POSTCODE = 5
_DATE = 3
_COMPACT = (6, 8)
_TILDES = "~\u223c\u301c\uff5e-\u2013"
_BETWEEN_CHOICES = re.compile(r"[,/+&;\n\u00b7\u3001]")
_NO_ZERO = re.compile(r"1[016789]\d{7,8}|2\d{7,8}|[3-7]\d{8,9}")


class Wrong:
    """Why a cell is not stored."""

    __slots__ = ("refusal",)

    def __init__(self, refusal: InputRefusal) -> None:
        self.refusal = refusal


class Column(dict[str, str | Wrong | None]):
    """What is stored for each cell of a field, nothing for an empty one; read when first met."""

    def __init__(self, code: str, typed: Callable[[str], str], read: Callable[[str], str]) -> None:
        super().__init__()
        self._code, self._typed, self._read = code, typed, read

    def __missing__(self, cell: str) -> str | Wrong | None:
        value: str | Wrong | None
        try:
            value = self._read(text) if (text := self._typed(cell.strip())) else None
        except InputRefusal as refusal:
            refusal.field = self._code
            value = Wrong(refusal)
        self[cell] = value
        return value


def as_typed(kind: FieldKind, choices: Mapping[str, str]) -> Callable[[str], str]:
    """Return how trimmed cells of a field are taken; `choices`: other words for their codes."""
    if kind is FieldKind.CHOICE:
        return partial(_choice, choices)
    return {FieldKind.PHONE: _phone, FieldKind.POSTCODE: _postcode}.get(kind, str)


def of_period(cell: str, *, until: bool) -> str:
    """Return the first or the last day of a period in one cell; what cannot be read, as it is.

    Raises `DateNotReadableError` where there is one day, and nothing shows which one it is.
    """
    days = _days(cell)
    if len(days) == 1:
        if cell[0] not in _TILDES and cell[-1] not in _TILDES:
            raise DateNotReadableError
        return days[0] if until is (cell[0] in _TILDES) else ""
    if not days:
        return "" if until else cell
    return days[-1] if until else days[0]


def of_choices(
    choices: Mapping[str, str], labels: Mapping[str, str], cell: str, *, others: bool
) -> str:
    """Return the first of several choices in one cell, or the labels of the others."""
    words = [_choice(choices, each) for each in _BETWEEN_CHOICES.split(cell) if each.strip()]
    known = {label: code for code, label in labels.items()}
    codes = list(dict.fromkeys(known.get(word, word) for word in words))
    if len(codes) > 1 and all(code in labels for code in codes):
        return ", ".join(labels[code] for code in codes[1:]) if others else codes[0]
    return "" if others else _choice(choices, cell)


def told_by_resident(field: str, cell: str) -> str:
    """Return the day of birth or the sex as a resident number tells it; the rest is not read."""
    match = _RESIDENT.fullmatch(cell)
    if match is None:
        return ""
    year, month, day, seventh = match.groups()
    century = _CENTURY.get(seventh or "")
    if field == "birth":
        return f"{year}{month}{day}" if century is None else f"{century}{year}-{month}-{day}"
    if century is None:
        return ""
    return "female" if int(seventh) % 2 == 0 else "male"


def _days(cell: str) -> list[str]:
    """Return the one or two days in a cell; the second may leave out the year of the first."""
    numbers = re.findall(r"\d+", cell)
    if len(numbers) in {1, 2} and all(len(each) in _COMPACT for each in numbers):
        return numbers
    if len(numbers) == _DATE * 2 - 1:
        numbers.insert(_DATE, numbers[0])
    if len(numbers) not in {_DATE, _DATE * 2}:
        return []
    return ["-".join(numbers[at : at + _DATE]) for at in range(0, len(numbers), _DATE)]


def _choice(choices: Mapping[str, str], cell: str) -> str:
    composed = unicodedata.normalize("NFC", cell)
    return choices.get("".join(composed.split()), composed)


def _phone(cell: str) -> str:
    return f"0{cell}" if _NO_ZERO.fullmatch(cell) else cell


def _postcode(cell: str) -> str:
    return f"0{cell}" if cell.isdigit() and len(cell) == _POSTCODE - 1 else cell
