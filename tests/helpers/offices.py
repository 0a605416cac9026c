"""A real encrypted office in a temporary folder, with a cheap KDF and a clock that stands still."""

from datetime import datetime
from pathlib import Path

from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.security.credential_store import MemoryCredentialStore
from easycare_desktop.security.passwords import HOUSE_KDF, KdfParameters, KdfPolicy
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.offices import Offices, Setup
from easycare_desktop.system.clock import SEOUL, FixedClock
from easycare_desktop.system.paths import ProgramPaths

CHEAP = KdfParameters(memory=64, passes=1, lanes=1)
CHEAP_KDF = KdfPolicy(make=CHEAP, floor=CHEAP, ceiling=HOUSE_KDF.ceiling)
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=SEOUL)
CODE = "99999000001"
LOGIN = "park.officer"
PASSWORD = "officer-pass-phrase"
PROFILE = {
    "office_name": "시험방문요양센터",
    "facility_code": CODE,
    "head_name": "나대표",
    "officer_name": "박책임",
    "officer_phone": "02-000-0000",
    "address": "행복시 나눔구 봄길 1",
    "phone": "02-000-0001",
}


class Stores:
    """Hands out one memory store, as the composition root does for practice."""

    def __init__(self) -> None:
        self.memory = MemoryCredentialStore()

    def __call__(self, *, practice: bool) -> MemoryCredentialStore:
        del practice
        return self.memory


class OfficeHome:
    """Everything needed to make, close and reopen the office of a test."""

    def __init__(self, home: Path) -> None:
        self.clock = FixedClock(NOW)
        self.stores = Stores()
        self.paths = ProgramPaths(home)
        self.offices = Offices(self.paths, self.clock, self.stores, CHEAP_KDF)
        self.sheet = RecoveryCode.generate()

    def make(
        self,
        *,
        alone: bool = False,
        key_place: Path | None = None,
        kind: OfficeKind = OfficeKind.AGENCY,
    ) -> OpenOffice:
        """Make the office and leave it open as its officer."""
        return self.offices.create(
            Setup(
                kind=kind,
                alone=alone,
                practice=False,
                profile=PROFILE,
                login=LOGIN,
                name="박책임",
                password=PASSWORD,
                sheet=self.sheet,
                key_place=("USB", key_place) if key_place else None,
            )
        )

    def open(self, login: str = LOGIN, password: str = PASSWORD) -> OpenOffice:
        """Open the office again."""
        return self.offices.open(CODE, login, password)


def make_office(home: Path, *, alone: bool = False) -> OpenOffice:
    """Make an office under `home` and leave it open as its officer."""
    return OfficeHome(home).make(alone=alone)
