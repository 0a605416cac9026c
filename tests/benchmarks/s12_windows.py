"""S12: every page of the main window at 20,000 people, everybody with all consents.

Warm means that the program has come to rest. A page counts until all that it shows is painted,
also what it reads in the background; beside it the longest time that the screen stood still. The
first time, what is built once the page stands counts there, too; and so that nobody is spared who
is in a hurry, each page is opened while 오늘 goes through everybody anew.
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from easycare_desktop.services.office import OpenOffice
from tests.benchmarks.crowd import Crowd
from tests.benchmarks.measure import median, say
from tests.benchmarks.screen import PAGES, open_screen

PEOPLE, ROUNDS = 20_000, 5


def main() -> bool:
    times: dict[str, list[tuple[float, float]]] = {page: [] for page in PAGES}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        crowd = Crowd(folder, PEOPLE)
        office = crowd.make()
        crowd.agree(office)
        with open_screen(folder, office) as screen:
            first = {}
            for page in PAGES:
                first[page] = max(screen.fill(page)[1], screen.rest())
            for _ in range(ROUNDS):
                for page, taken in times.items():
                    taken.append(screen.fill(page))
                    screen.rest()
            hurried = {}
            for page in PAGES:
                _change_somebody(office)
                screen.workplace.shell.open("today")
                hurried[page] = max(screen.fill(page)[1], screen.rest())
    held = []
    for page, taken in times.items():
        filled, stands = zip(*taken, strict=True)
        held.append(say("S12", f"page {page}", median(filled), 100))
        held.append(say("S12", f"page {page} screen stands still", median(stands), 100))
        held.append(say("S12", f"page {page} first time stands still", first[page], 100))
        held.append(say("S12", f"page {page} in a hurry stands still", hurried[page], 100))
    return all(held)


def _change_somebody(office: OpenOffice) -> None:
    office.index.put(office.index.all()[0])


if __name__ == "__main__":
    sys.exit(not main())
