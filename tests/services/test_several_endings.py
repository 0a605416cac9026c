"""Several people are ended together: a case each, one refusal stops nobody, all taken back."""

from collections.abc import Callable
from datetime import date

import pytest

from easycare_desktop.domain.destruction import PlanEmptyError, PlanState
from easycare_desktop.domain.people import EndingReason, PersonKind, PersonState
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.request_refusals import OpenRequestExistsError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.decisions import Decision, DecisionService
from easycare_desktop.services.several_endings import EndingDays
from easycare_desktop.services.tasks import TaskKind
from tests.helpers.cases import LAST_SERVICE, STAFF, approved, known_person, register

DAYS = EndingDays(EndingReason.FACILITY, date(2026, 11, 20), LAST_SERVICE)


def states(services: Services, people: list[int]) -> list[PersonState]:
    return [services.people.open(each).person.state for each in people]


def test_each_is_looked_at_and_ended_with_a_plan_of_their_own(services: Services):
    people = [known_person(services).id, register(services, "마루한").id]
    look = services.several_endings.look(people, DAYS)
    assert set(look.judged) == set(people)
    assert all(each.goes and each.stays for each in look.judged.values())
    assert states(services, people) == [PersonState.ACTIVE] * 2
    ended = services.several_endings.end(people, EndingReason.FACILITY, DAYS)
    assert set(ended.cases) == set(people)
    assert not ended.refused
    assert states(services, people) == [PersonState.ENDING] * 2
    made = [each.request for each in services.requests.all()]
    plans = {each.destruction_id for each in made if each.id in ended.cases.values()}
    assert len(plans) == 2
    assert not services.several_endings.take_back(ended)
    assert states(services, people) == [PersonState.ACTIVE] * 2
    for plan in plans:
        assert plan is not None
        assert services.destruction.view(plan).plan.state is PlanState.CANCELLED


def test_who_has_an_open_case_does_not_stop_the_others(services: Services):
    waiting, other = known_person(services), register(services, "마루한")
    services.requests.take_ending(
        waiting.id, EndingReason.FACILITY, last_service_on=LAST_SERVICE, ended_on=DAYS.ended_on
    )
    ended = services.several_endings.end([waiting.id, other.id], EndingReason.FACILITY, DAYS)
    assert set(ended.cases) == {other.id}
    assert isinstance(ended.refused[waiting.id], OpenRequestExistsError)


def test_staff_leave_together_and_their_accounts_are_not_forgotten(services: Services):
    people = []
    for name in ("김담당", "마루한"):
        values = {group: dict(fields) for group, fields in STAFF.items()}
        values["identity"]["name"] = name
        people.append(services.people.register(PersonKind.STAFF, values).id)
    days = EndingDays(EndingReason.LEFT_JOB, date(2026, 11, 20), None)
    ended = services.several_endings.end(people, EndingReason.LEFT_JOB, days)
    assert set(ended.cases) == set(people)
    assert accounts_asked_for(services) == ["김담당"]
    services.several_endings.take_back(ended)
    assert not accounts_asked_for(services)


def accounts_asked_for(services: Services) -> list[str]:
    tasks = services.today.show().tasks
    return [each.name for each in tasks if each.kind is TaskKind.LEAVER_ACCOUNT]


def test_a_day_on_record_goes_before_the_one_of_all(services: Services):
    left, other = (dict(STAFF["employment"]) | more for more in ({"left_on": "2025-11-10"}, {}))
    people = [
        services.people.register(PersonKind.STAFF, {**STAFF, "employment": values}).id
        for values in (left, other)
    ]
    days = EndingDays(EndingReason.LEFT_JOB, date(2026, 11, 20), None)
    look = services.several_endings.look(people, days)
    services.several_endings.end(people, EndingReason.LEFT_JOB, days)
    ended = [services.people.open(each).person.ended_on for each in people]
    assert ended == [date(2025, 11, 10), date(2026, 11, 20)]
    assert [look.days[each].ended_on for each in people] == ended


def test_a_case_that_is_refused_goes_again(services: Services, monkeypatch: pytest.MonkeyPatch):
    person = known_person(services)
    with monkeypatch.context() as planted:
        planted.setattr(DecisionService, "decide", refusing(PlanEmptyError()))
        ended = services.several_endings.end([person.id], EndingReason.FACILITY, DAYS)
    assert isinstance(ended.refused[person.id], PlanEmptyError)
    assert states(services, [person.id]) == [PersonState.ACTIVE]
    assert services.several_endings.end_one(person.id, EndingReason.FACILITY, DAYS).plan


def test_what_nobody_foresaw_leaves_told_who_was_ended(
    services: Services, monkeypatch: pytest.MonkeyPatch
):
    others = [register(services, each).id for each in ("가람", "나래")]
    people = [known_person(services).id, *others]
    decide = DecisionService.decide
    asked = []

    def fails_second(service: DecisionService, request_id: int) -> Decision:
        asked.append(request_id)
        if len(asked) == 2:
            raise OSError
        return decide(service, request_id)

    with monkeypatch.context() as planted:
        planted.setattr(DecisionService, "decide", fails_second)
        ended = services.several_endings.end(people, EndingReason.FACILITY, DAYS)
    assert isinstance(ended.stopped, OSError)
    assert [*ended.cases] == people[:1]
    assert states(services, people) == [PersonState.ENDING, *[PersonState.ACTIVE] * 2]
    assert not services.several_endings.take_back(ended)
    assert [*services.several_endings.take_back(ended)] == people[:1]


def refusing(refusal: Refusal) -> Callable[[DecisionService, int], Decision]:
    def decide(_service: DecisionService, _request_id: int) -> Decision:
        raise refusal

    return decide


def test_who_was_ended_before_is_refused(services: Services):
    person = known_person(services)
    approved(services, person)
    ended = services.several_endings.end([person.id], EndingReason.FACILITY, DAYS)
    assert not ended.cases
    assert set(ended.refused) == {person.id}
