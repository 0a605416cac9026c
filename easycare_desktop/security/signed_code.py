"""The signed code of a certificate: facts and a raw signature, as bytes and as QR text."""

import hashlib
from dataclasses import dataclass

from easycare_desktop.domain.signed_facts import (
    FACT_BYTES,
    KEY_MARK_BYTES,
    FactsUnreadableError,
    SignedFacts,
    pack,
    unpack,
)
from easycare_desktop.security import base45
from easycare_desktop.security.binding import binding
from easycare_desktop.security.signing import SIGNATURE_BYTES, SigningKey, verify_signature

_BOUND = binding("certificate facts")


@dataclass(frozen=True, slots=True)
class SignedCode:
    """Facts as they were read, with the bytes and the signature over them."""

    facts: SignedFacts
    message: bytes
    signature: bytes

    def is_of(self, certificate: bytes) -> bool:
        """Tell whether the code says that this certificate (DER) signed it."""
        return self.facts.key_mark == key_mark(certificate)

    def check(self, certificate: bytes) -> None:
        """Raise `SignatureBrokenError` unless this certificate signed exactly these facts."""
        verify_signature(certificate, _BOUND + self.message, self.signature)


def fingerprint_of(certificate: bytes) -> str:
    """Return the SHA-256 of a certificate (DER) in hex, as printed on papers."""
    return hashlib.sha256(certificate).hexdigest()


def key_mark(certificate: bytes) -> bytes:
    """Return the begin of the fingerprint that the code carries."""
    return hashlib.sha256(certificate).digest()[:KEY_MARK_BYTES]


def sign_facts(facts: SignedFacts, key: SigningKey) -> bytes:
    """Return the bytes of the code; equal facts under one key give equal bytes."""
    message = pack(facts)
    return message + key.sign(_BOUND + message)


def code_text(code: bytes) -> str:
    """Return the text that stands in the QR code."""
    return base45.encode(code)


def read_code(text: str) -> SignedCode:
    """Read the text of a QR code; raise `FactsUnreadableError` where it is not one of ours."""
    try:
        raw = base45.decode(text)
    except base45.Base45Error:
        raise FactsUnreadableError from None
    if len(raw) != FACT_BYTES + SIGNATURE_BYTES:
        raise FactsUnreadableError
    message, signature = raw[:FACT_BYTES], raw[FACT_BYTES:]
    return SignedCode(unpack(message), message, signature)
