"""TIFFs of scanners and faxes, with one page or many: a PDF with the same pages."""

from easycare_desktop.documents.returned.assembling import joined, picture_pdf
from easycare_desktop.documents.returned.pages import PdfPage, pages_in

TIFF = (b"II*\x00", b"MM\x00*")


def pdf_of_tiff(content: bytes) -> bytes:
    """Return the pages of a TIFF as a PDF. Raises `PictureUnreadableError`."""
    pages = (page.kept for page in pages_in(content))
    return joined(picture_pdf(each) for each in pages if not isinstance(each, PdfPage))
