"""What a saved file says: packed formats are opened before they are searched."""

import logging
import zipfile
from collections.abc import Iterator
from pathlib import Path

_ZIPPED = frozenset({".xlsx", ".docx", ".hwpx", ".zip"})
_log = logging.getLogger(__name__)


def readable_pieces(path: Path) -> Iterator[bytes]:
    """Yield the bytes of a file, and of what is packed in it; raises `OSError`."""
    yield path.read_bytes()
    try:
        if path.suffix.lower() in _ZIPPED:
            yield from _members(path)
        elif path.suffix.lower() == ".pdf":
            yield from _texts(path)
    except Exception as error:  # noqa: BLE001 - a file that is no such file is searched as bytes
        _log.warning("a saved file was searched as bytes only: %s", type(error).__name__)


def _members(path: Path) -> Iterator[bytes]:
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            yield packed.read(name)


def _texts(path: Path) -> Iterator[bytes]:
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - heavy, and only where a paper was saved

    document = PdfDocument(path)
    try:
        for page in document:
            yield page.get_textpage().get_text_bounded().encode()
    finally:
        document.close()
