"""The power goes at every moment of a protocol; what was not synced is lost, torn or reordered.

By hand: python -m tests.campaigns.power [--sample N] [--without GUARD] [NAME …]
A sample is taken for each kind of file system.
"""

import argparse
import random
import shutil
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from unittest.mock import patch

from easycare_desktop.storage.keys import sqlcipher
from easycare_desktop.system import atomic_files
from tests.campaigns.campaign import Count, Ground, Trial, campaign, moments
from tests.campaigns.child import Fault, start_of
from tests.campaigns.house import House
from tests.campaigns.lost_power import Event, LostPower, Names, events
from tests.campaigns.protocols import PROTOCOLS
from tests.campaigns.shim import How
from tests.campaigns.stored import lay_stores, said

GROUND = Ground(lambda house: house.disk)


@contextmanager
def as_on_windows() -> Iterator[None]:
    """Let the program take the ways that it takes where folders cannot be synced."""
    settings = sqlcipher.settings_on
    with (
        patch.object(sqlcipher, "settings_on", lambda _platform: settings("win32")),
        patch.object(atomic_files, "_SYNCS_FOLDERS", new=False),
    ):
        yield


def record(trial: Trial, into: Path) -> list[Event]:
    """Let the protocol run once and return all that it did to the disk."""
    house = trial.stage.fresh()
    outcome = trial.act(house, Fault(How.KEEP, record=into))
    assert not outcome.error, outcome.error
    return events(into)


def lost(trial: Trial, asked: argparse.Namespace, chance: random.Random) -> Count:
    """Cut the power at every event, or at a sample of them, once for each kind of file system."""
    began, count = time.monotonic(), trial.count
    for names in Names:
        with as_on_windows() if names is Names.JOURNAL else nullcontext():
            kept = trial.stage.root / names.name
            happened = record(trial, kept)
        count.changes += len(happened)
        disk = LostPower(start_of(kept), trial.stage.now / "disk", names)
        chosen = moments(range(len(happened) + 1), asked, chance)
        for moment, event in enumerate([*happened, None]):
            if moment in chosen:
                count.runs += 1
                _judge(trial, disk, names, moment, chance)
            if event is not None:
                disk.play(event)
    count.seconds = round(time.monotonic() - began, 1)
    return count


def _judge(trial: Trial, disk: LostPower, names: Names, moment: int, chance: random.Random) -> None:
    house = _rebuild(trial, disk, chance)
    confirmed = frozenset(said(disk.words, "confirmed"))
    try:
        trial.count.stood(trial.judge(house, confirmed))
    except Exception:  # noqa: BLE001 - a campaign counts, whatever it is
        trial.count.broken.append(f"{names}, event {moment}\n{traceback.format_exc()}")


def _rebuild(trial: Trial, disk: LostPower, chance: random.Random) -> House:
    """Lay down what the power left."""
    house = trial.stage.fresh()
    shutil.rmtree(house.disk)
    for folder in sorted(disk.folders):
        Path(folder).mkdir(parents=True, exist_ok=True)
    house.stick.mkdir(parents=True, exist_ok=True)
    for path, content in disk.left(chance).items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_bytes(content)
    lay_stores(house, disk.words)
    return trial.stage.again()


if __name__ == "__main__":
    sys.exit(campaign("tests.campaigns.power", GROUND, lost, PROTOCOLS))
