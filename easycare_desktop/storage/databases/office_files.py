"""The data files of one open office: office.db, separated.db, drafts.db and files/."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine

from easycare_desktop.storage.databases.drafts_file import DraftsFile
from easycare_desktop.storage.databases.engine import Database, begin, bring_up, open_engine
from easycare_desktop.storage.keys.data_age import note_age
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.repositories.drafts import Draft
from easycare_desktop.storage.repositories.meta import MetaRepository
from easycare_desktop.storage.repositories.separated import SeparatedRepository

_MADE = "databases"


class OfficeFiles:
    """Engines over the data in `folder`, opened with the file keys of the key generation.

    Once an office was made, a database that is missing is refused (`FileDamagedError`) and never
    begun anew; drafts alone may be lost.
    """

    def __init__(self, folder: Path, keys: OpenKeys) -> None:
        self.folder = folder
        self.keys = keys
        made = keys.high_water(_MADE) > 0
        with ExitStack() as stack:
            self._office = self._engine("office", stack, create=not made)
            self._separated = self._engine("separated", stack, create=not made)
            self._drafts = DraftsFile(folder, keys)
            stack.callback(self._drafts.close)
            bring_up(
                Database(self._office, "office", self.path_of("office")),
                Database(self._separated, "separated", self.path_of("separated")),
            )
            stack.pop_all()
        if not made:
            keys.raise_high_water(_MADE, 1)

    def _engine(self, name: str, stack: ExitStack, *, create: bool) -> Engine:
        engine = open_engine(self.path_of(name), self.keys.file_key(name), create=create)
        stack.callback(engine.dispose)
        return engine

    def path_of(self, name: str) -> Path:
        """Return where a database lies."""
        return self.folder / f"{name}.db"

    @contextmanager
    def office(self) -> Iterator[Connection]:
        """Begin a transaction on office.db; commit at the end, roll back on any exception."""
        with begin(self._office, self.path_of("office")) as connection:
            yield connection

    @contextmanager
    def separated(self) -> Iterator[Connection]:
        """Begin a transaction on separated.db."""
        with begin(self._separated, self.path_of("separated")) as connection:
            yield connection

    @contextmanager
    def drafts(self) -> Iterator[Connection]:
        """Begin a transaction on drafts.db."""
        with self._drafts.begin() as connection:
            yield connection

    def renew_drafts(self, left_of: Callable[[Draft], Draft | None]) -> None:
        """Rewrite drafts.db under a new key with what is `left_of` each draft."""
        self._drafts.renew(left_of)

    def named_value(self, name: str) -> str:
        """Return a named value of office.db, read before anybody has signed in."""
        with self.office() as connection:
            return MetaRepository(connection).get(name)

    def note_age(self) -> None:
        """Let the keys remember how many saves office.db has seen; see `data_age`."""
        mark = json.loads(self.named_value("mark") or "{}")
        note_age(self.keys, int(mark.get("saves", 0)))

    def vault_ids(self) -> frozenset[int]:
        """Return which holdings separated.db holds, read before anybody has signed in."""
        with self.separated() as connection:
            return SeparatedRepository(connection).ids()

    def set_named_value(self, name: str, value: str) -> None:
        """Set a named value of office.db while the office is being made."""
        with self.office() as connection:
            MetaRepository(connection).put(name, value)

    def close(self) -> None:
        """Close every connection; the files can be moved afterwards."""
        for engine in (self._office, self._separated):
            engine.dispose()
        self._drafts.close()
