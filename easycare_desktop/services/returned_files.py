"""Files that come in: scans and photos, judged by their content; read whole, written nowhere."""

from pathlib import Path

from easycare_desktop.documents.coming_in.tiffs import TIFF
from easycare_desktop.services.evidence import (
    EvidenceTooLargeError,
    EvidenceUnreadableError,
    ScanKindError,
    check_not_of_phone,
)

LARGEST = 200 * 1024 * 1024
SUFFIXES = frozenset({".pdf", ".tif", ".tiff", ".jpg", ".jpeg", ".png"})
_MAGIC = (b"%PDF-", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", *TIFF)


def read_coming(path: Path) -> bytes:
    """Return the content of a file; one that is too large is not even read.

    Raises `EvidenceTooLargeError`, `ScanKindError`, `PhonePhotoError`, `EvidenceUnreadableError`.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise EvidenceTooLargeError(LARGEST)
        content = path.read_bytes()
    except OSError as error:
        raise EvidenceUnreadableError from error
    check_not_of_phone(content)
    if not content.startswith(_MAGIC):
        raise ScanKindError
    return content
