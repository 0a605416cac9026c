"""Withdrawing a consent: it is recorded, and what rested on the consent waits to be destroyed."""

from dataclasses import dataclass
from datetime import date

from easycare_desktop.domain.consents import (
    ConsentDateInFutureError,
    ConsentLine,
    ConsentMethod,
)
from easycare_desktop.domain.destruction import Plan, PlanCause
from easycare_desktop.domain.holdings import IN_USE
from easycare_desktop.domain.people import ENDINGS_OF_KIND, PersonState
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.consent_basis import ends_relation
from easycare_desktop.services.consent_writing import WITHDRAWN, withdraw_in
from easycare_desktop.services.judgement import (
    Judgement,
    judge_withdrawal,
)
from easycare_desktop.services.making_due import make_due
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.plan_items import take_over
from easycare_desktop.services.request_checks import check_no_case
from easycare_desktop.services.returning import ENDS_PERSON
from easycare_desktop.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The recorded line, and the plan for what rested on the consent, if anything did."""

    line: ConsentLine
    plan: Plan | None


class WithdrawalService:
    """Use cases of withdrawing one consent while the relation goes on (art. 37)."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def preview(self, person_id: int, purpose: str, said_on: date) -> Judgement:
        """Show what would become due; nothing is changed."""
        with self._door.enter(Action.HOLDINGS_READ, person_id=person_id, detail=purpose) as step:
            person = step.uow.people.get(person_id)
            return judge_withdrawal(self._office, step.uow, person, (purpose,), said_on)

    def withdraw(
        self, person_id: int, purpose: str, method: ConsentMethod, said_on: date
    ) -> Withdrawn:
        """Record the withdrawal and plan the destruction of what rested on it, in one commit.

        Raises `ConsentAlreadyWithdrawnError`, `ConsentDateInFutureError`,
        `WithdrawnBeforeGivenError`.
        """
        office = self._office
        if said_on > office.today():
            raise ConsentDateInFutureError("said_on")
        now, account = office.clock.now(), office.actor.account_id
        with self._door.enter(
            Action.CONSENT_WITHDRAWN, person_id=person_id, detail=purpose
        ) as step:
            uow = step.uow
            line = withdraw_in(uow, person_id, purpose, method, said_on, account_id=account, at=now)
            plan = plan_withdrawn(office, uow, person_id, purpose, said_on)
            # What was refused must leave no restriction: so it is the last word before the commit.
            office.keys.restrict(WITHDRAWN, str(person_id), {"purpose": purpose}, now)
            return Withdrawn(line, plan)


def plan_withdrawn(
    office: OpenOffice, uow: UnitOfWork, person_id: int, purpose: str, said_on: date
) -> Plan | None:
    """Make due what rested on a consent that is withdrawn, and plan its end, if there is any.

    Where nothing else carries the relation, that ends with it. Raises `OpenRequestExistsError`.
    """
    person = uow.people.get(person_id)
    ends = ends_relation(office, person, (purpose,)) and person.state is PersonState.ACTIVE
    if ends:
        check_no_case(uow, person)
    judgement = judge_withdrawal(office, uow, person, (purpose,), said_on)
    due = [item for item in judgement.items if item.holding.state in IN_USE]
    if not due:
        return None
    take_over(uow, Judgement(tuple(due)), person_id)
    for item in due:
        make_due(office, uow, item)
    plan = uow.plans.add(
        PlanCause.WITHDRAWAL,
        Judgement(tuple(due)).plan_items(),
        requested_by=office.actor.account_id,
        at=office.clock.now(),
        due_on=judgement.due_on,
    )
    if ends:
        uow.people.end(person.id, ENDINGS_OF_KIND[person.kind][0], said_on, None)
        office.index.renew(uow.people.get(person.id))
        uow.plans.record(plan.id, {ENDS_PERSON: True})
    return plan
