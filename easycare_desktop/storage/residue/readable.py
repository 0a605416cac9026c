"""What a file says: packed formats are opened before they are searched, whatever it is called."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

_CHUNK = 1 << 20
_UNPACKED = 256 << 20
_PDF, _ZIP, _OLE = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WITHIN = 1024
# Office files under a password, and papers of the Korean word processor, whose text is packed.
_SHUT = ("EncryptedPackage".encode("utf-16-le"), b"HWP Document File")


class UnreadableFileError(OSError):
    """What a file says cannot be read: under a password, damaged, or too large once unpacked."""


def readable_pieces(path: Path) -> Iterator[bytes]:
    """Yield the bytes of a file, and of what is packed in it.

    Raises `UnreadableFileError` once the bytes were yielded, and other `OSError`.
    """
    with path.open("rb") as file:
        head = file.read(_CHUNK)
        shut = head.startswith(_OLE) and any(each in head for each in _SHUT)
        yield head
        for piece in _rest(file):
            shut = shut or (head.startswith(_OLE) and any(each in piece for each in _SHUT))
            yield piece
    if shut:
        raise UnreadableFileError(path.suffix)
    try:
        if head.startswith(_ZIP):
            yield from _members(path)
        elif _PDF in head[:_WITHIN]:
            yield from _texts(path)
    except Exception as error:
        raise UnreadableFileError(type(error).__name__) from error


def _rest(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(_CHUNK):
        yield piece


def _members(path: Path) -> Iterator[bytes]:
    left = _UNPACKED
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            with packed.open(name) as member:
                for piece in _rest(member):
                    left -= len(piece)
                    if left < 0:
                        raise UnreadableFileError("unpacked")
                    yield piece


def _texts(path: Path) -> Iterator[bytes]:
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - heavy, and only where a paper was saved

    document = PdfDocument(path)
    try:
        for page in document:
            yield page.get_textpage().get_text_bounded().encode()
    finally:
        document.close()
