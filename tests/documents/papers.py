"""Every sample by name, and what tests ask of a finished PDF."""

import io
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from easycare_desktop.documents import preview
from easycare_desktop.documents.press import Paper, press
from easycare_desktop.documents.strings import fingerprint
from tests.documents.samples import (
    cancellations,
    certificates,
    consents,
    disposals,
    ledgers,
    letters,
    notices,
    people,
    rights,
)

GOLDEN = Path(__file__).parent / "golden"
_MAKERS = {
    name: maker
    for module in (
        cancellations,
        certificates,
        consents,
        disposals,
        ledgers,
        letters,
        notices,
        people,
        rights,
    )
    for name, maker in vars(module).items()
    if name.startswith("sample_")
}
NAMES = tuple(sorted(_MAKERS))


def value_of(name: str) -> Paper:
    return _MAKERS[name]()


@cache
def pdf_of(name: str) -> bytes:
    return press(value_of(name))


def words_on(name: str) -> str:
    """Return the words of a sample, line by line, without the print hash that stands for them."""
    text = preview.text_of(pdf_of(name))
    known = text.replace(fingerprint(value_of(name))[:12], "(확인값)")
    return "\n".join(line.rstrip() for line in known.splitlines()) + "\n"


def one_line(text: str) -> str:
    """Return the text without any white space, so that line breaks do not matter."""
    return "".join(text.split())


def fonts_in(pdf: bytes) -> dict[str, bool]:
    """Return font name to embedded or not, over all pages."""
    found = {}
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            for font in dict(page.Resources.get("/Font", {})).values():
                embedded = "/FontDescriptor" in font and "/FontFile2" in font.FontDescriptor
                found[str(font.BaseFont)] = embedded
    return found


def metadata(pdf: bytes) -> dict[str, str]:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {str(key): str(text) for key, text in document.docinfo.items()}


def sized_text(pdf: bytes) -> Iterator[tuple[str, float, str, float]]:
    """Yield text, size in points, font name and height on the page of every piece of text."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        reader = page.get_textpage()
        for piece in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT], textpage=reader):
            yield _piece(piece)
        reader.close()
        page.close()
    document.close()


def _piece(piece: pypdfium2.PdfTextObj) -> tuple[str, float, str, float]:
    matrix = piece.get_matrix()
    text = piece.extract()
    return text, piece.get_font_size() * matrix.d, piece.get_font().get_base_name(), matrix.f


def with_all_strings(value: object, text: str, keep: frozenset[str] = frozenset()) -> object:
    """Return the value with every string in it replaced, except in the fields of `keep`."""
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(with_all_strings(each, text, keep) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value,
            **{
                field.name: with_all_strings(getattr(value, field.name), text, keep)
                for field in fields(value)
                if field.name not in keep
            },
        )
    return value
