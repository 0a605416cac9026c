"""Registers made-up people in one action: persons, keys, holdings, consents, guardians."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from easycare_desktop.domain.consents import Capacity, ConsentMethod, ConsentResult
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.practice.people import Invented
from easycare_desktop.storage.repositories.beginning import NewHolding
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
        added: list[_Added] = []
        for each in people:
            _add(step.uow, kind, each, added, consented=consented)
        _hold(office, step.uow, added)
        step.count = len(people)


@dataclass(frozen=True, slots=True)
class _Added:
    """Somebody who has a number and no holdings yet."""

    person: Person
    of: Invented
    consented: bool


def _add(
    uow: UnitOfWork, kind: PersonKind, of: Invented, added: list[_Added], *, consented: bool
) -> Person:
    """Give numbers to a person and to the guardians."""
    person = uow.people.add(kind, of.registered_on)
    added.append(_Added(person, of, consented))
    for rank, guardian in enumerate(of.guardians, 1):
        tied = _add(uow, PersonKind.GUARDIAN, guardian, added, consented=True)
        uow.people.link(person.id, tied.id, rank)
    return person


def _hold(office: OpenOffice, uow: UnitOfWork, added: Sequence[_Added]) -> None:
    """Make everybody's keys in one durable step, then what hangs on them."""
    signed = [each for each in added if each.consented]
    papers = [_paper(office, each) for each in signed]
    made = uow.holdings.add(papers + [new for each in added for new in _items(office, each)])
    for each, paper in zip(signed, made, strict=False):
        _consent(office, uow, each, paper.id)


def _items(office: OpenOffice, added: _Added) -> list[NewHolding]:
    person, day = added.person, added.of.registered_on
    return [
        NewHolding(
            person.id,
            code,
            fields,
            office.catalogue.group(code, person.kind).basis.value,
            "visit",
            day,
        )
        for code, fields in added.of.values.items()
    ]


def _paper(office: OpenOffice, added: _Added) -> NewHolding:
    person, of = added.person, added.of
    group = office.catalogue.group("consent_paper", person.kind)
    values = {
        "signed_on": of.registered_on.isoformat(),
        "signer_name": of.values["identity"]["name"],
        "signer_capacity": Capacity.SELF.value,
    }
    return NewHolding(
        person.id, "consent_paper", values, group.basis.value, "visit", of.registered_on
    )


def _consent(office: OpenOffice, uow: UnitOfWork, added: _Added, paper_id: int) -> None:
    person, of = added.person, added.of
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
            paper_id=paper_id,
        )
