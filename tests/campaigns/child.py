"""Runs a piece of work in a child process that may end, or be ended, at any moment."""

import os
import random
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from typing_extensions import override

from easycare_desktop.domain.refusals import Refusal
from tests.campaigns.shim import ENDED, Disk, How

ARMED = "armed"


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong. `after`: seconds until the process is killed from outside."""

    how: How = How.OFF
    count: int = 0
    half: bool = False
    after: float | None = None
    record: Path | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a child came to its end. `confirmed`: what a person had been told is done.

    `refusal`: the type that it ended with where it was refused; `error`: any other trace.
    """

    confirmed: tuple[str, ...]
    ended: bool
    refusal: str = ""
    error: str = ""
    seen: int = 0


def start_of(record: Path) -> Path:
    """Return where the folder is kept as it was when its record began."""
    return record.with_suffix(".start")


class Told:
    """The child's word to the one who started it."""

    def __init__(self, pipe: int, disk: Disk, fault: Fault, folder: Path) -> None:
        self._pipe, self._disk, self._fault, self._folder = pipe, disk, fault, folder
        self._record = -1

    @property
    def disk(self) -> Disk:
        """The disk of the child."""
        return self._disk

    def arm(self) -> None:
        """From here on things go wrong."""
        self._say(ARMED)
        fault = self._fault
        if fault.record is not None:
            shutil.copytree(self._folder, start_of(fault.record))
            self._record = os.open(fault.record, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._disk.arm(fault.how, fault.count, self._folder, half=fault.half, record=self._record)

    def confirm(self, word: str) -> None:
        """A person is told now that this is done."""
        self._disk.mark(f"confirmed {word}")
        self._say(f"confirmed {word}")

    def say_last(self, word: str) -> None:
        """Say how it ended."""
        self._say(f"seen {self._disk.seen}")
        self._disk.disarm()
        self._say(word)

    def _say(self, word: str) -> None:
        os.write(self._pipe, (word.replace("\n", "\x1f") + "\n").encode())


class Silence(Told):
    """Nobody listens, and nothing goes wrong: to rehearse in this very process."""

    def __init__(self) -> None:
        """Nothing is needed."""

    @override
    def arm(self) -> None:
        """Go on."""

    @override
    def confirm(self, word: str) -> None:
        """Go on."""


Work = Callable[[Told], None]


def run(work: Work, disk: Disk, fault: Fault, folder: Path) -> Outcome:
    """Run `work` in a child of this process, with `fault` below `folder`."""
    sys.stdout.flush()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(work, Told(writing, disk, fault, folder))
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as lines:
        said = []
        for line in lines:
            said.append(line.rstrip("\n"))
            if said[-1] == ARMED and fault.after is not None:
                time.sleep(fault.after)
                os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return _outcome(said, os.waitstatus_to_exitcode(status))


def _work(work: Work, told: Told) -> None:
    """Do it and leave this process without looking back."""
    status = 1
    try:
        random.seed(os.urandom(8))
        work(told)
        told.say_last("done")
        status = 0
    except Refusal as refusal:
        told.say_last(f"refused {type(refusal).__name__}")
        status = 0
    except BaseException:  # noqa: BLE001 - told to the one who waits
        told.say_last(f"error {traceback.format_exc()}")
    finally:
        os._exit(status)


def _outcome(said: list[str], status: int) -> Outcome:
    def of(kind: str) -> list[str]:
        return [line[len(kind) + 1 :] for line in said if line.startswith(kind + " ")]

    seen = of("seen")
    return Outcome(
        confirmed=tuple(of("confirmed")),
        ended=status in {ENDED, -signal.SIGKILL},
        refusal="".join(of("refused")),
        error="".join(of("error")).replace("\x1f", "\n"),
        seen=int(seen[0]) if seen else 0,
    )
