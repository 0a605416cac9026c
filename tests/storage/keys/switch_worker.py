"""Switches a generation in a process of its own and ends without a word at one step.

Arguments: folder of the office, folder of the store, numbers to destroy, number to separate, step.
"""

import os
import sys
from pathlib import Path

from easycare_desktop.storage.keys.check_generation import answer
from easycare_desktop.storage.keys.generation import switch_generation
from easycare_desktop.system.clock import FixedClock
from tests.storage.keys.helpers import DIGEST, MORNING, FolderStore, Office

KILLED = 77


def main() -> None:
    folder, store, doomed, separated, last = sys.argv[1:]

    def at_step(step: str) -> None:
        if step == last:
            os._exit(KILLED)

    keys = Office(Path(folder), FolderStore(Path(store)), FixedClock(MORNING)).open()
    Path(store).with_suffix(".armed").touch()
    switch_generation(
        keys,
        destroy=frozenset(int(each) for each in doomed.split(",")),
        separate={int(separated): "health"},
        digest=DIGEST,
        destruction_number="P-1",
        now=MORNING,
        in_new_process=answer,
        at_step=at_step,
    )


if __name__ == "__main__":
    main()
