"""An office after years of work: who has left, their requests and destructions, the log."""

import json
from datetime import date, timedelta

from easycare_desktop.domain.destruction import (
    OutsidePlace,
    OutsideState,
    PlanAction,
    PlanCause,
    PlanItem,
    PlanState,
)
from easycare_desktop.domain.people import EndingReason, PersonKind, PersonState
from easycare_desktop.domain.requests import Channel, Relation, Request, RequestScope, RequestState
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.door import Step
from easycare_desktop.storage.databases.office_tables import person, plan, request
from tests.benchmarks.s10_destruction import run

LEFT, LOG_LINES = 3_000, 200_000
_GROUPS = ("identity", "entitlement", "care_contract")
_NONE = json.dumps({place.value: OutsideState.NONE.value for place in OutsidePlace})


def grow_old(services: Services, left: int = LEFT, log_lines: int = LOG_LINES) -> None:
    """Destroy one person as it is done, and add as many more who left in the same way as rows."""
    run(services, 1)
    office = services.office
    with office.door.enter(Action.DESTRUCTION_RUN, detail="years") as step:
        facts = step.uow.plans.facts(step.uow.plan_overview.heads()[0].id)
        for number in range(1, left + 1):
            _leave(step, number, office.today() - timedelta(days=1 + (left - number) // 2))
        for _ in range(log_lines):
            step.uow.log.append(
                Action.PERSON_OPENED.code, at=office.clock.now(), account_id=1, place="PC"
            )
    with office.files.office() as connection:
        last = {"ended_on": date(2025, 1, 2), "ending": EndingReason.DEATH.value}
        gone = person.update().where(person.c.state == PersonState.ACTIVE.value)
        gone = gone.where(person.c.registered_on == _LONG_AGO)
        connection.execute(gone.values(state=PersonState.GONE.value, **last))
        connection.execute(
            request.update().values(
                state=RequestState.NOTIFIED.value, notified_on=request.c.received_on
            )
        )
        connection.execute(
            plan.update()
            .where(plan.c.state == PlanState.AWAITING.value)
            .values(
                state=PlanState.DONE.value,
                approved_by=2,
                approved_at=plan.c.requested_at,
                finished_at=plan.c.requested_at,
                facts=json.dumps(facts),
                outside=_NONE,
            )
        )


_LONG_AGO = date(2019, 1, 2)


def _leave(step: Step, number: int, day: date) -> None:
    gone = step.uow.people.add(PersonKind.RECIPIENT, _LONG_AGO)
    asked = step.uow.requests.add(
        Request(
            id=0,
            number=step.uow.requests.next_number(day.year),
            relation=Relation.B,
            person_id=gone.id,
            holding_id=10 * number,
            scope=RequestScope.ALL,
            state=RequestState.CARRIED_OUT,
            channel=Channel.VISIT,
            with_form=True,
            received_on=day,
            due_on=day + timedelta(days=10),
            wish_on=day,
            last_service_on=day,
            ending=EndingReason.DEATH,
        )
    )
    items = [
        PlanItem(10 * number + each, gone.id, group, PlanAction.DESTROY)
        for each, group in enumerate(_GROUPS, 1)
    ]
    made = step.uow.plans.add(
        PlanCause.REQUEST,
        items,
        requested_by=1,
        at=step.uow.log.newest(1)[0].at,
        due_on=day,
        request_id=asked.id,
    )
    step.uow.requests.set_plan(asked.id, made.id)
