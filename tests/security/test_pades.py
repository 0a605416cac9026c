import io
import subprocess
import sys
from datetime import UTC, datetime
from functools import cache

import pikepdf
import pytest
from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from easycare_desktop.documents.press import press
from easycare_desktop.security.pades import read_pdf_signature, sign_pdf
from easycare_desktop.security.signing import SigningKey
from tests.documents.samples.notices import sample_receipt

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
KEY = SigningKey.generate("a1b2c3d4e5f60718", NOW)


@cache
def paper() -> bytes:
    return press(sample_receipt())


@cache
def signed() -> bytes:
    return sign_pdf(paper(), KEY, NOW)


def test_a_signed_paper_holds():
    found = read_pdf_signature(signed())
    assert found is not None
    assert found.intact
    assert found.certificate == KEY.certificate
    assert found.signed_at == NOW


def test_the_bytes_before_the_signature_stay():
    assert signed().startswith(paper())


def test_an_unsigned_paper_has_no_signature():
    assert read_pdf_signature(paper()) is None


def test_an_edit_appended_later_is_seen():
    with pikepdf.open(io.BytesIO(signed())) as document:
        assert "/AcroForm" in document.Root
    update = (
        b"\n1 0 obj\n<< /Type /Catalog >>\nendobj\nxref\n0 0\ntrailer\n<< /Size 1 >>\nstartxref\n"
    )
    found = read_pdf_signature(signed() + update + str(len(signed())).encode() + b"\n%%EOF\n")
    assert found is not None
    assert not found.intact


def test_a_lawful_update_appended_later_is_seen_too():
    writer = IncrementalPdfFileWriter(io.BytesIO(signed()))
    writer.set_info(writer.add_object(writer.root.raw_get("/Pages").get_object()))
    out = io.BytesIO()
    writer.write(out)
    found = read_pdf_signature(out.getvalue())
    assert found is not None
    assert not found.intact


def test_a_second_signature_is_seen():
    found = read_pdf_signature(_signed_again())
    assert found is not None
    assert not found.intact


def _signed_again() -> bytes:
    other = SigningKey.generate("ffffffffffffffff", NOW)
    signer = SimpleSigner(
        signing_cert=Certificate.load(other.certificate),
        signing_key=PrivateKeyInfo.load(other.private),
        cert_registry=SimpleCertificateStore(),
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(signed()))
    out = PdfSigner(PdfSignatureMetadata(field_name="Second"), signer).sign_pdf(writer)
    return out.getvalue()


@pytest.mark.parametrize("part", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_flipped_byte_is_seen(part: float):
    assert read_pdf_signature(signed()).intact
    forged = bytearray(signed())
    forged[int(len(paper()) * part)] ^= 1
    found = read_pdf_signature(bytes(forged))
    assert found is not None
    assert not found.intact


def test_nothing_heavy_is_imported_before_it_is_needed():
    code = "import sys, easycare_desktop.security.pades; print('pyhanko' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
