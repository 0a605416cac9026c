"""The data files of one open office: office.db, separated.db, drafts.db and files/."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine

from easycare_desktop.storage.databases import drafts_tables
from easycare_desktop.storage.databases.engine import bring_up, open_engine
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.repositories.meta import MetaRepository


class OfficeFiles:
    """Engines over the files of `folder`, opened with the file keys of the key generation."""

    def __init__(self, folder: Path, keys: OpenKeys) -> None:
        self.folder = folder
        self.keys = keys
        self._office = self._engine("office")
        self._separated = self._engine("separated")
        self._drafts = open_engine(folder / "drafts.db", keys.file_key("drafts"))
        with self._drafts.begin() as connection:
            drafts_tables.metadata.create_all(connection)

    def _engine(self, name: str) -> Engine:
        path = self.folder / f"{name}.db"
        engine = open_engine(path, self.keys.file_key(name))
        bring_up(engine, name, path)
        return engine

    @contextmanager
    def office(self) -> Iterator[Connection]:
        """Begin a transaction on office.db; commit at the end, roll back on any exception."""
        with self._office.begin() as connection:
            yield connection

    @contextmanager
    def separated(self) -> Iterator[Connection]:
        """Begin a transaction on separated.db."""
        with self._separated.begin() as connection:
            yield connection

    @contextmanager
    def drafts(self) -> Iterator[Connection]:
        """Begin a transaction on drafts.db."""
        with self._drafts.begin() as connection:
            yield connection

    def named_value(self, name: str) -> str:
        """Return a named value of office.db, read before anybody has signed in."""
        with self.office() as connection:
            return MetaRepository(connection).get(name)

    def set_named_value(self, name: str, value: str) -> None:
        """Set a named value of office.db while the office is being made."""
        with self.office() as connection:
            MetaRepository(connection).put(name, value)

    def close(self) -> None:
        """Close every connection; the files can be moved afterwards."""
        for engine in (self._office, self._separated, self._drafts):
            engine.dispose()
