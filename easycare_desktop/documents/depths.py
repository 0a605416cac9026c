"""Pictures of scanners with 65,536 shades of grey, brought to the 256 that all else works with."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_DEEP = "I;16"
_SHADE = 1 / 256


def eight_bit(picture: "Image") -> "Image":
    """Return a picture with every shade scaled; converted as it is, it would become white."""
    if not picture.mode.startswith(_DEEP):
        return picture
    return picture.convert("I").point(lambda shade: shade * _SHADE).convert("L")
