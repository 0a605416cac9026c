"""One backup after another of a real encrypted office, as the service makes them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.backup.looking import SnapshotLook
from easycare_desktop.storage.backup.places import backup_folder
from easycare_desktop.storage.backup.reader import FoundSet, find_sets
from easycare_desktop.storage.backup.source import take_source
from easycare_desktop.storage.backup.target import mark_target
from easycare_desktop.storage.backup.writer import SetWriter, Written, no_step
from easycare_desktop.storage.unit_of_work import UnitOfWork


def silent(_done: int, _total: int) -> None:
    pass


@dataclass
class Stick:
    """A place for backups of one open office."""

    office: OpenOffice
    path: Path

    def __post_init__(self) -> None:
        self.path.mkdir(exist_ok=True)
        self.mark = mark_target(self.path, self.office.info.id)

    @property
    def folder(self) -> Path:
        return backup_folder(self.path, self.office.info.id)

    def back_up(
        self,
        at: datetime | None = None,
        *,
        at_step: Callable[[str], None] = no_step,
        tell: Callable[[int, int], None] = silent,
    ) -> Written:
        office, data = self.office, self.office.files.folder
        ledger = office.keys.ledger_export()
        with SnapshotLook(data, office.keys) as look:
            with office.files.office() as connection, office.files.separated():
                source = take_source(
                    UnitOfWork(connection, data, office.keys),
                    data,
                    ledger,
                    at=at or office.clock.now(),
                    program="0.1.0",
                )
            look.begin(source)
            writer = SetWriter(office.keys, tell, at_step)
            return writer.write(self.path, self.mark, source, look)

    def sets(self) -> list[FoundSet]:
        return find_sets(self.path, self.office.keys)


def add_scan(office: OpenOffice, number: int, size: int = 3_000) -> str:
    """Put a sealed file beside the others; its row is of no matter to a backup."""
    name = f"{number:032x}"
    folder = office.files.folder / "files"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(bytes([number % 256]) * size)
    return name
