"""Signing a certificate, code and PDF, against pyHanko alone on the same bytes."""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from time import process_time

from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from easycare_desktop.documents.press import press
from easycare_desktop.security.pades import read_pdf_signature, sign_pdf
from easycare_desktop.security.signing import SigningKey
from easycare_desktop.services.paper_sealing import sealed
from tests.benchmarks.measure import say, say_ratio
from tests.documents.samples.certificates import sample_certificate

ROUNDS = 40
NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
KEY = SigningKey.generate("a1b2c3d4e5f60718", NOW)


def alone(pdf: bytes) -> bytes:
    signer = SimpleSigner(
        signing_cert=Certificate.load(KEY.certificate),
        signing_key=PrivateKeyInfo.load(KEY.private),
        cert_registry=SimpleCertificateStore(),
    )
    how = PdfSignatureMetadata(field_name="A", subfilter=SigSeedSubFilter.PADES)
    return PdfSigner(how, signer).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf))).getvalue()


def ours(pdf: bytes) -> bytes:
    sealed(sample_certificate(), KEY)
    return sign_pdf(pdf, KEY, NOW)


def spent(work: Callable[[bytes], object], pdf: bytes) -> float:
    """Return milliseconds of processor time a round, the best of three series."""
    series = []
    for _ in range(3):
        begin = process_time()
        for _ in range(ROUNDS):
            work(pdf)
        series.append((process_time() - begin) / ROUNDS * 1000)
    return min(series)


def main() -> None:
    pdf = press(sample_certificate())
    spent(ours, pdf)
    bare, whole = spent(alone, pdf), spent(ours, pdf)
    signed = sign_pdf(pdf, KEY, NOW)
    judged = spent(read_pdf_signature, signed)
    say_ratio("SIGN", "code and signature of a certificate", whole, bare, 2.0)
    say("SIGN", f"judging {len(signed):,} bytes", judged, 50)


if __name__ == "__main__":
    main()
