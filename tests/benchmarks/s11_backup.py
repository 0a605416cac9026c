"""S11: a daily backup against copying what changed, durably, to the same disk; and how it grows."""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from easycare_desktop.domain.backups import BackupCause
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.storage.backup import copying
from tests.benchmarks.crowd import Crowd, started
from tests.benchmarks.measure import median, milliseconds, say, say_ratio

PEOPLE = 20_000
SCANS, SCAN_BYTES = 40, 300_000
STICK_BYTES_A_SECOND = 20_000_000  # what an everyday USB stick writes
_STICK = STICK_BYTES_A_SECOND // 1_000_000
ROUNDS = 7


def a_day(services: Services, scans: int) -> set[Path]:
    """Let somebody work for a day; return the sealed files that came."""
    folder = services.office.files.folder / "files"
    before = set(folder.iterdir()) if folder.is_dir() else set()
    person = services.people.find("")[0].id
    with services.office.door.enter(Action.CONSENT_RECORDED, detail="benchmark") as step:
        holding = step.uow.holdings.of_person(person)[0].id
        for _ in range(scans):
            step.uow.files.add(
                holding,
                os.urandom(SCAN_BYTES),
                "image/jpeg",
                at=services.office.clock.now(),
                account_id=1,
            )
    return set(folder.iterdir()) - before


def copy_changed(services: Services, fresh: set[Path], out: Path, pause: float) -> None:
    """Copy what changed and have the disk keep it: the databases and the new sealed files."""
    out.mkdir()
    data = services.office.files.folder
    for source in (data / "office.db", data / "separated.db", *fresh):
        target = out / source.name
        shutil.copyfile(source, target)
        with target.open("rb+") as file:
            os.fsync(file.fileno())
        time.sleep(source.stat().st_size * pause)


@contextmanager
def slow_stick(pause: float) -> Iterator[None]:
    """Let every byte that a backup writes take as long as on a stick of that speed."""
    real = copying.write_block

    def write_block(file: BinaryIO, block: bytes) -> int:
        time.sleep(len(block) * pause)
        return real(file, block)

    copying.write_block = write_block
    try:
        yield
    finally:
        copying.write_block = real


def measured(home: Path, people: int, pause: float = 0.0) -> tuple[float, float]:
    """Return the milliseconds of a daily backup, and of copying what changed."""
    services = started(Crowd(home, people))
    target = home / "disk"
    target.mkdir()
    services.backup_targets.add("USB", target)
    a_day(services, SCANS)
    services.backup.back_up(BackupCause.BY_HAND)
    backing, plain = [], []
    for number in range(ROUNDS):
        fresh = a_day(services, SCANS)
        out = home / f"copy-{number}"
        plain.append(milliseconds(lambda: copy_changed(services, fresh, out, pause)))  # noqa: B023
        with slow_stick(pause):
            backing.append(milliseconds(lambda: services.backup.back_up(BackupCause.BY_HAND)))
    services.office.close()
    return median(backing), median(plain)


def main() -> bool:
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        backup, copy = measured(home / "large", PEOPLE)
        held = say_ratio("S11", f"daily backup of {PEOPLE:,} people, same disk", backup, copy, 1.5)
        on_stick, copy = measured(home / "stick", PEOPLE, 1 / STICK_BYTES_A_SECOND)
        held &= say_ratio("S11", f"the same to a stick of {_STICK} MB/s", on_stick, copy, 1.5)
        if "--growth" in sys.argv:
            five, _ = measured(home / "five", PEOPLE * 5)
            held &= say("S11", "cost of five times the people", five / backup, 6.0, "times")
    return held


if __name__ == "__main__":
    sys.exit(not main())
