"""Decrypts every page of a SQLCipher 4 file by hand, free pages and slack included."""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_PAGE = 4096
_SALT = 16
_RESERVED = 80
_IV = 16


def decrypted_pages(path: Path, root: bytes) -> bytes:
    content = path.read_bytes()
    return b"".join(
        _page(content[start : start + _PAGE], root, first=start == 0)
        for start in range(0, len(content), _PAGE)
    )


def _page(page: bytes, root: bytes, *, first: bool) -> bytes:
    body = page[_SALT if first else 0 : -_RESERVED]
    iv = page[_PAGE - _RESERVED : _PAGE - _RESERVED + _IV]
    decryptor = Cipher(algorithms.AES256(root), modes.CBC(iv)).decryptor()
    return decryptor.update(body) + decryptor.finalize()
