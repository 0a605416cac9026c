"""The keys of half-typed work: a new one at each destruction, and no older one kept."""

from easycare_desktop.security.sealing import new_key
from easycare_desktop.storage.keys.open_keys import OpenKeys

_NAME = "drafts"


def draft_keys(keys: OpenKeys) -> list[bytes]:
    """Return the keys that may open the drafts, the newest first: two after a stop in between."""
    with keys.file.read() as connection:
        rows = connection.execute(
            "SELECT key FROM file_key WHERE name = ? ORDER BY version DESC", (_NAME,)
        )
        return [row[0] for row in rows]


def add_draft_key(keys: OpenKeys) -> bytes:
    """Make the next key, durable when this returns; the older one stays until it is dropped."""
    key = new_key()
    with keys.file.change() as connection:
        connection.execute(
            "INSERT INTO file_key(name, version, key)"
            " SELECT ?, coalesce(max(version), 0) + 1, ? FROM file_key WHERE name = ?",
            (_NAME, key, _NAME),
        )
    return key


def drop_older_draft_keys(keys: OpenKeys) -> None:
    """Forget every key but the newest: what lies under an older one opens no more."""
    if len(draft_keys(keys)) > 1:
        with keys.file.change() as connection:
            connection.execute(
                "DELETE FROM file_key WHERE name = ? AND version <"
                " (SELECT max(version) FROM file_key WHERE name = ?)",
                (_NAME, _NAME),
            )
