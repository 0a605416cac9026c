"""Merges as a person's card tells of them, and whether one can still be undone."""

from dataclasses import dataclass
from datetime import date

from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.merging import Merge
from easycare_desktop.domain.people import PersonState
from easycare_desktop.storage.unit_of_work import UnitOfWork

_FREE = frozenset({HoldingState.ACTIVE, HoldingState.CORRECTING})


@dataclass(frozen=True, slots=True)
class MergeView:
    """A merge as a person's card tells of it."""

    merge: Merge
    gone_number: str
    open: bool


def merges_of(uow: UnitOfWork, person_id: int, today: date) -> tuple[MergeView, ...]:
    """Return the merges into a person that were not undone, newest first."""
    return tuple(
        MergeView(each, uow.people.get(each.gone_id).number, _may_go(uow, each, today))
        for each in uow.merges.of_person(person_id)
        if each.undone_at is None
    )


def still_open(uow: UnitOfWork, merge: Merge, today: date) -> bool:
    """Tell whether the person goes on, and all that was moved is still free to go back."""
    keeper = uow.people.get(merge.keeper_id)
    if not merge.open_on(today) or keeper.state is not PersonState.ACTIVE:
        return False
    known = uow.many.some(merge.moved.holdings)
    return len(known) == len(merge.moved.holdings) and all(
        each.state in _FREE and each.person_id == merge.keeper_id for each in known.values()
    )


def planned_in(uow: UnitOfWork, merge: Merge) -> str:
    """Return the number of a plan that is not over and has something that was moved; or nothing.

    It says whose that is: parted, it would be told of the wrong person.
    """
    moved = {*merge.moved.holdings}
    plans = [plan for plan in uow.plans.of_person(merge.keeper_id) if not plan.over]
    return next((p.number for p in plans if any(i.holding_id in moved for i in p.items)), "")


def newer_than(uow: UnitOfWork, merge: Merge) -> Merge | None:
    """Return the newest merge into the same person that came later and still stands."""
    later = (each for each in uow.merges.of_person(merge.keeper_id) if each.id > merge.id)
    return next((each for each in later if each.undone_at is None), None)


def _may_go(uow: UnitOfWork, merge: Merge, today: date) -> bool:
    return still_open(uow, merge, today) and newer_than(uow, merge) is None
