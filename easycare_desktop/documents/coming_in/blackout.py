"""Black boxes over pixels: what lay below is gone. A PDF becomes pictures of its pages."""

import io
from collections.abc import Sequence
from math import ceil, floor
from typing import TYPE_CHECKING

from easycare_desktop.documents.coming_in.pictures import decoded, pressed
from easycare_desktop.documents.depths import eight_bit
from easycare_desktop.documents.preview import page_count, page_size, render_page
from easycare_desktop.documents.returned.assembling import joined
from easycare_desktop.domain.blackout import Box, Boxes

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 200
_POINTS = 72
_MOST_PIXELS = 30_000_000
_QUALITY = 85
_BLACK: dict[str, float | tuple[int, ...]] = {
    "1": 0,
    "L": 0,
    "LA": (0, 255),
    "RGB": (0, 0, 0),
    "RGBA": (0, 0, 0, 255),
}


def black_out_picture(content: bytes, boxes: Sequence[Box]) -> bytes:
    """Return a picture of the same kind with the boxes black. Raises what `decoded` raises."""
    picture = decoded(content)
    return pressed(_blackened(picture, boxes), content)


def black_out_pdf(content: bytes, boxes: Boxes) -> bytes:
    """Return the PDF as pictures of its pages, with the boxes of each page (from 0) black.

    No text, drawing or layer of the pages is left, so nothing lies below a box.
    """
    return joined(
        _picture_page(content, number, boxes.get(number, ()))
        for number in range(page_count(content))
    )


def _picture_page(content: bytes, number: int, boxes: Sequence[Box]) -> bytes:
    from PIL import Image

    width, height = page_size(content, number)
    dpi = min(DPI, (_MOST_PIXELS / max(width * height, 1)) ** 0.5 * _POINTS)
    page = render_page(content, number, dpi)
    picture = Image.frombytes("RGB", (page.width, page.height), page.pixels)
    out = io.BytesIO()
    _blackened(picture, boxes).save(out, "PDF", resolution=dpi, quality=_QUALITY)
    return out.getvalue()


def _blackened(picture: "Image", boxes: Sequence[Box]) -> "Image":
    from PIL import ImageDraw

    picture = eight_bit(picture)
    plain = picture if picture.mode in _BLACK else picture.convert("RGB")
    pen = ImageDraw.Draw(plain)
    width, height = plain.size
    for box in boxes:
        left, top = floor(box.left * width), floor(box.top * height)
        right, low = ceil(box.right * width), ceil(box.bottom * height)
        pen.rectangle((left, top, right, low), fill=_BLACK[plain.mode])
    return plain
