"""A signature box of a stored page as a picture, set straight."""

from easycare_desktop.documents.preview import PageImage, render_page
from easycare_desktop.documents.returned.ink import box_picture
from easycare_desktop.documents.returned.plane import Plane
from easycare_desktop.documents.sign_boxes import SignBox
from easycare_desktop.documents.slip_place import A4

_DPI = 200
_AROUND = 6.0


def box_image(pdf: bytes, page: int, plane: Plane, box: SignBox) -> PageImage:
    """Return a box with a little of what stands around it; `plane`: in shares of the page."""
    from PIL import Image

    seen = render_page(pdf, page, _DPI)
    picture = Image.frombytes("RGB", (seen.width, seen.height), seen.pixels)
    dots = plane.then(Plane(seen.width, 0, 0, 0, seen.height, 0))
    cut = box_picture(picture, dots, box, A4[1], -_AROUND)
    return PageImage(cut.width, cut.height, cut.tobytes())
