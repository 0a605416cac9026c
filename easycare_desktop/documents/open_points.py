"""What is not finished, for letters: each thing once, with the names of what is meant."""

from collections.abc import Iterable

from easycare_desktop.documents.phrases import open_point
from easycare_desktop.documents.words import word
from easycare_desktop.domain.destruction import OutsidePlace

_TWIN, _OUTSIDE = "twin", "outside"


def open_points(codes: Iterable[str]) -> tuple[str, ...]:
    """Return a sentence for each kind of open point. `codes` as recorded, e.g. outside.paper."""
    found: dict[str, dict[str, None]] = {}
    for code in codes:
        kind, _, which = code.partition(".")
        found.setdefault(kind, {})[which] = None
    return tuple(_sentence(kind, list(which)) for kind, which in found.items())


def _sentence(kind: str, which: list[str]) -> str:
    names = {_OUTSIDE: _outside, _TWIN: ", ".join}.get(kind)
    said = open_point(kind)
    return f"{said} ({names(which)})" if names else said


def _outside(places: Iterable[str]) -> str:
    return ", ".join(word(OutsidePlace(each)) for each in places)
