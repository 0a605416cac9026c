"""The office itself lies on a stick, and that is pulled at every change to it.

By hand: python -m tests.campaigns.pulled_office [--sample N] [--without GUARD] [NAME …]
"""

import sys

from tests.campaigns.campaign import Ground, main
from tests.campaigns.protocols import PROTOCOLS
from tests.campaigns.pulled import faults

GROUND = Ground(lambda house: house.disk / "program", may_refuse=True)


if __name__ == "__main__":
    sys.exit(main("tests.campaigns.pulled_office", GROUND, faults, PROTOCOLS))
