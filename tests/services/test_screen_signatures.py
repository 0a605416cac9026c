"""Signatures on the screen: sealed with their time and text, printed on the copy."""

import io
from datetime import date, timedelta

import pikepdf
import pytest
from PIL import Image, ImageDraw

from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.consents import Capacity, ConsentMethod, ConsentResult, Signer
from easycare_desktop.domain.people import Person
from easycare_desktop.domain.signatures import ScreenSignature, SignatureMissingError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.consents import Said
from easycare_desktop.services.papers import PaperKind
from tests.helpers.cases import NAME, intake_of, register

SIGNER = Signer(NAME, Capacity.SELF)
TODAY = date(2026, 11, 23)


def drawn(services: Services) -> ScreenSignature:
    image = Image.new("RGBA", (300, 90), (0, 0, 0, 0))
    ImageDraw.Draw(image).line([(10, 60), (90, 20), (150, 70), (280, 30)], (20, 24, 60), 5)
    out = io.BytesIO()
    image.save(out, "PNG")
    return ScreenSignature(out.getvalue(), services.office.clock.now(), "2026-1", "ab" * 32)


def consent(services: Services, person: Person, signature: ScreenSignature | None) -> None:
    said = [
        Said(each.code, ConsentResult.GIVEN) for each in services.consents.purposes_for(person.kind)
    ]
    services.consents.record(person.id, said, SIGNER, ConsentMethod.IN_PERSON, TODAY, signature)


def pictures_in(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return sum(len(page.get_images()) for page in document.pages)


def copy_of(services: Services, kind: PaperKind, person: Person) -> tuple[str, int]:
    pdf = services.papers.make(kind, person.id, "본인에게 드리기").pdf
    return text_of(pdf), pictures_in(pdf)


def test_a_consent_signed_on_the_screen_is_printed_on_its_copy(services: Services):
    person = register(services)
    consent(services, person, None)
    before, pictures = copy_of(services, PaperKind.CONSENT_FORM, person)
    assert "화면에서 서명함" not in before
    assert "☑" not in before
    assert pictures == 0
    signature = drawn(services)
    consent(services, person, signature)
    line = services.consents.lines_of(person.id)[0]
    evidence = services.consents.evidence(line)
    assert evidence is not None
    assert (evidence.content, evidence.media) == (signature.png, "image/png")
    folder = services.office.info.folder / "files"
    assert all(signature.png[:64] not in each.read_bytes() for each in folder.iterdir())
    text, pictures = copy_of(services, PaperKind.CONSENT_FORM, person)
    assert "화면에서 서명함 2026-11-23 10:00:00 · 문구 2026-1판" in text
    assert "☑" in text
    assert pictures >= 1


def test_the_copy_shows_no_signature_under_words_it_was_not_given_for(services: Services):
    person = register(services)
    consent(services, person, drawn(services))
    services.consents.record(
        person.id,
        [Said("marketing", ConsentResult.REFUSED)],
        SIGNER,
        ConsentMethod.PHONE,
        TODAY,
    )
    text, pictures = copy_of(services, PaperKind.CONSENT_FORM, person)
    assert "화면에서 서명함" not in text
    assert pictures == 0


def test_a_request_signed_on_the_screen_is_printed_as_it_was_taken_in(services: Services):
    person = register(services)
    wish = TODAY + timedelta(days=5)
    request = services.requests.take(intake_of(services, person, wish_on=wish), drawn(services))
    text, pictures = copy_of(services, PaperKind.CANCELLATION_FORM, person)
    assert request.number in text
    assert f"{wish:%Y-%m-%d}" in text
    assert "화면에서 서명함" in text
    assert pictures >= 1


def test_nothing_drawn_is_no_signature(services: Services):
    with pytest.raises(SignatureMissingError):
        ScreenSignature(b"", services.office.clock.now(), "2026-1", "")
