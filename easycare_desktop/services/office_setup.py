"""What making an office needs to be told, and where its device key is kept."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.security.credential_store import CredentialStore
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.storage.keys.refusals import KeysMissingError

ID_FILE = "office.json"


class StoreChoice(Protocol):
    """Tells which credential store an office uses; none means passphrase alone."""

    def __call__(self, *, practice: bool) -> CredentialStore | None:
        """Return the store for a practice office or a real one."""
        ...


@dataclass(frozen=True, slots=True)
class Setup:
    """Everything the first-run wizard asks. `folder` empty: the usual place."""

    kind: OfficeKind
    alone: bool
    practice: bool
    profile: Mapping[str, str] = field(repr=False)
    login: str = field(repr=False)
    name: str = field(repr=False)
    password: str = field(repr=False)
    sheet: RecoveryCode = field(repr=False)
    folder: Path | None = None
    key_place: tuple[str, Path] | None = None


def office_id_of(folder: Path) -> str:
    """Return the number of the office whose folder it is; raises `KeysMissingError`."""
    try:
        return str(json.loads((folder / ID_FILE).read_bytes())["id"])
    except (OSError, ValueError, KeyError):
        raise KeysMissingError from None
