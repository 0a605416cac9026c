"""Whose item group a measure or a choice is about."""

from dataclasses import dataclass

from easycare_desktop.domain.holdings import HoldingState


@dataclass(frozen=True, slots=True)
class Subject:
    """One item group in words. `who`: the name while it is in use, and the number."""

    holding_id: int
    person_id: int
    state: HoldingState
    what: str
    who: str
