"""The folder of the office is copied at every change; the office goes on; the copy is opened.

On this PC, on another one, and with the recovery sheet: it is refused, or whole, and nobody who was
destroyed meanwhile is in it.

By hand: python -m tests.campaigns.copied [--sample N] [NAME …]
"""

import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.bundle import Services
from tests.campaigns.campaign import Ground, main
from tests.campaigns.house import House, ToldStore
from tests.campaigns.judging import check_gone, check_sound
from tests.campaigns.kills import faults
from tests.helpers.offices import CODE

NAMES = ("destroy", "restore", "save", "withdraw")
_COPY = "-copy"


def aside(house: House) -> Callable[[], str]:
    """Copy the folder of the program as it is now; return how the copy is judged later."""
    kept = house.root / "copied"
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(house.program, kept)
    return partial(judge, house, kept)


def judge(house: House, kept: Path) -> str:
    """Open the copy in every way while the office has gone on."""
    services = house.enter_as_second()
    dead = frozenset(services.office.keys.tombstones())
    services.office.close()
    opened: Counter[str] = Counter()
    for way, opening in WAYS.items():
        with _copied(house, kept) as copy:
            try:
                services = opening(house, copy)
            except Refusal:
                continue
            check_sound(services)
            check_gone(services, dead)
            services.office.close()
            opened[way] += 1
    assert not opened["another PC"], "a copy opens without any credentials"
    return f"copy opens: {', '.join(sorted(opened)) or 'never'}"


@contextmanager
def _copied(house: House, kept: Path) -> Iterator[House]:
    program = house.disk / f"program{_COPY}"
    shutil.copytree(kept, program)
    registry = program / "offices.json"
    registry.write_text(registry.read_text("utf-8").replace(str(house.program), str(program)))
    copy = House(house.root, _COPY)
    copy.clock.set(house.clock.now())
    try:
        yield copy
    finally:
        shutil.rmtree(program)
        shutil.rmtree(copy.store.folder)


def _here(house: House, copy: House) -> Services:
    shutil.copytree(house.store.folder, copy.store.folder, dirs_exist_ok=True)
    copy.store = ToldStore(copy.store.folder)
    return copy.enter_as_second()


def _elsewhere(_house: House, copy: House) -> Services:
    return copy.enter_as_second()


def _with_sheet(house: House, copy: House) -> Services:
    return Services(copy.offices.open_with_sheet(CODE, house.sheet.text))


WAYS = {"this PC": _here, "another PC": _elsewhere, "sheet": _with_sheet}
GROUND = Ground(lambda house: house.disk, aside=aside)

if __name__ == "__main__":
    sys.exit(main("tests.campaigns.copied", GROUND, faults, NAMES))
