"""The process ends at every change to the disk, and in the middle of every second write.

A process that ends leaves whatever it has written. So a protocol runs once while all that it does
to the disk is written down; then the disk is laid down as it was before each of its changes, and
judged. A sync alone makes no other disk: what was judged before it stands for it, too; so does the
first of those that come to the same once their journals are undone. The kills end real processes,
which costs far more time; here no moment is left out.

By hand: python -m tests.campaigns.stops [--sample N] [--without GUARD] [NAME …]
"""

import argparse
import os
import random
import shutil
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from tests.campaigns.campaign import Count, Ground, Trial, campaign, moments
from tests.campaigns.child import Fault, start_of
from tests.campaigns.lost_power import Event, events
from tests.campaigns.protocols import PROTOCOLS
from tests.campaigns.shim import How
from tests.campaigns.stored import lay_stores, said
from tests.campaigns.undone import Outcome, Undone, keys_told, told_keys

GROUND = Ground(lambda house: house.disk)
TORN = 0.5
_PLAIN: Mapping[str, Callable[[Path], None]] = {
    "C": partial(Path.touch, mode=0o600),
    "D": partial(Path.mkdir, exist_ok=True),
    "U": Path.unlink,
    "E": Path.rmdir,
}


class Mirror:
    """A folder to which the same is done again, event by event."""

    def __init__(self, start: Path, as_if: Path, folder: Path) -> None:
        shutil.copytree(start, folder)
        self.folder, self._as_if = folder, as_if
        self.words: list[str] = []

    def play(self, event: Event, *, half: bool = False) -> None:
        """Do it; of a write perhaps the first half alone."""
        if event.kind == "M":
            self.words.append(event.path)
            return
        path = self._at(event.path)
        if event.kind == "W":
            data = event.rest[: len(event.rest) // 2] if half else event.rest
            with path.open("r+b") as file:
                os.pwrite(file.fileno(), data, event.at)
        elif event.kind == "R":
            path.replace(self._at(event.rest.decode()))
        elif event.kind == "T":
            os.truncate(path, event.at)
        elif event.kind in _PLAIN:
            _PLAIN[event.kind](path)

    def lay(self, into: Path) -> None:
        """Lay it down as it is now."""
        shutil.rmtree(into)
        shutil.copytree(self.folder, into)

    def _at(self, path: str) -> Path:
        return self.folder / Path(path).relative_to(self._as_if)


def stopped(trial: Trial, asked: argparse.Namespace, chance: random.Random) -> Count:
    """Judge every state that one run of a protocol leaves when it is stopped, or a sample."""
    began, count, kept = time.monotonic(), trial.count, trial.stage.root / "record"
    with keys_told(trial.disk) as keys:
        trial.rehearse()
        house = trial.stage.fresh()
        outcome = trial.act(house, Fault(How.KEEP, record=kept))
    assert not outcome.error, outcome.error
    happened = events(kept)
    keys |= told_keys([event.path for event in happened if event.kind == "M"])
    bench = Bench(trial, Undone(keys, trial.stage.root / "undone"))
    mirror = Mirror(start_of(kept), house.disk, trial.stage.root / "mirror")
    as_it_was = contents_of(house.disk)
    chosen, count.changes = set(moments(range(len(happened)), asked, chance)), len(happened)
    for moment, event in enumerate(happened):
        if moment in chosen:
            if moment and happened[moment - 1].kind == "S":
                count.stood("as before the sync")
            else:
                bench.judge(mirror, f"before {moment}")
            if event.kind == "W" and len(event.rest) > 1 and chance.random() < TORN:
                torn = Mirror(mirror.folder, mirror.folder, trial.stage.root / "torn")
                torn.words = mirror.words
                torn.play(_in(event, house.disk, mirror.folder), half=True)
                bench.judge(torn, f"in the middle of {moment}")
                shutil.rmtree(torn.folder)
        mirror.play(event)
    assert contents_of(mirror.folder) == as_it_was, "the record does not tell all"
    count.seconds = round(time.monotonic() - began, 1)
    return count


def _in(event: Event, disk: Path, folder: Path) -> Event:
    return replace(event, path=str(folder / Path(event.path).relative_to(disk)))


class Bench:
    """Judges states; of those that come to the same once their journals are undone, the first.

    Every database of every state is opened for that with what the program itself opens it with.
    """

    def __init__(self, trial: Trial, undone: Undone) -> None:
        self._trial, self._undone = trial, undone
        self._seen: set[tuple[Outcome, str]] = set()

    def judge(self, mirror: Mirror, moment: str) -> None:
        """Lay a state down and judge it."""
        count = self._trial.count
        told = [word for word in mirror.words if not word.startswith("key ")]
        state = (self._undone.of(mirror.folder), "\n".join(told))
        if state in self._seen:
            count.stood("the same once its journal is undone")
            return
        self._seen.add(state)
        count.runs += 1
        house = self._trial.stage.fresh()
        mirror.lay(house.disk)
        lay_stores(house, mirror.words)
        confirmed = frozenset(said(mirror.words, "confirmed"))
        try:
            count.stood(self._trial.judge(self._trial.stage.again(), confirmed))
        except Exception:  # noqa: BLE001 - a campaign counts, whatever it is
            count.broken.append(f"{moment}\n{traceback.format_exc()}")


def contents_of(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


if __name__ == "__main__":
    sys.exit(campaign("tests.campaigns.stops", GROUND, stopped, PROTOCOLS))
