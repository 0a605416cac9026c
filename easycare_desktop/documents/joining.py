"""Finished papers one after the other in one file, for one print job."""

import io
from collections.abc import Sequence
from importlib import import_module
from typing import Any


def join(pdfs: Sequence[bytes], title: str) -> bytes:
    """Return all pages in order; equal papers give equal bytes. `title` stands in the metadata."""
    library: Any = import_module("pikepdf")
    with library.new() as whole:
        for pdf in pdfs:
            with library.open(io.BytesIO(pdf)) as each:
                if "/AcroForm" in each.Root:
                    # A signature counts for its own file, not for one that holds its pages.
                    del each.Root.AcroForm
                    for page in each.pages:
                        if "/Annots" in page:
                            del page.Annots
                whole.pages.extend(each.pages)
        whole.docinfo["/Title"] = title
        whole.Root.Lang = "ko-KR"
        out = io.BytesIO()
        whole.save(out, deterministic_id=True)
    return out.getvalue()


def split(pdf: bytes, pages: int) -> list[bytes]:
    """Return a file cut into papers of so many pages each; equal files give equal bytes."""
    library: Any = import_module("pikepdf")
    parts = []
    with library.open(io.BytesIO(pdf)) as whole:
        for start in range(0, len(whole.pages), pages):
            with library.new() as part:
                part.pages.extend(whole.pages[start : start + pages])
                part.docinfo["/Title"] = whole.docinfo["/Title"]
                part.Root.Lang = whole.Root.Lang
                out = io.BytesIO()
                part.save(out, deterministic_id=True)
            parts.append(out.getvalue())
    return parts
