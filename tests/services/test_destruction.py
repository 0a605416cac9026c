from datetime import timedelta

import pytest
from sqlalchemy import text

from easycare_desktop.domain.destruction import (
    ClockNotTrustedError,
    NoteMissingError,
    OutsidePlace,
    OutsideState,
    PlanChangedError,
    PlanState,
    PlanStepError,
    SameApproverError,
    TypedDateDiffersError,
    TypedNameDiffersError,
    WaitForNextDayError,
)
from easycare_desktop.domain.people import PersonState
from easycare_desktop.domain.rights import NotPermittedError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.destruction import Approval
from easycare_desktop.storage.keys.refusals import WrongLoginError
from tests.helpers.cases import (
    NAME,
    approval_of,
    approved,
    decided,
    known_person,
    next_day,
    register,
    tell_result,
)
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD, SECOND, OfficeMould
from tests.helpers.offices import LOGIN, PASSWORD, OfficeHome


def test_a_second_person_approves_in_place(services: Services):
    plan = decided(services, known_person(services)).plan
    done = services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    accounts = {account.login: account.id for account in services.accounts.all()}
    assert done.state is PlanState.APPROVED
    assert done.approved_by == accounts[SECOND] != done.requested_by
    assert services.log.newest(1)[0].action == "accounts.read"
    entry = next(e for e in services.log.newest() if e.action == "destruction.approve")
    assert entry.account_id == accounts[SECOND]


def test_who_asks_cannot_approve(services: Services):
    plan = decided(services, register(services)).plan
    today = services.office.today().isoformat()
    own = Approval(NAME, today, LOGIN, PASSWORD)
    with pytest.raises(SameApproverError):
        services.destruction.approve_in_place(plan.id, own)
    with pytest.raises(SameApproverError):
        services.destruction.approve(plan.id, NAME, today)
    assert services.destruction.view(plan.id).plan.state is PlanState.AWAITING


def test_a_clerk_cannot_approve(services: Services):
    plan = decided(services, register(services)).plan
    with pytest.raises(NotPermittedError):
        services.destruction.approve_in_place(plan.id, approval_of(services, plan, CLERK))


def test_the_password_of_the_second_person_is_checked(services: Services):
    plan = decided(services, register(services)).plan
    today = services.office.today().isoformat()
    with pytest.raises(WrongLoginError):
        services.destruction.approve_in_place(plan.id, Approval(NAME, today, SECOND, "wrong"))


@pytest.mark.parametrize(
    ("name", "day", "refusal"),
    [
        ("홍길동", "2026-11-23", TypedNameDiffersError),
        ("", "2026-11-23", TypedNameDiffersError),
        (NAME, "2026-11-24", TypedDateDiffersError),
        (NAME, "2026-11-22", TypedDateDiffersError),
    ],
)
def test_name_and_date_are_typed(services: Services, name: str, day: str, refusal: type[Exception]):
    plan = decided(services, register(services)).plan
    with pytest.raises(refusal):
        services.destruction.approve_in_place(plan.id, Approval(name, day, SECOND, OTHERS_PASSWORD))
    assert services.destruction.view(plan.id).plan.state is PlanState.AWAITING


def test_the_second_person_approves_later_from_their_own_place(home: OfficeHome):
    office = home.open()
    plan = decided(Services(office), register(Services(office))).plan
    office.close()
    office = home.open(SECOND, OTHERS_PASSWORD)
    services = Services(office)
    services.start()
    today = office.today().isoformat()
    done = services.destruction.approve(plan.id, NAME, today)
    assert done.approved_by == office.actor.account_id
    office.close()


def test_without_approval_nothing_runs(services: Services):
    plan = decided(services, known_person(services)).plan
    with pytest.raises(PlanStepError):
        services.destruction_run.run(plan.id)
    assert all(services.office.keys.is_living(item.holding_id) for item in plan.items)


def test_two_people_do_not_write_notes(services: Services):
    plan = decided(services, register(services)).plan
    with pytest.raises(SameApproverError):
        services.destruction.note_alone(plan.id, "혼자입니다")


def test_alone_a_note_and_the_next_day(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("alone")
    home = OfficeMould(folder / "mould", alone=True).copy_to(folder / "home")
    office = home.open()
    services = Services(office)
    services.start()
    plan = decided(services, register(services)).plan
    with pytest.raises(NoteMissingError):
        services.destruction.note_alone(plan.id, "  ")
    waiting = services.destruction.note_alone(plan.id, "혼자 일하는 기관입니다")
    assert waiting.state is PlanState.WAITING_DAY
    with pytest.raises(WaitForNextDayError):
        services.destruction.approve(plan.id, NAME, office.today().isoformat())
    next_day(services)
    done = services.destruction.approve(plan.id, NAME, office.today().isoformat())
    assert done.state is PlanState.APPROVED
    office.close()


def test_a_plan_that_was_changed_is_refused(services: Services):
    plan = approved(services, known_person(services))
    with services.office.files.office() as connection:
        connection.execute(
            text("UPDATE plan_item SET action = 'destroy' WHERE grp = 'care_contract'")
        )
    with pytest.raises(PlanChangedError):
        services.destruction_run.run(plan.id)
    assert all(services.office.keys.is_living(item.holding_id) for item in plan.items)


def test_a_doubtful_clock_destroys_nothing(services: Services, home: OfficeHome):
    plan = approved(services, known_person(services))
    home.clock.set(home.clock.now() + timedelta(days=400))
    with pytest.raises(ClockNotTrustedError):
        services.destruction_run.run(plan.id)
    assert services.destruction.view(plan.id).plan.state is PlanState.APPROVED


def test_cancelling_leaves_everything_in_use(services: Services):
    person = known_person(services)
    plan = decided(services, person).plan
    assert services.destruction.cancel(plan.id).state is PlanState.CANCELLED
    assert services.people.open(person.id).person.state is PersonState.ACTIVE
    with pytest.raises(PlanStepError):
        services.destruction.cancel(plan.id)


def test_what_was_ticked_is_kept(services: Services):
    plan = decided(services, register(services)).plan
    ticked = services.destruction.tick(plan.id, {OutsidePlace.PAPER: OutsideState.CLEARED})
    assert ticked.outside[OutsidePlace.PAPER] is OutsideState.CLEARED
    assert ticked.outside[OutsidePlace.CHAT] is OutsideState.OPEN


def test_what_has_outlived_its_stay_is_proposed(services: Services):
    plan = approved(services, known_person(services))
    services.destruction_run.run(plan.id)
    tell_result(services, plan.request_id)
    assert services.destruction.propose_due() is None
    next_day(services, 366)
    proposed = services.destruction.propose_due()
    assert proposed is not None
    assert {item.group for item in proposed.items} == {"cancellation", "notice"}
    assert services.destruction.count_due() == 0


def test_the_ledger_has_a_line_a_finished_plan(services: Services):
    plan = approved(services, known_person(services))
    services.destruction_run.run(plan.id)
    (line,) = services.ledger.rows()
    assert line.number == plan.number
    assert line.keys == len(plan.doomed)
    assert line.separated == len(plan.separated)
    assert line.entry_hash
    assert services.ledger.check().first_broken is None
