"""Pages of a finished PDF as pictures and text, for the preview and for tests. No Qt."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO
from threading import Lock
from typing import Any

from easycare_desktop.documents.depths import eight_bit
from easycare_desktop.documents.refusals import PictureUnreadableError

_POINTS_PER_INCH = 72
_lock = Lock()


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page: width and height in pixels, and rows of red, green, blue without padding."""

    width: int
    height: int
    pixels: bytes


def render_page(pdf: bytes, page: int, dpi: float) -> PageImage:
    """Return a page (counted from 0) as it will print. Raises `IndexError` when there is none."""
    with _opened(pdf) as document:
        if not 0 <= page < len(document):
            raise IndexError(page)
        sheet = document[page]
        bitmap = sheet.render(scale=dpi / _POINTS_PER_INCH, rev_byteorder=True)
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        raw = bytes(bitmap.buffer)
        row = width * bitmap.n_channels
        if stride != row:
            raw = b"".join(raw[top : top + row] for top in range(0, stride * height, stride))
        bitmap.close()
        sheet.close()
        return PageImage(width, height, raw)


def picture_size(content: bytes) -> tuple[int, int]:
    """Return width and height of a photo in pixels, turned as its camera says.

    Raises `PictureUnreadableError`.
    """
    with _picture(content) as picture:
        width, height = picture.size
        return int(width), int(height)


def render_picture(content: bytes, width: int) -> PageImage:
    """Return a photo as wide as `width` pixels. Raises `PictureUnreadableError`."""
    with _picture(content) as picture:
        height = max(1, round(picture.height * width / picture.width))
        sized = eight_bit(picture).convert("RGB").resize((width, height))
        return PageImage(width, height, sized.tobytes())


@contextmanager
def _picture(content: bytes) -> Iterator[Any]:
    pillow = import_module("PIL.Image")
    try:
        with pillow.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
            yield import_module("PIL.ImageOps").exif_transpose(picture)
    except (OSError, ValueError, SyntaxError, pillow.DecompressionBombError):
        raise PictureUnreadableError from None


def page_count(pdf: bytes) -> int:
    """Return how many pages the PDF has."""
    with _opened(pdf) as document:
        return len(document)


def page_size(pdf: bytes, page: int) -> tuple[float, float]:
    """Return width and height of a page in points."""
    with _opened(pdf) as document:
        width, height = document.get_page_size(page)
        return float(width), float(height)


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Return width and height of every page in points."""
    with _opened(pdf) as document:
        sizes = (document.get_page_size(page) for page in range(len(document)))
        return [(float(width), float(height)) for width, height in sizes]


def text_of(pdf: bytes) -> str:
    """Return the text of all pages, one page after the other."""
    return "\n".join(texts_of(pdf))


def texts_of(pdf: bytes) -> list[str]:
    """Return the text of each page."""
    with _opened(pdf) as document:
        pages = []
        for sheet in document:
            reader = sheet.get_textpage()
            pages.append(str(reader.get_text_bounded()).replace("\r\n", "\n"))
            reader.close()
            sheet.close()
        return pages


def sha256(pdf: bytes) -> str:
    """Return the SHA-256 of the bytes in hex."""
    return hashlib.sha256(pdf).hexdigest()


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    with _lock:
        pdfium = import_module("pypdfium2")
        try:
            document = pdfium.PdfDocument(pdf)
        except pdfium.PdfiumError:
            raise PictureUnreadableError from None
        try:
            yield document
        finally:
            document.close()
