"""The stick of the key place is pulled at every change to it.

By hand: python -m tests.campaigns.pulled [--sample N] [--without GUARD] [NAME …]
"""

import argparse
import random
import sys
from collections.abc import Iterator

from tests.campaigns.campaign import Ground, Trial, main, moments
from tests.campaigns.child import Fault
from tests.campaigns.shim import How

WITH_STICK = ("destroy", "place", "first run", "give", "take", "hand over", "take back")
GROUND = Ground(lambda house: house.stick, may_refuse=True)


def faults(trial: Trial, asked: argparse.Namespace, chance: random.Random) -> Iterator[Fault]:
    """Return every moment at which a stick can be pulled while a protocol runs, or a sample."""
    for count in moments(range(1, trial.changes(How.PULL) + 1), asked, chance):
        yield Fault(How.PULL, count)


if __name__ == "__main__":
    sys.exit(main("tests.campaigns.pulled", GROUND, faults, WITH_STICK))
