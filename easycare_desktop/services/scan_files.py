"""A scan as it comes from a scanner or a phone: a TIFF becomes a PDF of its pages."""

from pathlib import Path

from easycare_desktop.documents.coming_in.tiffs import TIFF, pdf_of_tiff
from easycare_desktop.services.evidence import LARGEST, Evidence, read_evidence
from easycare_desktop.services.returned_files import read_coming


def read_scan_file(path: Path) -> Evidence:
    """Return a file's evidence; what is too large is not even read. A TIFF becomes a PDF.

    Raises `EvidenceTooLargeError`, `ScanKindError`, `PhonePhotoError`, `EvidenceUnreadableError`,
    `PictureUnreadableError`.
    """
    content = read_coming(path, LARGEST)
    return read_evidence(pdf_of_tiff(content) if content.startswith(TIFF) else content)
