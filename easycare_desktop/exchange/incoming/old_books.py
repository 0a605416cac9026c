"""Old workbooks (xls, BIFF8 in a compound file), looked through before the whole of them is read.

A single cell at the far corner costs nothing in the file, and a gigabyte once it is unfolded.
Source: [MS-XLS] 2.1.4, 2.4, 2.4.28, 2.4.53 and 2.4.221.
"""

import io
import struct
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import NamedTuple

from easycare_desktop.exchange.incoming.grid import MOST_COLUMNS, MOST_TOGETHER, Hidden
from easycare_desktop.exchange.incoming.looking import check_size
from easycare_desktop.exchange.incoming.refusals import (
    ListFileDamagedError,
    ListFileTooLargeError,
)

_BOOKS = frozenset({"workbook", "book"})
_HEAD, _CELL, _LAST = struct.Struct("<HH"), struct.Struct("<HH"), struct.Struct("<H")
_BEGIN, _END, _MANY = 0x0809, 0x000A, 0x00BD
_WITH_VALUE = frozenset(
    {0x0006, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x0206, 0x027E, 0x0406, _MANY}
)

_SHEET, _ROW, _COLUMNS = 0x0085, 0x0208, 0x007D
_SHEET_HEAD, _ROW_HEAD, _COLUMNS_HEAD = map(struct.Struct, ("<IBBBB", "<H10xH", "<HHH2xH"))
_ROW_HIDDEN, _COLUMN_HIDDEN, _WIDE = 0x20, 0x01, 0x01


class _Record(NamedTuple):
    """`place`: where it begins in the stream."""

    place: int
    kind: int
    body: bytes


def look_through_old(content: bytes) -> dict[str, Hidden]:
    """Refuse what unfolds to more than any register; return what each sheet hides, by its name.

    Raises `ListFileDamagedError`, `ListFileTooLargeError`, `TooManyColumnsError`,
    `TooManyRowsError`.
    """
    cells = 0
    try:
        book = _book(content)
        for rows, columns in _reached(_records(book)):
            check_size(rows, columns)
            cells += rows * columns
            if cells > MOST_TOGETHER:
                raise ListFileTooLargeError
        return _hidden(_records(book))
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


def _records(book: bytes) -> Iterator[_Record]:
    place = 0
    while place + _HEAD.size <= len(book):
        kind, length = _HEAD.unpack_from(book, place)
        yield _Record(place, kind, book[place + _HEAD.size : place + _HEAD.size + length])
        place += _HEAD.size + length


def _reached(records: Iterable[_Record]) -> Iterator[tuple[int, int]]:
    """Yield how far the cells with a value reach in each part of a workbook."""
    rows = columns = 0
    for _, kind, body in records:
        if kind in _WITH_VALUE:
            row, column = _CELL.unpack_from(body)
            if kind == _MANY:
                (column,) = _LAST.unpack_from(body, len(body) - _LAST.size)
            rows, columns = max(rows, row + 1), max(columns, column + 1)
        elif kind in {_BEGIN, _END}:
            yield rows, columns
            rows = columns = 0
    yield rows, columns


def _hidden(records: Iterable[_Record]) -> dict[str, Hidden]:
    """Return which rows and columns each sheet hides; its records begin where the book says."""
    begins: dict[int, str] = {}
    found: dict[str, Hidden] = {}
    here = Hidden.nothing()
    for place, kind, body in records:
        if place in begins:
            here = found.setdefault(begins[place], Hidden.nothing())
        if kind == _SHEET and len(body) >= _SHEET_HEAD.size:
            begin, _, _, count, flags = _SHEET_HEAD.unpack_from(body)
            begins[begin] = _name(body[_SHEET_HEAD.size :], count, wide=bool(flags & _WIDE))
        elif kind == _ROW and len(body) >= _ROW_HEAD.size:
            row, options = _ROW_HEAD.unpack_from(body)
            here.rows.update({row + 1} if options & _ROW_HIDDEN else ())
        elif kind == _COLUMNS and len(body) >= _COLUMNS_HEAD.size:
            first, last, width, options = _COLUMNS_HEAD.unpack_from(body)
            if options & _COLUMN_HIDDEN or not width:
                here.columns.update(range(first, min(last + 1, MOST_COLUMNS)))
    return found


def _name(body: bytes, count: int, *, wide: bool) -> str:
    return (
        body[: count * 2].decode("utf-16-le", "replace") if wide else body[:count].decode("latin1")
    )
