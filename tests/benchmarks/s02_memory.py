"""S2: memory of the whole program with the list of people on the screen."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.crowd import Crowd
from tests.benchmarks.measure import say
from tests.benchmarks.screen import open_screen

GOALS = {20_000: 250.0, 100_000: float("inf")}


def resident() -> float:
    """Return the resident memory of this process in MB."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def child(folder: Path, people: int) -> None:
    """Open the office in the real main window, and print the memory."""
    with open_screen(folder, Crowd(folder, people).open()) as screen:
        screen.show("today")
        screen.show("people")
        print(resident())  # noqa: T201


def main() -> bool:
    held = True
    for people, goal in GOALS.items():
        with tempfile.TemporaryDirectory() as name:
            Crowd(Path(name), people).make().close()
            done = subprocess.run(
                [sys.executable, __file__, name, str(people)],
                check=True,
                capture_output=True,
                env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
                text=True,
            )
        held &= say("S2", f"memory at {people:,}", float(done.stdout.split()[-1]), goal, "MB")
    return held


if __name__ == "__main__":
    if len(sys.argv) > 1:
        child(Path(sys.argv[1]), int(sys.argv[2]))
    else:
        sys.exit(not main())
