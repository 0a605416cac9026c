"""Registers made-up people in one action: persons, keys, holdings, consents, guardians."""

from collections.abc import Sequence
from datetime import timedelta

from easycare_desktop.domain.consents import Capacity, ConsentMethod, ConsentResult
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.practice.people import Invented
from easycare_desktop.storage.repositories.holdings import NewHolding
from easycare_desktop.storage.unit_of_work import UnitOfWork


def register_invented(
    office: OpenOffice,
    kind: PersonKind,
    people: Sequence[Invented],
    *,
    consented: bool = True,
) -> None:
    """Add people with everything they come with, as one logged action."""
    with office.door.enter(Action.PERSON_REGISTERED, detail="practice") as step:
        for each in people:
            _add(office, step.uow, kind, each, consented=consented)
        step.count = len(people)


def _add(
    office: OpenOffice, uow: UnitOfWork, kind: PersonKind, of: Invented, *, consented: bool
) -> Person:
    person = uow.people.add(kind, of.registered_on)
    if consented:
        _consent(office, uow, person, of)
    uow.holdings.add(
        [
            NewHolding(
                person.id,
                code,
                fields,
                office.catalogue.group(code, kind).basis.value,
                "visit",
                of.registered_on,
            )
            for code, fields in of.values.items()
        ]
    )
    for rank, guardian in enumerate(of.guardians, 1):
        tied = _add(office, uow, PersonKind.GUARDIAN, guardian, consented=True)
        uow.people.link(person.id, tied.id, rank)
    return person


def _consent(office: OpenOffice, uow: UnitOfWork, person: Person, of: Invented) -> None:
    group = office.catalogue.group("consent_paper", person.kind)
    values = {
        "signed_on": of.registered_on.isoformat(),
        "signer_name": of.values["identity"]["name"],
        "signer_capacity": Capacity.SELF.value,
    }
    new = NewHolding(
        person.id, "consent_paper", values, group.basis.value, "visit", of.registered_on
    )
    paper = uow.holdings.add([new])[0]
    likes_news = person.id % 3 == 0
    for purpose in office.catalogue.purposes_for(person.kind):
        needed = purpose.required or any(code in of.values for code in purpose.groups)
        given = needed or likes_news
        ends = office.today() + timedelta(days=175 + person.id * 7 % 700)
        uow.consents.add(
            person.id,
            purpose.code,
            purpose.text_version,
            ConsentResult.GIVEN if given else ConsentResult.REFUSED,
            ConsentMethod.PAPER,
            said_on=of.registered_on,
            recorded_at=office.clock.now(),
            account_id=office.actor.account_id,
            until=ends if given and purpose.code == "marketing" else None,
            paper_id=paper.id,
        )
