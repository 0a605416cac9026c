"""Everything the first-run wizard leans on while there is no office yet."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Self

from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.domain.date_words import DateWords
from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.security.password_rule import check_password
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.offices import Offices, Setup
from easycare_desktop.services.place_warnings import PlaceWarning, key_warnings
from easycare_desktop.services.sheet_paper import draw_sheet
from easycare_desktop.system.catalogue_files import load_catalogue
from easycare_desktop.system.clock import Clock
from easycare_desktop.system.paths import ProgramPaths
from easycare_desktop.system.resources import resource
from easycare_desktop.system.rule_files import load_date_words

log = logging.getLogger(__name__)

__all__ = ["FirstRun", "PlaceWarning", "RecoveryCode", "Setup"]
_FIRST = 1


class FirstRun:
    """Nothing is written before `create`."""

    def __init__(self, offices: Offices, paths: ProgramPaths, clock: Clock) -> None:
        self._offices, self._paths, self._clock = offices, paths, clock
        self._catalogues: dict[OfficeKind, Catalogue] = {}

    def load(self) -> Self:
        """Read what the windows need, and ask the machine for its store: slow, so done beside."""
        self._catalogues = {
            kind: load_catalogue(resource("catalogue"), kind) for kind in OfficeKind
        }
        log.info("first run, store for credentials: %s", "yes" if self.store_name else "none")
        return self

    @cached_property
    def store_name(self) -> str:
        """Name of the credential store; empty where the machine has none."""
        return self._offices.store_name

    @cached_property
    def words(self) -> DateWords:
        """The words that may be typed for a date."""
        return load_date_words(resource("rules"))

    def today(self) -> date:
        """Return today in Seoul."""
        return self._clock.today()

    def catalogue(self, kind: OfficeKind) -> Catalogue:
        """Return what an office of this kind may store."""
        return self._catalogues.get(kind) or load_catalogue(resource("catalogue"), kind)

    def check_password(self, password: str, own_words: Iterable[str]) -> None:
        """Accept a new password; raises the refusals of the password rule."""
        check_password(password, own_words)

    def new_sheet(self) -> RecoveryCode:
        """Return the code of a recovery sheet that opens nothing yet."""
        return RecoveryCode.generate()

    def sheet_pdf(self, code: RecoveryCode, profile: Mapping[str, str], purpose: str) -> bytes:
        """Return the paper of the first sheet; it is kept nowhere."""
        return draw_sheet(code, profile, _FIRST, purpose, self._clock.now())

    def place_warnings(self, folder: Path) -> Sequence[PlaceWarning]:
        """Return what speaks against a folder as a key place."""
        home = next((each for each in _up(self._paths.offices) if each.is_dir()), folder)
        return key_warnings(folder, home)

    def create(self, setup: Setup) -> OpenOffice:
        """Make the office and open it; raises as `Offices.create`."""
        return self._offices.create(setup)


def _up(folder: Path) -> Iterable[Path]:
    return (folder, *folder.parents)
