"""The pages of a file that came in: PDF, TIFF, JPEG or PNG, each page as a grey picture."""

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from easycare_desktop.documents.depths import eight_bit
from easycare_desktop.documents.preview import page_count, page_size, render_page
from easycare_desktop.documents.refusals import PictureUnreadableError

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 200
_POINTS = 72
_MOST_PIXELS = 60_000_000
_MOST_PAGES = 500
_PICTURES = ("PNG", "JPEG", "TIFF")
_LONGEST = 3_600
_UNEQUAL = 1.2


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page of a PDF, to be kept as it is. `index` counts from 0."""

    pdf: bytes = field(repr=False)
    index: int


@dataclass(frozen=True, slots=True)
class InPage:
    """A page as it came in. `grey` is what is read; `kept` is what is stored of it."""

    grey: "Image"
    kept: "PdfPage | Image"


def pages_in(content: bytes) -> Iterator[InPage]:
    """Yield the pages of a file. Raises `PictureUnreadableError`."""
    try:
        yield from _of_pdf(content) if content.startswith(b"%PDF-") else _of_picture(content)
    except PictureUnreadableError:
        raise
    except Exception:  # noqa: BLE001 - the libraries have many errors for broken files
        raise PictureUnreadableError from None


def count_pages(content: bytes) -> int:
    """Return how many pages a file has. Raises `PictureUnreadableError`."""
    if content.startswith(b"%PDF-"):
        return page_count(content)
    try:
        return int(getattr(_opened(content), "n_frames", 1))
    except Exception:  # noqa: BLE001 - the library has many errors for broken files
        raise PictureUnreadableError from None


def _of_pdf(content: bytes) -> Iterator[InPage]:
    from PIL import Image

    for index in range(min(page_count(content), _MOST_PAGES)):
        width, height = page_size(content, index)
        fitting = (_MOST_PIXELS / max(width * height, 1)) ** 0.5 * _POINTS
        page = render_page(content, index, min(DPI, fitting))
        picture = Image.frombytes("RGB", (page.width, page.height), page.pixels)
        yield InPage(picture.convert("L"), PdfPage(content, index))


def _of_picture(content: bytes) -> Iterator[InPage]:
    from PIL import ImageOps, ImageSequence

    opened = _opened(content)
    for number, frame in enumerate(ImageSequence.Iterator(opened)):
        if number >= _MOST_PAGES:
            return
        _check_size(frame)
        upright = _fitting(_square_dots(eight_bit(ImageOps.exif_transpose(frame))))
        yield InPage(upright.convert("L"), upright)


def _opened(content: bytes) -> "Image":
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        opened = Image.open(io.BytesIO(content), formats=_PICTURES)
    _check_size(opened)
    return opened


def _check_size(picture: "Image") -> None:
    if picture.width * picture.height > _MOST_PIXELS:
        raise PictureUnreadableError


def _square_dots(picture: "Image") -> "Image":
    """Return a fax, whose lines lie twice as far apart as its dots, with square dots."""
    dots = picture.info.get("dpi", (0, 0))
    across, down = float(dots[0] or 0), float(dots[1] or 0)
    if not across or not down or 1 / _UNEQUAL <= across / down <= _UNEQUAL:
        return picture
    finer = max(across, down)
    size = (round(picture.width * finer / across), round(picture.height * finer / down))
    return picture.convert("L").resize(size)


def _fitting(picture: "Image") -> "Image":
    """Return a photo in a size that is enough to read, without what its camera adds to it."""
    from PIL import Image

    mode = picture.mode if picture.mode in {"1", "L"} else "RGB"
    plain = picture.convert(mode)
    plain.info = {}
    if max(plain.size) <= _LONGEST:
        return plain
    share = _LONGEST / max(plain.size)
    size = (round(plain.width * share), round(plain.height * share))
    plain = plain.convert("L") if mode == "1" else plain
    return plain.resize(size, Image.Resampling.BOX, reducing_gap=2.0)
