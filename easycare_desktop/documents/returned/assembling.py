"""One PDF of the pages of a form that came back: as they came, set upright, with nothing else."""

import io
from collections.abc import Iterable
from contextlib import ExitStack
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

from easycare_desktop.documents.coming_in.pdfs import tell_nothing
from easycare_desktop.documents.coming_in.refusals import PdfTooLargeError
from easycare_desktop.documents.refusals import PictureUnreadableError
from easycare_desktop.documents.returned.pages import PdfPage
from easycare_desktop.documents.returned.reading import FoundPage

if TYPE_CHECKING:
    from PIL.Image import Image

_QUALITY = 85
_A4_INCHES = 297 / 25.4
_NOT_KEPT = ("/Annots", "/AA", "/Metadata", "/PieceInfo")


def page_pdf(page: FoundPage) -> bytes:
    """Return one page, set upright; links, notes and actions of it are left out.

    So is what cameras add to the photos in it; a page that cannot be cleaned becomes a picture.
    """
    library: Any = import_module("pikepdf")
    try:
        made = _alone(*_pdf_of(page))
    except (library.PdfError, PictureUnreadableError, PdfTooLargeError):
        made = _alone(picture_pdf(page.grey), 0)
    kept = made.pages[0]
    for name in _NOT_KEPT:
        if name in kept:
            del kept[name]
    if page.turn:
        kept.rotate(-page.turn, relative=True)
    return _saved(made)


def _alone(pdf: bytes, index: int) -> Any:  # noqa: ANN401 - pikepdf builds its types in C++
    """Return one page in a PDF of its own, telling nothing but itself."""
    library: Any = import_module("pikepdf")
    made = library.new()
    with library.open(io.BytesIO(pdf)) as source:
        made.pages.append(source.pages[index])
    tell_nothing(made)
    return made


def joined(parts: Iterable[bytes]) -> bytes:
    """Return the pages of all as one PDF."""
    library: Any = import_module("pikepdf")
    made = library.new()
    with ExitStack() as stack:
        for each in parts:
            source = stack.enter_context(library.open(io.BytesIO(each)))
            made.pages.extend(source.pages)
        return _saved(made)


class _Savable(Protocol):
    def save(self, out: io.BytesIO) -> None: ...


def _saved(made: _Savable) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _pdf_of(page: FoundPage) -> tuple[bytes, int]:
    if isinstance(page.kept, PdfPage):
        return page.kept.pdf, page.kept.index
    return picture_pdf(page.kept), 0


def picture_pdf(picture: "Image") -> bytes:
    """Return a picture as one page as high as A4."""
    out = io.BytesIO()
    dots = max(picture.size) / _A4_INCHES
    pressed = {} if picture.mode == "1" else {"quality": _QUALITY}
    picture.save(out, "PDF", resolution=dots, **pressed)
    return out.getvalue()
