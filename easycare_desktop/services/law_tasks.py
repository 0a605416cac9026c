"""What the office's own policy promises to do again: look the law up, change a password."""

from datetime import date, timedelta

from easycare_desktop.domain.law_lines import law_lines
from easycare_desktop.domain.periods import period_end
from easycare_desktop.domain.rights import Right
from easycare_desktop.security.accounts import SHEET_ACCOUNT_ID
from easycare_desktop.services.door import Step
from easycare_desktop.services.judgement import rules_of
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.tasks import Task, TaskKind

_WEEK = timedelta(days=7)


def law_tasks(office: OpenOffice, step: Step, today: date) -> list[Task]:
    """Return what is due within the week: rows of law to look up again, the own password.

    A password is never changed by force: the task stays until its owner does it.
    """
    return [*_rows(office, step, today), *_password(office, today)]


def _rows(office: OpenOffice, step: Step, today: date) -> list[Task]:
    if not office.actor.may(Right.RULES):
        return []
    period = office.law.deadlines.period("basis_recheck")
    lines = law_lines(rules_of(office, step.uow).values(), office.law)
    days = [period_end(each.checked_on, period) for each in lines if each.checked_on is not None]
    due = [each for each in days if each <= today + _WEEK]
    return [Task(TaskKind.LAW_RECHECK, min(due), 0, others=len(due))] if due else []


def _password(office: OpenOffice, today: date) -> list[Task]:
    account = office.keys.account
    if account.id == SHEET_ACCOUNT_ID:
        return []
    period = office.law.deadlines.period("password_change")
    due = period_end(account.changed_at.date(), period)
    if due > today + _WEEK:
        return []
    # A reminder is never late: nobody is made to change a password.
    day, old = max(due, today), (today - due).days
    return [Task(TaskKind.PASSWORD_OLD, day, account.id, others=old)]
