from datetime import datetime, timedelta

import pytest
from cryptography import x509

from easycare_desktop.security.signing import SignatureBrokenError, SigningKey, verify_signature
from easycare_desktop.system.clock import SEOUL

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=SEOUL)
KEY = SigningKey.generate("f3a1c2", NOW)


def test_a_signature_has_64_bytes_and_verifies():
    signature = KEY.sign(b"paper")
    assert len(signature) == 64
    verify_signature(KEY.certificate, b"paper", signature)


@pytest.mark.parametrize("place", [0, 31, 32, 63])
def test_a_changed_signature_is_broken(place: int):
    signature = bytearray(KEY.sign(b"paper"))
    signature[place] ^= 1
    with pytest.raises(SignatureBrokenError):
        verify_signature(KEY.certificate, b"paper", bytes(signature))


@pytest.mark.parametrize("signature", [b"", b"\0" * 64, b"\xff" * 64, b"x" * 63])
def test_no_signature_at_all_is_broken(signature: bytes):
    with pytest.raises(SignatureBrokenError):
        verify_signature(KEY.certificate, b"paper", signature)


def test_another_text_or_key_is_broken():
    with pytest.raises(SignatureBrokenError):
        verify_signature(KEY.certificate, b"Paper", KEY.sign(b"paper"))
    other = SigningKey.generate("f3a1c2", NOW)
    with pytest.raises(SignatureBrokenError):
        verify_signature(other.certificate, b"paper", KEY.sign(b"paper"))


def test_the_certificate_names_the_office_by_number_alone():
    certificate = x509.load_der_x509_certificate(KEY.certificate)
    assert certificate.subject.rfc4514_string() == "CN=EasyCare office f3a1c2"
    assert certificate.subject == certificate.issuer
    assert certificate.not_valid_before_utc == NOW
    assert certificate.not_valid_after_utc - NOW > timedelta(days=3650)


def test_the_private_key_is_never_shown():
    assert "private" not in repr(KEY)
