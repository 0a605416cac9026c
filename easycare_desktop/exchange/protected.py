"""A workbook under a password: AES-256, as Excel itself protects it (ECMA-376 agile)."""

import io
from importlib import import_module


def protected(xlsx: bytes, password: str) -> bytes:
    """Return the workbook so that it opens with the password alone. Nothing is written to disk."""
    out = io.BytesIO()
    office = import_module("msoffcrypto.format.ooxml")
    office.OOXMLFile(io.BytesIO(xlsx)).encrypt(password, out)
    return out.getvalue()
