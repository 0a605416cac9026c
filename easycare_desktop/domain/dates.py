"""Reading a date as offices type it."""

import calendar as month_lengths
import re
import unicodedata
from datetime import date, timedelta

from easycare_desktop.domain.date_words import DateWords, Unit
from easycare_desktop.domain.periods import full_years
from easycare_desktop.domain.requests import DateInFutureError
from easycare_desktop.domain.validation_refusals import (
    AgeOutOfRangeError,
    DateImpossibleError,
    DateNotReadableError,
    DateOutOfRangeError,
    LunarDateError,
)

FIRST_YEAR = 1900
LAST_YEAR = 2100
OLDEST = 120
_NO_WORDS = DateWords()
_YEARS_AHEAD = 20
_YOUNGEST_BY_TWO_DIGITS = 15
_MONTHS = 12
_STEP = re.compile(r"([+-]?)(\d{1,4})(\D*)")
_WEEKDAY = re.compile(r"\([^()]*\)")
_WORDS = re.compile(r"[^\W\d_]+")
_FIGURES = re.compile(r"[0-9]+")
_WITH_YEAR = ([6], [8])
_WHOLE_LENGTH = len("2026-03-05")
_SEPARATORS = re.compile(r"[\s./,'\u2019\-\u2010-\u2015]+")
_COMPACT = {8: (4, 2, 2), 6: (2, 2, 2), 4: (2, 2)}
_DATE_PARTS = 3  # year, month, day


def parse_date(
    text: str,
    today: date,
    words: DateWords = _NO_WORDS,
    *,
    past: bool = False,
    birth: bool = False,
) -> date:
    """Return the day that `text` means on `today`.

    Reads 20260305, 260305, 0305, 2026-03-05, 2026. 3. 5.(Thu), 26.3.5, 3/5, +7, and the `words`.
    Of two-digit years the nearest that makes sense is taken: with `past` not in the future, with
    `birth` not of a small child, else up to twenty years ahead. Without a year: this year, with
    `past` the last such day.

    Raises `DateNotReadableError`, `LunarDateError`, `DateImpossibleError`, `DateOutOfRangeError`,
    and with `past` or `birth` `DateInFutureError`, with `birth` `AgeOutOfRangeError`.
    """
    found = _whole(text) or _closely(text, today, words, past=past or birth, birth=birth)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise DateOutOfRangeError(FIRST_YEAR, LAST_YEAR)
    if (past or birth) and found > today:
        raise DateInFutureError
    if birth and today.year - found.year >= OLDEST and full_years(found, today) > OLDEST:
        raise AgeOutOfRangeError(OLDEST)
    return found


def _whole(text: str) -> date | None:
    """Return a day that is written in full, as in nearly every list; else it is read closely."""
    if len(text) != _WHOLE_LENGTH or text[4] not in "-." or text[7] not in "-.":
        return None
    try:
        return date.fromisoformat(text.replace(".", "-"))
    except ValueError:
        return None


def _closely(text: str, today: date, words: DateWords, *, past: bool, birth: bool) -> date:
    text = unicodedata.normalize("NFKC", text)
    if not words.lunar.isdisjoint(_WORDS.findall(text)):
        raise LunarDateError
    plain = _WEEKDAY.sub("", text).casefold().strip()
    found = _word(plain, today, words)
    return found or _written(_numbers(plain, words), today, past=past, birth=birth)


def names_year(text: str) -> bool:
    """Tell whether a day is written with its year, in figures: no word and no step from today."""
    numbers = _FIGURES.findall(unicodedata.normalize("NFKC", text))
    return len(numbers) == _DATE_PARTS or [len(each) for each in numbers] in _WITH_YEAR


def written_date(day: date) -> str:
    """Return the day as Korean papers write it, e.g. "2026. 11. 23."."""
    return f"{day.year}. {day.month}. {day.day}."


def _word(plain: str, today: date, words: DateWords) -> date | None:
    joined = "".join(plain.split())
    if joined in words.days:
        return today + timedelta(days=words.days[joined])
    match = _STEP.fullmatch(joined)
    if match is None:
        return None
    sign, count, rest = match.groups()
    for word in words.later | words.earlier:
        if rest.endswith(word) and not sign:
            sign = "-" if word in words.earlier else "+"
            rest = rest.removesuffix(word)
    unit = words.units.get(rest) if rest else Unit.DAYS
    if not sign or unit is None:
        return None
    return _step(today, int(sign + count), unit)


def _step(today: date, count: int, unit: Unit) -> date:
    try:
        if unit is Unit.DAYS:
            return today + timedelta(days=count)
        if unit is Unit.WEEKS:
            return today + timedelta(weeks=count)
        months = count * _MONTHS if unit is Unit.YEARS else count
        year, month = divmod(today.year * _MONTHS + today.month - 1 + months, _MONTHS)
        last = month_lengths.monthrange(year, month + 1)[1]
        return date(year, month + 1, min(today.day, last))
    except (OverflowError, ValueError) as error:
        raise DateOutOfRangeError(FIRST_YEAR, LAST_YEAR) from error


def _numbers(plain: str, words: DateWords) -> list[str]:
    for sign in words.signs:
        plain = plain.replace(sign, " ")
    parts = [part for part in _SEPARATORS.split(plain) if part]
    if not parts or not all(part.isascii() and part.isdigit() for part in parts):
        raise DateNotReadableError
    if len(parts) == 1:
        return _cut(parts[0])
    return parts


def _cut(digits: str) -> list[str]:
    lengths = _COMPACT.get(len(digits))
    if lengths is None:
        raise DateNotReadableError
    parts, start = [], 0
    for length in lengths:
        parts.append(digits[start : start + length])
        start += length
    return parts


def _written(parts: list[str], today: date, *, past: bool, birth: bool) -> date:
    *years, month, day = parts
    if len(parts) > _DATE_PARTS or max(len(month), len(day)) > 2:  # noqa: PLR2004 - two digits
        raise DateNotReadableError
    if not years:
        found = _day(today.year, int(month), int(day))
        return _day(today.year - 1, int(month), int(day)) if past and found > today else found
    if len(years[0]) == 4:  # noqa: PLR2004 - a full year
        return _day(int(years[0]), int(month), int(day))
    if len(years[0]) != 2:  # noqa: PLR2004 - a year of two digits
        raise DateNotReadableError
    short = int(years[0])
    latest = today.year + (0 if past else _YEARS_AHEAD) - (_YOUNGEST_BY_TWO_DIGITS * birth)
    century = 2000 if 2000 + short <= latest else 1900
    return _day(century + short, int(month), int(day))


def _day(year: int, month: int, day: int) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateOutOfRangeError(FIRST_YEAR, LAST_YEAR)
    if not 1 <= month <= _MONTHS:
        raise DateImpossibleError("month")
    if not 1 <= day <= month_lengths.monthrange(year, month)[1]:
        raise DateImpossibleError("day")
    return date(year, month, day)
