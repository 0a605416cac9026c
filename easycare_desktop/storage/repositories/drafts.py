"""Half-typed work, one draft per account, window and subject."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, select
from sqlalchemy.dialects.sqlite import insert

from easycare_desktop.storage.databases.drafts_tables import draft

NOBODY = 0
"""The account of what nobody has typed: where files were saved."""
_EMPTIED = "emptied"


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed, and when it was last kept."""

    window: str
    subject: int
    kept_at: datetime
    values: Mapping[str, str] = field(repr=False)

    @property
    def emptied(self) -> bool:
        """Whether a destruction took what was typed: only that something was there is left."""
        return _EMPTIED in self.values

    def empty(self) -> "Draft":
        """Return the draft without anything that was typed."""
        return replace(self, values={_EMPTIED: "1"})


def draft_of(row: Row[Any]) -> Draft:
    """Return what a row of `draft` holds."""
    return Draft(row.window, row.subject, row.kept_at, json.loads(row.text))


def text_of(draft: Draft) -> str:
    """Return the values of a draft as its row holds them."""
    return json.dumps(dict(draft.values), ensure_ascii=False)


class DraftsRepository:
    """Rows of `draft` in drafts.db."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, account_id: int, new: Draft) -> None:
        """Keep a draft in place of the one before."""
        text = text_of(new)
        statement = insert(draft).values(
            account_id=account_id,
            window=new.window,
            subject=new.subject,
            kept_at=new.kept_at,
            text=text,
        )
        self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=["account_id", "window", "subject"],
                set_={"kept_at": new.kept_at, "text": text},
            )
        )

    def get(self, account_id: int, window: str, subject: int) -> Draft | None:
        """Return the kept draft, if any."""
        row = self._connection.execute(
            select(draft).where(
                draft.c.account_id == account_id,
                draft.c.window == window,
                draft.c.subject == subject,
            )
        ).first()
        return None if row is None else draft_of(row)

    def of_account(self, account_id: int) -> list[Draft]:
        """Return all drafts of an account, the newest first."""
        rows = self._connection.execute(
            select(draft).where(draft.c.account_id == account_id).order_by(draft.c.kept_at.desc())
        )
        return [draft_of(row) for row in rows]

    def drop(self, account_id: int, window: str, subject: int) -> None:
        """Forget a draft."""
        self._connection.execute(
            delete(draft).where(
                draft.c.account_id == account_id,
                draft.c.window == window,
                draft.c.subject == subject,
            )
        )

    def of_people(self) -> list[tuple[int, Draft]]:
        """Return what every account has half typed, with its number, the newest first."""
        rows = self._connection.execute(
            select(draft).where(draft.c.account_id != NOBODY).order_by(draft.c.kept_at.desc())
        )
        return [(row.account_id, draft_of(row)) for row in rows]

    def all_texts(self) -> list[str]:
        """Return the text of every draft, to be searched."""
        return list(self._connection.execute(select(draft.c.text)).scalars())
