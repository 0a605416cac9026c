"""The folder of the program is moved right after the process ended somewhere, and moved back later.

Where it was, nothing opens and nothing is begun; where it is now, it opens whole once the list of
the offices says so; back in its place it is judged like after any other end.

By hand: python -m tests.campaigns.moved [--sample N] [NAME …]
"""

import shutil
import sys
from collections.abc import Callable

from easycare_desktop.domain.refusals import Refusal
from tests.campaigns.campaign import Ground, main
from tests.campaigns.house import House
from tests.campaigns.judging import check_sound
from tests.campaigns.kills import faults

NAMES = ("destroy", "save", "withdraw", "place", "password", "back up", "restore", "item")


def aside(house: House) -> Callable[[], str]:
    """Move the folder, look at both places, and move it back."""
    there = House(house.root, "-moved")
    there.store = house.store
    there.clock.set(house.clock.now())
    house.program.rename(there.program)
    _check_nothing(house)
    _tell(there, house)
    services = there.enter_as_second()
    check_sound(services)
    services.office.close()
    _tell(house, there, at=there)
    there.program.rename(house.program)
    return str


def _check_nothing(house: House) -> None:
    """Where the folder was nothing opens, and nothing is begun."""
    try:
        house.enter_as_second()
    except Refusal:
        assert not list(house.program.rglob("*.db")), "something was begun where the folder was"
        shutil.rmtree(house.program, ignore_errors=True)
        return
    raise AssertionError("an office opens where none is")


def _tell(now: House, before: House, at: House | None = None) -> None:
    """Let the list of the offices name the place of a house instead of another one's."""
    registry = (at or now).program / "offices.json"
    said = registry.read_text("utf-8").replace(f"{before.program}/", f"{now.program}/")
    registry.write_text(said, "utf-8")


GROUND = Ground(lambda house: house.disk, aside=aside)

if __name__ == "__main__":
    sys.exit(main("tests.campaigns.moved", GROUND, faults, NAMES))
