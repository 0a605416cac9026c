import pytest

from easycare_desktop.domain.destruction import NotVerifiedError
from easycare_desktop.domain.people import PersonKind, PersonNotFoundError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import MadePaper, PaperKind, PurposeMissingError
from easycare_desktop.services.separated import ReadingPurpose
from tests.helpers.cases import GUARDIAN, NAME, approved, decided, intake_of, known_person, register
from tests.helpers.pdf_words import words_of

PURPOSE = "본인 교부"
BEFORE = {
    PaperKind.CONSENT_FORM: ["개인정보수집", NAME, "P-00002", "민감정보"],
    PaperKind.BLANK_CONSENT_FORM: ["개인정보수집", "시험방문요양센터"],
    PaperKind.CONSENT_REQUIRED: ["개인정보수집·이용동의서", NAME, "장기요양급여계약"],
    PaperKind.CONSENT_SENSITIVE: ["민감정보처리동의서", NAME, "건강에관한"],
    PaperKind.CONSENT_UNIQUE_ID: ["고유식별정보처리동의서", NAME, "외국인등록번호"],
    PaperKind.CONSENT_OPTIONAL: ["선택항목수집·이용동의서", NAME, "취미"],
    PaperKind.CONSENT_MARKETING: ["홍보·안내연락수신동의서", NAME, "전자우편"],
    PaperKind.CONSENT_PROVISION: ["개인정보제3자제공동의서", NAME, "치매안심센터"],
    PaperKind.BLANK_CONSENT_PART: ["개인정보수집·이용동의서", "장기요양급여계약"],
    PaperKind.GUARDIAN_CONSENT: ["법정대리인동의서", NAME, "성년후견인"],
    PaperKind.BLANK_GUARDIAN_CONSENT: ["법정대리인동의서", "시험방문요양센터"],
    PaperKind.POWER_OF_ATTORNEY: ["위임장", NAME, "홍보호", "자녀", "제38조제1항"],
    PaperKind.BLANK_POWER_OF_ATTORNEY: ["위임장", "시험방문요양센터"],
    PaperKind.BLANK_SUPPLEMENT: ["보완요청서", "시험방문요양센터"],
    PaperKind.PLEDGE: ["보안서약서", NAME, "제59조"],
    PaperKind.BLANK_PLEDGE: ["보안서약서", "시험방문요양센터"],
    PaperKind.ACCOUNT_STATEMENT: ["개별계정운영확인서", "박책임", "책임자"],
    PaperKind.PRINT_REGISTER: ["출력대장", "인쇄하거나저장한문서가없습니다"],
    PaperKind.CANCELLATION_FORM: ["이용취소신청서", NAME, "L0012345678", "제27조"],
    PaperKind.BLANK_CANCELLATION_FORM: ["이용취소신청서", "시험방문요양센터"],
    PaperKind.VENDOR_FORM: ["이용취소신청서", "시험방문요양센터", "99999000001"],
    PaperKind.RETENTION_TABLE: ["보유기간", "L-01", "노인장기요양보험법", "5년"],
    PaperKind.DISPOSAL_LEDGER: ["출력물·저장매체파기대장"],
    PaperKind.OFFICE_CERTIFICATE: ["기관인증서", "시험방문요양센터", "SHA-256", "2036-11-23"],
    PaperKind.LOG_LIST: ["접속기록", "박책임", "P-00002"],
    PaperKind.BACKUP_REGISTER: ["백업대장", "시험방문요양센터", "아직백업한적이없습니다"],
    PaperKind.ONE_PAGE_ANSWER: [NAME, "P-00002", "급여계약"],
    PaperKind.SEPARATED_LEDGER: ["분리보관"],
    PaperKind.READING_LEDGER: ["열람"],
    PaperKind.DESTRUCTION_LEDGER: ["파기관리대장"],
    PaperKind.BASIC_CARD: [NAME, "P-00002", "급여계약", "제27조", "5년", "홍보호", "가상고혈압"],
    PaperKind.TRANSFER_LIST: [NAME, "P-00002", "급여계약", "노인장기요양보험법"],
    PaperKind.BLANK_LOST_LIST: ["시험방문요양센터", "노인장기요양보험법"],
}
AFTER = {
    PaperKind.RECEIPT: ["접수증", "2026-0001", NAME, "12월3일"],
    PaperKind.DESTRUCTION_REQUEST: ["파기요청서", "D2026-0001", "P-00002", "제27조", "이책임"],
    PaperKind.RESULT_NOTICE: ["처리결과", "2026-0001", NAME, "D2026-0001", "12,000", "제27조"],
    PaperKind.CERTIFICATE: ["파기확인서", "D2026-0001", "P-00002", "열쇠", "이책임"],
    PaperKind.CERTIFICATE_PERSON: ["파기확인서", "D2026-0001", NAME],
    PaperKind.ONE_PAGE_ANSWER: [NAME, "P-00002", "D2026-0001", "2031"],
    PaperKind.DESTRUCTION_LEDGER: ["파기관리대장", "D2026-0001", "P-00002"],
    PaperKind.SEPARATED_LEDGER: ["분리보관", "P-00002", "급여제공기록", "제27조"],
    PaperKind.READING_LEDGER: ["열람", "P-00002", "분쟁"],
}


