"""The signing key of the office: ECDSA P-256 with a certificate that the office issues itself."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_private_key,
)
from cryptography.x509.oid import NameOID

from easycare_desktop.domain.refusals import Refusal

SIGNATURE_BYTES = 64
_HALF = SIGNATURE_BYTES // 2
_VALID_DAYS = 3653
_ALGORITHM = ec.ECDSA(hashes.SHA256())
_REPEATABLE = ec.ECDSA(hashes.SHA256(), deterministic_signing=True)


class SignatureBrokenError(Refusal):
    """The signature is not one of this certificate over these bytes."""


class CertificateUnreadableError(Refusal):
    """The file is not a certificate."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key (PKCS #8, DER) and its certificate (DER)."""

    private: bytes = field(repr=False)
    certificate: bytes

    @classmethod
    def generate(cls, office_id: str, now: datetime) -> "SigningKey":
        """Make a key and a certificate in the name of the office number, valid ten years."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"EasyCare office {office_id}")])
        certificate = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now)
            .not_valid_after(now + timedelta(days=_VALID_DAYS))
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_signing_only(), critical=True)
            .sign(key, hashes.SHA256())
        )
        private = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        return cls(private, certificate.public_bytes(Encoding.DER))

    def sign(self, message: bytes) -> bytes:
        """Return the raw signature: r and s, 32 bytes each; one message gives one signature."""
        key = load_der_private_key(self.private, password=None)
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            raise SignatureBrokenError
        r, s = decode_dss_signature(key.sign(message, _REPEATABLE))
        return r.to_bytes(_HALF, "big") + s.to_bytes(_HALF, "big")


def verify_signature(certificate: bytes, message: bytes, signature: bytes) -> None:
    """Accept a raw signature under a DER certificate or raise `SignatureBrokenError`."""
    public = x509.load_der_x509_certificate(certificate).public_key()
    if not isinstance(public, ec.EllipticCurvePublicKey) or len(signature) != SIGNATURE_BYTES:
        raise SignatureBrokenError
    r = int.from_bytes(signature[:_HALF], "big")
    s = int.from_bytes(signature[_HALF:], "big")
    try:
        public.verify(encode_dss_signature(r, s), message, _ALGORITHM)
    except InvalidSignature:
        raise SignatureBrokenError from None


def certificate_pem(*certificates: bytes) -> bytes:
    """Return certificates (DER) as the text that is handed to others (PEM), in their order."""
    found = (x509.load_der_x509_certificate(each) for each in certificates)
    return b"".join(each.public_bytes(Encoding.PEM) for each in found)


def certificates_from_file(content: bytes) -> tuple[bytes, ...]:
    """Return every certificate (DER) in a PEM or DER file; raise `CertificateUnreadableError`."""
    try:
        if content.lstrip().startswith(b"-----"):
            found = x509.load_pem_x509_certificates(content)
        else:
            found = [x509.load_der_x509_certificate(content)]
    except ValueError:
        raise CertificateUnreadableError from None
    return tuple(each.public_bytes(Encoding.DER) for each in found)


def validity(certificate: bytes) -> tuple[datetime, datetime]:
    """Return from when until when a certificate (DER) is valid, in UTC."""
    found = x509.load_der_x509_certificate(certificate)
    return found.not_valid_before_utc, found.not_valid_after_utc


def _signing_only() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
