"""The seal (직인) of an office: a scan on white becomes ink on nothing, cut to its edge."""

import io
import warnings
from typing import TYPE_CHECKING

from easycare_desktop.documents.refusals import PictureUnreadableError
from easycare_desktop.domain.refusals import Refusal

if TYPE_CHECKING:
    from PIL.Image import Image

_LEAST, _MOST = 80, 8_000
_LARGEST = 600
_PAPER, _INK = 225, 120
_FAINT = 40
_MARGIN = 4
_LEAST_INK = 0.01


class SealTooSmallError(Refusal):
    """The picture, or the seal on it, has too few dots to print well."""


class SealNotFoundError(Refusal):
    """There is nothing but paper on the picture, or no paper at all around the seal."""


def clean_seal(content: bytes) -> bytes:
    """Return the seal of a scan or photo as a PNG with alpha: white paper is clear, ink stays.

    What the camera adds to a picture is dropped. Equal pictures give equal bytes. Raises
    `PictureUnreadableError`, `SealTooSmallError`, `SealNotFoundError`.
    """
    from PIL import Image  # noqa: PLC0415 - only when a seal is chosen

    picture = _opened(content)
    if min(picture.size) < _LEAST:
        raise SealTooSmallError
    picture.thumbnail((2 * _LARGEST, 2 * _LARGEST))
    alpha = _ink(picture)
    box = alpha.point(lambda depth: 255 if depth > _FAINT else 0).getbbox()
    if box is None:
        raise SealNotFoundError
    left, top, right, low = box
    if min(right - left, low - top) < _LEAST // 2:
        raise SealTooSmallError
    share = sum(alpha.crop(box).resize((64, 64)).tobytes()) / (255 * 64 * 64)
    if not _LEAST_INK < share < 1 - _LEAST_INK:
        raise SealNotFoundError
    edges = (left - _MARGIN, top - _MARGIN, right + _MARGIN, low + _MARGIN)
    colour, alpha = picture.convert("RGB").crop(edges), alpha.crop(edges)
    seal = Image.merge("RGBA", (*colour.split(), alpha))
    seal.thumbnail((_LARGEST, _LARGEST))
    out = io.BytesIO()
    seal.save(out, "PNG", optimize=True)
    return out.getvalue()


def _opened(content: bytes) -> "Image":
    from PIL import Image, ImageOps  # noqa: PLC0415 - only when a seal is chosen

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            opened = Image.open(io.BytesIO(content), formats=("PNG", "JPEG"))
            upright = ImageOps.exif_transpose(opened).convert("RGBA")
    except Exception:  # noqa: BLE001 - the library has many errors for broken files
        raise PictureUnreadableError from None
    if max(upright.size) > _MOST:
        raise PictureUnreadableError
    return upright


def _ink(picture: "Image") -> "Image":
    """Return how much ink there is at each dot: none where paper is white or clear already."""
    from PIL import ImageChops  # noqa: PLC0415 - only when a seal is chosen

    red, green, blue, clear = picture.split()
    darkest = ImageChops.darker(ImageChops.darker(red, green), blue)
    span = _PAPER - _INK
    depth = darkest.point(lambda light: max(0, min(255, (_PAPER - light) * 255 // span)))
    return ImageChops.multiply(depth, clear)
