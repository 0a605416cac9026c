"""The tables of `keys-<g>.db`."""

import json

from sqlcipher3.dbapi2 import Connection

from easycare_desktop.storage.ledger.book import TABLE as LEDGER_TABLE

SCHEMA = 4
_SCHEMA_OF_GIVEN, _SCHEMA_OF_PCS, _SCHEMA_OF_MARKS = 2, 3, 4
_TABLES = {
    "meta": "CREATE TABLE meta(name TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID",
    "file_key": """CREATE TABLE file_key(
        name TEXT, version INTEGER, key BLOB NOT NULL CHECK (length(key) = 32),
        PRIMARY KEY (name, version)) WITHOUT ROWID""",
    # Exactly one of three: a plain key, an envelope for the officer, or a tombstone.
    "holding_key": """CREATE TABLE holding_key(
        id INTEGER PRIMARY KEY CHECK (id > 0),
        key BLOB CHECK (length(key) = 32),
        wrapped BLOB, grp TEXT, officer_key INTEGER,
        destroyed_at TEXT, number TEXT,
        CHECK ((key IS NOT NULL) + (wrapped IS NOT NULL) + (destroyed_at IS NOT NULL) = 1),
        CHECK ((wrapped IS NULL) = (grp IS NULL) AND (wrapped IS NULL) = (officer_key IS NULL)),
        CHECK ((destroyed_at IS NULL) = (number IS NULL)))""",
    "account": """CREATE TABLE account(
        id INTEGER PRIMARY KEY AUTOINCREMENT, login TEXT NOT NULL, label TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL, role TEXT NOT NULL, state TEXT NOT NULL,
        public_key BLOB NOT NULL, next_public_key BLOB,
        created_at TEXT NOT NULL, changed_at TEXT NOT NULL, given INTEGER NOT NULL DEFAULT 0)""",
    "officer_key": "CREATE TABLE officer_key(id INTEGER PRIMARY KEY, public_key BLOB NOT NULL)",
    "signing_key": "CREATE TABLE signing_key(id INTEGER PRIMARY KEY, certificate BLOB NOT NULL)",
    "officer_secret": """CREATE TABLE officer_secret(
        purpose TEXT, key_id INTEGER, recipient BLOB, envelope BLOB NOT NULL,
        PRIMARY KEY (purpose, key_id, recipient)) WITHOUT ROWID""",
    "sheet": """CREATE TABLE sheet(
        number INTEGER PRIMARY KEY, public_key BLOB NOT NULL, salt BLOB NOT NULL,
        memory INTEGER NOT NULL, passes INTEGER NOT NULL, lanes INTEGER NOT NULL)""",
    "restriction": """CREATE TABLE restriction(
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, facts TEXT NOT NULL,
        at TEXT NOT NULL)""",
    "ledger": LEDGER_TABLE,
    "high_water": "CREATE TABLE high_water(name TEXT PRIMARY KEY, value INTEGER NOT NULL)",
    "key_place": """CREATE TABLE key_place(
        id INTEGER PRIMARY KEY, label TEXT NOT NULL, path TEXT NOT NULL,
        added_at TEXT NOT NULL, mark TEXT NOT NULL DEFAULT '')""",
    # Places that were struck off with keys on them; `gone_at`: when somebody said they are no more.
    "former_place": """CREATE TABLE former_place(
        id INTEGER PRIMARY KEY, label TEXT NOT NULL, mark TEXT NOT NULL,
        generation INTEGER NOT NULL, removed_at TEXT NOT NULL, lost INTEGER NOT NULL DEFAULT 0,
        gone_at TEXT, gone_by INTEGER NOT NULL DEFAULT 0)""",
    # Every PC that the office was ever handed over from; `public_key` seals a way back to it.
    "pc": """CREATE TABLE pc(
        id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, public_key BLOB,
        instance TEXT NOT NULL UNIQUE, generation INTEGER NOT NULL)""",
    "switch": """CREATE TABLE switch(
        generation INTEGER PRIMARY KEY, number TEXT NOT NULL, facts TEXT NOT NULL,
        finished_at TEXT)""",
}
COPIED_WHOLE = tuple(name for name in _TABLES if name not in {"meta", "holding_key"})


def create_tables(connection: Connection) -> None:
    """Create every table, inside the transaction of the caller."""
    for statement in _TABLES.values():
        connection.execute(statement)


def upgrade_tables(connection: Connection) -> None:
    """Bring tables of an older schema to this one, inside the transaction of the caller."""
    found = int(meta(connection, "schema"))
    if found < _SCHEMA_OF_GIVEN:
        connection.execute("ALTER TABLE account ADD COLUMN given INTEGER NOT NULL DEFAULT 0")
    if found < _SCHEMA_OF_PCS:
        connection.execute(_TABLES["pc"])
    if found < _SCHEMA_OF_MARKS:
        _give_marks(connection)
    put_meta(connection, schema=SCHEMA)


def _give_marks(connection: Connection) -> None:
    """Let a place have a mark, and two share a path; what was struck off earlier stays known."""
    connection.execute("ALTER TABLE key_place RENAME TO unmarked_place")
    connection.execute(_TABLES["key_place"])
    connection.execute(
        "INSERT INTO key_place(id, label, path, added_at)"
        " SELECT id, label, path, added_at FROM unmarked_place"
    )
    connection.execute("DROP TABLE unmarked_place")
    connection.execute(_TABLES["former_place"])
    told = connection.execute(
        "SELECT kind, at, body FROM ledger"
        " WHERE kind IN ('key_place_removed', 'key_place_lost') ORDER BY seq"
    ).fetchall()
    lost = {}
    for kind, at, body in told:
        facts = json.loads(body)
        if kind == "key_place_lost":
            lost[facts["place"]] = facts["generation"]
            continue
        connection.execute(
            "INSERT OR REPLACE INTO former_place(id, label, mark, generation, removed_at, lost)"
            " VALUES (?, '', '', ?, ?, ?)",
            (facts["place"], lost.get(facts["place"], 0), at, facts["place"] in lost),
        )


def put_meta(connection: Connection, **values: str | int) -> None:
    """Set named values."""
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())


def meta(connection: Connection, name: str) -> str | int:
    """Return a named value; its absence is a `KeyError`."""
    row = connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise KeyError(name)
    value: str | int = row[0]
    return value
