"""Keys and key places as they were before places had marks."""

import json
from pathlib import Path

from sqlcipher3.dbapi2 import Connection

from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.place_marks import MARK
from easycare_desktop.storage.keys.place_stamp import STAMP

_KEY_PLACE = """CREATE TABLE key_place(
    id INTEGER PRIMARY KEY AUTOINCREMENT, label TEXT NOT NULL, path TEXT NOT NULL UNIQUE,
    added_at TEXT NOT NULL)"""


def drop_marks(connection: Connection) -> None:
    """Make the tables of key places those of the third schema."""
    connection.execute("DROP TABLE former_place")
    connection.execute("ALTER TABLE key_place RENAME TO marked_place")
    connection.execute(_KEY_PLACE)
    connection.execute("INSERT INTO key_place SELECT id, label, path, added_at FROM marked_place")
    connection.execute("DROP TABLE marked_place")


def registered_before_marks(keys: OpenKeys) -> None:
    """Let the keys forget their marks; they are brought up when they are opened again."""
    with keys.file.change(counts=False) as connection:
        drop_marks(connection)
        connection.execute("UPDATE meta SET value = 3 WHERE name = 'schema'")


def written_before_marks(folder: Path) -> None:
    """Let a folder of keys be as an older program wrote it."""
    (folder / MARK).unlink()
    body = json.loads((folder / STAMP).read_bytes())
    del body["mark"]
    (folder / STAMP).write_text(json.dumps(body))
