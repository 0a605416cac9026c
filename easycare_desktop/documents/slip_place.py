"""Where the two codes of a form stand on its page. In points, from the lower left corner."""

from easycare_desktop.domain.return_codes import Place

_MM = 72 / 25.4
SLIP_SIZE = 14.5 * _MM
SLIP_ROOM = SLIP_SIZE + 2.5 * _MM
A4 = (210 * _MM, 297 * _MM)
A4_SIDE = 20 * _MM
# Many printers leave the outer 5 mm of a sheet white.
_EDGE = 5.2 * _MM


def slip_corner(place: Place, size: tuple[float, float], side: float) -> tuple[float, float]:
    """Return the lower left corner of a code on a page of this size and margin."""
    width, height = size
    if place is Place.TOP:
        return width - side - SLIP_SIZE, height - _EDGE - SLIP_SIZE
    return side, _EDGE
