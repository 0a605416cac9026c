"""Puts a secret into an envelope that only one key pair opens: HPKE (RFC 9180), base mode."""

from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from easycare_desktop.domain.refusals import Refusal

_SUITE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)


class WrapBrokenError(Refusal):
    """The envelope does not open: another key pair, another purpose, or it was changed."""


@dataclass(frozen=True, slots=True)
class KeyPair:
    """An X25519 pair as raw bytes, 32 each. The private half never shows in a repr."""

    private: bytes = field(repr=False)
    public: bytes

    @classmethod
    def generate(cls) -> "KeyPair":
        """Return a fresh pair."""
        return cls.from_private(X25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def from_private(cls, private: bytes) -> "KeyPair":
        """Return the pair of 32 private bytes."""
        key = X25519PrivateKey.from_private_bytes(private)
        return cls(private, key.public_key().public_bytes_raw())


def wrap(secret: bytes, public: bytes, info: bytes) -> bytes:
    """Return the envelope; `info` names its one purpose and must match at opening."""
    return _SUITE.encrypt(secret, X25519PublicKey.from_public_bytes(public), info=info)


def unwrap(envelope: bytes, pair: KeyPair, info: bytes) -> bytes:
    """Return the secret; raises `WrapBrokenError`."""
    try:
        private = X25519PrivateKey.from_private_bytes(pair.private)
        return _SUITE.decrypt(envelope, private, info=info)
    except (InvalidTag, ValueError):
        raise WrapBrokenError from None
