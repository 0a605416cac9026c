"""S5: a list of 100,000 people opened and scrolled."""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.crowd import Crowd
from tests.benchmarks.measure import median, milliseconds, p99, say
from tests.benchmarks.screen import open_screen

PEOPLE = 100_000
FRAMES, OPENINGS = 400, 5


def main() -> bool:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_screen(folder, Crowd(folder, PEOPLE).make()) as screen:
            screen.show("people")
            screen.rest()

            def again() -> float:
                screen.show("today")
                screen.rest()
                return milliseconds(lambda: screen.show("people"))

            opened = median([again() for _ in range(OPENINGS)])
            bar = screen.workplace.shell.page("people").list.table.verticalScrollBar()
            step = max(1, bar.maximum() // FRAMES)

            def frame(number: int) -> None:
                bar.setValue(number * step)
                screen.paint()

            frames = [milliseconds(lambda n=n: frame(n)) for n in range(FRAMES)]
    held = say("S5", f"open {PEOPLE:,}", opened, 50)
    return say("S5", f"{FRAMES} frames p99", p99(frames), 16) and held


if __name__ == "__main__":
    sys.exit(not main())
