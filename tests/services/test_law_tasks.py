"""Rows of law are looked up again after a year, and everybody is reminded of an old password."""

from datetime import date, datetime

from easycare_desktop.services.bundle import Services
from easycare_desktop.services.today import Task, TaskKind
from easycare_desktop.system.clock import SEOUL
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD
from tests.helpers.offices import PASSWORD, OfficeHome

AGAIN_ON = date(2027, 11, 23)


def go_to(services: Services, day: date) -> None:
    services.office.clock.set(datetime(day.year, day.month, day.day, 10, tzinfo=SEOUL))
    services.office.accept_clock()


def task(services: Services, kind: TaskKind) -> Task | None:
    return next((each for each in services.today.show().tasks if each.kind is kind), None)


def test_a_row_is_looked_up_again_after_a_year(services: Services):
    go_to(services, date(2027, 11, 15))
    assert task(services, TaskKind.LAW_RECHECK) is None
    assert not any(each.again for each in services.rules.lines())
    go_to(services, AGAIN_ON)
    waiting = task(services, TaskKind.LAW_RECHECK)
    assert waiting is not None
    assert waiting.due_on == AGAIN_ON
    lines = services.rules.lines()
    assert waiting.others == len(lines) == sum(each.again for each in lines)
    law = "노인장기요양보험법 시행규칙"
    same = [each.key for each in lines if each.law == law]
    assert len(same) > 1
    services.rules.confirm_all(same, AGAIN_ON)
    left = {each.key for each in services.rules.lines() if each.again}
    assert left == {each.key for each in lines} - set(same)
    now = task(services, TaskKind.LAW_RECHECK)
    assert now is not None
    assert now.others == len(left)
    services.rules.confirm_all(sorted(left), AGAIN_ON)
    assert task(services, TaskKind.LAW_RECHECK) is None


def test_an_old_password_is_reminded_of_until_it_is_changed(services: Services):
    go_to(services, date(2027, 2, 13))
    assert task(services, TaskKind.PASSWORD_OLD) is None
    go_to(services, date(2027, 3, 1))
    waiting = task(services, TaskKind.PASSWORD_OLD)
    assert waiting is not None
    assert (waiting.due_on, waiting.others) == (date(2027, 3, 1), 8)
    assert waiting.subject == services.office.actor.account_id
    services.accounts.change_password(PASSWORD, "a-quite-different-phrase")
    assert task(services, TaskKind.PASSWORD_OLD) is None


def test_a_clerk_looks_no_law_up(home: OfficeHome):
    office = home.open(CLERK, OTHERS_PASSWORD)
    services = Services(office)
    office.clock.set(datetime(2027, 12, 23, 10, tzinfo=SEOUL))
    assert task(services, TaskKind.LAW_RECHECK) is None
    assert task(services, TaskKind.PASSWORD_OLD) is not None
    office.close()
