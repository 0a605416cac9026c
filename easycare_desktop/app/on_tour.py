"""The running program as the tour sees it: file dialogs answer as planned, nothing else differs."""

from collections import deque
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from easycare_desktop.app.ground import Ground
from easycare_desktop.app.program import Program
from easycare_desktop.app.stores import OneStore
from easycare_desktop.security.credential_store import MemoryCredentialStore
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.offices import Offices
from easycare_desktop.services.papers import MadePaper
from easycare_desktop.services.practice.builder import (
    PracticeBuilder,
    PracticeOffice,
    PracticeSize,
)
from easycare_desktop.system.clock import FixedClock
from easycare_desktop.system.paths import ProgramPaths
from easycare_desktop.ui.incidents import is_incident
from easycare_desktop.ui.message_dialogs import DialogMessages
from easycare_desktop.ui.messages import Trouble
from easycare_desktop.ui.widgets import Kit, Toasts


class TourMessages(DialogMessages):
    """The real dialogs; only where the system would ask for a file, the plan answers.

    An incident shows no dialog, which would wait for ever: its words fail the step.
    """

    def __init__(self, kit: Kit, toasts: Toasts) -> None:
        super().__init__(kit, toasts)
        self.planned: deque[Path] = deque()
        self._incidents: deque[str] = deque()

    @override
    def refuse(self, trouble: Trouble) -> bool:
        if not is_incident(trouble):
            return super().refuse(trouble)
        self._incidents.append(f"{trouble.number}: {trouble.title} {trouble.happened}")
        return False

    def incident(self) -> str:
        """Return the words of the oldest incident, once; empty if there was none."""
        return self._incidents.popleft() if self._incidents else ""

    @override
    def choose_file(self, title: str, kinds: str = "") -> Path | None:
        return self._next()

    @override
    def choose_files(self, title: str, kinds: str = "") -> tuple[Path, ...]:
        planned = self._next()
        return (planned,) if planned else ()

    @override
    def choose_folder(self, title: str) -> Path | None:
        return self._next()

    @override
    def save_as(self, title: str, suggested: str, kinds: str = "") -> Path | None:
        return self._next()

    def _next(self) -> Path | None:
        return self.planned.popleft() if self.planned else None


class TourProgram:
    """A program in a folder of its own, with a practice office in it."""

    def __init__(self, ground: Ground, clock: FixedClock, words: Path) -> None:
        self._ground = ground
        self._clock = clock
        self._words = words
        self._program: Program | None = None
        self._first = ground
        self._others: list[Ground] = []

    def build(self, *, people: int, seed: int, key_place: Path) -> PracticeOffice:
        """Make the practice office; the clock walks through its history and back to now."""
        now = self._clock.now()
        offices = Offices(self._ground.paths, self._clock, self._ground.stores)
        key_place.mkdir(parents=True, exist_ok=True)
        size = PracticeSize(people, max(2, people // 3))
        made = PracticeBuilder(offices, self._clock, self._words).build(
            now.date(), seed=seed, size=size, key_place=key_place
        )
        self.set_clock(now)
        return made

    def start(self) -> None:
        """Show the login window."""
        self._program = Program(self._ground)
        self._program.start()

    def set_clock(self, moment: datetime) -> None:
        """Move the clock of the tour."""
        self._clock.set(moment)

    @property
    def office_folder(self) -> Path:
        """Everything that the program wrote."""
        return self._ground.paths.home

    @property
    def services(self) -> Services:
        """The services of the open office."""
        workplace = self._running.workplace
        if workplace is None:
            message = "no office is open"
            raise LookupError(message)
        return workplace.services

    @property
    def window(self) -> QWidget:
        """The window in front."""
        return self._running.window

    @property
    def last_paper(self) -> MadePaper | None:
        """The paper that was made last."""
        workplace = self._running.workplace
        return workplace.papers.last if workplace else None

    @property
    def _running(self) -> Program:
        if self._program is None:
            message = "the program was not started"
            raise LookupError(message)
        return self._program

    def busy(self) -> bool:
        """Tell whether something is under way in the background."""
        workplace = self._running.workplace
        in_office = workplace is not None and workplace.busy
        return in_office or self._ground.background.busy

    def trouble(self) -> str:
        """Return the words of an incident since this was last asked; empty if there was none."""
        messages = self._ground.messages
        return messages.incident() if isinstance(messages, TourMessages) else ""

    def close_office(self) -> None:
        """Close the office; the login window comes."""
        self._running.close_office()

    def lose_profile(self) -> None:
        """Empty the credential store, as the end of a profile of the operating system does."""
        store = self._ground.stores(practice=True)
        if isinstance(store, MemoryCredentialStore):
            store.clear()

    def another_pc(self, home: Path) -> None:
        """Leave this PC for one that knows nothing of the office."""
        other = Ground(self._first.app, ProgramPaths(home), self._clock, OneStore(), TourMessages)
        self._others.append(other)
        self._sit_at(other)

    def first_pc(self) -> None:
        """Leave this PC for the first one."""
        self._sit_at(self._first)

    def _sit_at(self, ground: Ground) -> None:
        self._running.end()
        self._ground = ground
        self.start()

    def plan_file(self, path: Path) -> None:
        """Let the next file dialog answer with this path."""
        messages = self._ground.messages
        if isinstance(messages, TourMessages):
            messages.planned.append(path)

    def wear(self, percent: int) -> None:
        """Change the text size of the whole program."""
        self._ground.appearance.set_percent(percent)

    def end(self) -> None:
        """Close whatever is open."""
        if self._program is not None:
            self._program.end()
        for other in self._others:
            other.close()
