"""An office, its stick and its credential store in one folder, put back to its start at will."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from easycare_desktop.domain.rights import Role
from easycare_desktop.security.accounts import NewAccount
from easycare_desktop.services.bundle import Services
from easycare_desktop.system.office_registry import OfficeRegistry
from tests.helpers.office_copies import OTHERS_PASSWORD, SECOND
from tests.helpers.offices import CODE, OfficeHome
from tests.storage.keys.helpers import FolderStore


class ToldStore(FolderStore):
    """A credential store that tells somebody all it holds after each change."""

    tell: Callable[[str], None] | None = None

    def put(self, entry: str, secret: bytes) -> None:
        super().put(entry, secret)
        self._told()

    def delete(self, entry: str) -> None:
        super().delete(entry)
        self._told()

    def _told(self) -> None:
        if self.tell is not None:
            self.tell(f"store {json.dumps({self.folder.name: held(self.folder)})}")


def held(store: Path) -> dict[str, str]:
    """Return all that a store holds, as text."""
    return {path.name: path.read_bytes().hex() for path in sorted(store.glob("[!.]*"))}


class House(OfficeHome):
    """`root/disk` holds program, stick and backups, `root/store` the credentials.

    Made anew over the same folder it is the same house, also in another process. `pc`: another PC
    with a disk and a store of its own, to which stick and backups are carried.
    """

    def __init__(self, root: Path, pc: str = "") -> None:
        self.root, self.disk = root, root / "disk"
        self.program = self.disk / f"program{pc}"
        self.stick = self.disk / "stick"
        self.backups = self.disk / "backups"
        for folder in (self.stick, self.backups):
            folder.mkdir(parents=True, exist_ok=True)
        super().__init__(self.program)
        self.store = ToldStore(root / f"store{pc}")
        self.offices._store_for = self.one_store

    def one_store(self, *, practice: bool) -> ToldStore:
        del practice
        return self.store

    @property
    def folder(self) -> Path:
        """The folder of the office."""
        return OfficeRegistry(self.paths.registry).find(CODE).folder

    @property
    def places(self) -> tuple[Path, ...]:
        """Where files of the office lie that this PC can reach."""
        return self.program, self.stick, self.backups

    @contextmanager
    def stick_away(self) -> Iterator[None]:
        """Take the stick out."""
        away = self.stick.rename(self.root / "away")
        try:
            yield
        finally:
            away.rename(self.stick)

    def throw_away(self) -> None:
        """Destroy this PC: its disk and its credentials."""
        shutil.rmtree(self.program)
        shutil.rmtree(self.store.folder)

    def start(self) -> Services:
        """Make the office, with a second officer, and leave it open."""
        office = self.make()
        office.keys.add_account(NewAccount(SECOND, "이책임", OTHERS_PASSWORD, Role.OFFICER))
        services = Services(office)
        services.start()
        return services

    def enter(self, login: str = "", password: str = "") -> Services:
        """Start the program and open the office, as its first officer or as somebody else."""
        self.offices.known()
        services = Services(self.open(login, password) if login else self.open())
        services.start()
        return services

    def enter_as_second(self) -> Services:
        """Open as the one who was away when it happened."""
        return self.enter(SECOND, OTHERS_PASSWORD)


class Stage:
    """One house, and the start to which it is put back before each run."""

    def __init__(self, root: Path, prepare: Callable[[House], object]) -> None:
        self.root, self.now, self.start = root, root / "now", root / "start"
        house = House(self.now)
        self.known = prepare(house)
        self.sheet, self.clock = house.sheet, house.clock
        self.now.rename(self.start)

    def fresh(self) -> House:
        """Put everything back, and return the house."""
        shutil.rmtree(self.now, ignore_errors=True)
        shutil.copytree(self.start, self.now)
        return self.again()

    def again(self) -> House:
        """Return the house as it lies there now."""
        house = House(self.now)
        house.sheet = self.sheet
        house.clock.set(self.clock.now())
        return house


def quick_folder() -> Path | None:
    """Return a folder in memory where the system has one."""
    memory = Path("/dev/shm")  # noqa: S108 - speed only
    return memory if memory.is_dir() and os.access(memory, os.W_OK) else None
