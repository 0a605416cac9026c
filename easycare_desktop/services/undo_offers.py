"""The newest step of this session as it is offered to be undone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from easycare_desktop.domain.holdings import FieldChange, Holding
from easycare_desktop.domain.people import PersonState
from easycare_desktop.services.door import Step
from easycare_desktop.services.undo_steps import Done, Mark


@dataclass(frozen=True, slots=True)
class UndoOffer:
    """The newest step that can be undone.

    `begun`: item groups that were new, by holding; `newcomer`: the person was registered by it.
    `at`: nothing where no field was changed. `merge`: somebody was merged into the person by it,
    and `gone_number` is the number that comes back.
    """

    number: int
    person_id: int
    name: str
    changes: tuple[FieldChange, ...]
    at: datetime | None
    begun: Mapping[int, str]
    newcomer: bool = False
    merge: int = 0
    gone_number: str = ""


def offer_of(step: Step, done: Done, name: str) -> UndoOffer | None:
    """Return what can be undone; nothing where the person, or what was written, is elsewhere."""
    person = step.uow.people.some({done.person_id}).get(done.person_id)
    if person is None or person.state is PersonState.GONE:
        return None
    if done.merge:
        return _of_merge(step, done, name)
    begun = step.uow.many.some(done.begun)
    marked = step.uow.many.some({mark.holding_id for mark in done.marks})
    if any(_moved(each, done.person_id) for each in (*begun.values(), *marked.values())):
        return None
    changes = tuple(each for mark in done.marks for each in changes_of(step, mark))
    if not changes and not begun:
        return None
    at = max((each.changed_at for each in changes), default=None)
    groups = {each.id: each.group for each in begun.values()}
    return UndoOffer(done.number, done.person_id, name, changes, at, groups, done.newcomer)


def changes_of(step: Step, mark: Mark) -> list[FieldChange]:
    """Return what one version changed; nothing where the holding is gone."""
    holding = step.uow.holdings.get(mark.holding_id)
    if holding is None:
        return []
    return [each for each in step.uow.history.of_holding(holding) if each.version == mark.version]


def _of_merge(step: Step, done: Done, name: str) -> UndoOffer | None:
    merge = step.uow.merges.get(done.merge)
    if merge.undone_at is not None:
        return None
    gone = step.uow.people.get(merge.gone_id).number
    return UndoOffer(
        done.number,
        done.person_id,
        name,
        changes=(),
        at=merge.made_at,
        begun={},
        merge=merge.id,
        gone_number=gone,
    )


def _moved(holding: Holding, person_id: int) -> bool:
    return holding.person_id != person_id or holding.merged_from is not None
