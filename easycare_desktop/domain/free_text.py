"""Free text: what may be written, and the numbers that must not stand in it."""

import re
import unicodedata
from datetime import date

from easycare_desktop.domain.validation_refusals import (
    CardNumberNotAllowedError,
    CharacterNotAllowedError,
    ResidentNumberNotAllowedError,
    TextTooLongError,
)

LONGEST_LINE = 200
LONGEST_TEXT = 2000
SHORTEST_NUMBER = 13
"""Shorter texts hold no number that is refused, if they are plain ASCII as they stand."""
_SPLIT_NUMBER = re.compile(
    r"(?<!\d)(\d{2})(\d{2})(\d{2})\s?[-\u2010-\u2015\u2212~.]\s?([1-8])\d{6}(?!\d)"
)
_JOINED_NUMBER = re.compile(r"(?<!\d)(\d{2})(\d{2})(\d{2})\s?([1-8])\d{6}(?!\d)")
_CARD_DIGITS = 15
_TOLD_DIGITS = 7  # six of the day of birth, and the one that tells sex and century
# What every resident number begins with, and hardly anything else has.
_SIX_DIGITS = re.compile(r"\d{6}")
_SEVEN_DIGITS = re.compile(r"\d{7}")
_MANY_DIGITS = re.compile(rf"(?:\d\D*){{{SHORTEST_NUMBER}}}")
_FOUR_DIGITS = re.compile(r"\d{4}")
_CARD_NUMBER = re.compile(r"(?<!\d)\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{3,4}(?!\d)")
_CENTURIES = {
    "1": 1900,
    "2": 1900,
    "3": 2000,
    "4": 2000,
    "5": 1900,
    "6": 1900,
    "7": 2000,
    "8": 2000,
}


def parse_line(text: str, maximum: int = 0) -> str:
    """Return the text on one line with single blanks. Raises as `check_text`."""
    line = " ".join(unicodedata.normalize("NFC", text).split())
    check_text(line, maximum or LONGEST_LINE)
    return line


def parse_long_text(text: str, maximum: int = 0) -> str:
    """Return the text with its lines, ends trimmed. Raises as `check_text`."""
    lines = unicodedata.normalize("NFC", text).replace("\t", " ").splitlines()
    long = "\n".join(line.rstrip() for line in lines).strip()
    check_text(long.replace("\n", " "), maximum or LONGEST_TEXT)
    return long


def check_text(text: str, maximum: int) -> None:
    """Raise `TextTooLongError` or, for control characters, `CharacterNotAllowedError`."""
    if len(text) > maximum:
        raise TextTooLongError(maximum, len(text))
    if text.isprintable():
        return
    for position, char in enumerate(text, start=1):
        if unicodedata.category(char) in {"Cc", "Cs", "Co", "Cn"}:
            raise CharacterNotAllowedError(position)


def may_hold_number(text: str) -> bool:
    """Tell whether so many digits stand in a text that a number could be refused in it."""
    return bool(_MANY_DIGITS.search(unicodedata.normalize("NFKC", text)))


def refuse_resident_number(
    text: str,
    *,
    joined: bool,
    refusal: type[ResidentNumberNotAllowedError] = ResidentNumberNotAllowedError,
) -> None:
    """Raise `refusal` if something in the text looks like a resident number.

    Six digits that are a date, a hyphen, and seven digits of which the first is 1 to 8; with
    `joined` also thirteen digits in a row. The check digit proves nothing since October 2020.
    """
    plain = unicodedata.normalize("NFKC", text)
    if len(plain) < SHORTEST_NUMBER or not _SIX_DIGITS.search(plain):
        return
    patterns = (_SPLIT_NUMBER, _JOINED_NUMBER) if joined else (_SPLIT_NUMBER,)
    for pattern in patterns:
        for match in pattern.finditer(plain):
            if _is_birth(*match.groups()):
                raise refusal


def cover_resident_numbers(text: str) -> str:
    """Return the text with all but the first seven digits of what looks like one covered.

    With a hyphen no day has to be right: what is covered may be mistyped.
    """
    plain = unicodedata.normalize("NFKC", text)
    hidden = _SPLIT_NUMBER.sub(_cover, plain)
    hidden = _JOINED_NUMBER.sub(_cover_birth, hidden)
    return text if hidden == plain else hidden


def cover_all_but_seven(text: str) -> str:
    """Return a cell of resident numbers with every digit behind the seventh covered."""
    return _cover_behind(text, _TOLD_DIGITS)


def cover_all_but_one(text: str) -> str:
    """Return the last seven digits of a resident number with all but the first covered."""
    return _cover_behind(text, 1)


def may_be_back_digits(text: str) -> bool:
    """Tell whether a cell of resident numbers holds nothing but seven digits: perhaps the last."""
    return _SEVEN_DIGITS.fullmatch(unicodedata.normalize("NFKC", text).strip()) is not None


def _cover_behind(text: str, told: int) -> str:
    digits = [place for place, char in enumerate(text) if char.isdigit()][told:]
    hidden = frozenset(digits)
    return "".join("*" if place in hidden else char for place, char in enumerate(text))


def refuse_card_number(text: str) -> None:
    """Raise `CardNumberNotAllowedError` if the text holds a full payment card number."""
    plain = unicodedata.normalize("NFKC", text)
    if len(plain) < _CARD_DIGITS or not _FOUR_DIGITS.search(plain):
        return
    for match in _CARD_NUMBER.finditer(plain):
        digits = [int(char) for char in match.group() if char.isdigit()]
        if digits[0] in {3, 4, 5, 6, 9} and _luhn(digits):
            raise CardNumberNotAllowedError


def _is_birth(year: str, month: str, day: str, seventh: str) -> bool:
    try:
        date(_CENTURIES[seventh] + int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _cover(match: re.Match[str]) -> str:
    return cover_all_but_seven(match.group())


def _cover_birth(match: re.Match[str]) -> str:
    return _cover(match) if _is_birth(*match.groups()) else match.group()


def _luhn(digits: list[int]) -> bool:
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = digit * 2 if place % 2 else digit
        total += doubled - 9 if doubled > 9 else doubled  # noqa: PLR2004 - sum of two digits
    return total % 10 == 0
