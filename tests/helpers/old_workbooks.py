"""Workbooks of the old kind (xls, BIFF8 in a compound file), as small as they can be."""

import struct
from collections.abc import Sequence

_SECTOR = 512
_CUTOFF = 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_NONE = 0xFFFFFFFF


def old_workbook(
    rows: Sequence[Sequence[str | float]], *, locked: bool = False, beside: bytes = b""
) -> bytes:
    """Return an xls with one sheet; `locked`: it says that a password is needed.

    `beside`: records more of the sheet, before its cells.
    """
    globals_ = _begin(5) + _record(0x0042, struct.pack("<H", 1200))
    globals_ += _record(0x002F, struct.pack("<HHH", 1, 1, 1) + bytes(48)) if locked else b""
    name = b"\x04\x01" + "명단 A".encode("utf-16-le")[:8]
    place = len(globals_) + 4 + 6 + len(name) + 4
    globals_ += _record(0x0085, struct.pack("<IBB", place, 0, 0) + name) + _record(0x000A, b"")
    sheet = _begin(0x10)
    wide = max(map(len, rows), default=0)
    sheet += _record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, wide, 0))
    sheet += beside
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet += _cell(number, column, cell)
    return _compound(globals_ + sheet + _record(0x000A, b""))


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _begin(kind: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


def _cell(row: int, column: int, value: str | float) -> bytes:
    head = struct.pack("<HHH", row, column, 0)
    if isinstance(value, float | int):
        return _record(0x0203, head + struct.pack("<d", value))
    units = value.encode("utf-16-le")
    return _record(0x0204, head + struct.pack("<HB", len(units) // 2, 1) + units)


def _compound(stream: bytes) -> bytes:
    """Put one stream into a compound file; padded, so that it lies in whole sectors."""
    length = max(_CUTOFF, -(-len(stream) // _SECTOR) * _SECTOR)
    stream = stream.ljust(length, b"\x00")
    count = length // _SECTOR
    fat = [*range(1, count), _END, _END, _FAT]
    fat += [_FREE] * (_SECTOR // 4 - len(fat))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, count, 0, _CUTOFF, _END, 0, _END, 0)
    head += struct.pack("<I", count + 1) + struct.pack("<I", _FREE) * 108
    entries = _entry("Root Entry", 5, 1, _END, 0) + _entry("Workbook", 2, _NONE, 0, length)
    entries += (bytes(68) + struct.pack("<III", _NONE, _NONE, _NONE) + bytes(48)) * 2
    return head + stream + entries + struct.pack(f"<{len(fat)}I", *fat)


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    title = (name + "\0").encode("utf-16-le")
    entry = title.ljust(64, b"\0") + struct.pack("<HBB", len(title), kind, 1)
    entry += struct.pack("<III", _NONE, _NONE, child) + bytes(36)
    return entry + struct.pack("<IQ", start, size)
