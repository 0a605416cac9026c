"""Workbooks (xlsx, xls) as grids, read by calamine after a look at how much would unfold."""

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time
from importlib import import_module

from easycare_desktop.exchange.incoming.grid import Grid, Hidden, Merged, make_grid
from easycare_desktop.exchange.incoming.looking import check_size, look_through
from easycare_desktop.exchange.incoming.old_books import look_through_old
from easycare_desktop.exchange.incoming.refusals import (
    ListFileDamagedError,
    ListFileLockedError,
    ListFileTooLargeError,
)
from easycare_desktop.exchange.incoming.unfolding import unfolds_as_told

ZIP, COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_BEGIN = b"\x09\x08\x10\x00\x00\x06\x05\x00"
_RECORD, _FILE_PASS = struct.Struct("<HH"), 0x002F
_PAST_PASSWORD = frozenset({0x000A, 0x0085, 0x00E0})
"""End, sheet and format: the password stands before any of these ([MS-XLS] 2.1.7.20.3)."""
_LARGEST_UNFOLDED = 400_000_000
_BROKEN = (
    *(zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError),
    *(zlib.error, struct.error),
)
_Merged = Sequence[tuple[tuple[int, int], tuple[int, int]]]


def is_workbook(content: bytes) -> bool:
    """Tell by the first bytes whether this is a workbook; its name proves nothing."""
    return content.startswith((ZIP, COMPOUND))


def read_workbook(content: bytes) -> list[Grid]:
    """Return every sheet with anything in it.

    Raises `ListFileLockedError`, `ListFileUnknownError` for workbooks of other programs,
    `ListFileTooLargeError`, `TooManyColumnsError`, `TooManyRowsError`, `ListFileDamagedError`.
    """
    if content.startswith(COMPOUND) and (_ENCRYPTED in content or _asks_password(content)):
        raise ListFileLockedError
    aside = _look_before(content) if content.startswith(ZIP) else look_through_old(content)
    calamine = import_module("python_calamine")
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [(name, book.get_sheet_by_name(name)) for name in book.sheet_names]
        for _, sheet in sheets:
            check_size(sheet.total_height, sheet.total_width)
        shown = calamine.SheetVisibleEnum.Visible
        hidden = {each.name for each in book.sheets_metadata if each.visible != shown}
        grids = [
            replace(
                _grid(
                    name,
                    sheet.to_python(skip_empty_area=False),
                    sheet.merged_cell_ranges or (),
                    aside.get(name, Hidden.nothing()),
                ),
                hidden=name in hidden,
            )
            for name, sheet in sheets
        ]
    except calamine.PasswordError:
        raise ListFileLockedError from None
    except (calamine.CalamineError, ValueError, OSError):
        raise ListFileDamagedError from None
    return [grid for grid in grids if grid.rows]


def _asks_password(content: bytes) -> bool:
    """Tell whether an old workbook (BIFF8) says among its first records that it is locked."""
    place = content.find(_OLD_BEGIN)
    while 0 <= place <= len(content) - _RECORD.size:
        kind, length = _RECORD.unpack_from(content, place)
        if kind == _FILE_PASS:
            return True
        if kind in _PAST_PASSWORD:
            return False
        place += _RECORD.size + length
    return False


def _look_before(content: bytes) -> dict[str, Hidden]:
    """Refuse what would unfold to more than any register: bombs, and cells at the far corner."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            entries = parts.infolist()
            if sum(each.file_size for each in entries) > _LARGEST_UNFOLDED:
                raise ListFileTooLargeError
            if not all(unfolds_as_told(content, each) for each in entries):
                raise ListFileDamagedError
            return look_through(parts)
    except _BROKEN:
        raise ListFileDamagedError from None


def _grid(name: str, rows: list[list[object]], merged: _Merged, aside: Hidden) -> Grid:
    check_size(len(rows), max(map(len, rows), default=0))
    return make_grid(
        name,
        [(number, [_text(cell) for cell in row]) for number, row in enumerate(rows, start=1)],
        [Merged(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in merged],
        aside,
    )


def _text(cell: object) -> str:
    """Return a cell as a person would type it: whole numbers without ".0", days in ISO form."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    return "" if cell is None else str(cell)
