"""Rows of separated.db. They are moved in sealed, and opened only with the officer's key."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Row

from easycare_desktop.domain.holdings import Clock, Holding, HoldingState
from easycare_desktop.security.sealing import associated_data, seal, unseal
from easycare_desktop.storage.databases.separated_tables import metadata, reading, separated_holding
from easycare_desktop.storage.repositories.annex import (
    SealedChange,
    annex_of,
    applicant_in,
    files_in,
)
from easycare_desktop.storage.repositories.batches import batches
from easycare_desktop.storage.repositories.files import SealedFile
from easycare_desktop.storage.repositories.row_numbers import begin_block
from easycare_desktop.storage.repositories.sealed_values import open_values


@dataclass(frozen=True, slots=True)
class SeparatedHolding:
    """The open columns of a holding that only the law keeps."""

    id: int
    person_id: int
    person_number: str
    group: str
    version: int
    rule: str
    counted_from: date
    until: date
    hold_until: date | None
    plan_number: str
    separated_at: datetime
    state: HoldingState

    @property
    def clock(self) -> Clock:
        """The clock that runs since the holding was moved here."""
        return Clock(self.rule, self.counted_from, self.until)


@dataclass(frozen=True, slots=True)
class Reading:
    """One opening of a separated holding: who, when, for which lawful purpose."""

    id: int
    holding_id: int
    person_number: str
    group: str
    read_at: datetime
    account_id: int
    purpose: str


class SeparatedRepository:
    """Rows of `separated_holding` and `reading`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(
        self,
        holding: Holding,
        clock: Clock,
        sealed: bytes,
        changes: Iterable[SealedChange],
        files: Iterable[SealedFile] = (),
        *,
        person_number: str,
        plan_number: str,
        at: datetime,
        applicant: bytes = b"",
    ) -> None:
        """Move a holding in as it is; doing it twice changes nothing.

        Its history and the names of its sealed files come along; the files stay where they lie.
        `applicant`: sealed by `seal_applicant`, whoever is to be told at the end.
        """
        statement = insert(separated_holding).values(
            id=holding.id,
            person_id=holding.person_id,
            person_number=person_number,
            grp=holding.group,
            version=holding.version,
            basis=holding.basis,
            channel=holding.channel,
            collected_on=holding.collected_on,
            rule=clock.rule,
            counted_from=clock.counted_from,
            until=clock.until,
            hold_until=holding.hold_until,
            plan_number=plan_number,
            separated_at=at,
            state=HoldingState.SEPARATED.value,
            sealed=sealed,
            annex=annex_of(changes, files, applicant),
        )
        self._connection.execute(statement.on_conflict_do_nothing(index_elements=["id"]))

    def all(self) -> list[SeparatedHolding]:
        """Return every separated holding, the one that ends first at the top."""
        return self._select()

    def ids(self) -> frozenset[int]:
        """Return the id of every separated holding."""
        return frozenset(self._connection.execute(select(separated_holding.c.id)).scalars())

    def get(self, holding_id: int) -> SeparatedHolding | None:
        """Return the open columns of one."""
        return next(iter(self._select(separated_holding.c.id == holding_id)), None)

    def of_person(self, person_id: int) -> list[SeparatedHolding]:
        """Return those of one person."""
        return self._select(separated_holding.c.person_id == person_id)

    def persons_among(self, person_ids: Iterable[int]) -> frozenset[int]:
        """Return of whom of these persons something is kept here."""
        whose, found = separated_holding.c.person_id, set[int]()
        for ids in batches(person_ids):
            found.update(self._connection.execute(select(whose).where(whose.in_(ids))).scalars())
        return frozenset(found)

    def begin_block(self, block: int) -> None:
        """Let readings be numbered in a block of their own."""
        begin_block(self._connection, metadata, block)

    def _select(self, *conditions: ColumnElement[bool]) -> list[SeparatedHolding]:
        rows = self._connection.execute(select(separated_holding).where(*conditions))
        return sorted(map(_separated, rows), key=lambda each: (each.until, each.id))

    def set_hold(self, holding_id: int, until: date | None) -> None:
        """Record the end of a legal hold, or that there is none; the state follows."""
        state = HoldingState.HELD if until else HoldingState.SEPARATED
        self._set(holding_id, hold_until=until, state=state.value)

    def set_until(self, holding_id: int, until: date) -> None:
        """Record a later last day of a stay."""
        self._set(holding_id, until=until)

    def _set(self, holding_id: int, **values: object) -> None:
        changed = update(separated_holding).where(separated_holding.c.id == holding_id)
        self._connection.execute(changed.values(**values))

    def plant(self, sample: str) -> None:
        """Put a sample into the file, to be found by a search; an empty one takes it away."""
        self._connection.exec_driver_sql("DROP TABLE IF EXISTS canary")
        if sample:
            self._connection.exec_driver_sql("CREATE TABLE canary(sample TEXT)")
            self._connection.exec_driver_sql("INSERT INTO canary VALUES (?)", (sample,))

    def open(self, holding_id: int, key: bytes) -> Mapping[str, str]:
        """Open one with the key that the officer unwrapped."""
        asked = select(separated_holding).where(separated_holding.c.id == holding_id)
        row = self._connection.execute(asked).one()
        return open_values(key, row.id, row.grp, row.version, row.sealed)

    def applicant(self, holding_id: int, key: bytes) -> Mapping[str, str]:
        """Return who applied in the place of the person; empty where nobody did."""
        asked = select(separated_holding.c.annex).where(separated_holding.c.id == holding_id)
        annex: str = self._connection.execute(asked).scalar_one()
        return applicant_in(holding_id, annex, key)

    def files_of(self, holding_ids: Iterable[int]) -> list[SealedFile]:
        """Return the sealed files of some separated holdings."""
        found: list[SealedFile] = []
        columns = select(separated_holding.c.id, separated_holding.c.annex)
        for ids in batches(holding_ids):
            rows = self._connection.execute(columns.where(separated_holding.c.id.in_(ids))).all()
            found += [file for each, annex in rows for file in files_in(each, annex)]
        return found

    def delete(self, holding_ids: Iterable[int]) -> int:
        """Delete rows and the sealed reasons of their readings; return how many."""
        count = 0
        emptied = update(reading).values(sealed_reason=b"")
        for ids in batches(holding_ids):
            gone = delete(separated_holding).where(separated_holding.c.id.in_(ids))
            count += self._connection.execute(gone).rowcount
            self._connection.execute(emptied.where(reading.c.holding_id.in_(ids)))
        return count

    def note_reading(
        self,
        holding: SeparatedHolding,
        key: bytes,
        reason: str,
        *,
        at: datetime,
        account_id: int,
        purpose: str,
    ) -> None:
        """Record an opening; the reason is sealed under the key of what was read."""
        bound = associated_data(holding.id, "reading", 0)
        self._connection.execute(
            reading.insert().values(
                holding_id=holding.id,
                person_number=holding.person_number,
                grp=holding.group,
                read_at=at,
                account_id=account_id,
                purpose=purpose,
                sealed_reason=seal(key, reason.encode(), bound),
            )
        )

    def readings(self) -> list[Reading]:
        """Return every opening, newest first."""
        rows = self._connection.execute(select(reading).order_by(reading.c.id.desc()))
        return [
            Reading(
                row.id,
                row.holding_id,
                row.person_number,
                row.grp,
                row.read_at,
                row.account_id,
                row.purpose,
            )
            for row in rows
        ]

    def reason_of(self, reading_id: int, key: bytes) -> str:
        """Open the sealed reason of one reading."""
        row = self._connection.execute(select(reading).where(reading.c.id == reading_id)).one()
        bound = associated_data(row.holding_id, "reading", 0)
        return unseal(key, row.sealed_reason, bound).decode() if row.sealed_reason else ""


def _separated(row: Row[tuple[object, ...]]) -> SeparatedHolding:
    return SeparatedHolding(
        id=row.id,
        person_id=row.person_id,
        person_number=row.person_number,
        group=row.grp,
        version=row.version,
        rule=row.rule,
        counted_from=row.counted_from,
        until=row.until,
        hold_until=row.hold_until,
        plan_number=row.plan_number,
        separated_at=row.separated_at,
        state=HoldingState(row.state),
    )
