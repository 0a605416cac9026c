"""Runs protocols under faults, judges every outcome, and counts."""

import argparse
import json
import os
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import asdict, dataclass, field
from itertools import product
from pathlib import Path

from tests.campaigns.child import Fault, Outcome, Silence, Told, run
from tests.campaigns.guards import GUARDS
from tests.campaigns.house import House, Stage, quick_folder
from tests.campaigns.protocols import PROTOCOLS, Protocol
from tests.campaigns.shim import VARIABLE, Disk, How, build, start_with_it
from tests.helpers.quick import one_process, quick_openings

NEVER = 1 << 40


@dataclass
class Count:
    """What came of one protocol. `sides`: where outcomes stood; `broken`: what did not hold."""

    name: str
    without: str = ""
    changes: int = 0
    runs: int = 0
    seconds: float = 0.0
    sides: dict[str, int] = field(default_factory=dict)
    refusals: dict[str, int] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)

    def stood(self, side: str) -> None:
        """Count one outcome that held."""
        self.sides[side] = self.sides.get(side, 0) + 1

    def refused(self, name: str) -> None:
        """Count one refusal."""
        self.refusals[name] = self.refusals.get(name, 0) + 1

    def line(self) -> str:
        """Return it in one line."""
        sides = ", ".join(f"{side} {count}" for side, count in sorted(self.sides.items()))
        refused = ", ".join(f"{name} {count}" for name, count in sorted(self.refusals.items()))
        broken = f"{len(self.broken)} BROKEN" if self.broken else "0 broken"
        parts = [f"{self.changes} changes, {self.runs} runs", sides, refused, broken]
        name = f"{self.name} without {self.without}" if self.without else self.name
        return f"{name}: " + "; ".join(each for each in parts if each)


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a fault strikes, and what it may make of the work. `then`: faults while opening.

    `aside`: takes something aside right after the fault, and returns how it is judged later.
    """

    below: Callable[[House], Path]
    may_refuse: bool = False
    then: Callable[[random.Random], Fault | None] = lambda _chance: None
    aside: Callable[[House], Callable[[], str]] = lambda _house: str


class Trial:
    """One protocol on its stage: measured once, then run under one fault after the other."""

    def __init__(self, name: str, stage: Stage, disk: Disk, ground: Ground) -> None:
        self._protocol: Protocol = PROTOCOLS[name]
        self.stage = stage
        self.judge = self._protocol.judge
        self.disk, self._ground = disk, ground
        self.count = Count(name)
        # What is rehearsed here need not be prepared anew by each child.
        self.rehearse()

    def rehearse(self) -> None:
        """Let the protocol run in this very process, and nothing go wrong."""
        self._protocol.act(self.stage.fresh(), Silence())

    def changes(self, how: How) -> int:
        """Return how many changes the protocol makes when nothing goes wrong."""
        outcome = self.act(self.stage.fresh(), Fault(how, NEVER))
        assert not outcome.error, outcome.error
        assert not outcome.refusal, outcome.refusal
        self.count.changes = outcome.seen
        return outcome.seen

    def run(self, faults: Iterable[Fault], chance: random.Random) -> Count:
        """Run under each fault and judge what it left."""
        began = time.monotonic()
        for fault in faults:
            self.count.runs += 1
            outcome = self.act(self.stage.fresh(), fault)
            again = self._ground.then(chance)
            if again is not None:
                run(_open, self.disk, again, self.stage.again().disk)
            self._judge(fault, outcome)
        self.count.seconds = round(time.monotonic() - began, 1)
        return self.count

    def act(self, house: House, fault: Fault) -> Outcome:
        """Let the protocol run in a child."""

        def work(told: Told) -> None:
            house.store.tell = told.disk.mark
            self._protocol.act(house, told)

        return run(work, self.disk, fault, self._ground.below(house))

    def _judge(self, fault: Fault, outcome: Outcome) -> None:
        try:
            if outcome.refusal:
                self.count.refused(outcome.refusal)
                assert self._ground.may_refuse, outcome.refusal
            assert not outcome.error, outcome.error
            told_to_end = fault.how is How.END and not fault.half
            assert outcome.ended or not told_to_end, "it was to end"
            confirmed = frozenset(outcome.confirmed)
            later = self._ground.aside(self.stage.again())
            side = self.judge(self.stage.again(), confirmed)
            self.count.stood(", ".join(filter(None, (side, later()))))
        except Exception:  # noqa: BLE001 - a campaign counts, whatever it is
            self.count.broken.append(f"{fault}\n{traceback.format_exc()}")


def _open(told: Told) -> None:
    """Open the office as a person does after a stop; meanwhile it stops again."""
    told.arm()


Faults = Callable[[Trial, argparse.Namespace, random.Random], Iterator[Fault]]
Course = Callable[[Trial, argparse.Namespace, random.Random], Count]


def main(module: str, ground: Ground, faults: Faults, names: Iterable[str]) -> int:
    """Run each protocol under each of the faults; return the exit status."""

    def course(trial: Trial, asked: argparse.Namespace, chance: random.Random) -> Count:
        return trial.run(faults(trial, asked, chance), chance)

    return campaign(module, ground, course, names)


def campaign(module: str, ground: Ground, course: Course, names: Iterable[str]) -> int:
    """Run a campaign from the command line, in a process that has the disk."""
    asked = _asked(module, names)
    if VARIABLE not in os.environ:
        with tempfile.TemporaryDirectory() as folder:
            library = build(Path(folder))
            return start_with_it(library, module, *sys.argv[1:]).wait()
    chance = random.Random(asked.seed)  # noqa: S311 - a repeatable choice
    root = Path(tempfile.mkdtemp(prefix="campaign-", dir=quick_folder()))
    counts = []
    try:
        for guard, name in product(asked.without or [""], asked.protocols):
            with one_process(), quick_openings():
                stage = Stage(root / f"{name} {guard}", PROTOCOLS[name].prepare)
                with GUARDS[guard]() if guard else nullcontext():
                    counts.append(course(Trial(name, stage, Disk(), ground), asked, chance))
            counts[-1].without = guard
            _tell(counts[-1], as_json=asked.json)
    finally:
        shutil.rmtree(root, ignore_errors=True)
    return 1 if any(count.broken for count in counts) else 0


def moments(span: range, asked: argparse.Namespace, chance: random.Random) -> list[int]:
    """Return at which moments of a span a fault strikes: those asked for, or a sample of them."""
    wanted = range(max(span.start, asked.first), min(span.stop, asked.last + 1))
    if not asked.sample:
        return list(wanted)
    return sorted(chance.sample(wanted, min(asked.sample, len(wanted))))


def _tell(count: Count, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(asdict(count)), flush=True)  # noqa: T201 - read by the tests
        return
    print(f"{count.line()}; {count.seconds} s", flush=True)  # noqa: T201 - for the person who asked
    for broken in count.broken[:3]:
        print(broken)  # noqa: T201


def _asked(module: str, names: Iterable[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=f"python -m {module}")
    parser.add_argument("protocols", nargs="*", default=list(names))
    parser.add_argument("--sample", type=int, default=0, help="so many faults, not all of them")
    parser.add_argument("--instants", type=int, default=0, help="kills from outside, at random")
    without = "take a guard out; more than once: one after the other"
    parser.add_argument("--without", choices=sorted(GUARDS), action="append", help=without)
    parser.add_argument("--first", type=int, default=0, help="the first moment")
    parser.add_argument("--last", type=int, default=NEVER, help="the last moment")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="one line of JSON for each protocol")
    return parser.parse_args()
