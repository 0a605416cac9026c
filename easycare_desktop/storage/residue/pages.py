"""Decrypts every page of a database file, free pages and slack included, to search what it says.

The layout is that of SQLCipher 4 with a raw key: a salt before the first page, and at the end of
each page an initialisation vector and an authentication code.
"""

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.sqlcipher import PAGE_BYTES

_SALT = 16
_RESERVED = 80
_IV = 16
_PAGES_AT_ONCE = 256


def decrypted_pieces(path: Path, key: bytes) -> Iterator[bytes]:
    """Yield the plain content of a database file in pieces of many whole pages."""
    with path.open("rb") as file:
        first = True
        while content := file.read(PAGE_BYTES * _PAGES_AT_ONCE):
            yield b"".join(
                _page(content[start : start + PAGE_BYTES], key, first=first and start == 0)
                for start in range(0, len(content), PAGE_BYTES)
            )
            first = False


def key_file_pieces(keys: OpenKeys) -> Iterator[bytes]:
    """Yield the plain content of the open key file."""
    yield from decrypted_pieces(keys.file.path, keys.file.root)


def _page(page: bytes, key: bytes, *, first: bool) -> bytes:
    body = page[_SALT if first else 0 : -_RESERVED]
    vector = page[-_RESERVED : len(page) - _RESERVED + _IV]
    decryptor = Cipher(algorithms.AES256(key), modes.CBC(vector)).decryptor()
    return decryptor.update(body) + decryptor.finalize()
