"""Scans and photos as evidence: size and kind are judged by content, not by name."""

from dataclasses import dataclass
from pathlib import Path

from easycare_desktop.domain.refusals import Refusal

LARGEST = 20 * 1024 * 1024
_MAGIC = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file's bytes and its media type."""

    content: bytes
    media: str


class EvidenceTooLargeError(Refusal):
    """The file is larger than what is taken in. `limit` in bytes."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class EvidenceKindError(Refusal):
    """The content is not a PDF, PNG or JPEG, whatever its name says."""


class ScanKindError(Refusal):
    """The content is not a PDF, TIFF, PNG or JPEG, whatever its name says."""


class EvidenceUnreadableError(Refusal):
    """The file cannot be read: it is gone, open elsewhere or on a stick that was pulled."""


def read_evidence(content: bytes) -> Evidence:
    """Return the evidence with the media type its content shows.

    Raises `EvidenceTooLargeError`, `EvidenceKindError`.
    """
    if len(content) > LARGEST:
        raise EvidenceTooLargeError(LARGEST)
    for magic, media in _MAGIC:
        if content.startswith(magic):
            return Evidence(content, media)
    raise EvidenceKindError


def read_evidence_file(path: Path) -> Evidence:
    """Return a file's evidence; a file that is too large is not even read.

    Raises what `read_evidence` raises, and `EvidenceUnreadableError`.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise EvidenceTooLargeError(LARGEST)
        content = path.read_bytes()
    except OSError as error:
        raise EvidenceUnreadableError from error
    return read_evidence(content)


def check_evidence(evidence: Evidence) -> None:
    """Raise unless size and content fit the media type."""
    if read_evidence(evidence.content).media != evidence.media:
        raise EvidenceKindError
