"""Where the program keeps its things on this PC."""

import os
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

PROGRAM = "EasyCareDesktop"
HOME_VARIABLE = "EASYCARE_HOME"
_PLAIN_CODE = re.compile(r"[0-9A-Za-z-]{1,32}")


@dataclass(frozen=True, slots=True)
class ProgramPaths:
    """The folders under `home`, in the local (never roaming) data of the Windows user."""

    home: Path

    @classmethod
    def of_this_user(cls, environment: Mapping[str, str]) -> "ProgramPaths":
        """Return the paths of this user, or those under EASYCARE_HOME for a tour or a test."""
        elsewhere = environment.get(HOME_VARIABLE, "")
        if elsewhere:
            return cls(Path(elsewhere).expanduser().absolute())
        return cls(platformdirs.user_data_path(PROGRAM, appauthor=False, roaming=False))

    @property
    def registry(self) -> Path:
        """The list of the offices known on this PC."""
        return self.home / "offices.json"

    @property
    def offices(self) -> Path:
        """The folder of real offices."""
        return self.home / "offices"

    @property
    def practice_offices(self) -> Path:
        """The folder of practice offices, apart from the real ones."""
        return self.home / "practice"

    @property
    def settings(self) -> Path:
        """The settings of this Windows user."""
        return self.home / "settings.json"

    @property
    def logs(self) -> Path:
        """The folder of the program's own log."""
        return self.home / "logs"

    @property
    def running(self) -> Path:
        """The folder by which a second start finds the running program."""
        return self.home / "running"

    @property
    def temporary(self) -> Path:
        """Where this user's programs put temporary files; another home has a folder of its own."""
        own = platformdirs.user_data_path(PROGRAM, appauthor=False, roaming=False)
        return Path(tempfile.gettempdir()) if self.home == own else self.home / "temporary"

    def new_office(self, code: str, *, practice: bool) -> Path:
        """Return a folder that does not exist yet for the office with `code`; makes nothing."""
        root = self.practice_offices if practice else self.offices
        name = f"office-{code}" if _PLAIN_CODE.fullmatch(code) else _random_name()
        while (root / name).exists():
            name = _random_name()
        return root / name


def _random_name() -> str:
    return f"office-{os.urandom(6).hex()}"
