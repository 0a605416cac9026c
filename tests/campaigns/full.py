"""The disk is full from every growing write on; half of the time that write still fits in part.

By hand: python -m tests.campaigns.full [--sample N] [--without GUARD] [NAME …]
"""

import argparse
import random
import sys
from collections.abc import Iterator

from tests.campaigns.campaign import Ground, Trial, main, moments
from tests.campaigns.child import Fault
from tests.campaigns.protocols import PROTOCOLS
from tests.campaigns.shim import How

GROUND = Ground(lambda house: house.disk, may_refuse=True)


def faults(trial: Trial, asked: argparse.Namespace, chance: random.Random) -> Iterator[Fault]:
    """Return every size at which a disk can be full while a protocol runs, or a sample."""
    for count in moments(range(1, trial.changes(How.FULL) + 1), asked, chance):
        halves = [chance.random() < 0.5] if asked.sample else [False, True]
        for half in halves:
            yield Fault(How.FULL, count, half=half)


if __name__ == "__main__":
    sys.exit(main("tests.campaigns.full", GROUND, faults, PROTOCOLS))
