"""S11: a daily backup against copying what changed, durably, to the same disk; and how it grows."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from easycare_desktop.domain.backups import BackupCause
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from tests.benchmarks.crowd import Crowd, started
from tests.benchmarks.measure import median, milliseconds, say, say_ratio

PEOPLE = 20_000
SCANS, SCAN_BYTES = 40, 300_000
ROUNDS = 5


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


def copy_changed(services: Services, fresh: set[Path], out: Path) -> None:
    """Copy what changed and have the disk keep it: the databases and the new sealed files."""
    out.mkdir()
    data = services.office.files.folder
    for source in (data / "office.db", data / "separated.db", *fresh):
        target = out / source.name
        shutil.copyfile(source, target)
        with target.open("rb+") as file:
            os.fsync(file.fileno())


def measured(home: Path, people: int) -> tuple[float, float]:
    """Return the milliseconds of a daily backup, and of copying what changed."""
    services = started(Crowd(home, people))
    target = home / "disk"
    target.mkdir()
    services.backup_targets.add("USB", target)
    a_day(services, SCANS)
    services.backup.back_up(BackupCause.BY_HAND)
    backing, copying = [], []
    for number in range(ROUNDS):
        fresh = a_day(services, SCANS)
        out = home / f"copy-{number}"
        copying.append(milliseconds(lambda: copy_changed(services, fresh, out)))  # noqa: B023
        backing.append(milliseconds(lambda: services.backup.back_up(BackupCause.BY_HAND)))
    services.office.close()
    return median(backing), median(copying)


def main() -> bool:
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        backup, copy = measured(home / "large", PEOPLE)
        held = say_ratio("S11", f"daily backup of {PEOPLE:,} people", backup, copy, 1.5)
        if "--growth" in sys.argv:
            five, _ = measured(home / "five", PEOPLE * 5)
            held &= say("S11", "cost of five times the people", five / backup, 6.0, "times")
    return held


if __name__ == "__main__":
    sys.exit(not main())
