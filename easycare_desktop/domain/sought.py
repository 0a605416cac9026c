"""What somebody types to find a person: letters, numbers, days of birth however written."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Full-width signs, as some input methods write them, and the full-width blank.
_WIDE = {code + 0xFEE0: code for code in range(0x21, 0x7F)} | {0x3000: 0x20}
_ABROAD = re.compile(r"\+\s*82[\s\-]*(?:\(0\)|0)?")
_LEADING = "pPlL-"
_NO_DIGITS = bytes(code for code in range(128) if chr(code) not in "0123456789 \n")
_NUMBER_SIGNS = re.compile(r"[\d.,/+()#]+")
# The words for year, month, day and birth stand where a written date has them.
_BETWEEN = r"(?:\s*[.,/\-\ub144\uc6d4]\s*|\s+)"
_DAY = re.compile(
    rf"(?<!\d)(\d{{4}}|\d\d){_BETWEEN}(0?[1-9]|1[0-2]){_BETWEEN}(0?[1-9]|[12]\d|3[01])"
    r"(?!\d)\s*[.\uc77c]?(?!\w)"
)
# Two digits and the words for who was born that year; nobody is asked for before they are fifteen.
_BORN = re.compile(r"(?<!\d)(\d\d)\s*\ub144\s*\uc0dd")
_OF_THIS_CENTURY = 15
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[.\ub144]\s*(?:\uc0dd|(\d\d?)(?!\d)\s*(\uc6d4?))?")


@dataclass(frozen=True, slots=True)
class Sought:
    """What was typed. `is_number`: nothing but a number, else `letters` may stand beside `digits`.

    `plain`: all of it, as words are compared.
    """

    plain: str
    letters: str
    digits: str
    is_number: bool


@lru_cache(maxsize=1)
def sought_in(typed: str) -> Sought:
    """Read what was typed, signs of full width and numbers dialled from abroad included."""
    text = " ".join(unicodedata.normalize("NFC", typed).translate(_WIDE).split())
    if not any(map(str.isdigit, text)):
        return Sought(plain_words(text), text, "", is_number=False)
    named = _days_joined(_ABROAD.sub("0", text))
    digits = "".join(filter(str.isdigit, named))
    is_number = not any(map(str.isalpha, named.lstrip(_LEADING)))
    letters = "" if is_number else _NUMBER_SIGNS.sub(" ", named).strip()
    return Sought(plain_words(text), letters, digits, is_number)


def plain_words(text: str) -> str:
    """Return a text as it is compared: blanks and commas do not count, nor do cases."""
    return text.replace(" ", "").replace(",", "").casefold()


def digits_of(text: str) -> str:
    """Return the digits of a text as numbers are compared; blanks and ends of lines stay."""
    return text.encode("ascii", "ignore").translate(None, _NO_DIGITS).decode()


def _days_joined(text: str) -> str:
    """Write days, and years with a month, as they stand among the digits of a line."""
    text = _BORN.sub(_year, text)
    found = _DAY.sub(_day, text)
    return _MONTH.sub(_month, found) if found == text else found


def _year(match: re.Match[str]) -> str:
    century = "20" if int(match[1]) < _OF_THIS_CENTURY else "19"
    return century + match[1]


def _day(match: re.Match[str]) -> str:
    year, month, day = match.groups()
    return f"{year}{month:0>2}{day:0>2}"


def _month(match: re.Match[str]) -> str:
    year, month, is_whole = match.groups()
    if not month:
        return year
    # With a nought or a one a month may only begin.
    return year + (month if month in "01" and not is_whole else f"{month:0>2}")
