"""Rows whose key is gone without a tombstone: an alarm, never to be shown as destroyed."""

from dataclasses import dataclass

from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice


@dataclass(frozen=True, slots=True)
class MissingKey:
    """One holding that nothing opens, by the number of its person and its item group."""

    holding_id: int
    person_number: str
    group: str
    separated: bool


def missing_keys(office: OpenOffice, step: Step) -> list[MissingKey]:
    """Return every row, in use or kept apart, for which the keys hold nothing at all."""
    keys = office.keys
    known = keys.living_keys().keys() | keys.separated_ids() | keys.tombstones()
    found = []
    for holding_id in step.uow.many.beyond(known):
        holding = step.uow.holdings.get(holding_id)
        if holding is not None:
            person = step.uow.people.get(holding.person_id)
            found.append(MissingKey(holding.id, person.number, holding.group, separated=False))
    found += [
        MissingKey(each.id, each.person_number, each.group, separated=True)
        for each in step.separated.all()
        if each.id not in known
    ]
    return found
