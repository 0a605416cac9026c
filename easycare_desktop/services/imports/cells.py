"""Cells of a column: as a person would have typed them, and what is stored for each."""

import re
import unicodedata
from collections.abc import Callable, Collection
from datetime import date, timedelta

from easycare_desktop.domain.catalogue import FieldKind
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.domain.validation_refusals import (
    DateNotReadableError,
    ResidentNumberUnreadError,
)
from easycare_desktop.services.imports.against import folded

_DASH = r"\-\u2010-\u2015\u2212"
# What covers the last digits is any sign, or a letter that looks like one.
_COVER = rf"(?:[xXoO_]|[^\w\s{_DASH}])"
_RESIDENT = re.compile(
    rf"(\d\d)(\d\d)(\d\d)\s*[{_DASH}./]?\s*(?:([0-9])|{_COVER})?(?:[0-9]|{_COVER}){{0,6}}"
)
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
"""What comes along where a cell was copied from a page on the web, and nobody sees."""
_NOTE = re.compile(r"\s*\([^()]*\)\s*$")
_DAY = re.compile(r"\d{4}\D{1,3}\d{1,2}\D{1,3}\d{1,2}\D?|(?:19|20)\d{6}")
_TIME = re.compile(
    r"(?:(?<=\d)T|\s+)[^\W\d]{0,2}\s*\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?"
    r"(?:\s*[AaPp][Mm]|Z|[+-]\d\d:?\d\d)?(?!\d)"
)
_COUNT = re.compile(r"(\d)(\d\d)(\d\d)(?:\.\d+)?")
_WITH_ZEROS = re.compile(r"(\d{6}|\d{8})\.0+")
# Excel counts from this day; 73,050 is the last day of 2099.
_FIRST, _LAST_COUNT = date(1899, 12, 30), 73_050
_MONTHS, _LONGEST_MONTH = 12, 31
# The seventh digit tells the century; without it the two digits of the year are read as typed.
_CENTURY = dict.fromkeys("1256", 19) | dict.fromkeys("3478", 20) | dict.fromkeys("90", 18)
_POSTCODE = 5
_DATE = 3
_COMPACT = (6, 8)
_TILDES = "~\u223c\u301c\uff5e-\u2013"
_BLOCKS = re.compile(rf"[\s.){_DASH}]+")
_BLOCKS_OF_PHONE = 3
_NO_ZERO = re.compile(r"1[016789]\d{7,8}|2\d{7,8}|[3-7]\d{8,9}")


class Wrong:
    """Why a cell is not stored."""

    __slots__ = ("refusal",)

    def __init__(self, refusal: InputRefusal) -> None:
        self.refusal = refusal


def seen(cell: str) -> str:
    """Return what somebody sees in a cell."""
    return (cell if cell.isprintable() else _UNSEEN.sub("", cell)).strip()


class Column(dict[str, str | Wrong | None]):
    """What is stored for each cell of a field, nothing for an empty one; read when first met.

    `blanks`: what lists write where there is nothing, folded. `free`: any text as it came.
    """

    def __init__(
        self,
        code: str,
        typed: Callable[[str], str],
        read: Callable[[str], str],
        blanks: Collection[str] = (),
        *,
        free: bool = False,
    ) -> None:
        super().__init__()
        self._free = free
        self._code, self._typed, self._read, self._blanks = code, typed, read, blanks

    def __missing__(self, cell: str) -> str | Wrong | None:
        value: str | Wrong | None
        said = cell.strip() if self._free else seen(cell)
        if said and self._blanks and folded(said) in self._blanks:
            said = ""
        try:
            value = self._read(text) if said and (text := self._typed(said)) else None
        except InputRefusal as refusal:
            refusal.field = self._code
            value = Wrong(refusal)
        self[cell] = value
        return value


def as_typed(kind: FieldKind) -> Callable[[str], str]:
    """Return how trimmed cells of a field are taken that is no choice."""
    known = {FieldKind.DATE: as_date, FieldKind.PHONE: _phone, FieldKind.POSTCODE: _postcode}
    return known.get(kind, str)


def as_date(cell: str) -> str:
    """Return a day as Excel shows it: without the time, the count of days as the day it means.

    A count that may as well be a day whose first zero was lost stays as it is.
    """
    text = _TIME.sub("", unicodedata.normalize("NFKC", cell)).strip()
    count = _COUNT.fullmatch(text)
    if count is None:
        whole = _WITH_ZEROS.fullmatch(text)
        return whole[1] if whole else text
    year, month, day = int(count[1]), int(count[2]), int(count[3])
    days = year * 10_000 + month * 100 + day
    lost = 1 <= month <= _MONTHS and 1 <= day <= _LONGEST_MONTH
    return cell if lost or days > _LAST_COUNT else (_FIRST + timedelta(days)).isoformat()


def of_period(cell: str, *, until: bool) -> str:
    """Return the first or the last day of a period in one cell; what cannot be read, as it is.

    Raises `DateNotReadableError` where there is one day, and nothing shows which one it is.
    """
    cell = _TIME.sub("", cell).strip()
    days = _days(cell)
    if len(days) == 1:
        if cell[0] not in _TILDES and cell[-1] not in _TILDES:
            raise DateNotReadableError
        return days[0] if until is (cell[0] in _TILDES) else ""
    if not days:
        return "" if until else cell
    return days[-1] if until else days[0]


def told_by_resident(field: str, cell: str) -> str:
    """Return the day of birth or the sex as a resident number tells it; the rest is not read.

    A day of birth may stand there as well; what is covered as a whole tells nothing. Raises
    `ResidentNumberUnreadError`.
    """
    text = _NOTE.sub("", unicodedata.normalize("NFKC", cell))
    birth = field == "birth"
    if not any(map(str.isdigit, text)):
        return ""
    if _DAY.fullmatch(as_date(text)):
        return as_date(cell) if birth else ""
    match = _RESIDENT.fullmatch(text)
    if match is None:
        if birth:
            raise ResidentNumberUnreadError
        return ""
    year, month, day, seventh = match.groups()
    century = _CENTURY.get(seventh or "")
    if birth:
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


def _phone(cell: str) -> str:
    """Return a number with the zero that got lost: of figures alone, or of three blocks."""
    text = unicodedata.normalize("NFKC", cell)
    blocks = _BLOCKS.split(text)
    figures = "".join(blocks)
    usual = len(blocks) in {1, _BLOCKS_OF_PHONE} and figures.isascii() and figures.isdigit()
    return f"0{text}" if usual and _NO_ZERO.fullmatch(figures) else cell


def _postcode(cell: str) -> str:
    return f"0{cell}" if cell.isdigit() and len(cell) == _POSTCODE - 1 else cell
