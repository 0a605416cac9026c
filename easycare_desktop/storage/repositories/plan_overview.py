"""Every plan there ever was, in few columns: there are thousands after some years."""

from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from sqlalchemy import Connection, select

from easycare_desktop.domain.destruction import PlanCause, PlanState
from easycare_desktop.storage.databases.office_tables import person, plan, plan_item

_CAUSES = {each.value: each for each in PlanCause}
_STATES = {each.value: each for each in PlanState}
_HEADS = select(
    plan.c.id,
    plan.c.number,
    plan.c.cause,
    plan.c.state,
    plan.c.requested_by,
    plan.c.due_on,
    plan.c.request_id,
).order_by(plan.c.id.desc())

_TOUCHED = (
    select(plan_item.c.plan_id, plan_item.c.person_id)
    .distinct()
    .order_by(plan_item.c.plan_id, plan_item.c.person_id)
)


class PlanHead(NamedTuple):
    """What a list of plans tells of one, without its holdings. `persons`: ids, ascending."""

    id: int
    number: str
    cause: PlanCause
    state: PlanState
    requested_by: int
    due_on: date
    request_id: int | None
    persons: tuple[int, ...]


class PlanOverviewRepository:
    """Rows of `plan` and `plan_item` without what they say of holdings."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def heads(self) -> list[PlanHead]:
        """Return what a list tells of every plan there ever was, newest first."""
        touched = groupby(self._connection.execute(_TOUCHED).all(), itemgetter(0))
        persons = {plan_id: tuple([row[1] for row in rows]) for plan_id, rows in touched}
        rows, who = self._connection.execute(_HEADS).all(), persons.get
        return [
            PlanHead(each, number, _CAUSES[cause], _STATES[state], by, due, asked, who(each, ()))
            for each, number, cause, state, by, due, asked in rows
        ]

    def person_numbers(self) -> dict[int, str]:
        """Return the number of everybody whom any plan ever touched, by id."""
        concerned = select(person.c.id, person.c.number).where(
            person.c.id.in_(select(plan_item.c.person_id))
        )
        return {row[0]: row[1] for row in self._connection.execute(concerned).all()}

    def numbers(self) -> dict[int, str]:
        """Return the number of every plan there ever was by id."""
        rows = self._connection.execute(select(plan.c.id, plan.c.number)).all()
        return {row[0]: row[1] for row in rows}
