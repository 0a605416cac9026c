"""S12: every page of the main window, warm, at 20,000 people."""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.crowd import Crowd
from tests.benchmarks.measure import median, milliseconds, say
from tests.benchmarks.screen import PAGES, open_screen

PEOPLE, ROUNDS = 20_000, 5


def main() -> bool:
    times: dict[str, list[float]] = {page: [] for page in PAGES}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_screen(folder, Crowd(folder, PEOPLE).make()) as screen:
            for page in PAGES:
                screen.show(page)
            for _ in range(ROUNDS):
                for page, taken in times.items():
                    screen.rest()
                    taken.append(milliseconds(lambda page=page: screen.show(page)))
    held = [say("S12", f"page {page}", median(taken), 100) for page, taken in times.items()]
    return all(held)


if __name__ == "__main__":
    sys.exit(not main())
