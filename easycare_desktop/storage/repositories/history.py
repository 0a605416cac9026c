"""The history of fields: before, after and reason, sealed under the holding's own key."""

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select

from easycare_desktop.domain.holdings import FieldChange, Holding
from easycare_desktop.security.sealing import associated_data, seal, unseal
from easycare_desktop.storage.databases.office_tables import holding_change
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.repositories.bulk import insert_rows

_COLUMNS = ("holding_id", "version", "changed_at", "account_id", "sealed")


class HistoryRepository:
    """Rows of `holding_change`, one a saved change."""

    def __init__(self, connection: Connection, keys: OpenKeys) -> None:
        self._connection = connection
        self._keys = keys

    def add(
        self,
        holding: Holding,
        version: int,
        changes: Sequence[tuple[str, str, str]],
        reason: str,
        evidence: str = "",
        *,
        at: datetime,
        account_id: int,
    ) -> None:
        """Record (field, before, after) triples as the change that led to `version`."""
        plain = json.dumps(
            {"reason": reason, "evidence": evidence, "changes": list(changes)}, ensure_ascii=False
        )
        sealed = seal(self._keys.key_of(holding.id), plain.encode(), _bound(holding, version))
        row = (holding.id, version, at, account_id, sealed)
        insert_rows(self._connection, holding_change, _COLUMNS, [row])

    def of_holding(self, holding: Holding) -> list[FieldChange]:
        """Return every change of a holding, newest first."""
        rows = self._connection.execute(
            select(holding_change)
            .where(holding_change.c.holding_id == holding.id)
            .order_by(holding_change.c.version.desc())
        ).all()
        if not rows:
            return []
        key = self._keys.key_of(holding.id)
        found = []
        for row in rows:
            body = json.loads(unseal(key, row.sealed, _bound(holding, row.version)))
            found += [
                FieldChange(
                    field=name,
                    before=before,
                    after=after,
                    reason=body["reason"],
                    changed_at=row.changed_at,
                    account_id=row.account_id,
                    version=row.version,
                    holding_id=holding.id,
                    group=holding.group,
                    evidence=body.get("evidence", ""),
                )
                for name, before, after in body["changes"]
            ]
        return found

    def sealed_rows(self, holding_id: int) -> list[tuple[int, datetime, int, bytes]]:
        """Return (version, moment, account, sealed) as they are, to be moved elsewhere."""
        rows = self._connection.execute(
            select(holding_change)
            .where(holding_change.c.holding_id == holding_id)
            .order_by(holding_change.c.version)
        )
        return [(row.version, row.changed_at, row.account_id, row.sealed) for row in rows]


def _bound(holding: Holding, version: int) -> bytes:
    return associated_data(holding.id, f"{holding.group}:change", version)
