"""What the first run leans on: its services, and a way to the printer."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.domain.date_words import DateWords
from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.services.first_run import PlaceWarning, RecoveryCode, Setup


class SheetMaking(Protocol):
    """Makes a recovery sheet that opens nothing yet, and draws it."""

    def new_sheet(self) -> RecoveryCode: ...

    def sheet_pdf(self, code: RecoveryCode, profile: Mapping[str, str], purpose: str) -> bytes: ...


class Founding(SheetMaking, Protocol):
    """As `FirstRun`: nothing is written before `create`."""

    @property
    def store_name(self) -> str: ...

    @property
    def words(self) -> DateWords: ...

    def today(self) -> date: ...

    def catalogue(self, kind: OfficeKind) -> Catalogue: ...

    def check_password(self, password: str, own_words: Iterable[str]) -> None: ...

    def place_warnings(self, folder: Path) -> Sequence[PlaceWarning]: ...

    def create(self, setup: Setup) -> object: ...
