"""The files somebody checks with: what each of them is, by content, and the check over them."""

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from easycare_desktop.documents.person_copy import PersonSaid
from easycare_desktop.security.signing import certificates_from_file
from easycare_desktop.services.evidence import (
    LARGEST,
    EvidenceTooLargeError,
    EvidenceUnreadableError,
)
from easycare_desktop.services.verification import (
    LEDGER_BEGINS,
    Question,
    Verdict,
    Verification,
    verify,
)

__all__ = ["FileRole", "HandedIn", "PersonSaid", "Verdict", "Verification", "check", "role_of"]
_LARGEST_LEDGER = 10 * LARGEST
_CERTIFICATE_BEGINS = (b"-----BEGIN CERTIFICATE", b"\x30\x82")
_LOOK = 64


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
        raise EvidenceUnreadableError from error
    if begin.startswith(LEDGER_BEGINS):
        return FileRole.LEDGER
    if begin.startswith(_CERTIFICATE_BEGINS):
        return FileRole.CERTIFICATE
    return FileRole.PAPER


def check(handed: HandedIn) -> Verification:
    """Check what was handed in; a ledger alone is a check too.

    Raises `EvidenceUnreadableError`, `EvidenceTooLargeError`, `CertificateUnreadableError`.
    """
    certificates = handed.known
    if handed.certificate is not None:
        certificates = certificates_from_file(_read(handed.certificate, LARGEST))
    ledger = _read(handed.ledger, _LARGEST_LEDGER) if handed.ledger else b""
    paper = _read(handed.paper, LARGEST) if handed.paper else ledger
    return verify(
        Question(
            paper=paper,
            certificates=certificates,
            ledger=ledger.decode("utf-8", errors="replace") if handed.paper else "",
            person=handed.person,
        )
    )


def _read(path: Path, limit: int) -> bytes:
    try:
        if path.stat().st_size > limit:
            raise EvidenceTooLargeError(limit)
        return path.read_bytes()
    except OSError as error:
        raise EvidenceUnreadableError from error
