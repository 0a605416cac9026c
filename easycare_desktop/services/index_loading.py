"""Everybody in use as a line of the people list, opened in one passage through their holdings."""

from easycare_desktop.domain.holdings import HERE
from easycare_desktop.domain.people import PersonState
from easycare_desktop.services.people_writing import line_of
from easycare_desktop.services.person_lines import FEW_HAVE, LISTED, PersonLine, person_line
from easycare_desktop.storage.unit_of_work import UnitOfWork


def lines_in(uow: UnitOfWork) -> list[PersonLine]:
    """Return the lines of everybody in use.

    Who has an item group twice, or one that few have, is opened alone.
    """
    active, ending = PersonState.ACTIVE, PersonState.ENDING
    people = {
        person.id: person
        for person in uow.people.all()
        if person.state is active or person.state is ending
    }
    lines: list[PersonLine] = []
    for person_id, said in uow.everybody.by_person(LISTED, FEW_HAVE, HERE):
        person = people.get(person_id)
        if person is not None:
            lines.append(person_line(person, *said) if said else line_of(uow, person))
    return lines
