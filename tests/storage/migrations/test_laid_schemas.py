"""A database of the other tests is what the migrations make, to the last statement."""

from pathlib import Path

import pytest

from easycare_desktop.storage.databases import scripts
from easycare_desktop.storage.databases.engine import MIGRATIONS, begin, open_engine
from tests.helpers.schemas import Schemas, rows_of

KEY = bytes(range(32))
EVERYTHING = "SELECT name, type, tbl_name, sql FROM sqlite_master ORDER BY type, name"


def made(path: Path, name: str, schemas: Schemas) -> list[tuple[object, ...]]:
    engine = open_engine(path, KEY, create=True)
    with begin(engine, path) as connection:
        schemas(MIGRATIONS / name, connection)
        found = [tuple(row) for row in connection.exec_driver_sql(EVERYTHING)]
        for table in [row[0] for row in found if row[1] == "table"]:
            found += [(table, *row) for row in rows_of(str(table), connection)]
    engine.dispose()
    return found


@pytest.mark.parametrize("name", ["office", "separated"])
def test_what_is_laid_is_what_the_scripts_make(tmp_path: Path, name: str):
    done: list[Path] = []

    def upgrade(folder: Path, connection: object) -> None:
        done.append(folder)
        scripts.upgrade(folder, connection)  # type: ignore[arg-type]

    schemas = Schemas(upgrade)
    first = made(tmp_path / "first.db", name, schemas)
    second = made(tmp_path / "second.db", name, schemas)
    assert len(first) > 2
    assert second == first
    assert done == [MIGRATIONS / name], "the second was laid"


def test_an_older_file_goes_up_by_its_scripts(tmp_path: Path):
    done: list[Path] = []
    schemas = Schemas(lambda folder, _connection: done.append(folder))
    path = tmp_path / "office.db"
    engine = open_engine(path, KEY, create=True)
    with begin(engine, path) as connection:
        connection.exec_driver_sql("CREATE TABLE meta (name)")
        schemas(MIGRATIONS / "office", connection)
        schemas(MIGRATIONS / "office", connection)
    engine.dispose()
    assert done == [MIGRATIONS / "office"] * 2
