"""Notices that the clock of this PC was set back or far forward since it was last looked at."""

import json
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path

from easycare_desktop.system.atomic_files import write_atomically
from easycare_desktop.system.clock import SEOUL, Clock
from easycare_desktop.system.kept_aside import keep_aside

NAME = "clock.json"
BACKWARDS_ALLOWED = timedelta(minutes=5)
FORWARDS_ALLOWED = timedelta(days=40)

log = logging.getLogger(__name__)


class Direction(Enum):
    """Which way the clock went."""

    BACKWARDS = "backwards"
    FORWARDS = "forwards"


@dataclass(frozen=True, slots=True)
class ClockJump:
    """The clock says `now`, though it has said `seen` before, or said it very long ago."""

    direction: Direction
    seen: datetime
    now: datetime

    @property
    def distance(self) -> timedelta:
        """How far the two lie apart."""
        return abs(self.now - self.seen)


class ClockWatch:
    """Keeps the latest trusted moment of an office durable, and compares.

    The mark only rises. A jump is not believed and leaves the mark alone, until the officer accepts
    the clock: so one wrong year does not make every right day after it look wrong.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._path = folder / NAME
        self._clock = clock

    def look(self, known: datetime | None = None) -> ClockJump | None:
        """Compare with the mark, raise it, return a jump if there is one.

        `known`: the newest moment that other records of the office tell of; a deleted mark does
        not make those unseen. Raises the disk's refusals.
        """
        now = self._clock.now()
        mark = self._mark()
        seen = max((each for each in (mark, known) if each is not None), default=now)
        if seen - now > BACKWARDS_ALLOWED:
            return self._jump(Direction.BACKWARDS, seen, now)
        if now - seen > FORWARDS_ALLOWED:
            return self._jump(Direction.FORWARDS, seen, now)
        if mark is None or now > mark:
            self._write(now)
        return None

    def accept(self) -> datetime:
        """Take the present clock for right, by word of the officer; return the new mark."""
        now = self._clock.now()
        self._write(now)
        return now

    def _jump(self, direction: Direction, seen: datetime, now: datetime) -> ClockJump:
        jump = ClockJump(direction, seen, now)
        log.warning("the clock went %s by %d s", direction.value, jump.distance.total_seconds())
        return jump

    def _mark(self) -> datetime | None:
        try:
            text = json.loads(self._path.read_bytes())["seen"]
            return datetime.fromisoformat(text).astimezone(SEOUL)
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError):
            log.warning("the mark of the clock cannot be read; it is kept aside")
            keep_aside(self._path)
            return None

    def _write(self, moment: datetime) -> None:
        write_atomically(self._path, json.dumps({"seen": moment.isoformat()}).encode())
