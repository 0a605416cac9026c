"""A workbook under a password, as whoever knows it reads it."""

import io
from pathlib import Path

import msoffcrypto
from python_calamine import CalamineWorkbook


def opened_rows(path: Path, password: str) -> list[list[object]]:
    """Return the rows of the first sheet."""
    plain = io.BytesIO()
    with path.open("rb") as file:
        book = msoffcrypto.OfficeFile(file)
        book.load_key(password=password)
        book.decrypt(plain)
    plain.seek(0)
    return CalamineWorkbook.from_filelike(plain).get_sheet_by_index(0).to_python()
