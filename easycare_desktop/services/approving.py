"""What every approval goes through, of one plan or of several under one proof."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from easycare_desktop.domain.dates import names_year, parse_date
from easycare_desktop.domain.destruction import (
    OutsidePlace,
    OutsideState,
    Plan,
    PlanEmptyError,
    PlanState,
    PlanStepError,
    SameApproverError,
    TypedDateDiffersError,
    WaitForNextDayError,
    check_approver,
    check_step,
)
from easycare_desktop.domain.rights import Action, Actor
from easycare_desktop.security.accounts import NotAnOfficerError
from easycare_desktop.security.wrapping import KeyPair
from easycare_desktop.services.door import Step
from easycare_desktop.services.ending_days import check_come
from easycare_desktop.services.mistakes import check_mistakes
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.proving import failures_on_record
from easycare_desktop.services.second_notices import prepare
from easycare_desktop.services.ticks import Tick, record_ticks
from easycare_desktop.storage.keys.rotation import open_separated_as


@dataclass(frozen=True, slots=True)
class Approval:
    """What is typed into the dialog of a destruction. The password is never kept.

    `typed_name`: of whom it is about; of several plans their number.
    """

    typed_name: str
    typed_date: str
    login: str
    password: str


def prove_second(office: OpenOffice, approval: Approval) -> tuple[Actor, KeyPair]:
    """Return who approves in place, proved by their password, and what it opens.

    Raises `WrongLoginError`, and `PasswordGivenError` where somebody else chose the password.
    """
    with failures_on_record(office.door, "approval"):
        account, pair = office.keys.desk.prove(approval.login, approval.password)
    return Actor(account.id, account.role), pair


def check_plan(office: OpenOffice, step: Step, plan: Plan, approver: Actor) -> None:
    """Raise what forbids it: not by them, not now, or there is nothing to approve.

    Raises `PlanStepError`, `PlanEmptyError`, `EndAheadError`, `WorkOnRecordError`,
    `SameApproverError`, `WaitForNextDayError`.
    """
    check_step(plan.state, PlanState.APPROVED)
    if not plan.items:
        raise PlanEmptyError
    check_come(step.uow, plan, office.today())
    check_mistakes(step, plan)
    others = office.others_approve(plan.requested_by)
    if plan.state is PlanState.WAITING_DAY and not others:
        if plan.wait_until is not None and office.today() < plan.wait_until:
            raise WaitForNextDayError(plan.number, plan.wait_until)
        return
    check_approver(plan, approver.account_id)


def check_day(office: OpenOffice, typed: str) -> None:
    """Raise `TypedDateDiffersError` unless today was typed, with its year."""
    today = office.today()
    if not names_year(typed) or parse_date(typed, today, office.words) != today:
        raise TypedDateDiffersError("typed_date")


def put_letters_aside(
    office: OpenOffice, plans: Sequence[Plan], approver: Actor, pair: KeyPair
) -> None:
    """Put name and address aside for the second notices, as the officer who approved in place."""
    opening = partial(open_separated_as, office.keys, pair)
    with (
        suppress(NotAnOfficerError),
        office.door.enter(
            Action.DESTRUCTION_APPROVED, on_behalf=approver, detail="letters"
        ) as step,
    ):
        step.count = len(plans)
        for plan in plans:
            prepare(office, step, plan, opening)


def note_plan(office: OpenOffice, step: Step, plan: Plan, note: str) -> None:
    """Let a plan wait with a note until the next day; refuse where another officer is there."""
    if office.others_approve(plan.requested_by):
        raise SameApproverError(plan.number)
    step.uow.plans.wait(plan.id, note, office.today() + timedelta(days=1))


def tick_plan(
    office: OpenOffice, step: Step, plan: Plan, outside: Mapping[OutsidePlace, OutsideState]
) -> None:
    """Record what was done about copies elsewhere; refuse once the plan is closed."""
    if plan.state in {PlanState.DONE, PlanState.CANCELLED}:
        raise PlanStepError(plan.state, PlanState.PARTIAL)
    record_ticks(step, plan, outside, Tick(office.actor.account_id, office.today()))
    step.uow.plans.tick(plan.id, {**plan.outside, **outside})
