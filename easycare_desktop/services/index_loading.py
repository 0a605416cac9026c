"""Everybody in use as a line of the people list, opened in one passage through their holdings."""

from collections.abc import Sequence

from easycare_desktop.domain.holdings import HERE
from easycare_desktop.domain.people import PersonState
from easycare_desktop.services.person_lines import (
    LISTED,
    SHOWN,
    PersonLine,
    beside_of,
    line_from,
    said_of,
)
from easycare_desktop.storage.unit_of_work import UnitOfWork


def lines_in(uow: UnitOfWork) -> list[PersonLine]:
    """Return the lines of everybody in use, in order of number."""
    active, ending = PersonState.ACTIVE, PersonState.ENDING
    people = {
        person.id: person
        for person in uow.people.all()
        if person.state is active or person.state is ending
    }
    # No more than the list shows: of 20,000 people the rest would take 25 MB.
    shown: dict[str, dict[int, Sequence[str]]] = {group: {} for group in SHOWN}
    beside: dict[int, str] = {}
    for group, person_id, opened in uow.holdings.values_of_each(LISTED, HERE):
        if group in shown:
            shown[group][person_id] = said_of(group, opened)
        else:
            beside[person_id] = beside_of(group, opened)
    identities, entitlements = shown["identity"], shown["entitlement"]
    nobody, not_entitled = said_of("identity", {}), said_of("entitlement", {})
    return [
        line_from(
            person,
            identities.get(each, nobody),
            entitlements.get(each, not_entitled),
            beside.get(each, ""),
        )
        for each, person in people.items()
        if each in identities or each in entitlements
    ]
