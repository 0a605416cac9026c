"""The office's own copy of the dated rows of law, with who confirmed them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from easycare_desktop.storage.databases.office_tables import law_row


@dataclass(frozen=True, slots=True)
class LawRow:
    """One row as data, and the officer's confirmation."""

    code: str
    payload: Mapping[str, object]
    confirmed_on: date | None
    confirmed_by: int | None


class LawRowsRepository:
    """Rows of `law_row`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def fill(self, rows: Mapping[str, Mapping[str, object]]) -> None:
        """Add the rows that are missing; rows that are here stay as the officer left them."""
        known = {code for (code,) in self._connection.execute(select(law_row.c.code))}
        for code, payload in rows.items():
            if code not in known:
                self._connection.execute(
                    insert(law_row).values(
                        code=code, payload=json.dumps(payload, ensure_ascii=False, default=str)
                    )
                )

    def all(self) -> list[LawRow]:
        """Return every row in order of code."""
        return [
            LawRow(row.code, json.loads(row.payload), row.confirmed_on, row.confirmed_by)
            for row in self._connection.execute(select(law_row).order_by(law_row.c.code))
        ]

    def put(self, code: str, payload: Mapping[str, object]) -> None:
        """Keep what the officer set of a row."""
        text = json.dumps(payload, ensure_ascii=False)
        self._connection.execute(
            insert(law_row)
            .values(code=code, payload=text)
            .on_conflict_do_update(index_elements=["code"], set_={"payload": text})
        )

    def confirm(self, code: str, on: date, account_id: int) -> None:
        """Record that the officer checked a row against the law."""
        said = {"confirmed_on": on, "confirmed_by": account_id}
        self._connection.execute(
            insert(law_row)
            .values(code=code, payload="{}", **said)
            .on_conflict_do_update(index_elements=["code"], set_=said)
        )
