"""From a password to a key: NFC, then Argon2id (RFC 9106) with parameters stored beside it."""

import os
import unicodedata
from dataclasses import dataclass
from threading import Lock

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from easycare_desktop.domain.refusals import Refusal

SALT_BYTES = 16
_KEY_BYTES = 32
# OpenSSL lends the lanes of Argon2id from one pool of threads. Two derivations at the same moment
# each take a part of it and wait for the rest, for ever.
_ONE_AT_A_TIME = Lock()


class KdfOutOfBoundsError(Refusal):
    """A stored parameter is weaker than the floor or dearer than the ceiling: it was changed."""


@dataclass(frozen=True, slots=True)
class KdfParameters:
    """Argon2id: memory in KiB, passes, lanes."""

    memory: int
    passes: int
    lanes: int

    def within(self, floor: "KdfParameters", ceiling: "KdfParameters") -> bool:
        """Tell whether every part lies between the two."""
        return (
            floor.memory <= self.memory <= ceiling.memory
            and floor.passes <= self.passes <= ceiling.passes
            and floor.lanes <= self.lanes <= ceiling.lanes
        )


@dataclass(frozen=True, slots=True)
class KdfPolicy:
    """The parameters for new passwords, and the bounds within which stored ones are believed."""

    make: KdfParameters
    floor: KdfParameters
    ceiling: KdfParameters

    def check(self, stored: KdfParameters) -> KdfParameters:
        """Return `stored`; raises `KdfOutOfBoundsError`."""
        if not stored.within(self.floor, self.ceiling):
            raise KdfOutOfBoundsError
        return stored


HOUSE_KDF = KdfPolicy(
    make=KdfParameters(memory=64 * 1024, passes=3, lanes=4),
    floor=KdfParameters(memory=64 * 1024, passes=3, lanes=1),
    ceiling=KdfParameters(memory=1024 * 1024, passes=12, lanes=16),
)


def new_salt() -> bytes:
    """Return 16 random bytes."""
    return os.urandom(SALT_BYTES)


def derive(password: str, salt: bytes, parameters: KdfParameters) -> bytes:
    """Return 32 bytes; however the syllables of `password` were composed, the same ones.

    One at a time in the whole process: see `_ONE_AT_A_TIME`.
    """
    kdf = Argon2id(
        salt=salt,
        length=_KEY_BYTES,
        iterations=parameters.passes,
        lanes=parameters.lanes,
        memory_cost=parameters.memory,
    )
    with _ONE_AT_A_TIME:
        return kdf.derive(unicodedata.normalize("NFC", password).encode())
