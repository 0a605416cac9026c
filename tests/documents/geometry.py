"""Where the words of a paper stand: for the golden file, and for judging overlaps.

After a wanted change: `python -m tests.documents.geometry`, then look at the pages.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from tests.documents.papers import NAMES, pdf_of

FILE = Path(__file__).parent / "geometry.json"
_WATERMARK = 60


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text with its edges in points; `low` counts from the lower edge."""

    text: str
    left: float
    low: float
    right: float
    high: float


@cache
def pages_of(name: str) -> tuple[tuple[tuple[float, float], tuple[Piece, ...]], ...]:
    """Return size and pieces of every page of a sample, without the watermark."""
    document = pypdfium2.PdfDocument(pdf_of(name))
    pages = []
    for page in document:
        reader = page.get_textpage()
        pages.append((page.get_size(), tuple(_pieces(page, reader))))
        reader.close()
        page.close()
    document.close()
    return tuple(pages)


def _pieces(page: pypdfium2.PdfPage, reader: pypdfium2.PdfTextPage) -> Iterator[Piece]:
    for each in page.get_objects([pdfium.FPDF_PAGEOBJ_TEXT], textpage=reader):
        left, low, right, high = each.get_bounds()
        text = each.extract().strip()
        if text and high - low < _WATERMARK:
            yield Piece(text, left, low, right, high)


def summary(name: str) -> list[list[int]]:
    """Return of each page: pieces, and the edges of all of them, in whole points."""
    return [
        [
            len(pieces),
            *(
                round(edge)
                for edge in (
                    min(each.left for each in pieces),
                    min(each.low for each in pieces),
                    max(each.right for each in pieces),
                    max(each.high for each in pieces),
                )
            ),
            round(sum(each.low for each in pieces) / len(pieces)),
        ]
        for _, pieces in pages_of(name)
    ]


if __name__ == "__main__":
    found = {name: summary(name) for name in NAMES}
    lines = [f"{json.dumps(name)}: {json.dumps(each)}" for name, each in found.items()]
    FILE.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
