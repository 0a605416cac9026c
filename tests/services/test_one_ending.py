"""Whichever way the relation with somebody ends, the same holds of them afterwards."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from easycare_desktop.domain.consents import ConsentResult, current_lines
from easycare_desktop.domain.destruction import PlanEmptyError, PlanState
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.people import ENDINGS_OF_KIND, Person, PersonKind, PersonState
from easycare_desktop.domain.relations import LinkEnding
from easycare_desktop.domain.requests import RequestState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.consent_writing import WITHDRAWN
from easycare_desktop.services.decisions import DecisionService
from easycare_desktop.services.returning import LETTER_GROUP
from easycare_desktop.services.several_endings import EndingDays
from easycare_desktop.services.tasks import TaskKind
from tests.helpers.cases import GUARDIAN, HEALTH, STAFF, agree, decided, register
from tests.helpers.office_copies import OfficeMould

DAY, LAST = date(2026, 11, 20), date(2026, 11, 19)
KINDS = (
    PersonKind.RECIPIENT,
    PersonKind.GUARDIAN,
    PersonKind.STAFF,
    PersonKind.JOBSEEKER,
    PersonKind.ENQUIRER,
)


@pytest.fixture
def other_services(mould: OfficeMould, tmp_path: Path) -> Iterator[Services]:
    office = mould.copy_to(tmp_path / "other").open()
    made = Services(office)
    made.start()
    yield made
    office.close()


def registered(services: Services, kind: PersonKind) -> Person:
    if kind is PersonKind.RECIPIENT:
        person = register(services)
        agree(services, person)
        services.people.save_group(person.id, "health", HEALTH)
        return person
    if kind is PersonKind.GUARDIAN:
        recipient = register(services)
        values = {group: dict(fields) for group, fields in GUARDIAN.items()}
        person = services.people.register(kind, values, guardian_of=recipient.id)
    elif kind is PersonKind.STAFF:
        values = {group: dict(fields) for group, fields in STAFF.items()}
        values["identity"]["name"] = "김담당"
        person = services.people.register(kind, values)
    else:
        born = {"birth": "1990-01-02"} if kind is PersonKind.JOBSEEKER else {}
        person = services.people.register(kind, {"identity": {"name": "마루한"} | born})
    if services.consents.purposes_for(kind):
        agree(services, person)
    return person


def end(services: Services, person: Person, way: str) -> None:
    reason = ENDINGS_OF_KIND[person.kind][0]
    last = LAST if person.kind is PersonKind.RECIPIENT else None
    days = EndingDays(reason, DAY, last)
    if way == "alone":
        services.several_endings.end_one(person.id, reason, days)
    elif way == "together":
        others = [register(services, name).id for name in ("가람", "나래")]
        services.several_endings.end([others[0], person.id, others[1]], reason, days)
    elif way == "with a form":
        decided(services, person, wish_on=DAY, last_service_on=LAST, ending=reason)
    else:
        (recipient,) = services.people.open(person.id).recipients
        services.relations.end(recipient.id, person.id, DAY, LinkEnding.REPLACED, with_data=True)


def picture(services: Services, person: Person) -> Mapping[str, object]:
    """Return what holds of somebody whose relation ended; each form has a holding of its own."""
    card = services.people.open(person.id)
    (case,) = [line.request for line in services.requests.all() if line.person.id == person.id]
    assert case.destruction_id is not None
    plan = services.destruction.view(case.destruction_id).plan
    consents = current_lines(list(card.consents))
    tasks = services.today.show().tasks
    return {
        "state": card.person.state,
        "days": (card.person.ended_on, card.person.last_service_on),
        "case": (case.state, case.wish_on, plan.request_id == case.id, plan.state),
        "given": [code for code, line in consents.items() if line.result is ConsentResult.GIVEN],
        "marks": sorted(
            str(each.facts["purpose"])
            for each in services.office.keys.restrictions()
            if each.kind == WITHDRAWN and each.subject == str(person.id)
        ),
        "holdings": sorted(
            (each.group, each.state.value, str(each.clock), str(each.destroy_by))
            for each in card.holdings
        ),
        "planned": sorted((each.group, each.action.value, str(each.until)) for each in plan.items),
        "due": plan.due_on,
        "accounts": [each.name for each in tasks if each.kind is TaskKind.LEAVER_ACCOUNT],
    }


@pytest.mark.parametrize("kind", KINDS)
def test_who_is_ended_alone_has_a_case_and_clocks_and_withdraws_nothing(
    services: Services, kind: PersonKind
):
    person = registered(services, kind)
    end(services, person, "alone")
    found = picture(services, person)
    assert found["state"] is PersonState.ENDING
    assert found["case"] == (RequestState.DECIDED, DAY, True, PlanState.AWAITING)
    asked = {each.code for each in services.consents.purposes_for(kind)}
    assert set(found["given"]) == asked
    assert found["marks"] == []
    assert found["accounts"] == (["김담당"] if kind is PersonKind.STAFF else [])
    card = services.people.open(person.id)
    in_use = [each.group for each in card.holdings if each.state is HoldingState.ACTIVE]
    assert in_use == [LETTER_GROUP]


@pytest.mark.parametrize(
    ("kind", "way"),
    [
        *((kind, "together") for kind in KINDS),
        (PersonKind.RECIPIENT, "with a form"),
        (PersonKind.GUARDIAN, "untied"),
    ],
)
def test_whichever_way_somebody_is_ended_the_same_holds(
    services: Services, other_services: Services, kind: PersonKind, way: str
):
    pictures = []
    for office, how in ((services, "alone"), (other_services, way)):
        person = registered(office, kind)
        end(office, person, how)
        pictures.append(picture(office, person))
    assert pictures[0] == pictures[1]


def drop(services: Services, plan_id: int) -> None:
    services.destruction.cancel(plan_id)


def take_back(services: Services, plan_id: int) -> None:
    request = services.destruction.view(plan_id).plan.request_id
    assert request is not None
    services.requests.take_back(request)


@pytest.mark.parametrize("back", [drop, take_back])
def test_whichever_way_it_is_taken_back_nobody_is_asked_for_the_account(
    services: Services, back: Callable[[Services, int], None]
):
    person = registered(services, PersonKind.STAFF)
    reason = ENDINGS_OF_KIND[PersonKind.STAFF][0]
    decision = services.several_endings.end_one(person.id, reason, EndingDays(reason, DAY, None))
    back(services, decision.plan.id)
    assert services.people.open(person.id).person.state is PersonState.ACTIVE
    tasks = {each.kind for each in services.today.show().tasks}
    assert TaskKind.LEAVER_ACCOUNT not in tasks


def test_a_tie_whose_ending_is_refused_leaves_no_case_behind(
    services: Services, monkeypatch: pytest.MonkeyPatch
):
    guardian = registered(services, PersonKind.GUARDIAN)

    def refuse(_service: DecisionService, _request_id: int) -> None:
        raise PlanEmptyError

    with monkeypatch.context() as planted:
        planted.setattr(DecisionService, "decide", refuse)
        with pytest.raises(PlanEmptyError):
            end(services, guardian, "untied")
    end(services, guardian, "untied")
    assert services.people.open(guardian.id).person.state is PersonState.ENDING
