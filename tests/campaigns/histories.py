"""Random histories: add, change, withdraw, hold, destroy, back up, restore, move, set the clock.

By hand: python -m tests.campaigns.histories [--histories N] [--without GUARD]
"""

import argparse
import gc
import logging
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import ClassVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import seed as with_seed
from hypothesis.stateful import run_state_machine_as_test

from tests.campaigns.guards import GUARDS
from tests.campaigns.house import House, Stage, quick_folder
from tests.campaigns.lives import Lives
from tests.campaigns.living_office import LivingOffice
from tests.campaigns.names import STAYS
from tests.helpers.cases import known_person
from tests.helpers.quick import one_process, quick_openings

# A round begins with young offices; the others go on where earlier ones of it ended.
YOUNG, STEPS = 25, 8
AT_ONCE, STEPS_MORE = 50, 2
ROUND = 500
MOST_BROKEN = 20
# Looking for garbage less often saves a sixth of the time.
_GARBAGE = 200_000


def office_start(house: House) -> None:
    """Make an office with a key place, a place for backups, and somebody who agreed to all."""
    services = house.start()
    services.key_places.add("USB", house.stick)
    services.backup_targets.add("백업", house.backups)
    known_person(services, STAYS)
    services.office.close()


@contextmanager
def staged(guard: str = "") -> Iterator[type[LivingOffice]]:
    """Lend a class of offices that all begin alike, without one of the guards if it is named."""
    root = Path(tempfile.mkdtemp(prefix="campaign-", dir=quick_folder()))

    class Staged(LivingOffice):
        stage = Stage(root, office_start)
        lives = Lives(root)
        counts: ClassVar[Counter[str]] = Counter()

    try:
        with one_process(), quick_openings(), GUARDS[guard]() if guard else nullcontext():
            yield Staged
    finally:
        shutil.rmtree(root, ignore_errors=True)


def run(
    histories: int, guard: str = "", seed: int = 0, total: Counter[str] | None = None
) -> Counter[str]:
    """Live so many histories; raise what the model does not allow, at the first one.

    `total`: whatever was lived is added to it, before a failure, too.
    """
    counts = Counter() if total is None else total
    chance = random.Random(seed)  # noqa: S311 - a repeatable choice
    with staged(guard) as office:
        try:
            while (left := histories - office.counts["histories"]) > 0:
                some, steps = (AT_ONCE, STEPS_MORE) if office.lives else (YOUNG, STEPS)
                one = with_seed(chance.randrange(1 << 30))(office)
                run_state_machine_as_test(one, settings=quietly(min(some, left), steps))
                office.lives.grow()
        finally:
            counts.update(office.counts)
    return counts


def quietly(histories: int, steps: int) -> settings:
    """Return what makes hypothesis live so many histories; to it the beginning is a step, too."""
    return settings(
        max_examples=histories,
        stateful_step_count=steps + 1,
        deadline=None,
        database=None,
        derandomize=False,
        print_blob=False,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )


def story(guard: str = "") -> Counter[str]:
    """Live the one history in which each guard matters: back up, destroy, lose all, restore."""
    with staged(guard) as kind:
        office = kind()
        office.begin()
        office.add()
        office.agree(0)
        office.add()
        office.back_up()
        office.destroy_item(0)
        office.destroy(0)
        office.back_up()
        office.restore(0, lost=True)
        office.reopen()
        office.move(0, newest=False, stays=True)
        office.teardown()
    return kind.counts


def main() -> int:
    """Live histories from the command line, some tens at a time; print what was done."""
    parser = argparse.ArgumentParser(prog="python -m tests.campaigns.histories")
    parser.add_argument("--histories", type=int, default=20_000)
    parser.add_argument("--without", choices=sorted(GUARDS), default="")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))  # noqa: S311
    asked = parser.parse_args()
    logging.disable(logging.ERROR)
    began, broken, seed = time.monotonic(), 0, asked.seed
    total: Counter[str] = Counter()
    print(f"seed {seed}", flush=True)  # noqa: T201
    gc.freeze()
    gc.set_threshold(_GARBAGE)
    while (left := asked.histories - total["histories"]) > 0:
        try:
            run(min(ROUND, left), asked.without, seed, total)
        except Exception:  # noqa: BLE001 - a campaign counts, whatever it is
            broken += 1
            traceback.print_exc()
            if broken > MOST_BROKEN:
                break
        seed += 1
        done = ", ".join(f"{name} {count}" for name, count in sorted(total.items()))
        seconds = time.monotonic() - began
        print(f"{done}; {broken} broken; {seconds:.0f} s; next seed {seed}", flush=True)  # noqa: T201
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
