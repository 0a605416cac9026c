"""Numbers that are covered until somebody asks for them."""

from easycare_desktop.domain.catalogue import FieldKind, ItemField, Sensitivity
from easycare_desktop.domain.resident_numbers import REGISTERED

_SHOWN, _FRONT, _SHORT = 4, 7, 8
_WHOLE = 13


def is_covered(item: ItemField) -> bool:
    """Tell whether a value is covered until somebody asks for it."""
    return item.kind is FieldKind.ACCOUNT or item.sensitivity is Sensitivity.UNIQUE_ID


def covered_value(item: ItemField, value: str) -> str:
    """Return a covered value: of a resident number the front stays, of any other the last four."""
    return covered_back(value) if item.kind in REGISTERED else covered(value)


def covered(value: str) -> str:
    """Return the value with all but its last four letters covered; a short one whole."""
    places = [place for place, char in enumerate(value) if char != "-"]
    shown = places[-_SHOWN:] if len(places) >= _SHORT else []
    return _cover(value, shown)


def covered_back(value: str) -> str:
    """Return a resident number with the day of birth and one digit, the rest covered."""
    places = [place for place, char in enumerate(value) if char != "-"]
    return _cover(value, places[:_FRONT] if len(places) >= _WHOLE else [])


def _cover(value: str, shown: list[int]) -> str:
    return "".join(
        char if char == "-" or place in shown else "*" for place, char in enumerate(value)
    )
