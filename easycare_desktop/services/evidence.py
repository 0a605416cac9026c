"""Scans and photos as evidence: judged by content, not by name, and freed of what they tell."""

from collections.abc import Callable
from dataclasses import dataclass
from os import fstat
from pathlib import Path

from easycare_desktop.documents.coming_in.blackout import black_out_pdf, black_out_picture
from easycare_desktop.documents.coming_in.pdfs import clean_pdf
from easycare_desktop.documents.coming_in.pictures import clean_picture
from easycare_desktop.domain.blackout import Boxes
from easycare_desktop.domain.refusals import Refusal

PDF = "application/pdf"
LARGEST = 20 * 1024 * 1024
_BEGIN = 16
_MAGIC = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)
_OF_PHONES = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})


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


class PhonePhotoError(Refusal):
    """The content is a photo as phones keep it for themselves (HEIC), whatever its name says."""


class ScanKindError(Refusal):
    """The content is not a PDF, TIFF, PNG or JPEG, whatever its name says."""


class EvidenceUnreadableError(Refusal):
    """The file cannot be read: it is gone, open elsewhere or on a stick that was pulled."""


def read_evidence(content: bytes) -> Evidence:
    """Return the evidence with the media type its content shows.

    Raises `EvidenceTooLargeError`, `EvidenceKindError`, `PhonePhotoError`.
    """
    if len(content) > LARGEST:
        raise EvidenceTooLargeError(LARGEST)
    check_not_of_phone(content)
    for magic, media in _MAGIC:
        if content.startswith(magic):
            return Evidence(content, media)
    raise EvidenceKindError


def check_not_of_phone(content: bytes) -> None:
    """Raise `PhonePhotoError` where a content is a HEIC photo: nothing here opens it."""
    if content[4:8] == b"ftyp" and content[8:12] in _OF_PHONES:
        raise PhonePhotoError


def read_evidence_file(path: Path) -> Evidence:
    """Return a file's evidence; a file that is too large is not even read.

    Raises what `read_evidence` raises, and `EvidenceUnreadableError`.
    """
    return read_evidence(read_within(path, _limit))


def read_within(path: Path, limit_of: Callable[[bytes], int]) -> bytes:
    """Return the content of a file; of one that is too large no more than its first bytes is read.

    `limit_of` those bytes: how many there may be; it may refuse them.
    Raises `EvidenceTooLargeError`, `EvidenceUnreadableError`, and what `limit_of` raises.
    """
    try:
        with path.open("rb") as file:
            begin = file.read(_BEGIN)
            limit = limit_of(begin)
            if fstat(file.fileno()).st_size > limit:
                raise EvidenceTooLargeError(limit)
            return begin + file.read()
    except OSError as error:
        raise EvidenceUnreadableError from error


def _limit(begin: bytes) -> int:
    check_not_of_phone(begin)
    return LARGEST


def cleaned(evidence: Evidence) -> Evidence:
    """Return the evidence as it is sealed: the same pages and pixels, and nothing beside them.

    Place, time and owner that a camera adds are gone; so is what hides behind the end of the file.
    What is clean already stays as it is. Raises `EvidenceTooLargeError`, `EvidenceKindError`,
    `PictureUnreadableError`, `PictureTooLargeError`, `PdfLockedError`, `PdfActiveError`,
    `PdfTooLargeError`.
    """
    if read_evidence(evidence.content).media != evidence.media:
        raise EvidenceKindError
    clean = clean_pdf if evidence.media == PDF else clean_picture
    return Evidence(clean(evidence.content), evidence.media)


def blacked_out(evidence: Evidence, boxes: Boxes) -> Evidence:
    """Return the evidence with the boxes black and nothing below them. Raises as `cleaned` does."""
    if not any(boxes.values()):
        return evidence
    if evidence.media == PDF:
        return Evidence(black_out_pdf(evidence.content, boxes), PDF)
    return Evidence(black_out_picture(evidence.content, boxes.get(0, ())), evidence.media)
