"""Sets of papers: which were made together, and which came back by hand."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, select, update
from sqlalchemy.engine import Row

from easycare_desktop.domain.packets import PacketKind, PacketPaper
from easycare_desktop.storage.databases.paper_tables import packet_paper


class PacketsRepository:
    """Rows of `packet_paper`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, kind: PacketKind, person_id: int, paper_ids: Iterable[int]) -> None:
        """Remember that papers were made as one set; the first one names it."""
        ids = list(paper_ids)
        rows = [
            {"paper_id": each, "packet_id": ids[0], "kind": kind.value, "person_id": person_id}
            for each in ids
        ]
        self._connection.execute(packet_paper.insert(), rows)

    def newest_of(self, person_id: int) -> list[PacketPaper]:
        """Return the papers of the person's newest set, in the order in which they were made."""
        rows = self._connection.execute(
            select(packet_paper)
            .where(packet_paper.c.person_id == person_id)
            .order_by(packet_paper.c.packet_id.desc(), packet_paper.c.paper_id)
        ).all()
        return [_paper(row) for row in rows if row.packet_id == rows[0].packet_id]

    def returned(self, paper_id: int, on: date | None, account_id: int) -> None:
        """Note that a paper came back, or take that back."""
        self._connection.execute(
            update(packet_paper)
            .where(packet_paper.c.paper_id == paper_id)
            .values(returned_on=on, account_id=account_id)
        )


def _paper(row: Row[tuple[object, ...]]) -> PacketPaper:
    return PacketPaper(
        row.paper_id,
        row.packet_id,
        PacketKind(row.kind),
        row.person_id,
        row.returned_on,
        row.account_id,
    )
