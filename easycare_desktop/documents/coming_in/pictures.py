"""Photos and scanned pictures that come in: decoded whole, and freed of all but their pixels.

What a camera adds (place, time, owner, preview pictures) and what somebody hid behind the end of
the picture is left out; the pixels stay as they are, unless the camera was held sideways.
"""

import io
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING

from easycare_desktop.documents.coming_in.refusals import PictureTooLargeError
from easycare_desktop.documents.refusals import PictureUnreadableError

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 60_000_000
JPEG, PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
_START, _END = b"\xff\xd8", b"\xff\xd9"
_JFIF, _COLOUR, _ADOBE, _SCAN = 0xE0, 0xE2, 0xEE, 0xDA
_RESTARTS = range(0xD0, 0xD8)
_EXTRAS = frozenset({*range(0xE1, 0xF0), 0xFE}) - {_ADOBE}
_PNG_KEPT = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"sRGB", b"pHYs"})
_CODE_STREAM = b"\xff\x4f\xff\x51"
_BOXES_KEPT = frozenset({b"jP  ", b"ftyp", b"rreq", b"jp2h", b"jpch", b"jplh", b"jp2c"})
_UPRIGHT = 1
_ORIENTATION = 0x0112
_QUALITY = 95


def clean_picture(content: bytes) -> bytes:
    """Return a JPEG or PNG with nothing but its pixels; one that is clean already stays as it is.

    Raises `PictureUnreadableError` where it is damaged or breaks off, `PictureTooLargeError`.
    """
    turned = _upright(content)
    bare = turned if turned is not None else _bare(content)
    decoded(bare).close()
    return bare


def decoded(content: bytes) -> "Image":
    """Return the pixels of a picture. Raises what `clean_picture` raises."""
    opened = _opened(content)
    try:
        opened.load()
    except (OSError, ValueError, SyntaxError):
        raise PictureUnreadableError from None
    return opened


def bare_jpeg(content: bytes) -> bytes:
    """Return a JPEG without what cameras and programs add, up to its true end.

    Raises `PictureUnreadableError` where it breaks off.
    """
    return _START + b"".join(_jpeg_parts(content)) + _END


def bare_jpeg2000(content: bytes) -> bytes:
    """Return a JPEG 2000 without the boxes that tell of it; one without boxes stays as it is.

    Raises `PictureUnreadableError` where it breaks off.
    """
    if content.startswith(_CODE_STREAM):
        return content
    return b"".join(_boxes(content))


def _boxes(content: bytes) -> Iterator[bytes]:
    place = 0
    while place + 8 <= len(content):
        length = int.from_bytes(content[place : place + 4], "big")
        kind = content[place + 4 : place + 8]
        if length == 1:
            length = int.from_bytes(content[place + 8 : place + 16], "big")
        end = place + length if length else len(content)
        if not place + 8 <= end <= len(content):
            raise PictureUnreadableError
        if kind in _BOXES_KEPT:
            yield content[place:end]
        place = end


def _opened(content: bytes) -> "Image":
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            opened = Image.open(io.BytesIO(content), formats=("PNG", "JPEG"))
    except Image.DecompressionBombError:
        raise PictureTooLargeError(MOST_PIXELS) from None
    except (OSError, ValueError, SyntaxError):
        raise PictureUnreadableError from None
    if opened.width * opened.height > MOST_PIXELS:
        raise PictureTooLargeError(MOST_PIXELS)
    return opened


def _upright(content: bytes) -> bytes | None:
    """Return a picture set upright, or nothing where it stands upright as it is."""
    opened = _opened(content)
    try:
        if opened.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT:
            return None
    except (OSError, ValueError, SyntaxError):
        return None
    from PIL import ImageOps

    turned = ImageOps.exif_transpose(decoded(content))
    return pressed(turned, content)


def pressed(picture: "Image", like: bytes) -> bytes:
    """Return pixels as a file of the same kind as `like`, with nothing added."""
    out = io.BytesIO()
    picture.info = {}
    if like.startswith(PNG):
        picture.save(out, "PNG")
    else:
        picture.convert("L" if picture.mode == "L" else "RGB").save(out, "JPEG", quality=_QUALITY)
    return _bare(out.getvalue())


def _bare(content: bytes) -> bytes:
    if content.startswith(PNG):
        return PNG + b"".join(_png_parts(content))
    return bare_jpeg(content)


def _png_parts(content: bytes) -> Iterator[bytes]:
    place = len(PNG)
    while place + 12 <= len(content):
        end = place + 12 + int.from_bytes(content[place : place + 4], "big")
        kind = content[place + 4 : place + 8]
        if kind in _PNG_KEPT:
            yield content[place:end]
        if kind == b"IEND":
            return
        place = end
    raise PictureUnreadableError


def _jpeg_parts(content: bytes) -> Iterator[bytes]:
    """Yield the segments that make the picture, each scan with its data, without start and end."""
    place = len(_START)
    while place + 1 < len(content):
        if content[place] != _END[0]:
            raise PictureUnreadableError
        marker = content[place + 1]
        if marker == _END[1]:
            return
        if marker == _END[0]:
            place += 1
            continue
        end = place + 2 + int.from_bytes(content[place + 2 : place + 4], "big")
        if marker == _SCAN:
            end = _end_of_scan(content, end)
        if marker not in _EXTRAS:
            yield content[place:end]
        place = end
    raise PictureUnreadableError


def _end_of_scan(content: bytes, place: int) -> int:
    """Return where the data of a scan ends: at the next marker that is no stuffing or restart."""
    while (place := content.find(_END[:1], place)) >= 0 and place + 1 < len(content):
        if content[place + 1] and content[place + 1] not in _RESTARTS:
            return place
        place += 2
    raise PictureUnreadableError
