"""Reads QR codes off pages and pictures, also off crooked scans and photographs. No Qt."""

import io
import warnings
from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from easycare_desktop.documents.depths import eight_bit
from easycare_desktop.documents.preview import page_count, render_page
from easycare_desktop.documents.refusals import PictureUnreadableError

if TYPE_CHECKING:
    from PIL.Image import Image

_DPI = 200
_MOST_PAGES = 6
_MOST_PIXELS = 120_000_000
_SMALL = 2_400


def codes_in_pdf(pdf: bytes) -> Iterator[str]:
    """Yield the texts of the codes on the first pages. Raises `PictureUnreadableError`."""
    from PIL import Image  # noqa: PLC0415 - only when a paper is checked

    try:
        pages = page_count(pdf)
    except Exception:  # noqa: BLE001 - the library has many errors for broken files
        raise PictureUnreadableError from None
    for number in range(min(pages, _MOST_PAGES)):
        page = render_page(pdf, number, _DPI)
        picture = Image.frombytes("RGB", (page.width, page.height), page.pixels)
        yield from _codes(picture.convert("L"))


def codes_in_picture(content: bytes) -> Iterator[str]:
    """Yield the texts of the codes in a PNG or JPEG. Raises `PictureUnreadableError`."""
    try:
        picture = _opened(content)
    except Exception:  # noqa: BLE001 - the library has many errors for broken files
        raise PictureUnreadableError from None
    yield from _codes(picture)


def _opened(content: bytes) -> "Image":
    from PIL import Image, ImageOps  # noqa: PLC0415 - only when a paper is checked

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        opened = Image.open(io.BytesIO(content), formats=("PNG", "JPEG"))
    if opened.width * opened.height > _MOST_PIXELS:
        raise PictureUnreadableError
    return eight_bit(ImageOps.exif_transpose(opened)).convert("L")


def _codes(picture: "Image") -> list[str]:
    """Return what the first way of looking finds that finds anything."""
    for each in _ways(picture):
        if found := _read(each):
            return found
    return []


def _ways(picture: "Image") -> Iterator["Image"]:
    from PIL import Image, ImageFilter, ImageOps  # noqa: PLC0415 - only for a paper

    yield picture
    small = max(picture.size) <= _SMALL
    larger = picture.resize((picture.width * 2, picture.height * 2), Image.Resampling.BICUBIC)
    if small:
        yield larger
    yield picture.filter(ImageFilter.GaussianBlur(1.2))
    yield ImageOps.autocontrast(picture.filter(ImageFilter.MedianFilter(3)), cutoff=2)
    wide, high = picture.size
    for left, top in ((wide // 2, 0), (0, 0), (wide // 2, high // 2), (0, high // 2)):
        part = picture.crop((left, top, left + wide // 2, top + high // 2))
        yield part.resize((part.width * 2, part.height * 2), Image.Resampling.BICUBIC).filter(
            ImageFilter.GaussianBlur(1)
        )


def _read(picture: "Image") -> list[str]:
    library: Any = import_module("zxingcpp")
    found = library.read_barcodes(picture, formats=library.QRCode)
    return [str(each.text) for each in found]
