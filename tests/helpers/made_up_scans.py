"""Scans that are made up, in which a name stands in the open."""

import io

import pikepdf
from PIL import Image

from easycare_desktop.documents.coming_in.pdfs import clean_pdf


def made_up_scan(name: str) -> bytes:
    """Return a PDF of one page that says whose scan it is; it is taken in as it stands."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.pages[0].Contents = pdf.make_stream(b"% made-up scan of " + name.encode())
    out = io.BytesIO()
    pdf.save(out, compress_streams=False)
    return clean_pdf(out.getvalue())


def made_up_photo() -> bytes:
    """Return a small photo of nothing."""
    out = io.BytesIO()
    Image.new("RGB", (6, 4), "teal").save(out, "PNG")
    return out.getvalue()
