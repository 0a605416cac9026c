"""The files somebody checks with: what each of them is, by content, and the check over them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from easycare_desktop.documents.person_copy import PersonSaid

if TYPE_CHECKING:
    from easycare_desktop.services.verification import Verification

__all__ = ["LEDGER_BEGINS", "FileRole", "HandedIn", "PersonSaid", "check", "role_of"]
LEDGER_BEGINS = b'{"format":'
_CERTIFICATE_BEGINS = (b"-----BEGIN CERTIFICATE", b"\x30\x82")
_LOOK = 64
_STEPS = 3


class FileRole(Enum):
    """What a file is in the check."""

    PAPER = "paper"
    CERTIFICATE = "certificate"
    LEDGER = "ledger"


@dataclass(frozen=True, slots=True)
class HandedIn:
    """The files of one check. `known`: certificates (DER) of an open office, the newest first."""

    paper: Path | None = None
    certificate: Path | None = None
    ledger: Path | None = None
    known: tuple[bytes, ...] = ()
    person: PersonSaid | None = field(default=None, repr=False)


def role_of(path: Path) -> FileRole:
    """Tell what a file is by how it begins. Raises `EvidenceUnreadableError`."""
    try:
        with path.open("rb") as file:
            begin = file.read(_LOOK).lstrip()
    except OSError as error:
        from easycare_desktop.services.evidence import (
            EvidenceUnreadableError,
        )

        raise EvidenceUnreadableError from error
    if begin.startswith(LEDGER_BEGINS):
        return FileRole.LEDGER
    if begin.startswith(_CERTIFICATE_BEGINS):
        return FileRole.CERTIFICATE
    return FileRole.PAPER


def check(
    handed: HandedIn, tell: Callable[[int, int], None] = lambda _done, _total: None
) -> "Verification":
    """Check what was handed in; a ledger alone is a check too. What it needs is loaded here.

    `tell(done, total)` hears how far it is.
    Raises `EvidenceUnreadableError`, `EvidenceTooLargeError`, `CertificateUnreadableError`.
    """
    tell(0, _STEPS)
    from easycare_desktop.security.signing import certificates_from_file
    from easycare_desktop.services.evidence import LARGEST
    from easycare_desktop.services.verification import Question, verify

    tell(1, _STEPS)
    certificates = handed.known
    if handed.certificate is not None:
        certificates = certificates_from_file(_read(handed.certificate, LARGEST))
    ledger = _read(handed.ledger, 10 * LARGEST) if handed.ledger else b""
    paper = _read(handed.paper, LARGEST) if handed.paper else ledger
    question = Question(
        paper=paper,
        certificates=certificates,
        ledger=ledger.decode("utf-8", errors="replace") if handed.paper else "",
        person=handed.person,
    )
    tell(2, _STEPS)
    return verify(question)


def _read(path: Path, limit: int) -> bytes:
    from easycare_desktop.services.evidence import (
        EvidenceTooLargeError,
        EvidenceUnreadableError,
    )

    try:
        if path.stat().st_size > limit:
            raise EvidenceTooLargeError(limit)
        return path.read_bytes()
    except OSError as error:
        raise EvidenceUnreadableError from error
