"""One PDF of the pages of a form that came back: as they came, set upright, with nothing else."""

import io
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from easycare_desktop.documents.returned.pages import PdfPage
from easycare_desktop.documents.returned.reading import FoundPage

if TYPE_CHECKING:
    from PIL.Image import Image

_QUALITY = 85
_A4_INCHES = 297 / 25.4
_NOT_KEPT = ("/Annots", "/AA", "/Metadata", "/PieceInfo")


def form_pdf(pages: Sequence[FoundPage]) -> bytes:
    """Return the pages as one PDF; links, notes and actions of a page are left out."""
    library: Any = import_module("pikepdf")
    made = library.new()
    for page in pages:
        try:
            pdf, index = _pdf_of(page)
            with library.open(io.BytesIO(pdf)) as source:
                made.pages.append(source.pages[index])
        except library.PdfError:
            with library.open(io.BytesIO(_of_picture(page.grey))) as source:
                made.pages.append(source.pages[0])
        kept = made.pages[-1]
        for name in _NOT_KEPT:
            if name in kept:
                del kept[name]
        if page.turn:
            kept.rotate(-page.turn, relative=True)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def joined(first: bytes, second: bytes) -> bytes:
    """Return the pages of both."""
    library: Any = import_module("pikepdf")
    made = library.new()
    for each in (first, second):
        with library.open(io.BytesIO(each)) as source:
            made.pages.extend(source.pages)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _pdf_of(page: FoundPage) -> tuple[bytes, int]:
    if isinstance(page.kept, PdfPage):
        return page.kept.pdf, page.kept.index
    return _of_picture(page.kept), 0


def _of_picture(picture: "Image") -> bytes:
    out = io.BytesIO()
    dots = max(picture.size) / _A4_INCHES
    pressed = {} if picture.mode == "1" else {"quality": _QUALITY}
    picture.save(out, "PDF", resolution=dots, **pressed)
    return out.getvalue()
