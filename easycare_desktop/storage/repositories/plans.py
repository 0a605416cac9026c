"""Plans of destruction and separation, with the facts recorded while they ran."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, select, update
from sqlalchemy.engine import Row

from easycare_desktop.domain.destruction import (
    OPEN_PLANS,
    OutsidePlace,
    OutsideState,
    Plan,
    PlanCause,
    PlanItem,
    PlanNotFoundError,
    PlanState,
    check_step,
    plan_digest,
)
from easycare_desktop.domain.planning import AlreadyPlannedError
from easycare_desktop.storage.databases.office_tables import plan, plan_item
from easycare_desktop.storage.repositories.batches import batches
from easycare_desktop.storage.repositories.meta import MetaRepository
from easycare_desktop.storage.repositories.plan_rows import item_of, item_row, plan_of
from easycare_desktop.system.clock import SEOUL


class PlansRepository:
    """Rows of `plan` and `plan_item`: random ids, codes and dates, no names."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_number(self, year: int) -> str:
        """Return the next number of the year, e.g. D2026-0012."""
        last = self._connection.execute(
            select(func.max(plan.c.number)).where(plan.c.number.like(f"D{year}-%"))
        ).scalar()
        last = max(last or "", MetaRepository(self._connection).floor("plan", f"D{year}-"))
        return f"D{year}-{(int(last[6:]) if last else 0) + 1:04d}"

    def add(
        self,
        cause: PlanCause,
        items: Sequence[PlanItem],
        *,
        requested_by: int,
        at: datetime,
        due_on: date,
        request_id: int | None = None,
    ) -> Plan:
        """Add a plan that awaits approval; number and digest are made here.

        Raises `AlreadyPlannedError` where another plan that is not over holds one of them.
        """
        self._check_free(items)
        number = self.next_number(at.year)
        inserted = self._connection.execute(
            plan.insert().values(
                number=number,
                cause=cause.value,
                state=PlanState.AWAITING.value,
                digest=plan_digest(number, items),
                requested_by=requested_by,
                requested_at=at,
                due_on=due_on,
                request_id=request_id,
                outside=json.dumps({p.value: OutsideState.OPEN.value for p in OutsidePlace}),
            )
        ).inserted_primary_key
        plan_id = int(inserted[0]) if inserted is not None else 0
        rows = [item_row(plan_id, item) for item in items]
        if rows:
            self._connection.execute(plan_item.insert(), rows)
        return self.get(plan_id)

    def get(self, plan_id: int) -> Plan:
        """Return one plan with its items; raise `PlanNotFoundError`."""
        row = self._connection.execute(select(plan).where(plan.c.id == plan_id)).first()
        if row is None:
            raise PlanNotFoundError(plan_id)
        return self._plans([row])[0]

    def in_state(self, *states: PlanState) -> list[Plan]:
        """Return the plans in one of the states, oldest first."""
        return self._where(plan.c.state.in_([state.value for state in states]))

    def finished_since(self, day: date) -> list[Plan]:
        """Return the plans that ended, whole or in part, on a day or after it, oldest first."""
        begin = datetime.combine(day, time(), SEOUL)
        return self._where(plan.c.finished_at.is_not(None), plan.c.finished_at >= begin)

    def noting(self, fact: str) -> list[Plan]:
        """Return the plans that have a fact of this name on record, oldest first."""
        return self._where(plan.c.facts.contains(f'"{fact}"', autoescape=True))

    def _where(self, *conditions: ColumnElement[bool]) -> list[Plan]:
        rows = self._connection.execute(select(plan).where(*conditions).order_by(plan.c.id)).all()
        return self._plans(rows)

    def of_person(self, person_id: int) -> list[Plan]:
        """Return the plans that touch a person, newest first."""
        touched = select(plan_item.c.plan_id).where(plan_item.c.person_id == person_id)
        return self._where(plan.c.id.in_(touched))[::-1]

    def move(self, plan_id: int, state: PlanState) -> None:
        """Take the next step; raises `PlanStepError`."""
        current = self.get(plan_id)
        check_step(current.state, state)
        self._update(plan_id, state=state.value)

    def go_on(self, plan_id: int) -> None:
        """Put a plan of older data in progress: its keys have gone since, so it was carried out."""
        self._update(plan_id, state=PlanState.RUNNING.value)

    def approve(self, plan_id: int, approver: int, at: datetime) -> None:
        """Record who approved and when."""
        self.move(plan_id, PlanState.APPROVED)
        self._update(plan_id, approved_by=approver, approved_at=at)

    def wait(self, plan_id: int, note: str, until: date) -> None:
        """Record the note of an office of one person and the day it may go on."""
        self.move(plan_id, PlanState.WAITING_DAY)
        self._update(plan_id, note=note, wait_until=until)

    def drop_items(self, plan_id: int, holding_ids: Iterable[int]) -> Plan:
        """Take holdings out of a plan that was not begun; what is left needs a new approval.

        A plan of which nothing is left is cancelled; that of a request waits with its case.
        """
        gone = set(holding_ids)
        for each in gone:
            self._connection.execute(
                delete(plan_item).where(
                    plan_item.c.plan_id == plan_id, plan_item.c.holding_id == each
                )
            )
        left = self.get(plan_id)
        if not left.items and left.request_id is None:
            self.move(plan_id, PlanState.CANCELLED)
        elif left.state is not PlanState.AWAITING:
            self.move(plan_id, PlanState.AWAITING)
        self._update(
            plan_id,
            digest=plan_digest(left.number, left.items),
            approved_by=None,
            approved_at=None,
            wait_until=None,
        )
        return self.get(plan_id)

    def add_items(self, plan_id: int, items: Sequence[PlanItem], due_on: date) -> Plan:
        """Put holdings into a plan that was not begun; all of it needs a new approval.

        `due_on` counts where nothing was left in it. Raises `AlreadyPlannedError`.
        """
        self._check_free(items)
        known = self.get(plan_id)
        rows = [item_row(plan_id, item) for item in items]
        self._connection.execute(plan_item.insert(), rows)
        if not known.items:
            self._update(plan_id, due_on=due_on)
        return self.drop_items(plan_id, ())

    def _check_free(self, items: Sequence[PlanItem]) -> None:
        planned = (
            select(plan.c.number)
            .join(plan_item, plan_item.c.plan_id == plan.c.id)
            .where(plan.c.state.in_([each.value for each in {*OPEN_PLANS, PlanState.RUNNING}]))
        )
        for ids in batches(item.holding_id for item in items):
            row = self._connection.execute(planned.where(plan_item.c.holding_id.in_(ids))).first()
            if row is not None:
                raise AlreadyPlannedError(row.number)

    def tick(self, plan_id: int, outside: Mapping[OutsidePlace, OutsideState]) -> None:
        """Record what a person ticked for the places the program cannot reach."""
        self._update(
            plan_id, outside=json.dumps({p.value: state.value for p, state in outside.items()})
        )

    def finish(self, plan_id: int, state: PlanState, at: datetime) -> None:
        """Record the end, whole or in part."""
        self.move(plan_id, state)
        self._update(plan_id, finished_at=at)

    def facts_of(self, plans: Iterable[Plan]) -> dict[int, dict[str, object]]:
        """Return what was recorded while each of several plans ran, by plan."""
        found: dict[int, dict[str, object]] = {}
        for ids in batches(each.id for each in plans):
            rows = self._connection.execute(
                select(plan.c.id, plan.c.facts).where(plan.c.id.in_(ids))
            )
            found |= {plan_id: json.loads(text) for plan_id, text in rows}
        return found

    def facts(self, plan_id: int) -> dict[str, object]:
        """Return what was recorded while the plan ran."""
        text = self._connection.execute(
            select(plan.c.facts).where(plan.c.id == plan_id)
        ).scalar_one()
        facts: dict[str, object] = json.loads(text)
        return facts

    def record(self, plan_id: int, facts: Mapping[str, object]) -> None:
        """Add facts to what is recorded; numbers, codes and dates only."""
        merged = self.facts(plan_id) | dict(facts)
        self._update(plan_id, facts=json.dumps(merged, sort_keys=True))

    def _update(self, plan_id: int, **values: object) -> None:
        self._connection.execute(update(plan).where(plan.c.id == plan_id).values(**values))

    def _plans(self, rows: Sequence[Row[Any]]) -> list[Plan]:
        items: dict[int, list[PlanItem]] = {row.id: [] for row in rows}
        for ids in batches(items):
            found = self._connection.execute(
                select(plan_item)
                .where(plan_item.c.plan_id.in_(ids))
                .order_by(plan_item.c.person_id, plan_item.c.action, plan_item.c.grp)
            )
            for each in found:
                items[each.plan_id].append(item_of(each))
        return [plan_of(row, items[row.id]) for row in rows]
