"""Signatures inside PDF files (PAdES). pyHanko is imported when one is made or judged."""

import io
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from easycare_desktop.security.signing import SigningKey

if TYPE_CHECKING:
    from pyhanko.sign.signers import PdfSigner
    from pyhanko.sign.signers.pdf_signer import PdfSigningSession
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

_FIELD = "EasyCare"
_SIGNED = b"/ByteRange"


@dataclass(frozen=True, slots=True)
class PdfSignature:
    """What is known of the signature in a PDF. `intact`: the whole file is what was signed.

    `certificate`: DER, empty where the file is too broken to tell.
    """

    intact: bool
    certificate: bytes
    signed_at: datetime | None


def sign_pdf(pdf: bytes, key: SigningKey, at: datetime) -> bytes:
    """Return the PDF with an invisible signature appended; the bytes before stay as they are."""
    from asn1crypto.keys import PrivateKeyInfo
    from asn1crypto.x509 import Certificate
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner

    registry: Any = import_module("pyhanko_certvalidator.registry")
    signer = SimpleSigner(
        signing_cert=Certificate.load(key.certificate),
        signing_key=PrivateKeyInfo.load(key.private),
        cert_registry=registry.SimpleCertificateStore(),
    )
    how = PdfSignatureMetadata(
        field_name=_FIELD, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES
    )
    writer, out = IncrementalPdfFileWriter(io.BytesIO(pdf)), io.BytesIO()
    _signer_at(at)(how, signer).sign_pdf(writer, output=out)
    return out.getvalue()


def get_ready() -> None:
    """Import what signs, so that the first signature comes at once."""
    import_module("pyhanko.sign.signers")


def _signer_at(at: datetime) -> "type[PdfSigner]":
    """Return pyHanko's signer with the clock of the office instead of that of the system."""
    from pyhanko.sign.signers import PdfSigner

    class SignerAt(PdfSigner):
        @override
        def init_signing_session(self, *args: Any, **keywords: Any) -> "PdfSigningSession":
            session = super().init_signing_session(*args, **keywords)
            session.system_time = at
            return session

    return SignerAt


def read_pdf_signature(pdf: bytes) -> PdfSignature | None:
    """Return what the signature of a PDF is worth, or None where there is none.

    Judged by pyHanko's bottom line and only over the whole file: whatever was appended later, or
    a second signature, makes it not intact. Who signed is left to whoever knows the certificate.
    """
    if _SIGNED not in pdf:
        return None
    from pyhanko.pdf_utils.reader import PdfFileReader

    try:
        found = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
        if len(found) != 1:
            return PdfSignature(intact=False, certificate=b"", signed_at=None)
        return _judged(found[0])
    except Exception:  # noqa: BLE001 - a signed file that cannot be read is not what was signed
        return PdfSignature(intact=False, certificate=b"", signed_at=None)


def _judged(signature: "EmbeddedPdfSignature") -> PdfSignature:
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.status import SignatureCoverageLevel
    from pyhanko_certvalidator import ValidationContext

    signer = signature.signer_cert
    at = signature.self_reported_timestamp
    context = ValidationContext(trust_roots=[signer], allow_fetching=False, moment=at)
    status = validate_pdf_signature(signature, context)
    whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    return PdfSignature(bool(status.bottom_line) and whole, signer.dump(), at)
