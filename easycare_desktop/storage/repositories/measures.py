"""Measures on holdings: codes and days in the open, the case sealed with its holding."""

from datetime import date, datetime

from sqlalchemy import Connection, select, update
from sqlalchemy.engine import Row

from easycare_desktop.domain.measures import Measure, MeasureCause, MeasureKind
from easycare_desktop.security.sealing import associated_data, seal, unseal
from easycare_desktop.storage.databases.office_tables import measure


class MeasuresRepository:
    """Rows of `measure`; one that was lifted or is over stays as a record."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, new: Measure, key: bytes, reason: str) -> None:
        """Record a measure; `reason` is sealed under the key of its holding."""
        bound = associated_data(new.holding_id, "measure", 0)
        self._connection.execute(
            measure.insert().values(
                holding_id=new.holding_id,
                person_id=new.person_id,
                kind=new.kind.value,
                cause=new.cause.value,
                until=new.until,
                set_at=new.set_at,
                set_by=new.set_by,
                sealed_reason=seal(key, reason.encode(), bound),
            )
        )

    def of_holding(self, holding_id: int) -> list[Measure]:
        """Return every measure of a holding, newest first."""
        rows = self._connection.execute(
            select(measure).where(measure.c.holding_id == holding_id).order_by(measure.c.id.desc())
        )
        return [_measure(row) for row in rows]

    def standing(self, holding_id: int, kind: MeasureKind) -> Measure | None:
        """Return the newest measure of the kind that was not lifted."""
        return next(
            (
                each
                for each in self.of_holding(holding_id)
                if each.kind is kind and each.lifted_at is None
            ),
            None,
        )

    def all_standing(self, kind: MeasureKind) -> list[Measure]:
        """Return every measure of the kind that was not lifted."""
        rows = self._connection.execute(
            select(measure).where(measure.c.kind == kind.value, measure.c.lifted_at.is_(None))
        )
        return [_measure(row) for row in rows]

    def lift(self, holding_id: int, kind: MeasureKind, at: datetime, by: int) -> None:
        """Record that every measure of the kind on a holding has ended."""
        self._connection.execute(
            update(measure)
            .where(
                measure.c.holding_id == holding_id,
                measure.c.kind == kind.value,
                measure.c.lifted_at.is_(None),
            )
            .values(lifted_at=at, lifted_by=by)
        )

    def end_by_itself(self, holding_id: int, at: datetime) -> None:
        """Record that the hold on a holding has ended with its last day: nobody lifted it."""
        self._connection.execute(
            update(measure)
            .where(
                measure.c.holding_id == holding_id,
                measure.c.kind == MeasureKind.HOLD.value,
                measure.c.lifted_at.is_(None),
            )
            .values(lifted_at=at, lifted_by=None)
        )

    def stand_again(self, holding_id: int, until: date) -> None:
        """Take back that the hold until a day has ended by itself: a wrong clock said so."""
        self._connection.execute(
            update(measure)
            .where(
                measure.c.holding_id == holding_id,
                measure.c.kind == MeasureKind.HOLD.value,
                measure.c.until == until,
                measure.c.lifted_by.is_(None),
            )
            .values(lifted_at=None)
        )

    def reason_of(self, one: Measure, key: bytes) -> str:
        """Open the reason of a measure."""
        if not one.sealed_reason:
            return ""
        bound = associated_data(one.holding_id, "measure", 0)
        return unseal(key, one.sealed_reason, bound).decode()

    def over(self, today: date) -> list[Measure]:
        """Return the holds whose last day has passed and that were not lifted."""
        rows = self._connection.execute(
            select(measure).where(
                measure.c.kind == MeasureKind.HOLD.value,
                measure.c.lifted_at.is_(None),
                measure.c.until < today,
            )
        )
        return [_measure(row) for row in rows]


def _measure(row: Row[tuple[object, ...]]) -> Measure:
    return Measure(
        id=row.id,
        holding_id=row.holding_id,
        person_id=row.person_id,
        kind=MeasureKind(row.kind),
        cause=MeasureCause(row.cause),
        until=row.until,
        set_at=row.set_at,
        set_by=row.set_by,
        lifted_at=row.lifted_at,
        lifted_by=row.lifted_by,
        sealed_reason=row.sealed_reason,
    )
