import shutil
from pathlib import Path
from types import ModuleType

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from easycare_desktop.storage.databases import (
    backup_tables,
    list_tables,
    office_tables,
    paper_tables,
    register_tables,
    return_tables,
    separated_tables,
)
from easycare_desktop.storage.databases import engine as engines
from easycare_desktop.storage.databases.engine import (
    HEADS,
    MIGRATIONS,
    Database,
    NewerSchemaError,
    begin,
    bring_up,
    open_engine,
)
from easycare_desktop.storage.keys.sqlcipher import connect

KEY = bytes(range(32))
assert list_tables.import_run.metadata is office_tables.metadata
assert backup_tables.backup.metadata is office_tables.metadata
assert register_tables.register_item.metadata is office_tables.metadata
assert return_tables.slip.metadata is office_tables.metadata
assert paper_tables.packet_paper.metadata is office_tables.metadata
TABLES: dict[str, ModuleType] = {"office": office_tables, "separated": separated_tables}
PERSON = """INSERT INTO person(id, number, kind, state, registered_on)
    VALUES (1, 'P-00001', 'recipient', 'active', '2026-01-02')"""
LATER = "9001"
MORE = '''"""Adds a column, as a later version of the program might."""

import sqlalchemy as sa
from alembic import op

revision = "9001"
down_revision = "{head}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("{table}") as batch:
        batch.add_column(sa.Column("added", sa.String(length=8), nullable=True))
    {then}
'''


def script(name: str) -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS / name))
    return ScriptDirectory.from_config(config)


def made(path: Path, name: str) -> Engine:
    engine = open_engine(path, KEY, create=True)
    bring_up(Database(engine, name, path))
    return engine


def version(engine: Engine) -> str:
    with engine.connect() as connection:
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data.db"


@pytest.fixture(params=["office", "separated"])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def add_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, then: str = "pass"
) -> None:
    """Let the program know one schema more."""
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder)
    table = "meta" if name == "office" else "reading"
    later = folder / name / "versions" / f"{LATER}_later.py"
    later.write_text(MORE.format(head=HEADS[name], table=table, then=then), encoding="utf-8")
    monkeypatch.setattr(engines, "MIGRATIONS", folder)
    monkeypatch.setitem(engines.HEADS, name, LATER)


def test_one_head_and_it_is_the_one_told(name: str):
    assert script(name).get_heads() == [HEADS[name]]


def test_the_head_is_what_the_tables_say(path: Path, name: str):
    engine = made(path, name)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, TABLES[name].metadata) == []
    engine.dispose()


def test_a_missing_column_would_be_noticed(path: Path):
    engine = made(path, "office")
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE meta DROP COLUMN value"))
        context = MigrationContext.configure(connection)
        assert len(compare_metadata(context, office_tables.metadata)) == 1
    engine.dispose()


def test_from_nothing_to_the_head(path: Path, name: str):
    engine = made(path, name)
    assert version(engine) == HEADS[name]
    bring_up(Database(engine, name, path))
    # Windows empties the journal instead of removing it.
    left = [each.name for each in path.parent.iterdir() if each.stat().st_size > 0]
    assert left == ["data.db"]
    assert not path.read_bytes().startswith(b"SQLite format 3")
    engine.dispose()


def test_data_comes_along(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    engine = made(path, "office")
    with begin(engine, path) as connection:
        connection.execute(text("INSERT INTO meta VALUES ('mark', 'kept')"))
    add_later(tmp_path, monkeypatch, "office")
    bring_up(Database(engine, "office", path))
    assert version(engine) == LATER
    with engine.connect() as connection:
        assert connection.execute(text("SELECT * FROM meta")).all() == [("mark", "kept", None)]
    assert not list(tmp_path.glob("data.before-*"))
    engine.dispose()


@pytest.mark.parametrize("start", [each.revision for each in script("office").walk_revisions()])
def test_every_earlier_schema_comes_up_with_its_data(path: Path, start: str):
    engine = open_engine(path, KEY, create=True)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS / "office"))
    with begin(engine, path) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, start)
        connection.execute(text("INSERT INTO meta VALUES ('mark', 'kept')"))
        connection.execute(text(PERSON))
    bring_up(Database(engine, "office", path))
    assert version(engine) == HEADS["office"]
    with engine.connect() as connection:
        assert connection.execute(text("SELECT * FROM meta")).all() == [("mark", "kept")]
        assert connection.execute(text("SELECT number FROM person")).scalar_one() == "P-00001"
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, office_tables.metadata) == []
    engine.dispose()


def test_a_failing_upgrade_leaves_the_file_and_a_copy(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
):
    engine = made(path, name)
    head = HEADS[name]
    table = "meta" if name == "office" else "reading"
    add_later(tmp_path, monkeypatch, name, 'raise RuntimeError("planted")')
    with pytest.raises(RuntimeError, match="planted"):
        bring_up(Database(engine, name, path))
    assert version(engine) == head
    with engine.connect() as connection:
        columns = [row[1] for row in connection.execute(text(f"PRAGMA table_info({table})"))]
    assert "added" not in columns
    engine.dispose()
    copy = path.with_suffix(f".before-{head}")
    plain = connect(copy, KEY, create=False)
    assert plain.execute("SELECT version_num FROM alembic_version").fetchone() == (head,)
    plain.close()
    path.write_bytes(copy.read_bytes())
    put_back = open_engine(path, KEY, create=False)
    assert version(put_back) == head
    put_back.dispose()


def test_a_file_of_a_newer_program_is_refused(path: Path, name: str):
    engine = made(path, name)
    with begin(engine, path) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerSchemaError) as refused:
        bring_up(Database(engine, name, path))
    assert refused.value.database == name
    engine.dispose()


def both(tmp_path: Path) -> dict[str, Database]:
    """Two databases that belong together, at their heads, each with a mark of its own."""
    found = {}
    for name in TABLES:
        path = tmp_path / f"{name}.db"
        found[name] = Database(made(path, name), name, path)
    return found


def test_where_the_second_fails_the_first_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    databases = both(tmp_path)
    before = {name: HEADS[name] for name in TABLES}
    add_later(tmp_path, monkeypatch, "office")
    later = tmp_path / "migrations" / "separated" / "versions" / f"{LATER}_later.py"
    then = 'raise RuntimeError("planted")'
    text_ = MORE.format(head=before["separated"], table="reading", then=then)
    later.write_text(text_, encoding="utf-8")
    monkeypatch.setitem(engines.HEADS, "separated", LATER)
    with pytest.raises(RuntimeError, match="planted"):
        bring_up(*databases.values())
    assert {name: version(each.engine) for name, each in databases.items()} == before
    later.write_text(text_.replace(then, "pass"), encoding="utf-8")
    bring_up(*databases.values())
    assert {version(each.engine) for each in databases.values()} == {LATER}
    assert not list(tmp_path.glob("*.before-*"))
    for each in databases.values():
        each.engine.dispose()


def test_a_newer_second_is_refused_before_the_first_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    databases = both(tmp_path)
    head = HEADS["office"]
    add_later(tmp_path, monkeypatch, "office")
    with begin(databases["separated"].engine, databases["separated"].path) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerSchemaError):
        bring_up(*databases.values())
    assert version(databases["office"].engine) == head
    for each in databases.values():
        each.engine.dispose()
