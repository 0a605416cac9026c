"""What somebody can read who has every file, every password, every sheet and the credentials."""

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import product
from pathlib import Path

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.security.credential_store import MemoryCredentialStore
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.security.sealing import SealBrokenError
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.opening import open_with_password, open_with_sheet
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError, WrongKeyError, connect
from easycare_desktop.storage.repositories.sealed_values import open_values
from tests.campaigns.house import House
from tests.helpers.office_copies import OTHERS_PASSWORD, SECOND
from tests.helpers.offices import CHEAP_KDF, LOGIN, PASSWORD
from tests.storage.keys.helpers import FolderStore

PEOPLE = ((LOGIN, PASSWORD), (SECOND, OTHERS_PASSWORD))
_ROWS = {
    "office.db": "SELECT id, grp, version, sealed FROM holding",
    "separated.db": "SELECT id, grp, version, sealed FROM separated_holding",
}


class Reach:
    """Every key that can be had from the files of some houses. `sheets`: all that ever were."""

    def __init__(self, houses: Sequence[House], sheets: Iterable[RecoveryCode]) -> None:
        self._houses = houses
        self._sheets = tuple(sheets)
        self.holdings: set[bytes] = set()
        self._files: set[bytes] = set()
        scratch = houses[0].root / "reach"
        for folder in {path.parent for path in self._found("keys-*.db")}:
            self._take_from(folder, scratch)
        shutil.rmtree(scratch, ignore_errors=True)

    def reads(self, ids: frozenset[int]) -> set[int]:
        """Return which of the holdings open, in whatever copy of the data, with whatever key."""
        found: set[int] = set()
        for row in self._everywhere:
            if row[0] in ids - found and self._opens(*row):
                found.add(row[0])
        return found

    @cached_property
    def _everywhere(self) -> frozenset[tuple[int, str, int, bytes]]:
        """Every row of every copy of the data; the same row in two copies is one."""
        return frozenset(
            row
            for name, query in _ROWS.items()
            for path in self._found(name)
            for row in self._rows(path, query)
        )

    def _opens(self, holding_id: int, group: str, version: int, sealed: bytes) -> bool:
        for key in self.holdings:
            try:
                open_values(key, holding_id, group, version, sealed)
            except SealBrokenError:
                continue
            return True
        return False

    def _rows(self, path: Path, query: str) -> Iterator[tuple[int, str, int, bytes]]:
        for key in self._files:
            try:
                connection = connect(path, key, create=False)
            except (WrongKeyError, FileDamagedError):
                continue
            try:
                yield from connection.execute(query).fetchall()
            finally:
                connection.close()
            return

    def _take_from(self, folder: Path, scratch: Path) -> None:
        for way in self._ways():
            shutil.rmtree(scratch, ignore_errors=True)
            scratch.mkdir(parents=True)
            for path in folder.glob("*-*.*"):
                name = path.name.replace("kit-", "slots-")
                shutil.copyfile(path, scratch / name) if path.is_file() else None
            try:
                keys = way(scratch)
            except Refusal:
                continue
            self._take(keys)
            keys.close()

    def _ways(self) -> Iterator[Callable[[Path], OpenKeys]]:
        clock = self._houses[0].clock
        for house, (login, password) in product(self._houses, PEOPLE):
            yield (
                lambda folder, store=house.store, login=login, password=password: (
                    open_with_password(
                        folder, login, password, _copy(store), clock=clock, kdf=CHEAP_KDF
                    )
                )
            )
        for house, sheet in product(self._houses, self._sheets):
            yield lambda folder, store=house.store, sheet=sheet: open_with_sheet(
                folder, sheet, _copy(store), clock=clock, kdf=CHEAP_KDF
            )

    def _take(self, keys: OpenKeys) -> None:
        self.holdings |= set(keys.living_keys().values())
        for each in keys.separated_ids():
            self.holdings.add(keys.open_separated(each))
        with keys.file.read() as connection:
            self._files |= {row[0] for row in connection.execute("SELECT key FROM file_key")}

    def _found(self, name: str) -> set[Path]:
        places = {place for house in self._houses for place in house.places}
        return {path for place in places for path in place.rglob(name)}


def _copy(store: FolderStore) -> MemoryCredentialStore:
    copy = MemoryCredentialStore()
    for entry in store.entries():
        copy.put(entry, store.get(entry) or b"")
    return copy
