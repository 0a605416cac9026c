"""The day of an item group that an office keeps an eye on, in the open: a date and nothing else."""

from collections.abc import Mapping
from datetime import date

from easycare_desktop.domain.once_more import CONTRACTS

WATCHED: Mapping[str, str] = dict.fromkeys(CONTRACTS, "ends_on")


def watched_on(group: str, values: Mapping[str, str]) -> date | None:
    """Return the day, where the group has one and it is on record."""
    text = values.get(WATCHED.get(group, ""), "")
    return date.fromisoformat(text) if text else None
