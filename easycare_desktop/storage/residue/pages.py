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
        start = _SALT
        while content := file.read(PAGE_BYTES * _PAGES_AT_ONCE):
            yield _plain(memoryview(content), start, key)
            start = 0


def key_file_pieces(keys: OpenKeys) -> Iterator[bytes]:
    """Yield the plain content of the open key file."""
    yield from decrypted_pieces(keys.file.path, keys.file.root)


def _plain(pages: memoryview, start: int, key: bytes) -> bytes:
    """Decrypt whole pages in one stroke; the first one begins at `start`.

    Put before its page, the vector of each chains to it as in the page by itself. What the vectors
    then turn into is no content, and is cut out.
    """
    chained, cuts = [], []
    for page in range(0, len(pages), PAGE_BYTES):
        end = page + PAGE_BYTES - _RESERVED
        chained += [pages[end : end + _IV], pages[page + start : end]]
        cuts.append(end - page - start)
        start = 0
    decryptor = Cipher(algorithms.AES256(key), modes.CBC(bytes(_IV))).decryptor()
    plain = memoryview(decryptor.update(b"".join(chained)) + decryptor.finalize())
    at, kept = 0, []
    for length in cuts:
        kept.append(plain[at + _IV : at + _IV + length])
        at += _IV + length
    return b"".join(kept)
