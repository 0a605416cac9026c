"""Builds the practice office through the same services that a real office uses."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.rights import Role
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.office_profile import PROGRAM_USE, OfficeProfileService
from easycare_desktop.services.offices import Offices, RecoveryCode, Setup
from easycare_desktop.services.practice.history import PracticeHistory
from easycare_desktop.services.practice.people import Inventor
from easycare_desktop.services.practice.register import register_invented
from easycare_desktop.system.clock import SEOUL, FixedClock

Progress = Callable[[str], None]
PASSWORD = "practice-office-2026"  # noqa: S105 - shown on the login window of the practice office
DAYS_OF_HISTORY = 170
# Two have left so long ago that the law keeps nothing of them any more.
_EARLIER = (timedelta(days=5 * 365),) * 2 + (timedelta(),) * 5


@dataclass(frozen=True, slots=True)
class PracticeSize:
    """How many people are made up."""

    recipients: int = 120
    staff: int = 40


@dataclass(frozen=True, slots=True)
class PracticeOffice:
    """What one needs to open the practice office."""

    code: str
    officer: str
    clerk: str
    password: str
    sheet: RecoveryCode


class PracticeBuilder:
    """Makes a practice office whose history ends on a given day."""

    def __init__(self, offices: Offices, clock: FixedClock, words: Path) -> None:
        self._offices = offices
        self._clock = clock
        self._words = words

    def build(
        self,
        today: date,
        *,
        seed: int = 7,
        size: PracticeSize | None = None,
        folder: Path | None = None,
        key_place: Path | None = None,
        progress: Progress | None = None,
    ) -> PracticeOffice:
        """Build and close the office; `clock` walks through its history up to `today`."""
        tell = progress or _silent
        inventor = Inventor(self._words, seed, today)
        first_day = today - timedelta(days=DAYS_OF_HISTORY)
        self._clock.set(datetime.combine(first_day, time(9), tzinfo=SEOUL))
        made = self._create(inventor, folder, key_place, tell)
        office = self._offices.open(made.code, made.clerk, made.password)
        try:
            self._fill(office, inventor, size or PracticeSize(), first_day, tell)
            self._play(office, made, inventor, today, tell)
        finally:
            office.close()
        return made

    def _create(
        self, inventor: Inventor, folder: Path | None, key_place: Path | None, tell: Progress
    ) -> PracticeOffice:
        tell("office")
        sheet = RecoveryCode.generate()
        officer, clerk = inventor.words["account"]
        office = self._offices.create(
            Setup(
                kind=OfficeKind.AGENCY,
                alone=False,
                practice=True,
                profile=inventor.words["office"],
                login=officer["login"],
                name=officer["name"],
                password=PASSWORD,
                sheet=sheet,
                folder=folder,
                key_place=(inventor.words["key_place"], key_place) if key_place else None,
            )
        )
        try:
            accounts = Services(office).accounts
            accounts.add(clerk["login"], clerk["name"], Role(clerk["role"]), PASSWORD)
            OfficeProfileService(office).save(inventor.words["program_use"], "", PROGRAM_USE)
        finally:
            office.close()
        return PracticeOffice(office.info.code, officer["login"], clerk["login"], PASSWORD, sheet)

    def _fill(
        self,
        office: OpenOffice,
        inventor: Inventor,
        size: PracticeSize,
        first_day: date,
        tell: Progress,
    ) -> None:
        tell("people")
        early = Inventor(self._words, inventor.seed + 1, first_day, inventor)
        recipients, staff = range(size.recipients - 2), range(size.staff)
        for kind, people in (
            (PersonKind.RECIPIENT, [early.recipient(each) for each in _EARLIER]),
            (PersonKind.RECIPIENT, [inventor.recipient() for _ in recipients]),
            (PersonKind.STAFF, [inventor.staff() for _ in staff]),
        ):
            register_invented(office, kind, people)

    def _play(
        self,
        office: OpenOffice,
        made: PracticeOffice,
        inventor: Inventor,
        today: date,
        tell: Progress,
    ) -> None:
        tell("history")
        services = Services(office)
        services.start()
        history = PracticeHistory(services, self._clock, made.officer, made.password)
        history.past_endings(today)
        newcomers = [inventor.newcomer(3, 31), inventor.newcomer(1, 35)]
        register_invented(office, PersonKind.RECIPIENT, newcomers, consented=False)
        services.people.load_index()
        history.open_cases()
        services.key_places.refresh_all()


def _silent(_stage: str) -> None:
    """Tell nobody."""
