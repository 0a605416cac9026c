"""Two people, or one who writes why and waits: who counts as the second one."""

import pytest

from easycare_desktop.domain.destruction import (
    PlanState,
    SameApproverError,
    TypedDateDiffersError,
)
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.rights import Role
from easycare_desktop.security.accounts import AccountState, PasswordGivenError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.destruction import Approval
from easycare_desktop.storage.keys.refusals import AccountBlockedError, WrongLoginError
from tests.helpers.cases import NAME, STAFF, decided, known_person, next_day
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD, SECOND
from tests.helpers.offices import LOGIN, PASSWORD, OfficeHome

TODAY = "20261123"
NEW = "Buchstabe 7 Wolken"


def id_of(services: Services, login: str) -> int:
    return next(each.id for each in services.accounts.all() if each.login == login)


def approve(services: Services, plan_id: int, login: str, password: str, day: str = TODAY) -> None:
    services.destruction.approve_in_place(plan_id, Approval(NAME, day, login, password))


def failures(services: Services) -> list[tuple[str, int]]:
    lines = services.log.newest()
    return [(line.detail, line.count) for line in lines if line.action == "session.proof_failed"]


def test_nobody_approves_with_a_password_that_the_one_who_asked_has_given(services: Services):
    plan = decided(services, known_person(services)).plan
    services.accounts.reset_password(id_of(services, SECOND), NEW)
    with pytest.raises(PasswordGivenError):
        approve(services, plan.id, SECOND, NEW)
    services.accounts.add("third", "정책임", Role.OFFICER, NEW, given=True)
    with pytest.raises(PasswordGivenError):
        approve(services, plan.id, "third", NEW)
    assert services.destruction.view(plan.id).plan.state is PlanState.AWAITING


@pytest.mark.parametrize("typed", ["오늘", "+0", "11/23", "1123", "0일 뒤"])
def test_the_day_of_an_approval_is_written_with_its_year(services: Services, typed: str):
    plan = decided(services, known_person(services)).plan
    with pytest.raises(TypedDateDiffersError):
        approve(services, plan.id, SECOND, OTHERS_PASSWORD, typed)


@pytest.mark.parametrize("typed", ["20261123", "26.11.23", "2026-11-23", "2026. 11. 23.", "261123"])
def test_any_usual_way_with_the_year_will_do(services: Services, typed: str):
    plan = decided(services, known_person(services)).plan
    approve(services, plan.id, SECOND, OTHERS_PASSWORD, typed)
    assert services.destruction.view(plan.id).plan.state is PlanState.APPROVED


def test_whoever_is_left_alone_writes_why_and_waits(services: Services):
    plan = decided(services, known_person(services)).plan
    with pytest.raises(SameApproverError):
        services.destruction.note_alone(plan.id, "직원이 저뿐입니다")
    services.accounts.set_state(id_of(services, SECOND), AccountState.BLOCKED)
    services.destruction.note_alone(plan.id, "직원이 저뿐입니다")
    next_day(services)
    services.destruction.approve(plan.id, NAME, "20261124")
    assert services.destruction.view(plan.id).plan.state is PlanState.APPROVED


def test_who_came_meanwhile_is_asked_after_all(services: Services):
    plan = decided(services, known_person(services)).plan
    second = id_of(services, SECOND)
    services.accounts.set_state(second, AccountState.BLOCKED)
    services.destruction.note_alone(plan.id, "직원이 저뿐입니다")
    services.accounts.set_state(second, AccountState.ACTIVE)
    next_day(services)
    with pytest.raises(SameApproverError):
        services.destruction.approve(plan.id, NAME, "20261124")


def test_proofs_that_fail_are_on_record(home: OfficeHome, services: Services):
    plan = decided(services, known_person(services)).plan
    with pytest.raises(WrongLoginError):
        approve(services, plan.id, SECOND, "falsch")
    with pytest.raises(WrongLoginError):
        services.session.check("falsch")
    assert failures(services) == [("unlock", 1), ("approval", 1)]
    services.office.close()
    for _ in range(3):
        with pytest.raises(WrongLoginError):
            home.open(LOGIN, "falsch")
    again = Services(home.open(LOGIN, PASSWORD))
    assert failures(again)[0] == ("opening", 4)
    again.office.close()


def test_whoever_an_officer_named_as_a_leaver_is_let_in_until_that_day(
    home: OfficeHome, services: Services
):
    person = services.people.register(PersonKind.STAFF, STAFF)
    today = services.office.today()
    services.leavers.close_on(person.id, id_of(services, CLERK), today)
    services.office.close()
    home.open(CLERK, OTHERS_PASSWORD).close()
    next_day(services)
    with pytest.raises(AccountBlockedError):
        home.open(CLERK, OTHERS_PASSWORD)
    officer = Services(home.open(LOGIN, PASSWORD))
    assert failures(officer)[0] == ("left", 1)
    officer.leavers.keep_open(person.id)
    officer.office.close()
    home.open(CLERK, OTHERS_PASSWORD).close()
