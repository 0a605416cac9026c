"""S12 after years of work: 20,000 people, 3,000 who left with request and destruction, a long log.

Each page is shown twice; a page counts until all that it shows is painted, and beside it the
longest time that the screen stood still.
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from easycare_desktop.services.bundle import Services
from tests.benchmarks.crowd import Crowd
from tests.benchmarks.measure import median, say
from tests.benchmarks.screen import PAGES, open_screen
from tests.benchmarks.years import grow_old

PEOPLE, ROUNDS = 20_000, 3


def main() -> bool:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        crowd = Crowd(folder, PEOPLE)
        office = crowd.make(groups=3)
        crowd.agree(office)
        services = Services(office)
        services.start()
        grow_old(services)
        office.close()
        held = True
        with open_screen(folder, crowd.open()) as screen:
            for page in PAGES:
                first = max(screen.fill(page)[1], screen.rest())
                again = []
                for _ in range(ROUNDS):
                    screen.fill("settings")
                    screen.rest()
                    again.append(screen.fill(page))
                    screen.rest()
                filled, stands = (median(each) for each in zip(*again, strict=True))
                held &= say("S12", f"years: page {page} first time stands still", first, 100)
                held &= say("S12", f"years: page {page}", filled, 100)
                held &= say("S12", f"years: page {page} stands still", stands, 100)
    return held


if __name__ == "__main__":
    sys.exit(not main())
