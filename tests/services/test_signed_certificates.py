"""Certificates of a real office: signed by its officer, read back from paper."""

import io

import pytest
from PIL import Image

from easycare_desktop.documents.code_reading import codes_in_pdf, codes_in_picture
from easycare_desktop.documents.preview import render_page, text_of
from easycare_desktop.domain.destruction import Plan
from easycare_desktop.domain.signed_facts import CertificateSort, Outcome
from easycare_desktop.security.accounts import NotAnOfficerError
from easycare_desktop.security.pades import read_pdf_signature
from easycare_desktop.security.signed_code import read_code
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.commitment import commitment
from easycare_desktop.services.papers import MadePaper, PaperKind
from easycare_desktop.storage.keys.refusals import WrongLoginError
from tests.helpers.cases import NAME, approved, known_person
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD, SECOND
from tests.helpers.offices import OfficeHome

PURPOSE = "본인 교부"


def destroyed(services: Services) -> Plan:
    plan = approved(services, known_person(services))
    return services.destruction_run.run(plan.id).plan


def as_picture(paper: MadePaper, dpi: int) -> bytes:
    page = render_page(paper.pdf, 0, dpi)
    out = io.BytesIO()
    Image.frombytes("RGB", (page.width, page.height), page.pixels).save(out, "PNG")
    return out.getvalue()


def test_a_certificate_is_signed_and_its_code_read_at_200_dpi(services: Services):
    plan = destroyed(services)
    paper = services.papers.make(PaperKind.CERTIFICATE, plan.id, PURPOSE)
    certificate = services.office.keys.certificate()
    signature = read_pdf_signature(paper.pdf)
    assert signature is not None
    assert (signature.intact, signature.certificate) == (True, certificate)
    assert signature.signed_at == services.office.clock.now()
    code = read_code(next(iter(codes_in_picture(as_picture(paper, 200)))))
    code.check(certificate)
    facts = code.facts
    assert (facts.sort, facts.outcome) == (CertificateSort.FILE_COPY, Outcome.PARTIAL)
    assert (facts.paper, facts.subject) == (paper.number, plan.number)
    assert facts.count == len(plan.doomed)
    entries = services.office.keys.ledger_entries()
    assert entries[facts.sequence - 1].hash.startswith(facts.entry)
    assert facts.content.hex()[:12] in text_of(paper.pdf)


def test_both_copies_carry_the_same_tie(services: Services):
    plan = destroyed(services)
    kinds = (PaperKind.CERTIFICATE, PaperKind.CERTIFICATE_PERSON)
    papers = [services.papers.make(kind, plan.id, PURPOSE) for kind in kinds]
    ties = [read_code(next(codes_in_pdf(paper.pdf))).facts.tie for paper in papers]
    assert ties[0] == ties[1] != bytes(12)
    text = "".join(text_of(papers[1].pdf).split())
    salt = text.split("대조용난수")[1][:32]
    assert bytes.fromhex(commitment(salt, NAME, "P-00002")).startswith(ties[0])
    assert salt not in text_of(papers[0].pdf)


def test_a_clerk_makes_it_unsigned_or_an_officer_signs_in_place(
    home: OfficeHome, services: Services
):
    plan = destroyed(services)
    services.office.close()
    office = home.open(CLERK, OTHERS_PASSWORD)
    by_clerk = Services(office)
    by_clerk.start()
    paper = by_clerk.papers.make(PaperKind.CERTIFICATE, plan.id, PURPOSE)
    in_place = by_clerk.papers.make(
        PaperKind.CERTIFICATE, plan.id, PURPOSE, (SECOND, OTHERS_PASSWORD)
    )
    second = next(a for a in office.keys.accounts() if a.login == SECOND)
    certificate = office.keys.certificate()
    with pytest.raises(NotAnOfficerError):
        by_clerk.papers.make(PaperKind.CERTIFICATE, plan.id, PURPOSE, (CLERK, OTHERS_PASSWORD))
    with pytest.raises(WrongLoginError):
        by_clerk.papers.make(PaperKind.CERTIFICATE, plan.id, PURPOSE, (SECOND, "wrong"))
    office.close()
    office = home.open()
    signed = next(e for e in Services(office).log.newest() if e.action == "papers.sign")
    office.close()
    assert signed.account_id == second.id
    assert read_code(next(codes_in_pdf(in_place.pdf))).is_of(certificate)
    assert read_pdf_signature(in_place.pdf).certificate == certificate
    assert read_pdf_signature(paper.pdf) is None
    assert list(codes_in_pdf(paper.pdf)) == []
    assert "전자서명없음" in "".join(text_of(paper.pdf).split())
