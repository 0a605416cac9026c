"""Every file is flipped, cut, emptied, exchanged, missing or an older one.

Whatever is not noticed must make no difference to what the office holds.

By hand: python -m tests.campaigns.harm [--flips N] [--only NAME] [--without GUARD]
"""

import argparse
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from easycare_desktop.domain.backups import BackupCause
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.security.sealing import SealBrokenError
from easycare_desktop.services.backup_targets import TargetState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.key_places import PlaceState
from tests.campaigns.guards import GUARDS
from tests.campaigns.house import House, Stage, quick_folder
from tests.campaigns.model import Contents, contents
from tests.campaigns.names import GOES, LATER, STAYS
from tests.helpers.cases import SCAN, approved, known_person, register
from tests.helpers.quick import one_process, quick_openings

# What tells nothing of any person and is begun anew where it is lost.
BEGUN_ANEW = ("attempts.json", "clock.json", "offices.previous.json", "office.lock", "drafts.db")


@dataclass
class Past:
    """What the stage knows: the disk as it was earlier, and what the office holds now."""

    older: Path
    now: Contents
    dead: frozenset[int]


def live(house: House, root: Path) -> Past:
    """Live through saves, a destruction, a separation and two backups."""
    services = house.start()
    services.key_places.add("USB", house.stick)
    services.backup_targets.add("백업", house.backups)
    known_person(services, STAYS)
    gone = known_person(services, GOES)
    services.backup.back_up(BackupCause.BY_HAND)
    services.office.close()
    older = root / "older"
    shutil.copytree(house.disk, older)
    house.clock.set(house.clock.now() + timedelta(hours=1))
    services = house.enter()
    plan = services.destruction_run.run(approved(services, gone).id).plan
    register(services, LATER)
    services.backup.back_up(BackupCause.BY_HAND)
    past = Past(older, contents(services), plan.doomed)
    services.office.close()
    return past


Harm = Callable[[Path], None]


def harms(
    path: Path, past: Past, disk: Path, flips: int, chance: random.Random
) -> Iterator[tuple[str, Harm]]:
    """Return every harm that one file can come to."""
    content = path.read_bytes()
    if content:
        for _ in range(flips):
            yield "flipped", _flip(chance.randrange(len(content)), 1 << chance.randrange(8))
        yield "cut", _write(content[: chance.randrange(len(content))])
        yield "cut", _write(b"")
    yield "missing", Path.unlink
    old = past.older / path.relative_to(disk)
    if old.exists() and old.read_bytes() != content:
        yield "older", _write(old.read_bytes())
    others = [each for each in disk.rglob(f"*{path.suffix}") if each.is_file() and each != path]
    if others:
        yield "exchanged", _write(chance.choice(sorted(others)).read_bytes())


def _flip(at: int, bit: int) -> Harm:
    def flip(path: Path) -> None:
        content = bytearray(path.read_bytes())
        content[at] ^= bit
        path.write_bytes(bytes(content))

    return flip


def _write(content: bytes) -> Harm:
    def write(path: Path) -> None:
        path.write_bytes(content)

    return write


def judge(house: House, past: Past) -> str:
    """Open and look everywhere; return what was noticed, or `harmless` where nothing differs."""
    try:
        services = house.enter()
    except Refusal as refusal:
        return f"refused at opening: {type(refusal).__name__}"
    with ExitStack() as stack:
        stack.callback(services.office.close)
        try:
            noticed = _look(services)
            found = contents(services)
        except (Refusal, SealBrokenError) as refusal:
            return f"refused at reading: {type(refusal).__name__}"
    assert not past.dead & {*found.living, *found.apart}, "a destroyed holding came back"
    if found == past.now:
        return noticed or "harmless"
    assert noticed, "the office holds something else, and says nothing"
    return noticed


def _look(services: Services) -> str:
    """Return the first thing that a person would be told of."""
    if services.log.check().first_broken is not None:
        return "the access log is broken"
    if services.ledger.check().first_broken is not None:
        return "the ledger is broken"
    (place,) = services.key_places.states()
    if place.state not in {PlaceState.NEWEST, PlaceState.BEHIND}:
        return f"key place: {place.state.value}"
    (target,) = services.backup_targets.states()
    checked = services.backup_targets.check(target.id, lambda _done, _total: None)
    if checked.state is not TargetState.SOUND or checked.whole < 2:
        return f"backups: {checked.state.value}, {checked.whole} whole"
    for line in services.people.find(""):
        for consent in services.consents.lines_of(line.id):
            evidence = services.consents.evidence(consent)
            assert evidence is None or evidence.content == SCAN
    return ""


@contextmanager
def lived() -> Iterator[Stage]:
    """Lend the stage on which everything is harmed."""
    root = Path(tempfile.mkdtemp(prefix="campaign-", dir=quick_folder()))
    try:
        with one_process(), quick_openings():
            yield Stage(root, lambda house: live(house, root))
    finally:
        shutil.rmtree(root, ignore_errors=True)


def run(
    stage: Stage, flips: int, seed: int, only: str = "", guard: str = ""
) -> tuple[Counter[str], list[str]]:
    """Harm every file in every way; return what was noticed, and what went unnoticed.

    `only`: files whose path holds this. `guard`: which guard is taken out.
    """
    chance = random.Random(seed)  # noqa: S311 - a repeatable choice
    noticed: Counter[str] = Counter()
    broken: list[str] = []
    past: Past = stage.known
    with GUARDS[guard]() if guard else nullcontext():
        for name in sorted(_files(stage.start / "disk")):
            if only and only not in name:
                continue
            start = stage.start / "disk" / name
            for kind, harm in harms(start, past, stage.start / "disk", flips, chance):
                house = stage.fresh()
                harm(house.disk / name)
                try:
                    said = judge(house, past)
                except Exception as error:  # noqa: BLE001 - a campaign counts
                    broken.append(f"{kind} {name}: {type(error).__name__} {error}")
                    said = "BROKEN"
                noticed[f"{kind}: {said}"] += 1
    return noticed, broken


def _files(disk: Path) -> list[str]:
    return [str(path.relative_to(disk)) for path in disk.rglob("*") if path.is_file()]


def main() -> int:
    """Harm from the command line; print what was noticed."""
    parser = argparse.ArgumentParser(prog="python -m tests.campaigns.harm")
    parser.add_argument("--flips", type=int, default=8, help="for each file")
    parser.add_argument("--only", default="", help="files whose name holds this")
    parser.add_argument("--without", choices=sorted(GUARDS), default="")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with lived() as stage:
        noticed, broken = run(stage, asked.flips, asked.seed, asked.only, asked.without)
    for said, count in sorted(noticed.items()):
        print(f"{count:5}  {said}")  # noqa: T201 - for the person who asked
    for each in broken[:50]:
        print(each)  # noqa: T201
    print(f"{sum(noticed.values())} harms, {len(broken)} broken")  # noqa: T201
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