def missing(paper: MadePaper, expected: list[str]) -> list[str]:
    words = words_of(paper.pdf)
    return [each for each in [*expected, paper.number] if each not in words]


def test_papers_before_anything_ended(services: Services):
    person = known_person(services)
    services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=person.id)
    lost = {}
    for kind, expected in BEFORE.items():
        subject = person.id if kind.subject == "person" else 0
        lost[kind.code] = missing(services.papers.make(kind, subject, PURPOSE), expected)
    assert not {kind: words for kind, words in lost.items() if words}


def test_papers_after_a_destruction(services: Services):
    person = known_person(services)
    plan = approved(services, person)
    services.destruction_run.run(plan.id)
    kept = next(each for each in services.separated.list() if each.group == "payment")
    services.separated.open(kept.id, ReadingPurpose.DISPUTE, "영수증을 다툼")
    assert plan.request_id is not None
    subjects = {"person": person.id, "request": plan.request_id, "plan": plan.id, "none": 0}
    lost = {}
    for kind, expected in AFTER.items():
        paper = services.papers.make(kind, subjects[kind.subject], PURPOSE)
        lost[kind.code] = missing(paper, expected)
    assert not {kind: words for kind, words in lost.items() if words}


def test_the_copy_that_stays_names_nobody(services: Services):
    person = known_person(services)
    plan = approved(services, person)
    services.destruction_run.run(plan.id)
    words = words_of(services.papers.make(PaperKind.CERTIFICATE, plan.id, PURPOSE).pdf)
    assert NAME not in words
    assert "복구불가능" not in words
    ledger = words_of(services.papers.make(PaperKind.DESTRUCTION_LEDGER, 0, PURPOSE).pdf)
    assert NAME not in ledger


def test_every_kind_is_tried_here():
    of_registers = {kind for kind in PaperKind if kind.subject in {"item", "disposal"}}
    after_a_drill = {PaperKind.DRILL_REPORT}
    asked_apart = {PaperKind.SUPPLEMENT_REQUEST, PaperKind.ADDRESS_LABELS}
    after_years = {PaperKind.SECOND_NOTICE, PaperKind.RIGHTS_NOTICE}
    of_a_month = {PaperKind.LOG_REVIEW}
    elsewhere = of_registers | after_a_drill | asked_apart | after_years | of_a_month
    assert {*BEFORE, *AFTER} == set(PaperKind) - elsewhere


def test_a_paper_is_numbered_and_logged(services: Services):
    person = known_person(services)
    first = services.papers.make(PaperKind.CONSENT_FORM, person.id, PURPOSE)
    second = services.papers.make(PaperKind.RETENTION_TABLE, 0, PURPOSE)
    assert (first.number, second.number) == ("M2026-00001", "M2026-00002")
    entry = next(e for e in services.log.newest() if e.detail == "consent_form")
    assert (entry.action, entry.person_id) == ("papers.make", person.id)
    record = services.papers.all()[-1]
    assert (record.number, record.kind, record.purpose) == (first.number, "consent_form", PURPOSE)
    assert record.person_id == person.id


