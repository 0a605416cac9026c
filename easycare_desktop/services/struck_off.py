"""Key places that were struck off and may still hold older keys, as a destruction names them."""

from collections.abc import Mapping
from datetime import datetime

from easycare_desktop.documents.phrases import former_place
from easycare_desktop.services.older_pcs import is_pc
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.place_registry import FormerPlace, former_places
from easycare_desktop.storage.keys.switch_report import SwitchReport

LOST = "key_place_lost"


def holding_older(
    keys: OpenKeys, facts: Mapping[str, object], report: SwitchReport | None
) -> list[FormerPlace]:
    """Return the places that keep a destruction open: struck off, older, and not said to be gone.

    One that was lost counts where it was open before it was lost; else the certificate names it
    under what it cannot prove. `facts`: of the plan.
    """
    earlier = facts.get("places")
    waited_for = {
        each["id"]
        for each in (earlier if isinstance(earlier, list) else ())
        if not each["newest"] and not is_pc(each)
    }
    return [
        each
        for each in former_places(keys)
        if each.is_out and (each.id in waited_for or (not each.lost and _is_older(each, report)))
    ]


def gone_facts(keys: OpenKeys, report: SwitchReport | None) -> dict[str, object]:
    """Return when the places were struck off of which somebody says that they were destroyed."""
    gone = [
        each.removed_at.isoformat()
        for each in former_places(keys)
        if not each.is_out and _is_older(each, report)
    ]
    return {"said_gone": gone, "struck_off": []}


def former_facts(place: FormerPlace, now: datetime) -> dict[str, object]:
    """Return the line that stands among the key places of a destruction."""
    return {
        "id": place.id,
        "label": former_place(place.label, lost=place.lost),
        "newest": False,
        "generation": place.generation,
        "looked_at": now.isoformat(),
    }


def _is_older(place: FormerPlace, report: SwitchReport | None) -> bool:
    return report is None or place.generation < report.generation_to


def lost_generations(keys: OpenKeys) -> tuple[int, ...]:
    """Return the generation of keys that each lost place still holds."""
    entries = keys.ledger_entries()
    return tuple(int(str(each.facts["generation"])) for each in entries if each.kind == LOST)
