"""Papers that were made: what, when, by whom, for which purpose. No content, no names."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, false, func, or_, select, update
from sqlalchemy.engine import Row

from easycare_desktop.storage.databases.paper_tables import paper
from easycare_desktop.storage.repositories.meta import MetaRepository

EDITABLE_MEDIA = "hwpx"


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """One paper. `copies` counts printed sheets sent to a printer; 0 means it was only seen.

    `subject`: the number of what it is about, where that is no person, request or plan.
    `media`: the sort of file; `EDITABLE_MEDIA` is a file to be changed elsewhere.
    """

    id: int
    number: str
    kind: str
    person_id: int | None
    request_id: int | None
    plan_id: int | None
    made_at: datetime
    account_id: int
    purpose: str
    sha256: str
    pages: int
    copies: int
    saved: bool
    subject: int | None = None
    media: str = "pdf"


class PapersRepository:
    """Rows of `paper`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_number(self, year: int) -> str:
        """Return the next document number of the year, e.g. M2026-00012."""
        last = self._connection.execute(
            select(func.max(paper.c.number)).where(paper.c.number.like(f"M{year}-%"))
        ).scalar()
        last = max(last or "", MetaRepository(self._connection).floor("paper", f"M{year}-"))
        return f"M{year}-{(int(last[6:]) if last else 0) + 1:05d}"

    def add(self, record: PaperRecord) -> PaperRecord:
        """Add a paper; `record.id` is ignored and given by the table."""
        values = {name: getattr(record, name) for name in _NAMES if name != "id"}
        inserted = self._connection.execute(paper.insert().values(values)).inserted_primary_key
        return self.get(int(inserted[0]) if inserted is not None else 0)

    def get(self, paper_id: int) -> PaperRecord:
        """Return one paper."""
        row = self._connection.execute(select(paper).where(paper.c.id == paper_id)).one()
        return _paper(row)

    def all(self, limit: int = 2000) -> list[PaperRecord]:
        """Return the newest papers first."""
        rows = self._connection.execute(select(paper).order_by(paper.c.id.desc()).limit(limit))
        return [_paper(row) for row in rows]

    def gone_out(self, limit: int) -> list[PaperRecord]:
        """Return the newest papers that were printed or saved outside, newest first."""
        query = select(paper).where((paper.c.copies > 0) | paper.c.saved)
        rows = self._connection.execute(query.order_by(paper.c.id.desc()).limit(limit))
        return [_paper(row) for row in rows]

    def about(
        self, person_id: int, requests: Collection[int], plans: Collection[int]
    ) -> list[PaperRecord]:
        """Return every paper about a person, their requests or their plans, newest first."""
        rows = self._connection.execute(
            select(paper)
            .where(
                or_(
                    paper.c.person_id == person_id,
                    paper.c.request_id.in_(requests),
                    paper.c.plan_id.in_(plans),
                )
            )
            .order_by(paper.c.id.desc())
        )
        return [_paper(row) for row in rows]

    def left_before(self, kind: str, about: Mapping[str, int | None]) -> bool:
        """Tell whether a paper of this kind about the same thing was printed or saved already."""
        query = select(func.count()).where(
            paper.c.kind == kind,
            paper.c.media == "pdf",
            *(paper.c[name].is_not_distinct_from(number) for name, number in about.items()),
            or_(paper.c.copies > 0, paper.c.saved),
        )
        return bool(self._connection.execute(query).scalar_one())

    def left(self) -> frozenset[int]:
        """Return every person with a paper that was printed or saved outside."""
        rows = self._connection.execute(
            select(paper.c.person_id)
            .where(paper.c.person_id.is_not(None), (paper.c.copies > 0) | paper.c.saved)
            .distinct()
        )
        return frozenset(rows.scalars())

    def count_left(self, persons: Collection[int], request_id: int | None) -> int:
        """Count the papers about these persons or this request that were printed or saved."""
        asked = paper.c.request_id == request_id if request_id is not None else false()
        about = or_(paper.c.person_id.in_(persons), asked)
        gone = or_(paper.c.copies > 0, paper.c.saved)
        counted = select(func.count()).select_from(paper).where(about, gone)
        return int(self._connection.execute(counted).scalar_one())

    def printed(self, paper_id: int, copies: int) -> None:
        """Count copies that were sent to a printer."""
        self._connection.execute(
            update(paper).where(paper.c.id == paper_id).values(copies=paper.c.copies + copies)
        )

    def was_saved(self, paper_id: int) -> None:
        """Record that the paper was saved as a file outside."""
        self._connection.execute(update(paper).where(paper.c.id == paper_id).values(saved=True))


_NAMES = tuple(column.name for column in paper.c)


def _paper(row: Row[tuple[object, ...]]) -> PaperRecord:
    return PaperRecord(**{name: getattr(row, name) for name in _NAMES})