@pytest.mark.parametrize("purpose", ["", "  "])
def test_without_a_purpose_nothing_is_made(services: Services, purpose: str):
    with pytest.raises(PurposeMissingError):
        services.papers.make(PaperKind.RETENTION_TABLE, 0, purpose)
    assert services.papers.all() == []


def test_copies_are_counted_and_a_second_print_is_a_reissue(services: Services):
    request = services.requests.take(intake_of(services, register(services)))
    first = services.papers.make(PaperKind.RECEIPT, request.id, PURPOSE)
    assert not first.reissued
    services.papers.printed(first, 2)
    services.papers.saved(first)
    again = services.papers.make(PaperKind.RECEIPT, request.id, PURPOSE)
    assert again.reissued
    record = services.papers.all()[-1]
    assert (record.copies, record.saved) == (2, True)
    actions = [entry.action for entry in services.log.newest()]
    assert {"papers.print", "papers.save"} <= set(actions)


def test_papers_of_a_person_are_marked_once_one_of_the_kind_has_left(services: Services):
    person, other = register(services), register(services, "김가상")
    first = services.papers.make(PaperKind.BASIC_CARD, person.id, PURPOSE)
    assert not services.papers.make(PaperKind.BASIC_CARD, person.id, PURPOSE).reissued
    services.papers.saved(first)
    again = services.papers.make(PaperKind.BASIC_CARD, person.id, PURPOSE)
    assert again.reissued
    assert "재발행" in words_of(again.pdf)
    assert not services.papers.make(PaperKind.BASIC_CARD, other.id, PURPOSE).reissued
    assert not services.papers.make(PaperKind.ONE_PAGE_ANSWER, person.id, PURPOSE).reissued


def test_blank_forms_and_ledgers_are_new_ones_each_time(services: Services):
    for kind in (PaperKind.BLANK_POWER_OF_ATTORNEY, PaperKind.RETENTION_TABLE):
        services.papers.printed(services.papers.make(kind, 0, PURPOSE), 1)
        assert not services.papers.make(kind, 0, PURPOSE).reissued


def test_no_certificate_before_the_checks(services: Services):
    plan = decided(services, known_person(services)).plan
    with pytest.raises(NotVerifiedError):
        services.papers.make(PaperKind.CERTIFICATE, plan.id, PURPOSE)
    assert services.papers.all() == []


def test_no_form_for_whoever_is_gone(services: Services):
    person = known_person(services)
    services.destruction_run.run(approved(services, person).id)
    with pytest.raises(PersonNotFoundError):
        services.papers.make(PaperKind.CANCELLATION_FORM, person.id, PURPOSE)


def test_forms_of_every_kind_of_person(services: Services):
    words = [
        words_of(services.papers.make(PaperKind.BLANK_CONSENT_FORM, kind, PURPOSE).pdf)
        for kind in range(3)
    ]
    assert len(set(words)) == 3


def test_a_form_names_the_version_of_each_text_where_they_differ(services: Services):
    recipient, _, staff = (
        words_of(services.papers.make(PaperKind.BLANK_CONSENT_FORM, kind, PURPOSE).pdf)
        for kind in range(3)
    )
    assert "동의서문구2026-2판" in recipient
    assert "건강에관한민감정보의수집·이용(문구2026-1판)" in recipient
    assert "(문구2026-2판)" not in recipient
    assert ("운전" in recipient, "운전" in staff) == (False, True)
    assert "동의서문구2026-2판" in staff


def test_a_consent_form_says_how_long_and_not_by_which_article_the_rest_stays(services: Services):
    made = services.papers.make(PaperKind.BLANK_CONSENT_FORM, 0, PURPOSE)
    (_, rest) = words_of(made.pdf).split("동의없이처리하는항목과그근거")
    assert "급여가끝난날부터5년" in rest
    assert "마지막결제일부터5년" in rest
    assert "목적을다했습니다" not in rest
