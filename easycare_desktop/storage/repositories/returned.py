"""Papers that came back: numbers, states and days; the pages are sealed files of a holding."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, func, select, update
from sqlalchemy.engine import Row

from easycare_desktop.domain.requests import Channel
from easycare_desktop.domain.returned import Doubt, Returned, ReturnedNotWaitingError, ReturnedState
from easycare_desktop.storage.databases.return_tables import returned

_NAMES = tuple(column.name for column in returned.c)


class ReturnedRepository:
    """Rows of `returned`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, new: Returned) -> Returned:
        """Add a paper; its id is given by the table."""
        inserted = self._connection.execute(returned.insert().values(_values(new)))
        key = inserted.inserted_primary_key
        return replace(new, id=int(key[0]) if key is not None else 0)

    def get(self, returned_id: int) -> Returned:
        """Return one paper."""
        return self._some(returned.c.id == returned_id)[0]

    def waiting(self) -> list[Returned]:
        """Return what waits for a person, oldest first."""
        return self._some(returned.c.state == ReturnedState.WAITING.value)

    def waits(self, returned_id: int) -> Returned:
        """Return a paper that waits; raise `ReturnedNotWaitingError` for any other."""
        found = self._some(returned.c.id == returned_id)
        if not found or found[0].state is not ReturnedState.WAITING:
            raise ReturnedNotWaitingError
        return found[0]

    def of_slips(self, slip_ids: Sequence[int]) -> list[Returned]:
        """Return what came back under these numbers."""
        return self._some(returned.c.slip_id.in_(slip_ids)) if slip_ids else []

    def holdings(self) -> frozenset[int]:
        """Return the holdings that papers which came back lie in."""
        return frozenset(self._connection.execute(select(returned.c.holding_id)).scalars())

    def digests(self) -> frozenset[str]:
        """Return the digests of all files that came in."""
        return frozenset(self._connection.execute(select(returned.c.digest)).scalars())

    def count_waiting(self) -> int:
        """Return how many papers wait."""
        state = returned.c.state == ReturnedState.WAITING.value
        return int(self._connection.execute(select(func.count()).where(state)).scalar_one())

    def change(self, paper: Returned) -> None:
        """Write every open column of a paper anew."""
        self._connection.execute(
            update(returned).where(returned.c.id == paper.id).values(_values(paper))
        )

    def file(self, paper: Returned, person_id: int, received_on: date, at: datetime) -> None:
        """Record whose paper it is and from which day it counts."""
        self.change(
            replace(
                paper,
                state=ReturnedState.FILED,
                person_id=person_id,
                received_on=received_on,
                filed_at=at,
            )
        )

    def _some(self, condition: ColumnElement[bool]) -> list[Returned]:
        rows = self._connection.execute(select(returned).where(condition).order_by(returned.c.id))
        return [_returned(row) for row in rows]


def _values(paper: Returned) -> dict[str, object]:
    values: dict[str, object] = {name: getattr(paper, name) for name in _NAMES if name != "id"}
    return values | {
        "doubt": paper.doubt.value if paper.doubt else None,
        "state": paper.state.value,
        "channel": paper.channel.value,
    }


def _returned(row: Row[tuple[object, ...]]) -> Returned:
    values = {name: getattr(row, name) for name in _NAMES}
    doubt = values["doubt"]
    return Returned(
        **values
        | {
            "doubt": Doubt(doubt) if doubt else None,
            "state": ReturnedState(values["state"]),
            "channel": Channel(values["channel"]),
        }
    )
