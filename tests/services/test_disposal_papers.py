"""Papers of the registers: labels, certificates of media and paper, one line each in the list."""

import pytest

from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.registers import RegisterItem, RegisterKind
from easycare_desktop.domain.signed_facts import CertificateSort, Outcome
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.registers import DisposalForm
from easycare_desktop.services.verification import Question, Verdict, verify
from easycare_desktop.storage.repositories.registers import RegisterItemNotFoundError
from tests.services.test_registers import PHOTO, box, form_of, medium

PURPOSE = "기관 보관"


def words(services: Services, kind: PaperKind, subject: int) -> str:
    return "".join(text_of(services.papers.make(kind, subject, PURPOSE).pdf).split())


def media(services: Services) -> list[RegisterItem]:
    return [medium(services, serial=f"WD-{number}") for number in range(3)]


def checked(services: Services, kind: PaperKind, subject: int):
    paper = services.papers.make(kind, subject, PURPOSE)
    certificate = services.office.keys.certificate()
    ledger = "\n".join(services.office.keys.ledger_export())
    found = verify(Question(paper.pdf, (certificate,), ledger))
    assert found.verdict is Verdict.MATCH
    assert found.facts is not None
    return found.facts


def test_the_label_of_a_box(services: Services):
    said = words(services, PaperKind.BOX_LABEL, box(services, compartment="3칸").id)
    for part in ("B-0001", "2026년수급자서류", "가·3칸", "봉열쇠"):
        assert part in said


def test_one_medium_and_the_list_of_all(services: Services):
    entries = media(services)
    made = services.registers.dispose(form_of(services, *entries, photos=(PHOTO,)))
    one = words(services, PaperKind.MEDIUM_CERTIFICATE, entries[1].id)
    assert "WD-1" in one
    assert "WD-2" not in one
    assert "물리파괴" in one
    whole = words(services, PaperKind.MEDIA_CERTIFICATE, made.id)
    assert all(f"WD-{number}" in whole for number in range(3))
    facts = checked(services, PaperKind.MEDIA_CERTIFICATE, made.id)
    assert (facts.sort, facts.subject, facts.count) == (CertificateSort.MEDIA, made.number, 3)
    assert facts.outcome is Outcome.COMPLETE
    facts = checked(services, PaperKind.MEDIUM_CERTIFICATE, entries[0].id)
    assert (facts.sort, facts.count) == (CertificateSort.MEDIUM, 1)


def test_no_certificate_for_a_medium_that_is_still_here(services: Services):
    with pytest.raises(RegisterItemNotFoundError):
        services.papers.make(PaperKind.MEDIUM_CERTIFICATE, medium(services).id, PURPOSE)


def test_paper_nobody_saw_go_is_only_partly_done(services: Services):
    made = services.registers.dispose(form_of(services, box(services), values={"place": "마당"}))
    assert "일부완료" in words(services, PaperKind.PRINTED_CERTIFICATE, made.id)
    facts = checked(services, PaperKind.PRINTED_CERTIFICATE, made.id)
    assert (facts.sort, facts.outcome) == (CertificateSort.PRINTED, Outcome.PARTIAL)


def test_the_list_of_disposals(services: Services):
    services.registers.dispose(form_of(services, box(services)))
    copy = services.registers.add(
        RegisterKind.OUTSIDE, {"where": "chat", "label": "요양보호사 대화방"}
    )
    form: DisposalForm = form_of(services, copy)
    services.registers.dispose(form)
    said = words(services, PaperKind.DISPOSAL_LEDGER, 0)
    for part in ("W2026-0001", "서류함B-0001", "파쇄", "W2026-0002", "바깥사본O-0001", "삭제확인"):
        assert part in said
