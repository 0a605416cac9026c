"""Carries each person over whose rights were served since the backup, as a whole.

The data in use may itself come from an older backup than the one that is restored, as on a PC that
began with one. What it never knew of such a person is not lost by that: whatever has ended since,
the keys know.
"""

from collections.abc import Container

from sqlcipher3.dbapi2 import Connection

from easycare_desktop.domain.holdings import OF_CASES
from easycare_desktop.domain.people import PersonState
from easycare_desktop.storage.databases import office_tables as office
from easycare_desktop.storage.restore.carrying_rows import carry_changes, copy_rows
from easycare_desktop.storage.restore.settling_persons import OF_THE_CASE

_OF_PERSON = (office.holding, office.consent, office.request)
_MERGED = """CREATE TEMP TABLE merged AS SELECT p.id FROM now.person p JOIN now.merge n
  ON p.id IN (n.keeper_id, n.gone_id) WHERE NOT EXISTS
  (SELECT 1 FROM main.merge m WHERE m.id = n.id AND m.undone_at IS n.undone_at)"""
_SERVED = """
CREATE TEMP TABLE served AS
SELECT id FROM now.person p WHERE state <> 'active'
  AND NOT EXISTS (SELECT 1 FROM main.person m WHERE m.id = p.id AND m.state = p.state)
UNION SELECT i.person_id FROM now.plan_item i JOIN now.plan p ON p.id = i.plan_id
  WHERE NOT EXISTS (SELECT 1 FROM main.plan m WHERE m.id = p.id AND m.state = p.state)
UNION SELECT person_id FROM now.request r
  WHERE NOT EXISTS (SELECT 1 FROM main.request m WHERE m.id = r.id AND m.state = r.state)
UNION SELECT person_id FROM now.consent c WHERE result = 'withdrawn'
  AND NOT EXISTS (SELECT 1 FROM main.consent m WHERE m.id = c.id)
UNION SELECT person_id FROM now.holding h WHERE state <> 'active'
  AND NOT EXISTS (SELECT 1 FROM main.holding m WHERE m.id = h.id AND m.state = h.state)
UNION SELECT id FROM temp.merged
"""
_UNKNOWN_NOW = """SELECT h.id, h.person_id, h.grp,
  EXISTS (SELECT 1 FROM now.holding n WHERE n.person_id = h.person_id AND n.grp = h.grp)
  FROM main.holding h WHERE h.person_id IN (SELECT id FROM temp.served)
  AND NOT EXISTS (SELECT 1 FROM now.holding n WHERE n.id = h.id)
"""
_NOT_IN_USE = (PersonState.SEPARATED.value, PersonState.GONE.value)


def begin_persons(connection: Connection) -> None:
    """Note whose rights were served since; comes before plans and merges themselves are carried."""
    connection.execute(_MERGED)
    connection.execute(_SERVED)


def carry_persons(connection: Connection, living: Container[int], apart: Container[int]) -> int:
    """Take every served person from the present data; return how many they are.

    `living`: holdings whose keys live, `apart`: those that only an officer opens. Of what the
    present data never knew each one stays that is to be kept apart, and each living one whose
    item group it does not hold of that person, or of which there is one for each case. With a
    signed form its lines stay, with the record of a request the request.
    """
    served = "SELECT id FROM temp.served"
    unknown = connection.execute(_UNKNOWN_NOW).fetchall()
    used = [row for row in unknown if row[0] in living and (not row[3] or row[2] in OF_CASES)]
    kept = used + [row for row in unknown if row[0] in apart]
    connection.execute("CREATE TEMP TABLE kept(id INTEGER PRIMARY KEY)")
    connection.executemany("INSERT INTO temp.kept VALUES (?)", [row[:1] for row in kept])
    _clear(connection, served)
    _carry_rows(connection, served)
    in_use = {person for _, person, group, _ in used if group not in OF_THE_CASE}
    _carry_people(connection, served, in_use)
    return int(connection.execute("SELECT count(*) FROM temp.served").fetchone()[0])


def _clear(connection: Connection, served: str) -> None:
    stays = "SELECT id FROM temp.kept"
    mine = f"SELECT id FROM main.holding WHERE person_id IN ({served}) AND id NOT IN ({stays})"  # noqa: S608
    for table in (office.holding_change, office.sealed_file):
        connection.execute(f"DELETE FROM main.{table.name} WHERE holding_id IN ({mine})")  # noqa: S608
    connection.execute(f"DELETE FROM main.holding WHERE id IN ({mine})")  # noqa: S608
    for table, column in ((office.consent, "paper_id"), (office.request, "holding_id")):
        connection.execute(
            f"DELETE FROM main.{table.name} WHERE person_id IN ({served})"  # noqa: S608
            f" AND ({column} IS NULL OR {column} NOT IN ({stays}))"
        )


def _carry_rows(connection: Connection, served: str) -> None:
    for table in _OF_PERSON:
        copy_rows(connection, table, "INSERT OR REPLACE", f"person_id IN ({served})")
    now = f"SELECT id FROM now.holding WHERE person_id IN ({served})"  # noqa: S608
    carry_changes(connection, now)
    copy_rows(connection, office.sealed_file, "INSERT OR REPLACE", f"holding_id IN ({now})")


def _carry_people(connection: Connection, served: str, used: set[int]) -> None:
    """Bring the persons and their ties; nobody of whom something stays in use counts as gone."""
    before = {
        number: state
        for number, state in connection.execute("SELECT id, state FROM main.person").fetchall()
        if number in used
    }
    copy_rows(connection, office.person, "INSERT OR REPLACE", f"id IN ({served})")
    connection.executemany(
        "UPDATE main.person SET state = ? WHERE id = ? AND state IN (?, ?)",
        [(state, number, *_NOT_IN_USE) for number, state in before.items()],
    )
    people = "SELECT id FROM main.person"
    copy_rows(
        connection,
        office.relation,
        "INSERT OR IGNORE",
        f"recipient_id IN ({people}) AND guardian_id IN ({people})"
        f" AND (recipient_id IN ({served}) OR guardian_id IN ({served}))",
    )
