"""The day of an item group that an office keeps an eye on, in the open: a date and nothing else."""

from collections.abc import Mapping
from datetime import date

from easycare_desktop.domain.once_more import CONTRACTS, is_settled

WATCHED: Mapping[str, str] = dict.fromkeys(CONTRACTS, "ends_on")


def watched_on(group: str, values: Mapping[str, str]) -> date | None:
    """Return the day, where the group has one and it is on record; not of what is settled."""
    text = "" if is_settled(values) else values.get(WATCHED.get(group, ""), "")
    return date.fromisoformat(text) if text else None
