"""What a run recorded of the key places."""

from collections.abc import Mapping
from datetime import date, datetime

from easycare_desktop.documents.contents.destruction_certificate import KeyPlaceLine
from easycare_desktop.services.paper_values.common import list_of


def places_of(facts: Mapping[str, object]) -> tuple[KeyPlaceLine, ...]:
    """Return the key places as a run recorded them."""
    return tuple(
        KeyPlaceLine(
            str(each["label"]),
            datetime.fromisoformat(str(each["looked_at"])) if each.get("newest") else None,
        )
        for each in list_of(facts.get("places"))
        if isinstance(each, dict)
    )


def struck_off(facts: Mapping[str, object]) -> tuple[date, ...]:
    """Return when places were struck off that may still hold older keys."""
    days = list_of(facts.get("struck_off"))
    return tuple(datetime.fromisoformat(str(each)).date() for each in days)
