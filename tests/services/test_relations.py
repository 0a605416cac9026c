from datetime import timedelta

import pytest

from easycare_desktop.domain.destruction import PlanState
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.people import (
    EndingReason,
    Person,
    PersonHasEndedError,
    PersonKind,
    PersonState,
)
from easycare_desktop.domain.relations import AlreadyLinkedError, LinkEnding, NotLinkedError
from easycare_desktop.domain.requests import DateInFutureError
from easycare_desktop.domain.signals import UNTIED
from easycare_desktop.services.bundle import Services
from tests.helpers.cases import GUARDIAN, decided, known_person, register


def guardian_of(services: Services, recipient: Person, name: str = "홍보호") -> Person:
    values = {group: dict(fields) for group, fields in GUARDIAN.items()}
    values["identity"]["name"] = name
    return services.people.register(PersonKind.GUARDIAN, values, guardian_of=recipient.id)


def guardians(services: Services, recipient: Person) -> list[str]:
    return [each.name for each in services.people.open(recipient.id).guardians]


def codes(services: Services, person: Person) -> set[str]:
    return {each.code for each in services.people.open(person.id).signals}


def test_the_data_of_a_guardian_of_nobody_else_begin_to_end(services: Services):
    recipient = register(services)
    first, second = guardian_of(services, recipient), guardian_of(services, recipient, "홍둘째")
    today = services.office.today()
    untied = services.relations.end(
        recipient.id, first.id, today, LinkEnding.REPLACED, with_data=True
    )
    assert guardians(services, recipient) == ["홍둘째"]
    person = services.people.open(first.id).person
    assert (person.state, person.ending) == (PersonState.ENDING, EndingReason.RELATION_END)
    holdings = services.people.open(first.id).holdings
    asked = [each for each in holdings if each.group == "identity"]
    assert [each.state for each in asked] == [HoldingState.DUE]
    assert all(each.destroy_by is not None for each in asked)
    assert services.destruction.view(untied.plan_id).plan.state is PlanState.AWAITING
    for side in (recipient, first):
        (ended,) = services.relations.ended(side.id)
        assert (ended.ended_on, ended.reason) == (today, LinkEnding.REPLACED)
    with pytest.raises(NotLinkedError):
        services.relations.end(recipient.id, first.id, today, LinkEnding.DIED, with_data=True)
    services.relations.undo(untied)
    assert guardians(services, recipient) == ["홍보호", "홍둘째"]
    assert services.people.open(first.id).person.state is PersonState.ACTIVE
    assert services.people.open(second.id).person.state is PersonState.ACTIVE
    assert not services.relations.ended(recipient.id)


def test_a_guardian_of_somebody_else_stays(services: Services):
    one, other = register(services, "홍길순"), register(services, "홍길남")
    guardian = guardian_of(services, one)
    services.people.link_guardian(other.id, guardian.id)
    assert not services.relations.is_last(one.id, guardian.id)
    services.relations.end(
        one.id, guardian.id, services.office.today(), LinkEnding.DECLINED, with_data=True
    )
    assert services.people.open(guardian.id).person.state is PersonState.ACTIVE
    assert guardians(services, other) == ["홍보호"]
    assert UNTIED not in codes(services, guardian)


def test_who_was_tied_by_mistake_is_looked_after_until_tied_again(services: Services):
    recipient, other = register(services), register(services, "홍길남")
    guardian = guardian_of(services, recipient)
    today = services.office.today()
    with pytest.raises(DateInFutureError):
        services.relations.end(
            recipient.id,
            guardian.id,
            today + timedelta(days=1),
            LinkEnding.MISTAKE,
            with_data=False,
        )
    services.relations.end(recipient.id, guardian.id, today, LinkEnding.MISTAKE, with_data=False)
    assert UNTIED in codes(services, guardian)
    assert UNTIED in {each.code for each in services.signals.all()[guardian.id]}
    services.people.link_guardian(other.id, guardian.id)
    assert UNTIED not in codes(services, guardian)


def test_nobody_is_tied_to_whom_the_office_is_leaving(services: Services):
    going, stays = known_person(services), register(services, "홍남음")
    tied = guardian_of(services, going)
    other = guardian_of(services, stays, "홍다른")
    decided(services, going)
    with pytest.raises(PersonHasEndedError):
        services.people.link_guardian(going.id, other.id)
    with pytest.raises(PersonHasEndedError):
        guardian_of(services, going, "홍새로")
    assert guardians(services, stays) == ["홍다른"]
    values = {"identity": dict(GUARDIAN["identity"]) | {"name": "홍셋째"}}
    third = services.people.register(PersonKind.GUARDIAN, values)
    services.people.link_guardian(stays.id, third.id)
    assert guardians(services, stays) == ["홍다른", "홍셋째"]
    services.people.link_guardian(stays.id, tied.id)
    kept = services.people.open(tied.id)
    assert {each.state for each in kept.holdings} == {HoldingState.ACTIVE}


def test_who_is_tied_already_and_who_is_leaving_are_told_apart(services: Services):
    recipient, other = register(services), register(services, "홍길남")
    guardian, second = guardian_of(services, recipient), guardian_of(services, recipient, "홍둘째")
    with pytest.raises(AlreadyLinkedError):
        services.people.link_guardian(recipient.id, guardian.id)
    assert guardians(services, recipient) == ["홍보호", "홍둘째"]
    with pytest.raises(NotLinkedError):
        services.people.call_first(other.id, guardian.id)
    decided(services, recipient)
    with pytest.raises(PersonHasEndedError):
        services.people.call_first(recipient.id, second.id)
