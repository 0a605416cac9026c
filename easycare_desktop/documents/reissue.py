"""The mark 재발행 on a finished paper: for the sheets that are printed once more."""

import io
from importlib import import_module
from typing import Any

from easycare_desktop.documents.preview import texts_of


def with_mark(pdf: bytes) -> bytes:
    """Return the paper with 재발행 at the head of each page that does not carry it yet.

    What was signed is signed no more: these bytes are for the printer alone.
    """
    library: Any = import_module("pikepdf")
    marks: Any = import_module("easycare_desktop.documents.layout.marks")
    unmarked = [page for page, text in enumerate(texts_of(pdf)) if marks.REISSUED not in text]
    if not unmarked:
        return pdf
    stamps: dict[tuple[float, float], Any] = {}
    with library.open(io.BytesIO(pdf)) as document:
        for number in unmarked:
            page = document.pages[number]
            _, _, width, height = map(float, page.mediabox)
            if (width, height) not in stamps:
                sheet = marks.sheet_with(marks.REISSUED, (width, height))
                stamps[width, height] = library.open(io.BytesIO(sheet))
            page.add_overlay(stamps[width, height].pages[0])
        out = io.BytesIO()
        document.save(out, deterministic_id=True)
    return out.getvalue()
