"""The process is ended at every change to the disk, in the middle of every write, and at random.

By hand: python -m tests.campaigns.kills [--sample N] [--instants N] [--without GUARD] [NAME …]
"""

import argparse
import random
import sys
from collections.abc import Iterator

from tests.campaigns.campaign import Ground, Trial, main, moments
from tests.campaigns.child import Fault
from tests.campaigns.protocols import PROTOCOLS
from tests.campaigns.shim import How

SLOWEST = 0.3
TORN = 0.25


def faults(trial: Trial, asked: argparse.Namespace, chance: random.Random) -> Iterator[Fault]:
    """Return every kill of a protocol, or a sample of them; some of the ends tear a write."""
    for count in moments(range(1, trial.changes(How.END) + 1), asked, chance):
        tear = chance.random() < TORN
        if not tear or not asked.sample:
            yield Fault(How.END, count)
        if tear:
            yield Fault(How.END, count, half=True)
    for _ in range(asked.instants):
        yield Fault(after=chance.uniform(0, SLOWEST))


if __name__ == "__main__":
    sys.exit(main("tests.campaigns.kills", Ground(lambda house: house.disk), faults, PROTOCOLS))
