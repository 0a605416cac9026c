"""Resident registration numbers: off unless a law names them, and only their shape is sure."""

from dataclasses import dataclass
from datetime import date, datetime

from easycare_desktop.domain.catalogue import FieldKind
from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.domain.validation_refusals import (
    DateImpossibleError,
    DigitCountError,
    NotANumberError,
    ResidentNumberNotAllowedError,
)

GROUP = "resident_number"
REGISTERED = frozenset({FieldKind.RESIDENT_NUMBER, FieldKind.FOREIGNER_NUMBER})
"""Numbers that the state gives to each person; they never leave the program in a list."""
PLACES = ((GROUP, "number"), ("unique_id", "foreigner_number"))
"""Item group and field of every number that begins with a day of birth."""
_LENGTH = 13
_CENTURIES = {"9": 1800, "0": 1800, "1": 1900, "2": 1900, "5": 1900, "6": 1900}
_CENTURIES |= {"3": 2000, "4": 2000, "7": 2000, "8": 2000}
_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
_FOREIGN = frozenset("5678")
_BETWEEN = " -\u00b7.\u2010\u2013"


@dataclass(frozen=True, slots=True)
class ResidentNumberPermit:
    """On which law an office keeps resident numbers, why, and which officer said so when."""

    article: str
    reason: str
    set_at: datetime
    set_by: int


class ResidentNumberBirthError(InputRefusal):
    """The number is not of somebody who was born on the day that is on record."""


class ResidentNumbersHeldError(Refusal):
    """Numbers are still kept: they go first. `count`: of how many people."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class PermitMissingError(InputRefusal):
    """Law and reason have to be named before resident numbers may be kept."""


def parse_resident_number(typed: str) -> str:
    """Return 000000-0000000. Raises an `InputRefusal`; the check digit proves nothing any more."""
    digits = "".join(char for char in typed.strip() if char not in _BETWEEN)
    if not digits.isascii() or not digits.isdigit():
        raise NotANumberError
    if len(digits) != _LENGTH:
        raise DigitCountError(_LENGTH, _LENGTH, len(digits))
    number = f"{digits[:6]}-{digits[6:]}"
    birth_of(number)
    return number


def parse_foreigner_number(typed: str) -> str:
    """Return 000000-0000000 of somebody registered as a foreigner: its seventh digit is 5 to 8.

    Raises `ResidentNumberNotAllowedError` for the number of anybody else, and as
    `parse_resident_number`.
    """
    number = parse_resident_number(typed)
    if number[7] not in _FOREIGN:
        raise ResidentNumberNotAllowedError
    return number


def birth_of(number: str) -> date:
    """Return the day of birth that a stored number tells. Raises `DateImpossibleError`."""
    try:
        return date(_CENTURIES[number[7]] + int(number[:2]), int(number[2:4]), int(number[4:6]))
    except ValueError:
        raise DateImpossibleError("day") from None


def fits_birth(number: str, birth: str) -> bool:
    """Tell whether a stored number is of somebody born on a day, in ISO form; empty fits all."""
    return not number or not birth or birth_of(number).isoformat() == birth


def has_check_digit(number: str) -> bool:
    """Tell whether the last digit is the check digit: of numbers given before October 2020."""
    digits = [int(char) for char in number if char.isdigit()]
    total = sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=False))
    base = _LENGTH if number[7] in _FOREIGN else _LENGTH - 2
    return (base - total % 11) % 10 == digits[-1]
