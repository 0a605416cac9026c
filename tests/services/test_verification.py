"""A stranger checks certificates and ledger with nothing but what was handed out."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw

from easycare_desktop.documents.person_copy import PersonSaid
from easycare_desktop.documents.preview import text_of
from easycare_desktop.security.signed_code import code_text, read_code, sign_facts
from easycare_desktop.security.signing import SigningKey, validity
from easycare_desktop.services.verification import (
    Question,
    Reason,
    Verdict,
    verify,
)
from easycare_desktop.system.clock import SEOUL
from tests.helpers.cases import NAME
from tests.helpers.handed_out import OTHER, Case, picture, png, reasons
from tests.helpers.qr import picture_of_code


def test_what_the_office_handed_out_fits(case: Case):
    found = verify(Question(case.filed, (case.certificate,), case.ledger))
    assert found.verdict is Verdict.MATCH
    assert reasons(found) == {
        Reason.SIGNATURE_HOLDS,
        Reason.CODE_HOLDS,
        Reason.LEDGER_HOLDS,
        Reason.LEDGER_HEAD_FITS,
    }
    assert found.facts is not None
    assert found.facts.subject == "D2026-0001"


def test_the_copy_of_the_person_fits_its_own_name_and_salt(case: Case):
    found = verify(Question(case.person, (case.certificate,), case.later))
    assert found.verdict is Verdict.MATCH
    assert Reason.PERSON_FITS in reasons(found)


def test_without_a_certificate_nothing_is_claimed(case: Case):
    found = verify(Question(case.filed))
    assert found.verdict is Verdict.UNCLEAR
    assert reasons(found) == {Reason.SIGNER_UNKNOWN}
    assert len(found.signer) == 64


def test_the_certificate_of_another_office_does_not_fit(case: Case):
    found = verify(Question(case.filed, (OTHER.certificate,)))
    assert found.verdict is Verdict.MISMATCH
    assert reasons(found) == {Reason.SIGNED_BY_OTHER, Reason.CODE_OF_OTHER}
    scanned = verify(Question(png(picture(case.filed)), (OTHER.certificate,)))
    assert scanned.verdict is Verdict.MISMATCH
    assert Reason.CODE_OF_OTHER in reasons(scanned)


def test_an_edited_file_does_not_fit(case: Case):
    forged = case.filed.replace(b"%PDF-1.", b"%PDF-1.", 1).replace(b"/Subject", b"/Sobject", 1)
    assert forged != case.filed
    found = verify(Question(forged, (case.certificate,)))
    assert found.verdict is Verdict.MISMATCH
    assert Reason.SIGNATURE_BROKEN in reasons(found)


def test_an_edit_saved_behind_the_signature_does_not_fit(case: Case):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(case.filed)) as document:
        document.docinfo["/Title"] = "another"
        document.save(out)
    found = verify(Question(out.getvalue(), (case.certificate,)))
    assert found.verdict is Verdict.MISMATCH
    assert Reason.SIGNATURE_BROKEN in reasons(found)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_checked_by_its_code_alone_and_says_so(case: Case, kind: str):
    found = verify(Question(png(picture(case.filed), kind), (case.certificate,), case.ledger))
    assert found.verdict is Verdict.CODE_ONLY
    assert {Reason.ONLY_CODE, Reason.CODE_HOLDS, Reason.LEDGER_HEAD_FITS} <= reasons(found)


def test_a_scan_saved_as_pdf_is_checked_by_its_code(case: Case):
    scanned = png(picture(case.filed), "PDF")
    assert scanned.startswith(b"%PDF-")
    found = verify(Question(scanned, (case.certificate,)))
    assert found.verdict is Verdict.CODE_ONLY
    assert reasons(found) == {Reason.NOT_SIGNED, Reason.CODE_HOLDS}


def test_a_picture_without_a_certificate_shows_its_facts_only(case: Case):
    found = verify(Question(png(picture(case.filed))))
    assert found.verdict is Verdict.UNCLEAR
    assert Reason.CODE_UNCHECKED in reasons(found)
    assert found.facts is not None


def _crooked(image: Image.Image) -> Image.Image:
    return image.rotate(4, expand=True, fillcolor=(255, 255, 255))


def _noisy(image: Image.Image) -> Image.Image:
    return Image.blend(image.convert("L"), Image.effect_noise(image.size, 120), 0.35)


def _upside_down(image: Image.Image) -> Image.Image:
    return image.rotate(180)


def _dim(image: Image.Image) -> Image.Image:
    return image.convert("L").point(lambda value: 60 + value // 3)


def test_a_repainted_picture_is_never_said_to_fit(case: Case):
    forged = picture(case.filed)
    draw = ImageDraw.Draw(forged)
    draw.rectangle((0, 0, forged.width, forged.height // 2), fill="white")
    draw.text((60, 60), "COMPLETE", fill="black")
    found = verify(Question(png(forged), (case.certificate,)))
    assert found.verdict in {Verdict.CODE_ONLY, Verdict.UNCLEAR}


def test_a_paper_is_held_to_the_time_of_its_certificate(case: Case):
    facts = read_facts(case)
    begun, ends = validity(case.certificate)

    def judged(day: date, *certificates: bytes) -> set[Reason]:
        code = code_text(sign_facts(replace(facts, issued_on=day), case.key))
        return reasons(verify(Question(png(picture_of_code(code)), certificates)))

    last = ends.astimezone(SEOUL).date()
    assert Reason.SIGNED_LATE not in judged(last, case.certificate)
    assert Reason.SIGNED_LATE in judged(last + timedelta(days=1), case.certificate)
    changed = begun.astimezone(SEOUL) + timedelta(days=30)
    newer = SigningKey.generate("f3a1c2", changed).certificate
    assert Reason.KEY_RETIRED not in judged(changed.date(), newer, case.certificate)
    assert Reason.KEY_RETIRED in judged(changed.date() + timedelta(days=1), newer, case.certificate)


@pytest.mark.parametrize("harm", [_crooked, _noisy, _upside_down, _dim])
def test_bad_scans_are_read_too(case: Case, harm: Callable[[Image.Image], Image.Image]):
    found = verify(Question(png(harm(picture(case.filed))), (case.certificate,)))
    assert found.verdict is Verdict.CODE_ONLY


def test_a_forged_fact_in_the_code_is_seen(case: Case):
    code = read_code(code_text(sign_facts(read_facts(case), case.key)))
    true = png(picture_of_code(code_text(code.message + code.signature)))
    assert verify(Question(true, (case.certificate,))).verdict is Verdict.CODE_ONLY
    forged = bytearray(code.message)
    forged[18] += 1
    text = code_text(bytes(forged) + code.signature)
    found = verify(Question(png(picture_of_code(text)), (case.certificate,)))
    assert found.verdict is Verdict.MISMATCH
    assert Reason.CODE_FORGED in reasons(found)
    assert found.facts is not None
    assert found.facts.count == read_facts(case).count + 1


def read_facts(case: Case):
    facts = verify(Question(case.filed, (case.certificate,))).facts
    assert facts is not None
    return facts


def test_a_code_signed_by_somebody_else_in_our_name_is_seen(case: Case):
    facts = read_facts(case)
    text = code_text(sign_facts(facts, OTHER))
    found = verify(Question(png(picture_of_code(text)), (case.certificate,)))
    assert Reason.CODE_FORGED in reasons(found)


def test_a_wrong_salt_name_or_number_is_seen(case: Case):
    facts = read_facts(case)
    said = verify(Question(case.person, (case.certificate,)))
    assert Reason.PERSON_FITS in reasons(said)
    right = person_of(case)
    scan = png(picture(case.person))
    assert facts.is_tied
    assert Reason.PERSON_FITS in reasons(verify(Question(scan, (case.certificate,), person=right)))
    for wrong in (
        replace(right, salt="0" * 32),
        replace(right, name="홍길동"),
        replace(right, number="P-00003"),
    ):
        found = verify(Question(scan, (case.certificate,), person=wrong))
        assert found.verdict is Verdict.MISMATCH
        assert Reason.PERSON_DIFFERS in reasons(found)


def person_of(case: Case) -> PersonSaid:
    text = "".join(text_of(case.person).split())
    return PersonSaid(NAME, "P-00002", text.split("대조용난수")[1][:32])


def test_other_papers_and_files_are_unclear(case: Case):
    blank = png(Image.new("RGB", (400, 400), "white"))
    assert reasons(verify(Question(blank, (case.certificate,)))) == {
        Reason.ONLY_CODE,
        Reason.CODE_MISSING,
    }
    foreign = png(picture_of_code("HTTPS://EXAMPLE.KR"))
    assert Reason.CODE_FOREIGN in reasons(verify(Question(foreign, (case.certificate,))))
    for content in (b"", b"hello", b"%PDF-1.7 broken", b"\x89PNG\r\n\x1a\nbroken"):
        found = verify(Question(content, (case.certificate,)))
        assert found.verdict is Verdict.UNCLEAR
        assert Reason.FILE_UNREADABLE in reasons(found)
    document = pypdfium2.PdfDocument.new()
    document.new_page(300, 300)
    out = io.BytesIO()
    document.save(out)
    document.close()
    assert verify(Question(out.getvalue(), (case.certificate,))).verdict is Verdict.UNCLEAR
