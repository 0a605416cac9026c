"""Ties between persons in use that a list made: its undo takes them out again."""

import json
from collections.abc import Collection, Sequence

from easycare_desktop.storage.unit_of_work import UnitOfWork

Tie = tuple[int, int]
"""The ids of a recipient and of a guardian."""


def note_ties(uow: UnitOfWork, run_id: int, ties: Sequence[Tie]) -> None:
    """Keep which ties a list made, each with the last end of such a tie before."""
    if ties:
        noted = [(*tie, _last_end(uow, *tie)) for tie in ties]
        uow.meta.put(_name(run_id), json.dumps(noted))


def ties_of(uow: UnitOfWork, run_id: int, stays: Collection[int]) -> list[Tie]:
    """Return those that are still there, but for recipients who stay as they are.

    One that was ended since is another tie, if there is one again.
    """
    noted = json.loads(uow.meta.get(_name(run_id), "[]"))
    return [
        (recipient, guardian)
        for recipient, guardian, last in noted
        if recipient not in stays
        and guardian in uow.people.guardians_of(recipient)
        and _last_end(uow, recipient, guardian) == last
    ]


def untie(uow: UnitOfWork, run_id: int, stays: Collection[int]) -> int:
    """Take out the ties that a list made, and forget which they were; return how many."""
    ties = ties_of(uow, run_id, stays)
    for recipient, guardian in ties:
        uow.relations.unlink(recipient, guardian)
        uow.people.put_in_order(recipient, uow.people.guardians_of(recipient))
    uow.meta.drop(_name(run_id))
    return len(ties)


def _last_end(uow: UnitOfWork, recipient: int, guardian: int) -> int:
    ends = (each.id for each in uow.relations.of(recipient) if each.guardian_id == guardian)
    return max(ends, default=0)


def _name(run_id: int) -> str:
    return f"list_ties.{run_id}"
