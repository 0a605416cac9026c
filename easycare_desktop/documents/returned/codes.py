"""Finds the codes of forms on a page: turned, blurred, faint, small. Only what decodes counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from easycare_desktop.documents.returned.plane import Point
from easycare_desktop.domain.return_codes import (
    ReturnCode,
    is_of_other_edition,
    parse_return_code,
)

if TYPE_CHECKING:
    from PIL.Image import Image

_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class FoundCode:
    """A code and its corners on the picture, from its own upper left one to the right around.

    `code` is empty where it is one of another edition of this program.
    """

    code: ReturnCode | None
    corners: tuple[Point, Point, Point, Point]


def find_codes(grey: "Image") -> list[FoundCode]:
    """Return the codes of forms on a page; a page that shows fewer than two is looked at again."""
    found: dict[str, FoundCode] = {}
    for picture, scale, shift in _ways(grey):
        for text, corners in _read(picture):
            code = parse_return_code(text)
            if code is None and not is_of_other_edition(text):
                continue
            found.setdefault(text, FoundCode(code, _back(corners, scale, shift)))
        if len(found) >= _ENOUGH:
            break
    return list(found.values())


def _ways(grey: "Image") -> Iterator[tuple["Image", float, Point]]:
    """Yield the page as it is, then clearer versions of it: picture, its scale, its corner."""
    from PIL import Image, ImageFilter, ImageOps

    yield grey, 1.0, (0, 0)
    yield grey.filter(ImageFilter.GaussianBlur(1.0)), 1.0, (0, 0)
    clear = ImageOps.autocontrast(grey.filter(ImageFilter.MedianFilter(3)), cutoff=2)
    yield clear, 1.0, (0, 0)
    wide, high = grey.size
    band = max(wide, high) // 4
    for area in (
        (0, 0, wide, band),
        (0, high - band, wide, high),
        (0, 0, band, high),
        (wide - band, 0, wide, high),
    ):
        part = grey.crop(area)
        larger = part.resize((part.width * 2, part.height * 2), Image.Resampling.BICUBIC)
        yield larger, 2.0, (area[0], area[1])
        yield larger.filter(ImageFilter.GaussianBlur(1.6)), 2.0, (area[0], area[1])


def _read(picture: "Image") -> Iterator[tuple[str, list[Point]]]:
    library: Any = import_module("zxingcpp")
    for each in library.read_barcodes(picture, formats=library.QRCode, try_invert=False):
        at = each.position
        corners = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
        yield str(each.text), [(float(corner.x), float(corner.y)) for corner in corners]


def _back(corners: list[Point], scale: float, shift: Point) -> tuple[Point, Point, Point, Point]:
    one, two, three, four = [(x / scale + shift[0], y / scale + shift[1]) for x, y in corners]
    return one, two, three, four
