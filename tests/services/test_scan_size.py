"""Files that are too large: told by their first bytes and their size, never read."""

import tracemalloc
from pathlib import Path

import pytest

from easycare_desktop.documents.refusals import PictureUnreadableError
from easycare_desktop.services.evidence import (
    LARGEST,
    EvidenceTooLargeError,
    PhonePhotoError,
    ScanKindError,
    read_evidence_file,
)
from easycare_desktop.services.returned_files import LARGEST as LARGEST_RETURNED
from easycare_desktop.services.returned_files import read_coming
from easycare_desktop.services.scan_files import read_scan_file

_PDF, _PNG, _JPEG = b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0"
_TIFF, _PHONE = b"II*\x00", b"\x00\x00\x00\x18ftypheic"


def large(folder: Path, begin: bytes, size: int) -> Path:
    """Write a file that has this size and takes no room."""
    path = folder / "scan"
    with path.open("wb") as file:
        file.write(begin)
        file.truncate(size)
    return path


@pytest.mark.parametrize("begin", [_PDF, _PNG, _JPEG])
def test_what_is_too_large_is_not_read(tmp_path: Path, begin: bytes):
    path = large(tmp_path, begin, LARGEST + 1)
    for read in (read_scan_file, read_evidence_file):
        tracemalloc.start()
        with pytest.raises(EvidenceTooLargeError) as refused:
            read(path)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert refused.value.limit == LARGEST
        assert peak < LARGEST // 10


def test_the_limit_itself_is_taken(tmp_path: Path):
    path = large(tmp_path, _PDF, LARGEST)
    assert len(read_scan_file(path).content) == LARGEST


def test_a_tiff_gets_smaller_and_may_be_larger(tmp_path: Path):
    with pytest.raises(PictureUnreadableError):
        read_scan_file(large(tmp_path, _TIFF, LARGEST + 1))
    with pytest.raises(EvidenceTooLargeError) as refused:
        read_scan_file(large(tmp_path, _TIFF, LARGEST_RETURNED + 1))
    assert refused.value.limit == LARGEST_RETURNED


def test_a_bundle_of_returned_forms_may_be_larger(tmp_path: Path):
    assert len(read_coming(large(tmp_path, _PDF, LARGEST + 1))) == LARGEST + 1


@pytest.mark.parametrize(("begin", "refusal"), [(_PHONE, PhonePhotoError), (b"MZ", ScanKindError)])
def test_what_is_no_scan_is_told_before_its_size(
    tmp_path: Path, begin: bytes, refusal: type[Exception]
):
    with pytest.raises(refusal):
        read_scan_file(large(tmp_path, begin, LARGEST_RETURNED + 1))
