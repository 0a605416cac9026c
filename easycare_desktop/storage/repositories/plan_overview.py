"""Every plan there ever was, in few columns: there are thousands after some years."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from easycare_desktop.domain.destruction import PlanCause, PlanState
from easycare_desktop.storage.databases.office_tables import plan, plan_item

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


@dataclass(frozen=True, slots=True)
class PlanHead:
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
        persons: dict[int, list[int]] = {}
        for plan_id, person_id in self._connection.execute(_TOUCHED).all():
            persons.setdefault(plan_id, []).append(person_id)
        rows = self._connection.execute(_HEADS).all()
        return [
            PlanHead(
                row.id,
                row.number,
                PlanCause(row.cause),
                PlanState(row.state),
                row.requested_by,
                row.due_on,
                row.request_id,
                tuple(persons.get(row.id, ())),
            )
            for row in rows
        ]

    def numbers(self) -> dict[int, str]:
        """Return the number of every plan there ever was by id."""
        rows = self._connection.execute(select(plan.c.id, plan.c.number)).all()
        return {row[0]: row[1] for row in rows}
