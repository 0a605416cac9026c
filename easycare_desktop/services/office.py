"""An open office: its files, keys, rules and the door that all services share."""

import logging
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import RLock

from easycare_desktop.domain.calendar import Calendar
from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.domain.date_words import DateWords
from easycare_desktop.domain.law import LawBook
from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.domain.rights import Action, Actor, Role
from easycare_desktop.security.accounts import AccountState
from easycare_desktop.services.door import Door
from easycare_desktop.services.people_index import PeopleIndex
from easycare_desktop.storage.databases.office_files import OfficeFiles
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.system.clock import Clock
from easycare_desktop.system.jumped_clock import ClockJump, ClockWatch
from easycare_desktop.system.single_instance import OfficeLock

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class OfficeInfo:
    """What is known of an office before anything sealed is opened.

    `alone`: begun by one person; who may approve is asked of the accounts. `store_name`: name of
    the credential store that holds the device key, empty where a passphrase alone opens the office.
    """

    id: str
    code: str
    kind: OfficeKind
    practice: bool
    alone: bool
    store_name: str
    folder: Path


class OpenOffice:
    """Everything that the services of one open office lean on, handed in by constructor."""

    def __init__(
        self,
        info: OfficeInfo,
        files: OfficeFiles,
        clock: Clock,
        calendar: Calendar,
        catalogue: Catalogue,
        law: LawBook,
        words: DateWords,
        place: str,
        *,
        lock: OfficeLock,
        watch: ClockWatch,
        jump: ClockJump | None,
    ) -> None:
        self.info = info
        self.files = files
        self.clock = clock
        self.calendar = calendar
        self.catalogue = catalogue
        self.law = law
        self.words = words
        account = files.keys.account
        self.actor = Actor(account.id, account.role)
        self.door = Door(files, self.actor, clock, place)
        self.index = PeopleIndex()
        self.jump = jump
        self.at_work = RLock()
        self._lock = lock
        self._watch = watch

    @property
    def keys(self) -> OpenKeys:
        """The open key generation."""
        return self.files.keys

    @property
    def looks_only(self) -> bool:
        """Whether another PC writes for the office, and this one may only look."""
        return self.door.looks_only

    def look_only(self) -> None:
        """Write nothing from now on: neither through the door nor into the keys."""
        self.door.shut()
        self.keys.file.read_only = True

    def write_again(self) -> None:
        """Go on as the one PC that writes."""
        self.keys.file.read_only = False
        self.door.unshut()

    def others_approve(self, account_id: int) -> bool:
        """Tell whether an officer is there to approve what this account asks for."""
        return any(
            each.id != account_id
            and each.role is Role.OFFICER
            and each.state is AccountState.ACTIVE
            for each in self.keys.accounts()
        )

    def today(self) -> date:
        """Return today in Seoul."""
        return self.clock.today()

    def answer_due(self, received_on: date) -> date:
        """Return the last day to answer what was asked on that day (Act, Decree art. 43, 44)."""
        period = self.law.deadlines.period("answer_request")
        return self.calendar.working_end(received_on, period)

    def clock_trusted(self) -> bool:
        """Tell whether the clock of this PC may be believed."""
        self.jump = self._watch.look()
        return self.jump is None

    def accept_clock(self) -> None:
        """Take the present clock for right, by word of the officer."""
        with self.door.enter(Action.RULE_CONFIRMED, detail="clock") as step:
            self._watch.accept()
            self.door.forget_seen(step)
        self.jump = None

    def note_age(self) -> None:
        """Let the keys remember how far the data has come; older data is known by that."""
        self.files.note_age()

    def close(self) -> None:
        """Forget everybody, close every file, let the folder go; a destruction is waited for."""
        with self.at_work:
            self.index.clear()
            try:
                self.note_age()
            except Exception as error:  # noqa: BLE001 - whatever it is, everything is let go
                _log.warning("the age of the data is not noted: %s", type(error).__name__)
            self.files.close()
            self.keys.close()
            self._lock.release()
