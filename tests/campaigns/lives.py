"""Offices that have lived already, kept closed, so that a history can go on where another ended."""

import shutil
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from easycare_desktop.security.recovery_sheet import RecoveryCode
from tests.campaigns.house import House

# Whoever has lived so long is left in peace: its backups alone would take all the time.
OLDEST = 24
MOST = 48


@dataclass(frozen=True)
class Home:
    """Which PC a house stood on, its sheet, and what its clock said."""

    pc: str
    sheet: RecoveryCode
    now: datetime

    @classmethod
    def of(cls, house: House) -> "Home":
        """Take it down."""
        pc = house.program.name.removeprefix("program")
        return cls(pc, house.sheet, house.clock.now())

    def house(self, root: Path) -> House:
        """Return the house as it stood, where its files lie again."""
        house = House(root, self.pc)
        house.sheet = self.sheet
        house.clock.set(self.now)
        return house


@dataclass(frozen=True)
class Life:
    """Everything of one office: its disks and stores in `folder`, and what its model knew."""

    folder: Path
    home: Home
    former: Home | None
    memory: dict[str, Any]

    def again(self, now: Path) -> tuple[House, House | None, dict[str, Any]]:
        """Lay everything where it lay; return both houses and what was known."""
        shutil.rmtree(now, ignore_errors=True)
        shutil.copytree(self.folder, now)
        former = self.former.house(now) if self.former else None
        return self.home.house(now), former, deepcopy(self.memory)


class Lives:
    """The offices that histories may go on with; new ones join between two rounds only.

    So a round can be told again from its seed.
    """

    def __init__(self, root: Path) -> None:
        self._root, self._number = root / "lives", count()
        self._known: list[Life] = []
        self._born: list[Life] = []

    def __len__(self) -> int:
        return len(self._known)

    def one(self, choice: int) -> Life:
        """Return one of them."""
        return self._known[choice % len(self._known)]

    def keep(self, house: House, former: House | None, memory: dict[str, Any]) -> None:
        """Keep a closed office as it is now."""
        folder = self._root / str(next(self._number))
        shutil.copytree(house.root, folder)
        before = Home.of(former) if former else None
        self._born.append(Life(folder, Home.of(house), before, deepcopy(memory)))

    def grow(self) -> None:
        """Let those that were kept be drawn from now on; the first ones make room for them."""
        self._known += self._born
        self._born = []
        while len(self._known) > MOST:
            shutil.rmtree(self._known.pop(0).folder)
