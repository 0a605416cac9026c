"""The calendar of Korean public holidays: the library's, and the office's own rows."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from easycare_desktop.domain.calendar import Calendar

YEARS_BACK = 3
YEARS_AHEAD = 2


def load_calendar(today: date, extra: Mapping[date, str]) -> Calendar:
    """Return the holidays of the years around `today`, with the days named at short notice.

    Years further away count weekends only: no answer falls due there.
    """
    return Calendar(MappingProxyType({**_public_around(today.year), **extra}))


@lru_cache
def _public_around(year: int) -> Mapping[date, str]:
    from holidays import country_holidays  # noqa: PLC0415 - 0.1 s that a start can spare

    years = range(year - YEARS_BACK, year + YEARS_AHEAD + 1)
    return dict(country_holidays("KR", years=years, language="ko").items())
