"""The keys of the databases, in all their versions: an old backup opens with the one it names."""

from sqlcipher3.dbapi2 import Connection


def file_key(connection: Connection, name: str, version: int | None = None) -> tuple[int, bytes]:
    """Return version and key of a database, the newest without `version`; unknown: `KeyError`."""
    row = connection.execute(
        "SELECT version, key FROM file_key WHERE name = ? AND version = coalesce(?,"
        " (SELECT max(version) FROM file_key WHERE name = ?))",
        (name, version, name),
    ).fetchone()
    if row is None:
        raise KeyError(name)
    return int(row[0]), row[1]
