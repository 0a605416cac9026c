"""Everybody in use as a line of the people list, opened in one passage through their holdings."""

from easycare_desktop.domain.holdings import HERE
from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.services.people_writing import line_of
from easycare_desktop.services.person_lines import (
    FEW_HAVE,
    LISTED,
    PersonLine,
    groups_of,
    person_line,
)
from easycare_desktop.storage.unit_of_work import UnitOfWork


def lines_in(uow: UnitOfWork) -> list[PersonLine]:
    """Return the lines of everybody in use.

    A line is made once both its item groups are there, which mostly lie side by side: of 20,000
    people all that no line shows would take 25 MB. Who has one of them twice, or one that few
    have, is opened alone.
    """
    active, ending = PersonState.ACTIVE, PersonState.ENDING
    people = {
        person.id: person
        for person in uow.people.all()
        if person.state is active or person.state is ending
    }
    pairs = {kind for kind in PersonKind if len(groups_of(kind)) > 1}
    lines: dict[int, PersonLine] = {}
    waiting: dict[int, tuple[str, dict[str, str]]] = {}
    twice: set[int] = set()
    for group, person_id, opened in uow.holdings.values_of_each(LISTED, HERE):
        person = people.get(person_id)
        if person is None:
            continue
        first = waiting.get(person_id)
        again = person_id in lines or (first is not None and first[0] == group)
        if again or group in FEW_HAVE:
            twice.add(person_id)
        elif first is not None:
            del waiting[person_id]
            first[1].update(opened)
            lines[person_id] = person_line(person, first[1])
        elif person.kind in pairs:
            waiting[person_id] = group, opened
        else:
            lines[person_id] = person_line(person, opened)
    for person_id, (_, opened) in waiting.items():
        lines[person_id] = person_line(people[person_id], opened)
    for person_id in twice:
        lines[person_id] = line_of(uow, people[person_id])
    return list(lines.values())
