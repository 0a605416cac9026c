"""Ties between recipients and guardians that ended: numbers, a day and a code."""

from datetime import date, datetime

from sqlalchemy import Connection, delete, or_, select

from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.domain.relations import EndedLink, LinkEnding
from easycare_desktop.storage.databases.office_tables import person, relation, relation_end


class RelationsRepository:
    """Rows of `relation_end`, and the row of `relation` that each took the place of."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def end(
        self,
        recipient_id: int,
        guardian_id: int,
        ended_on: date,
        reason: LinkEnding,
        *,
        at: datetime,
        account_id: int,
    ) -> int:
        """Untie two persons and record when and why; return the number of the row."""
        self.unlink(recipient_id, guardian_id)
        number: int = self._connection.execute(
            relation_end.insert()
            .values(
                recipient_id=recipient_id,
                guardian_id=guardian_id,
                ended_on=ended_on,
                reason=reason.value,
                recorded_at=at,
                account_id=account_id,
            )
            .returning(relation_end.c.id)
        ).scalar_one()
        return number

    def unlink(self, recipient_id: int, guardian_id: int) -> None:
        """Untie two persons as if they had never been tied."""
        self._connection.execute(
            delete(relation).where(
                relation.c.recipient_id == recipient_id, relation.c.guardian_id == guardian_id
            )
        )

    def of(self, person_id: int) -> list[EndedLink]:
        """Return the ties of a person that ended, newest first."""
        columns = relation_end.c
        rows = self._connection.execute(
            select(relation_end)
            .where(or_(columns.recipient_id == person_id, columns.guardian_id == person_id))
            .order_by(columns.ended_on.desc(), columns.id.desc())
        )
        return [
            EndedLink(
                row.id, row.recipient_id, row.guardian_id, row.ended_on, LinkEnding(row.reason)
            )
            for row in rows
        ]

    def take_out(self, number: int) -> None:
        """Forget an ending that was undone at once."""
        self._connection.execute(delete(relation_end).where(relation_end.c.id == number))

    def untied(self) -> frozenset[int]:
        """Return every guardian in use who belongs to nobody."""
        rows = self._connection.execute(
            select(person.c.id).where(
                person.c.kind == PersonKind.GUARDIAN.value,
                person.c.state == PersonState.ACTIVE.value,
                person.c.id.not_in(select(relation.c.guardian_id)),
            )
        )
        return frozenset(rows.scalars())
