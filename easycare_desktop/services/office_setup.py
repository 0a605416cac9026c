"""What making an office needs to be told, and where its device key is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from easycare_desktop.domain.catalogue import OfficeKind
from easycare_desktop.security.credential_store import CredentialStore
from easycare_desktop.security.recovery_sheet import RecoveryCode


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
