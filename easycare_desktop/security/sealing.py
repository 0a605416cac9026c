"""Seals bytes under a 256-bit key: AES-256-GCM behind a version byte (NIST SP 800-38D)."""

import os
import struct
from collections.abc import Iterable, Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from easycare_desktop.domain.refusals import Refusal

KEY_BYTES = 32
_VERSION = b"\x01"
_NONCE_BYTES = 12
_TAG_BYTES = 16
_START = len(_VERSION) + _NONCE_BYTES
_bound = struct.Struct(">QI").pack


class SealBrokenError(Refusal):
    """What lies there does not open: changed, cut off, moved elsewhere, or under another key."""


def new_key() -> bytes:
    """Return 32 random bytes."""
    return os.urandom(KEY_BYTES)


def new_keys(count: int) -> list[bytes]:
    """Return many keys of 32 random bytes each, drawn at once."""
    drawn = os.urandom(KEY_BYTES * count)
    return [drawn[start : start + KEY_BYTES] for start in range(0, len(drawn), KEY_BYTES)]


def seal(key: bytes, plaintext: bytes, associated: bytes) -> bytes:
    """Return version byte, 12-byte nonce, ciphertext and tag; `associated` must match at opening.

    A key of any length but 32 bytes is a `ValueError`.
    """
    nonce = os.urandom(_NONCE_BYTES)
    return _VERSION + nonce + _cipher(key).encrypt(nonce, plaintext, _VERSION + associated)


def seal_all(sealed: Sequence[tuple[bytes, bytes, bytes]]) -> list[bytes]:
    """Seal many (key, plaintext, associated) as `seal` does; their nonces are drawn at once."""
    drawn = os.urandom(_NONCE_BYTES * len(sealed))
    found = []
    for start, (key, plaintext, associated) in zip(
        range(0, len(drawn), _NONCE_BYTES), sealed, strict=True
    ):
        nonce = drawn[start : start + _NONCE_BYTES]
        closed = _cipher(key).encrypt(nonce, plaintext, _VERSION + associated)
        found.append(_VERSION + nonce + closed)
    return found


def unseal(key: bytes, sealed: bytes, associated: bytes) -> bytes:
    """Return the plaintext; raises `SealBrokenError`."""
    if len(sealed) < _START + _TAG_BYTES or sealed[:1] != _VERSION:
        raise SealBrokenError
    try:
        return _cipher(key).decrypt(sealed[1:_START], sealed[_START:], _VERSION + associated)
    except InvalidTag:
        raise SealBrokenError from None


def unseal_all(sealed: Iterable[tuple[bytes, bytes, bytes]]) -> list[bytes]:
    """Open many (key, sealed, associated) as `unseal` does."""
    found = []
    try:
        for key, closed, associated in sealed:
            if len(closed) < _START + _TAG_BYTES or closed[:1] != _VERSION:
                raise SealBrokenError
            bound = _VERSION + associated
            found.append(_cipher(key).decrypt(closed[1:_START], closed[_START:], bound))
    except InvalidTag:
        raise SealBrokenError from None
    return found


def associated_data(holding_id: int, group: str, version: int) -> bytes:
    """Bind a sealed value to its holding, item group and version (fixed widths come first)."""
    return _bound(holding_id, version) + group.encode()


def _cipher(key: bytes) -> AESGCM:
    if len(key) != KEY_BYTES:
        message = "a sealing key is 32 bytes"
        raise ValueError(message)
    return AESGCM(key)
