"""PDFs that come in: nothing in them acts, nothing unfolds without end, nothing tells where."""

import io
import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from easycare_desktop.documents.coming_in.pdf_photos import (
    LZW_AT_MOST,
    bare_photo,
    filters_of,
    refuse_bomb,
    several,
)
from easycare_desktop.documents.coming_in.pictures import MOST_PIXELS
from easycare_desktop.documents.coming_in.refusals import (
    PdfActiveError,
    PdfLockedError,
    PdfTooLargeError,
)
from easycare_desktop.documents.refusals import PictureUnreadableError

MOST_PAGES = 300
_LONGEST_SIDE = 5_000
_END, _END_WITHIN = b"%%EOF", 2_048
_ACTS = frozenset(
    {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/RichMedia", "/Movie", "/Sound"}
)
_HOLDS = ("/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/XFA", "/RichMediaContent")
_TELLS = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/AA", "/OpenAction")
_PHOTO_WITHIN = re.compile(rb"(?<!\S)BI\s.{0,400}?/DCT(?:Decode)?\b", re.DOTALL)
_SQUEEZED = frozenset({"/FlateDecode", "/LZWDecode", "/RunLengthDecode"})


def clean_pdf(content: bytes) -> bytes:
    """Return the PDF with the same pages, without what it tells of who made it where and when.

    Raises `PdfLockedError`, `PdfActiveError`, `PdfTooLargeError`, and `PictureUnreadableError`
    where it is damaged.
    """
    if _END not in content[-_END_WITHIN:]:
        raise PictureUnreadableError
    library: Any = import_module("pikepdf")
    try:
        with library.open(io.BytesIO(content)) as pdf:
            _check_pages(pdf)
            for each in _objects(pdf):
                _look_at(library, each)
            for each in _drawn(pdf):
                _refuse_photo_within(bytes(each.read_bytes()))
            _forget(pdf)
            return _saved(pdf)
    except library.PasswordError:
        raise PdfLockedError from None
    except (library.PdfError, ValueError, RuntimeError, AttributeError, KeyError):
        raise PictureUnreadableError from None


def _check_pages(pdf: Any) -> None:  # noqa: ANN401 - pikepdf builds its types in C++
    if not 0 < len(pdf.pages) <= MOST_PAGES:
        raise PdfTooLargeError
    for page in pdf.pages:
        left, low, right, high = (float(each) for each in page.mediabox)
        if max(abs(right - left), abs(high - low)) > _LONGEST_SIDE:
            raise PdfTooLargeError


def _objects(pdf: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield every dictionary and stream, those that stand inside others too."""
    waiting = list(pdf.objects)
    while waiting:
        each = waiting.pop()
        kind = getattr(each, "_type_name", "")
        if kind == "array":
            waiting += [inner for inner in each if not getattr(inner, "is_indirect", False)]
        elif kind in {"dictionary", "stream"}:
            inside = [each[name] for name in each.keys()]  # noqa: SIM118 - no mapping
            waiting += [inner for inner in inside if not getattr(inner, "is_indirect", False)]
            yield each


def _drawn(pdf: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield every stream that says what is drawn: of pages, and of forms that they use."""
    for page in pdf.pages:
        yield from several(page.obj.get("/Contents", []))
    for each in _objects(pdf):
        if getattr(each, "_type_name", "") == "stream" and str(each.get("/Subtype", "")) == "/Form":
            yield each


def _refuse_photo_within(drawing: bytes) -> None:
    """Refuse a photo that stands in the drawing itself: nothing could be taken from it."""
    if _PHOTO_WITHIN.search(drawing):
        raise PictureUnreadableError


def _look_at(library: Any, each: Any) -> None:  # noqa: ANN401
    if any(name in each for name in _HOLDS) or str(each.get("/S", "")) in _ACTS:
        raise PdfActiveError
    if str(each.get("/Subtype", "")) in _ACTS or str(each.get("/Type", "")) == "/EmbeddedFile":
        raise PdfActiveError
    _tell_nothing(each)
    if isinstance(each, library.Stream):
        _look_into(each)


def _look_into(stream: Any) -> None:  # noqa: ANN401
    filters = filters_of(stream)
    if int(stream.get("/Width", 0)) * int(stream.get("/Height", 0)) > MOST_PIXELS:
        raise PdfTooLargeError
    squeezed = [each for each in filters if each in _SQUEEZED]
    raw = bytes(stream.read_raw_bytes())
    if len(squeezed) > 1 or (squeezed == ["/LZWDecode"] and len(raw) > LZW_AT_MOST):
        raise PdfTooLargeError
    if filters and filters[0] == "/FlateDecode":
        refuse_bomb(raw)
    bare_photo(stream, raw)


def tell_nothing(pdf: Any) -> None:  # noqa: ANN401
    """Take from every object of an open PDF what cameras and programs add to it.

    Raises what `bare_photo` raises.
    """
    for each in _objects(pdf):
        _tell_nothing(each)
        if getattr(each, "_type_name", "") == "stream":
            bare_photo(each, bytes(each.read_raw_bytes()))


def _tell_nothing(each: Any) -> None:  # noqa: ANN401
    for name in _TELLS:
        if name in each:
            del each[name]


def _forget(pdf: Any) -> None:  # noqa: ANN401
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]


def _saved(pdf: Any) -> bytes:  # noqa: ANN401
    modes = import_module("pikepdf")
    out = io.BytesIO()
    pdf.save(
        out,
        compress_streams=False,
        object_stream_mode=modes.ObjectStreamMode.preserve,
        deterministic_id=True,
        fix_metadata_version=False,
    )
    return out.getvalue()
