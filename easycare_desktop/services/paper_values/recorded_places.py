"""What a run recorded of the key places."""

from collections.abc import Mapping
from datetime import datetime

from easycare_desktop.documents.contents.destruction_certificate import KeyPlaceLine, StruckOff
from easycare_desktop.services.facts import listed_in


def places_of(facts: Mapping[str, object]) -> tuple[KeyPlaceLine, ...]:
    """Return the key places as a run recorded them."""
    return tuple(
        KeyPlaceLine(
            str(each["label"]),
            datetime.fromisoformat(str(each["looked_at"])) if each.get("newest") else None,
        )
        for each in listed_in(facts, "places")
        if isinstance(each, dict)
    )


def struck_off(facts: Mapping[str, object]) -> tuple[StruckOff, ...]:
    """Return the places that were struck off and that no line of the table names.

    A run of an older program noted no more than when; one of this program notes those of which
    the office says that they were destroyed.
    """
    return (*_days(facts, "struck_off", gone=False), *_days(facts, "said_gone", gone=True))


def _days(facts: Mapping[str, object], name: str, *, gone: bool) -> tuple[StruckOff, ...]:
    days = listed_in(facts, name)
    return tuple(StruckOff(datetime.fromisoformat(str(each)).date(), gone) for each in days)
