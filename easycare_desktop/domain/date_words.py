"""The words that may be typed for a date. They come from `resources/rules/input_words.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType


class Unit(Enum):
    """What a step from today is counted in."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class DateWords:
    """Words by meaning, all in lower case and without blanks.

    `days`: word to days from today. `signs`: what stands behind year, month and day of a written
    date. `units`: word to the unit of a step. `later`, `earlier`: words behind a step. `lunar`:
    what tells that a day is of the lunar calendar.
    """

    days: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    signs: frozenset[str] = frozenset()
    units: Mapping[str, Unit] = field(default_factory=lambda: MappingProxyType({}))
    later: frozenset[str] = frozenset()
    earlier: frozenset[str] = frozenset()
    lunar: frozenset[str] = frozenset()
