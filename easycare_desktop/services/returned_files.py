"""Files that come in: scans and photos, judged by their content; read whole, written nowhere."""

from functools import partial
from pathlib import Path

from easycare_desktop.documents.coming_in.tiffs import TIFF
from easycare_desktop.services.evidence import ScanKindError, check_not_of_phone, read_within

LARGEST = 200 * 1024 * 1024
SUFFIXES = frozenset({".pdf", ".tif", ".tiff", ".jpg", ".jpeg", ".png"})
_MAGIC = (b"%PDF-", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", *TIFF)


def read_coming(path: Path, largest: int = LARGEST) -> bytes:
    """Return the content of a file; what is too large or no scan is left after its first bytes.

    `largest`: for what stays as it is. The pages of a TIFF get smaller: it may have `LARGEST`.
    Raises `EvidenceTooLargeError`, `ScanKindError`, `PhonePhotoError`, `EvidenceUnreadableError`.
    """
    return read_within(path, partial(_limit, largest))


def _limit(largest: int, begin: bytes) -> int:
    check_not_of_phone(begin)
    if not begin.startswith(_MAGIC):
        raise ScanKindError
    return LARGEST if begin.startswith(TIFF) else largest
