"""Rows of `plan` and `plan_item`, to values and back."""

import json
from collections.abc import Sequence
from types import MappingProxyType
from typing import Any

from sqlalchemy.engine import Row

from easycare_desktop.domain.destruction import (
    OutsidePlace,
    OutsideState,
    Plan,
    PlanAction,
    PlanCause,
    PlanItem,
    PlanState,
)


def plan_of(row: Row[Any], items: Sequence[PlanItem]) -> Plan:
    """Return a plan from its row and its items."""
    outside = {
        OutsidePlace(place): OutsideState(state) for place, state in json.loads(row.outside).items()
    }
    return Plan(
        id=row.id,
        number=row.number,
        cause=PlanCause(row.cause),
        state=PlanState(row.state),
        items=tuple(items),
        digest=row.digest,
        requested_by=row.requested_by,
        requested_at=row.requested_at,
        due_on=row.due_on,
        request_id=row.request_id,
        approved_by=row.approved_by,
        approved_at=row.approved_at,
        wait_until=row.wait_until,
        note=row.note,
        outside=MappingProxyType(outside),
        finished_at=row.finished_at,
    )


def item_of(row: Row[tuple[object, ...]]) -> PlanItem:
    """Return one item from its row."""
    return PlanItem(
        holding_id=row.holding_id,
        person_id=row.person_id,
        group=row.grp,
        action=PlanAction(row.action),
        rule=row.rule,
        counted_from=row.counted_from,
        until=row.until,
        fields=tuple(row.fields.split()),
    )


def item_row(plan_id: int, item: PlanItem) -> dict[str, object]:
    """Return the row of an item."""
    return {
        "plan_id": plan_id,
        "holding_id": item.holding_id,
        "person_id": item.person_id,
        "grp": item.group,
        "action": item.action.value,
        "rule": item.rule,
        "counted_from": item.counted_from,
        "until": item.until,
        "fields": " ".join(item.fields),
    }
