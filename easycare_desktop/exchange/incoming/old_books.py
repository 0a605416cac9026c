"""Old workbooks (xls, BIFF8 in a compound file), looked through before the whole of them is read.

A single cell at the far corner costs nothing in the file, and a gigabyte once it is unfolded.
Source: [MS-XLS] 2.1.4 and 2.4.
"""

import io
import struct
from collections.abc import Iterator
from importlib import import_module

from easycare_desktop.exchange.incoming.grid import MOST_TOGETHER
from easycare_desktop.exchange.incoming.looking import check_size
from easycare_desktop.exchange.incoming.refusals import (
    ListFileDamagedError,
    ListFileTooLargeError,
)

_BOOKS = frozenset({"workbook", "book"})
_RECORD, _CELL, _LAST = struct.Struct("<HH"), struct.Struct("<HH"), struct.Struct("<H")
_BEGIN, _END, _MANY = 0x0809, 0x000A, 0x00BD
_WITH_VALUE = frozenset(
    {0x0006, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x0206, 0x027E, 0x0406, _MANY}
)


def look_through_old(content: bytes) -> None:
    """Refuse what unfolds to more than any register.

    Raises `ListFileDamagedError`, `ListFileTooLargeError`, `TooManyColumnsError`,
    `TooManyRowsError`.
    """
    cells = 0
    try:
        for rows, columns in _reached(_book(content)):
            check_size(rows, columns)
            cells += rows * columns
            if cells > MOST_TOGETHER:
                raise ListFileTooLargeError
    except struct.error:
        raise ListFileDamagedError from None


def _book(content: bytes) -> bytes:
    """Return the stream of the workbook; an empty one where there is none."""
    olefile = import_module("olefile")
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as parts:
            for path in parts.listdir():
                if path[-1].casefold() in _BOOKS:
                    found: bytes = parts.openstream(path).read()
                    return found
    except (OSError, ValueError, IndexError):
        raise ListFileDamagedError from None
    return b""


def _reached(book: bytes) -> Iterator[tuple[int, int]]:
    """Yield how far the cells with a value reach in each part of a workbook."""
    place = rows = columns = 0
    while place + _RECORD.size <= len(book):
        kind, length = _RECORD.unpack_from(book, place)
        place += _RECORD.size
        if kind in _WITH_VALUE:
            row, column = _CELL.unpack_from(book, place)
            if kind == _MANY:
                (column,) = _LAST.unpack_from(book, place + length - _LAST.size)
            rows, columns = max(rows, row + 1), max(columns, column + 1)
        elif kind in {_BEGIN, _END}:
            yield rows, columns
            rows = columns = 0
        place += length
    yield rows, columns
