"""Numbers of printed forms: what each one was printed for. Never changed, never taken out."""

from collections.abc import Iterable

from sqlalchemy import Connection, select
from sqlalchemy.engine import Row

from easycare_desktop.domain.returned import PrintedSlip
from easycare_desktop.storage.databases.return_tables import slip

_NAMES = tuple(column.name for column in slip.c)


class SlipsRepository:
    """Rows of `slip`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, new: PrintedSlip) -> None:
        """Remember a number; the id is given by the table."""
        values = {name: getattr(new, name) for name in _NAMES if name != "id"}
        self._connection.execute(slip.insert().values(values))

    def get(self, slip_id: int) -> PrintedSlip:
        """Return what a number was printed for."""
        return _slip(self._connection.execute(select(slip).where(slip.c.id == slip_id)).one())

    def all(self) -> list[PrintedSlip]:
        """Return every number that was printed here."""
        return [_slip(row) for row in self._connection.execute(select(slip))]

    def of_number(self, number: str) -> PrintedSlip | None:
        """Return what this number was printed for, if it was printed here."""
        row = self._connection.execute(select(slip).where(slip.c.number == number)).first()
        return None if row is None else _slip(row)

    def of_papers(self, paper_ids: Iterable[int]) -> dict[int, PrintedSlip]:
        """Return the numbers of some papers, by paper."""
        wanted = select(slip).where(slip.c.paper_id.in_(tuple(paper_ids)))
        return {row.paper_id: _slip(row) for row in self._connection.execute(wanted)}


def _slip(row: Row[tuple[object, ...]]) -> PrintedSlip:
    return PrintedSlip(**{name: getattr(row, name) for name in _NAMES})
