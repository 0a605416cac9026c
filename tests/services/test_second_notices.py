"""The stay by law is over, the rest goes, and whoever it was about is told."""

from datetime import timedelta

import pytest

from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.destruction import OutsidePlace, OutsideState, Plan, PlanCause
from easycare_desktop.domain.people import Person, PersonKind, PersonState
from easycare_desktop.domain.requests import Applicant, Proof, Settlement, Verification
from easycare_desktop.domain.rights import Action
from easycare_desktop.domain.second_notices import NotTold, Telling
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.second_notices import NoticeNotOpenError
from easycare_desktop.services.tasks import TaskKind
from tests.helpers.cases import (
    NAME,
    approval_of,
    approved,
    intake_of,
    known_person,
    newest_plan,
    tell_result,
)
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD
from tests.helpers.offices import OfficeHome
from tests.services.test_papers import words_of

_SIX_YEARS = timedelta(days=6 * 365)


def years_later(services: Services) -> Plan:
    services.office.clock.set(services.office.clock.now() + _SIX_YEARS)
    services.office.clock_trusted()
    services.office.accept_clock()
    plan = services.destruction.propose_due()
    assert plan is not None
    assert plan.cause is PlanCause.PERIOD_OVER
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.NONE))
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    return services.destruction.view(plan.id).plan


@pytest.fixture
def person(services: Services) -> Person:
    person = known_person(services)
    plan = approved(services, person)
    services.destruction_run.run(plan.id)
    tell_result(services, plan.request_id)
    assert services.second_notices.of_plan(1) == []
    return person


def _tasks(services: Services) -> list[tuple[str, int]]:
    return [
        (task.name, task.subject)
        for task in services.today.show().tasks
        if task.kind is TaskKind.SECOND_NOTICE
    ]


def test_the_rest_goes_and_the_person_is_told(services: Services, person: Person):
    plan = years_later(services)
    services.destruction_run.run(plan.id)
    assert services.office.keys.tombstones() >= plan.doomed
    (notice,) = services.second_notices.of_plan(plan.id)
    assert (notice.name, notice.person_number, notice.how) == (NAME, person.number, None)
    assert _tasks(services) == [(NAME, plan.id)]
    assert notice.due_on == services.office.today()
    paper = services.papers.make(PaperKind.SECOND_NOTICE, person.id, "본인에게 드리기")
    for words in (NAME, person.number, plan.number, "급여계약", "제27조", "2031-11-20까지"):
        assert words in words_of(paper.pdf), words
    services.second_notices.settle(plan.id, person.id, Telling.POST)
    assert _tasks(services) == []
    (notice,) = services.second_notices.of_plan(plan.id)
    assert (notice.how, notice.on) == (Telling.POST, services.office.today())
    with pytest.raises(NoticeNotOpenError):
        services.second_notices.settle(plan.id, person.id, NotTold.CAME_BACK)


def test_name_and_address_wait_for_thirty_days(services: Services, person: Person):
    plan = years_later(services)
    services.destruction_run.run(plan.id)
    services.second_notices.settle(plan.id, person.id, NotTold.NO_ADDRESS)
    services.office.clock.set(services.office.clock.now() + timedelta(days=31))
    letters = services.destruction.propose_due()
    assert letters is not None
    assert {item.group for item in letters.items} == {"notice"}
    services.destruction.approve_in_place(letters.id, approval_of(services, letters))
    services.destruction_run.run(letters.id)
    (notice,) = services.second_notices.of_plan(plan.id)
    assert (notice.name, notice.how) == ("", NotTold.NO_ADDRESS)
    assert services.second_notices.of_plan(letters.id) == []
    (gone,) = services.destruction.view(letters.id).persons
    assert gone.state is PersonState.GONE


def test_nobody_is_told_before_it_happened(services: Services, person: Person):
    plan = years_later(services)
    assert services.second_notices.of_plan(plan.id) == []
    with pytest.raises(NoticeNotOpenError):
        services.second_notices.settle(plan.id, person.id, Telling.HANDED)
    with pytest.raises(NoticeNotOpenError):
        services.papers.make(PaperKind.SECOND_NOTICE, person.id, "본인에게 드리기")


