"""Registers of paper, media and outside copies: numbers, states and dates; details are sealed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, delete, func, select, update
from sqlalchemy.engine import Row

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.registers import (
    Disposal,
    DisposalMethod,
    RegisterItem,
    RegisterKind,
    RegisterState,
    Twin,
)
from easycare_desktop.storage.databases.register_tables import (
    disposal,
    disposal_item,
    register_item,
    twin,
)
from easycare_desktop.storage.repositories.batches import batches
from easycare_desktop.storage.repositories.files import FilesRepository
from easycare_desktop.storage.repositories.holdings import HoldingsRepository

_KINDS = {kind.code: kind for kind in RegisterKind}


class RegisterItemNotFoundError(Refusal):
    """No entry of a register has this id."""


@dataclass(frozen=True, slots=True)
class NewDisposal:
    """What is recorded of a disposal in the open. `items` and `persons` as in `Disposal`."""

    kind: RegisterKind
    method: DisposalMethod
    at: datetime
    on_site_at: datetime | None
    holding_id: int
    handled_by: int
    items: tuple[int, ...]
    persons: tuple[int, ...]
    plan_id: int | None


class RegistersRepository:
    """Rows of the registers; their details are opened from the holdings of the office."""

    def __init__(
        self, connection: Connection, holdings: HoldingsRepository, files: FilesRepository
    ) -> None:
        self._connection = connection
        self._holdings = holdings
        self._files = files

    def add(
        self, kind: RegisterKind, holding_id: int, added_on: date, *, held_data: bool
    ) -> RegisterItem:
        """Add an entry with the next number of its kind, e.g. B-0012."""
        last = self._connection.execute(
            select(func.count()).where(register_item.c.kind == kind.code)
        ).scalar_one()
        inserted = self._connection.execute(
            register_item.insert().values(
                number=f"{kind.letter}-{last + 1:04d}",
                kind=kind.code,
                state=RegisterState.IN_USE.value,
                holding_id=holding_id,
                held_data=held_data,
                added_on=added_on,
            )
        ).inserted_primary_key
        return self.get(int(inserted[0]) if inserted is not None else 0)

    def get(self, item_id: int) -> RegisterItem:
        """Return one entry. Raises `RegisterItemNotFoundError`."""
        row = self._connection.execute(
            select(register_item).where(register_item.c.id == item_id)
        ).first()
        if row is None:
            raise RegisterItemNotFoundError
        return self._item(row)

    def all(self) -> list[RegisterItem]:
        """Return every entry in order of number."""
        rows = self._connection.execute(select(register_item).order_by(register_item.c.id))
        return [self._item(row) for row in rows.all()]

    def set_state(self, item_id: int, state: RegisterState) -> None:
        """Record where an entry stands."""
        self._update(item_id, state=state.value)

    def set_held_data(self, item_id: int, *, held_data: bool) -> None:
        """Record whether a medium held personal data."""
        self._update(item_id, held_data=held_data)

    def put_twin(self, new: Twin) -> None:
        """Record where the paper of a person lies; once more is no harm."""
        self.drop_twin(new)
        self._connection.execute(
            twin.insert().values(item_id=new.item_id, person_id=new.person_id, grp=new.group)
        )

    def put_twins(self, new: Iterable[Twin]) -> None:
        """Record where data of many people lies, in an entry that was just made."""
        rows = [{"item_id": t.item_id, "person_id": t.person_id, "grp": t.group} for t in new]
        if rows:
            self._connection.execute(twin.insert(), rows)

    def drop_twins(self, item_id: int) -> None:
        """Forget all twins in an entry."""
        self._connection.execute(delete(twin).where(twin.c.item_id == item_id))

    def drop_twin(self, old: Twin) -> None:
        """Forget a twin that was recorded by mistake."""
        self._connection.execute(
            delete(twin).where(
                twin.c.item_id == old.item_id,
                twin.c.person_id == old.person_id,
                twin.c.grp == old.group,
            )
        )

    def twins_of(self, persons: Iterable[int]) -> list[Twin]:
        """Return the twins of some persons."""
        found = [
            Twin(row.item_id, row.person_id, row.grp)
            for ids in batches(persons)
            for row in self._connection.execute(select(twin).where(twin.c.person_id.in_(ids)))
        ]
        return sorted(found, key=lambda each: each.item_id)

    def twins_in(self, items: Iterable[int]) -> list[Twin]:
        """Return whose paper lies in some entries."""
        return [
            Twin(row.item_id, row.person_id, row.grp)
            for ids in batches(items)
            for row in self._connection.execute(
                select(twin)
                .where(twin.c.item_id.in_(ids))
                .order_by(twin.c.item_id, twin.c.person_id, twin.c.grp)
            )
        ]

    def add_disposal(self, new: NewDisposal) -> Disposal:
        """Record what was destroyed under the next number of the year, e.g. W2026-0003."""
        inserted = self._connection.execute(
            disposal.insert().values(
                number=self._next_number(new.at.year),
                kind=new.kind.code,
                method=new.method.value,
                at=new.at,
                on_site_at=new.on_site_at,
                holding_id=new.holding_id,
                handled_by=new.handled_by,
                plan_id=new.plan_id,
                sequence=0,
                previous="",
                entry="",
            )
        ).inserted_primary_key
        disposal_id = int(inserted[0]) if inserted is not None else 0
        rows = [
            {"disposal_id": disposal_id, "item_id": item, "person_id": person}
            for item in new.items
            for person in new.persons or (0,)
        ]
        self._connection.execute(disposal_item.insert(), rows)
        return self.disposal(disposal_id)

    def prove(self, disposal_id: int, sequence: int, previous: str, entry: str) -> None:
        """Record where the ledger tells of a disposal."""
        self._connection.execute(
            update(disposal)
            .where(disposal.c.id == disposal_id)
            .values(sequence=sequence, previous=previous, entry=entry)
        )

    def disposal(self, disposal_id: int) -> Disposal:
        """Return one disposal. Raises `RegisterItemNotFoundError`."""
        row = self._connection.execute(select(disposal).where(disposal.c.id == disposal_id)).first()
        if row is None:
            raise RegisterItemNotFoundError
        return self._disposal(row)

    def disposals(self) -> list[Disposal]:
        """Return every disposal, oldest first."""
        rows = self._connection.execute(select(disposal).order_by(disposal.c.id))
        return [self._disposal(row) for row in rows.all()]

    def _next_number(self, year: int) -> str:
        last = self._connection.execute(
            select(func.max(disposal.c.number)).where(disposal.c.number.like(f"W{year}-%"))
        ).scalar()
        return f"W{year}-{(int(last[6:]) if last else 0) + 1:04d}"

    def _update(self, item_id: int, **values: object) -> None:
        self._connection.execute(
            update(register_item).where(register_item.c.id == item_id).values(**values)
        )

    def _values(self, holding_id: int) -> dict[str, str]:
        """Return the details, or nothing once their own time to go has come."""
        if self._holdings.get(holding_id) is None:
            return {}
        return dict(self._holdings.open(holding_id).values)

    def _item(self, row: Row[tuple[object, ...]]) -> RegisterItem:
        return RegisterItem(
            id=row.id,
            number=row.number,
            kind=_KINDS[row.kind],
            state=RegisterState(row.state),
            holding_id=row.holding_id,
            held_data=row.held_data,
            added_on=row.added_on,
            values=self._values(row.holding_id),
        )

    def _disposal(self, row: Row[tuple[object, ...]]) -> Disposal:
        pairs = self._connection.execute(
            select(disposal_item).where(disposal_item.c.disposal_id == row.id)
        ).all()
        return Disposal(
            id=row.id,
            number=row.number,
            kind=_KINDS[row.kind],
            method=DisposalMethod(row.method),
            at=row.at,
            on_site_at=row.on_site_at,
            holding_id=row.holding_id,
            handled_by=row.handled_by,
            items=tuple(sorted({each.item_id for each in pairs})),
            persons=tuple(sorted({each.person_id for each in pairs} - {0})),
            photos=len(self._files.of_holdings([row.holding_id])),
            values=self._values(row.holding_id),
            plan_id=row.plan_id,
            sequence=row.sequence,
            previous=row.previous,
            entry=row.entry,
        )
