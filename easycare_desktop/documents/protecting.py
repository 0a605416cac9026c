"""A PDF under a password (AES-256, ISO 32000-2), and scans as pages of one."""

import io
from importlib import import_module
from typing import Any

from easycare_desktop.documents.coming_in.pictures import decoded
from easycare_desktop.documents.returned.assembling import picture_pdf

_PDF = "application/pdf"
_NEWEST = 6


def protected_pdf(pdf: bytes, password: str) -> bytes:
    """Return the PDF so that it opens with the password alone."""
    library: Any = import_module("pikepdf")
    out = io.BytesIO()
    with library.open(io.BytesIO(pdf)) as whole:
        locked = library.Encryption(owner=password, user=password, R=_NEWEST, aes=True)
        whole.save(out, encryption=locked)
    return out.getvalue()


def scan_pages(content: bytes, media: str) -> bytes:
    """Return a sealed scan as a PDF. Raises what `decoded` raises."""
    return content if media == _PDF else picture_pdf(decoded(content))