def _clerkyears_later(services: Services, home: OfficeHome) -> Services:
    """Close the office and let a clerk open it when the period is over."""
    services.office.clock.set(services.office.clock.now() + _SIX_YEARS)
    services.office.clock_trusted()
    services.office.accept_clock()
    services.office.close()
    clerk = Services(home.open(CLERK, OTHERS_PASSWORD))
    clerk.start()
    return clerk


def test_a_clerk_who_opens_the_office_finds_it_proposed(
    services: Services, person: Person, home: OfficeHome
):
    clerk = _clerkyears_later(services, home)
    plan = newest_plan(clerk)
    assert (plan.cause, plan.requested_by) == (
        PlanCause.PERIOD_OVER,
        clerk.office.actor.account_id,
    )
    assert plan.persons == {person.id}
    clerk.office.close()
    again = Services(home.open(CLERK, OTHERS_PASSWORD))
    again.start()
    assert newest_plan(again) == plan
    again.office.close()


def test_a_clerk_runs_it_and_the_officer_who_approves_in_place_opens_the_letter(
    services: Services, person: Person, home: OfficeHome
):
    clerk = _clerkyears_later(services, home)
    plan = newest_plan(clerk)
    clerk.destruction.approve_in_place(plan.id, approval_of(clerk, plan))
    clerk.destruction_run.run(plan.id)
    (notice,) = clerk.second_notices.of_plan(plan.id)
    assert (notice.name, notice.person_number, notice.how) == (NAME, person.number, None)
    clerk.office.close()


def _applied_for(services: Services, person: Person) -> int:
    """Let a daughter apply and have it carried out; return the request."""
    applicant = Applicant("신청한딸", "010-0000-9999", Capacity.AGENT, relation="딸")
    guardian = services.people.register(
        PersonKind.GUARDIAN,
        {
            "identity": {
                "name": "신청한딸",
                "phone": "010-0000-9999",
                "address": "먼고을 큰길 9",
                "relation": "자녀",
            }
        },
        registered_on=services.office.today(),
    )
    services.people.link_guardian(person.id, guardian.id)
    proofs = (Proof.ID_CARD, Proof.POWER_OF_ATTORNEY)
    request = services.requests.take(intake_of(services, person, applicant=applicant))
    services.requests.verify(request.id, Verification(proofs, services.office.today()))
    services.requests.settle(request.id, Settlement())
    plan = services.decisions.decide(request.id).plan
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.NONE))
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    services.destruction_run.run(plan.id)
    return request.id


def test_who_applied_for_the_person_is_told(services: Services):
    person = known_person(services)
    request_id = _applied_for(services, person)
    first = words_of(services.papers.make(PaperKind.RESULT_NOTICE, request_id, "통지").pdf)
    rest = years_later(services)
    services.destruction_run.run(rest.id)
    second = words_of(services.papers.make(PaperKind.SECOND_NOTICE, person.id, "통지").pdf)
    for paper in (first, second):
        for words in ("신청한딸", f"{NAME}님의위임받은사람", "먼고을큰길9"):
            assert words in paper, words


def test_who_applied_is_told_where_letter_request_and_guardian_are_gone_by_then(
    services: Services,
):
    person = known_person(services)
    request_id = _applied_for(services, person)
    with services.office.door.enter(Action.DESTRUCTION_RUN, detail="test") as step:
        gone = [step.uow.requests.get(request_id).holding_id]
        assert not step.uow.people.guardians_of(person.id)
        guardian = step.uow.people.first_of(PersonKind.GUARDIAN)
        assert guardian is not None
        gone += [each.id for each in step.uow.holdings.of_person(guardian.id)]
        gone += [each.id for each in step.uow.holdings.of_person(person.id)]
        step.uow.holdings.delete(gone)
    with services.office.files.separated() as connection:
        rows = connection.exec_driver_sql("SELECT annex FROM separated_holding").all()
    assert rows
    assert not any("신청한딸" in row.annex for row in rows)
    rest = years_later(services)
    services.destruction_run.run(rest.id)
    second = words_of(services.papers.make(PaperKind.SECOND_NOTICE, person.id, "통지").pdf)
    for words in ("신청한딸", f"{NAME}님의위임받은사람", "먼고을큰길9"):
        assert words in second, words
