from datetime import date, timedelta

from easycare_desktop.domain.consents import ConsentResult, current_lines
from easycare_desktop.domain.destruction import PlanAction, PlanCause, PlanState
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.domain.requests import RequestScope, RequestState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.judgement import Judgement
from easycare_desktop.services.tasks import TaskKind
from tests.helpers.cases import (
    GUARDIAN,
    LAST_SERVICE,
    NAME,
    PERSON,
    agree,
    decided,
    known_person,
    register,
    tell_result,
)


def ends_of(judgement: Judgement) -> dict[str, tuple[str, date | None]]:
    return {
        item.group.code: (item.outcome.rule.code if item.outcome.rule else "", item.outcome.until)
        for item in judgement.stays
    }


def test_what_law_keeps_stays_and_the_rest_goes(services: Services):
    judgement = decided(services, known_person(services)).judgement
    assert {item.group.code for item in judgement.goes} == {
        *("identity", "entitlement", "emergency", "health", "photo")
    }
    assert ends_of(judgement) == {
        "care_contract": ("L-01", date(2031, 11, 20)),
        "care_record": ("L-01", date(2031, 11, 20)),
        "payment": ("L-02", date(2032, 5, 31)),
        "complaint": ("L-06", date(2029, 3, 5)),
        "cancellation": ("I-01", date(2027, 11, 23)),
        "consent_paper": ("I-07", date(2032, 5, 31)),
    }


def test_the_five_years_of_care_count_from_the_last_day_of_service(services: Services):
    person = register(services)
    last = LAST_SERVICE - timedelta(days=100)
    judgement = decided(services, person, last_service_on=last).judgement
    assert ends_of(judgement)["care_record"] == ("L-01", date(2031, 8, 12))


def test_the_paper_stays_as_long_as_what_it_proves(services: Services):
    person = services.people.register(PersonKind.RECIPIENT, {"identity": PERSON["identity"]})
    agree(services, person)
    judgement = decided(services, person).judgement
    assert ends_of(judgement)["consent_paper"] == ("I-07", date(2027, 11, 23))


def test_what_goes_is_due_five_days_after_the_cause(services: Services):
    decision = decided(services, known_person(services))
    assert decision.judgement.due_on == date(2026, 11, 28)
    assert decision.plan.due_on == date(2026, 11, 28)


def test_nothing_is_destroyed_by_deciding(services: Services):
    person = known_person(services)
    decision = decided(services, person)
    card = services.people.open(person.id)
    assert decision.plan.state is PlanState.AWAITING
    assert decision.plan.cause is PlanCause.REQUEST
    assert card.person.state is PersonState.ENDING
    assert card.contents["identity"].values["name"] == NAME
    states = {holding.group: holding.state for holding in card.holdings}
    assert states.pop("notice") is HoldingState.ACTIVE
    assert set(states.values()) == {HoldingState.DUE}


def test_the_plan_holds_what_was_judged(services: Services):
    decision = decided(services, known_person(services))
    actions = {item.group: item.action for item in decision.plan.items}
    judged = {item.group.code: item.stays for item in decision.judgement.items}
    assert actions == {
        group: PlanAction.SEPARATE if stays else PlanAction.DESTROY
        for group, stays in judged.items()
    }


def test_deciding_withdraws_every_living_consent(services: Services):
    person = known_person(services)
    decided(services, person)
    lines = current_lines(services.consents.lines_of(person.id))
    assert {line.result for line in lines.values()} == {ConsentResult.WITHDRAWN}
    assert len(services.office.keys.restrictions()) == len(lines)


def test_looking_changes_nothing(services: Services):
    person = known_person(services)
    today = services.office.today()
    seen = services.decisions.preview(person.id, ended_on=today, last_service_on=LAST_SERVICE)
    assert {item.group.code for item in seen.goes} >= {"identity", "health"}
    card = services.people.open(person.id)
    assert card.person.state is PersonState.ACTIVE
    assert {holding.state for holding in card.holdings} == {HoldingState.ACTIVE}
    assert services.destruction.all() == []


def test_a_part_ends_only_what_rests_on_that_consent(services: Services):
    person = known_person(services)
    decision = decided(
        services, person, scope=RequestScope.PART, withdrawn_purposes=("newsletter_photo",)
    )
    assert [item.group.code for item in decision.judgement.items] == ["photo"]
    card = services.people.open(person.id)
    assert card.person.state is PersonState.ACTIVE
    lines = current_lines(list(card.consents))
    withdrawn = {code for code, line in lines.items() if line.result is ConsentResult.WITHDRAWN}
    assert withdrawn == {"newsletter_photo"}


def test_a_withdrawal_behind_which_nothing_is_stored_is_carried_out(services: Services):
    person = register(services)
    agree(services, person)
    gone = ("marketing", "third_party")
    decision = decided(services, person, scope=RequestScope.PART, withdrawn_purposes=gone)
    assert decision.plan is None
    assert decision.request.state is RequestState.CARRIED_OUT
    assert decision.request.carried_out_on == services.office.today()
    lines = current_lines(services.consents.lines_of(person.id))
    assert {code for code, line in lines.items() if line.result is ConsentResult.WITHDRAWN} == {
        *gone
    }
    assert services.people.open(person.id).person.state is PersonState.ACTIVE
    tasks = {task.kind for task in services.today.show().tasks}
    assert TaskKind.NOTIFY_REQUEST in tasks
    closed = tell_result(services, decision.request.id)
    assert closed.state is RequestState.CLOSED


def test_a_guardian_goes_with_the_only_recipient(services: Services):
    person = register(services)
    guardian = services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=person.id)
    decision = decided(services, person)
    assert guardian.id in decision.plan.persons


def test_a_guardian_of_another_recipient_stays(services: Services):
    person, other = register(services), register(services, "홍둘째")
    guardian = services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=person.id)
    services.people.link_guardian(other.id, guardian.id)
    assert decided(services, person).plan.persons == {person.id}


def test_one_letter_however_often_it_is_decided(services: Services):
    person = register(services)
    services.requests.take_back(decided(services, person).request.id)
    decided(services, person)
    letters = [h for h in services.people.open(person.id).holdings if h.group == "notice"]
    assert len(letters) == 1
    assert letters[0].clock is None


def test_the_office_of_these_tests_is_an_agency(services: Services):
    assert services.office.info.kind is OfficeKind.AGENCY
