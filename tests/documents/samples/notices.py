"""Receipts, notices, answers and the recovery sheet."""

from dataclasses import replace
from datetime import date

from easycare_desktop.documents.contents.office_certificate import OfficeCertificate
from easycare_desktop.documents.contents.one_page_answer import ElsewhereItem, OnePageAnswer
from easycare_desktop.documents.contents.receipt import Receipt
from easycare_desktop.documents.contents.recovery_sheet import RecoverySheet
from easycare_desktop.documents.contents.result_notice import (
    HandedOver,
    Outcome,
    ResultNotice,
    SettlementResult,
    Unhandled,
)
from easycare_desktop.documents.contents.second_notice import EndedItem, SecondNotice
from easycare_desktop.documents.seal_picture import clean_seal
from easycare_desktop.documents.values import Look
from tests.documents.samples.office import (
    ANXIOUS,
    FACTS,
    GONE,
    KEPT,
    LONG_OFFICE,
    LONG_PERSON,
    NOW,
    OFFICE,
    PERSON,
    PRACTICE,
    RELIEF,
    TODAY,
    many_gone,
    many_kept,
)
from tests.helpers.seals import scanned_seal


def sample_receipt() -> Receipt:
    return Receipt(
        office=PRACTICE,
        facts=FACTS,
        addressee=PERSON,
        request_number="2026-0147",
        request_kind="이지케어 서비스 이용취소(동의철회) 신청",
        received_at=NOW,
        channel="방문",
        applicant="홍가상",
        capacity="위임받은 자, 아들",
        subject="홍길동 (관리번호 R-0042)",
        due_on=date(2026, 12, 4),
        taken_by="박담당",
        contact_phone="02-0000-1200",
        wish_on=date(2026, 11, 30),
        papers=("이용취소 신청서 1부", "신분증 사본(주민등록번호 뒷자리 가림) 1부", "위임장 1부"),
    )


def sample_receipt_long() -> Receipt:
    return replace(
        sample_receipt(),
        office=LONG_OFFICE,
        facts=ANXIOUS,
        addressee=LONG_PERSON,
        applicant=LONG_PERSON.name,
        subject=f"{LONG_PERSON.name} (관리번호 R-0042)",
        missing=("위임장 (본인 서명 또는 도장)", "주민등록번호 뒷자리를 가린 신분증 사본"),
    )


def sample_result() -> ResultNotice:
    return ResultNotice(
        office=OFFICE,
        facts=FACTS,
        addressee=PERSON,
        request_number="2026-0147",
        request_kind="이용취소(동의철회) 신청",
        received_on=date(2026, 11, 23),
        outcome=Outcome.ALL,
        issued_on=TODAY,
        gone=GONE,
        kept=KEPT,
        withdrawn=("사진·소식지", "생일 안내"),
        settlement=SettlementResult(refund=42_500, account="가상은행 ***-**-1234"),
        handed_over=HandedOver("종이 출력물 12장", "홍가상", date(2026, 11, 23)),
        certificate_number="2026-0098",
        relief=RELIEF,
    )


def sample_result_empty() -> ResultNotice:
    return replace(
        sample_result(),
        outcome=Outcome.REFUSED,
        gone=(),
        kept=(),
        withdrawn=(),
        settlement=None,
        handed_over=None,
        certificate_number="",
        unhandled=(
            Unhandled(
                "급여계약·급여제공기록의 삭제",
                "법이 정한 보존 기간이 끝나지 않아 지울 수 없습니다.",
                "개인정보 보호법 제36조제1항 단서, 노인장기요양보험법 시행규칙 제27조제4항",
            ),
        ),
    )


def sample_result_long() -> ResultNotice:
    return replace(
        sample_result(),
        office=replace(LONG_OFFICE, practice=True),
        facts=ANXIOUS,
        addressee=LONG_PERSON,
        gone=many_gone(14),
        kept=many_kept(14),
        open_points=("열쇠 보관처 「금고 USB」를 아직 바꾸지 못함", "공단 포털의 사본 미확인"),
    )


def sample_answer() -> OnePageAnswer:
    return OnePageAnswer(
        office=OFFICE,
        facts=FACTS,
        addressee=PERSON,
        person_number="R-0042",
        as_of=TODAY,
        gone=GONE,
        kept=KEPT,
        elsewhere=(
            ElsewhereItem("공단 전산망", "급여비용 자료를 공단이 자기 법에 따라 따로 보관합니다."),
            ElsewhereItem("세무 대리인", "장부 사본을 지웠다는 확인을 2026-11-24에 받았습니다."),
        ),
        certificate_numbers=("2026-0098",),
        key_places=2,
        key_places_replaced=2,
    )


def sample_answer_empty() -> OnePageAnswer:
    return replace(
        sample_answer(), gone=(), kept=(), elsewhere=(), certificate_numbers=(), key_places=0
    )


def sample_answer_long() -> OnePageAnswer:
    return replace(
        sample_answer(),
        office=replace(LONG_OFFICE, practice=True),
        addressee=LONG_PERSON,
        gone=many_gone(14),
        kept=many_kept(14),
        open_points=("열쇠 보관처 「금고 USB」를 아직 새 열쇠로 바꾸지 못했습니다.",),
        key_places_replaced=1,
    )


def sample_sheet() -> RecoverySheet:
    return RecoverySheet(
        office=OFFICE,
        facts=replace(FACTS, number="2026-K-3", purpose="금고 보관"),
        sheet_number=3,
        made_on=TODAY,
        groups=("A7KQM", "2WXRT", "9HJPN", "C4VEB", "YD8GS"),
        copy_label="두 장 가운데 첫째 장",
    )


def sample_office_certificate() -> OfficeCertificate:
    return OfficeCertificate(OFFICE, FACTS, TODAY, TODAY, date(2036, 11, 24))


def sample_receipt_own_look() -> Receipt:
    look = Look(
        version=3,
        signs=("사회복지사", "책임자", "센터장"),
        wording=(("receipt_after", "저희가 먼저 전화드립니다.\n오전에 오시면 빨리 처리됩니다."),),
    )
    seal = clean_seal(scanned_seal())
    return replace(sample_receipt(), office=replace(OFFICE, look=look, seal=seal))


def sample_second_notice() -> SecondNotice:
    return SecondNotice(
        office=OFFICE,
        facts=FACTS,
        addressee=PERSON,
        person_number="R-0042",
        issued_on=TODAY,
        ended=(
            EndedItem("급여계약", "노인장기요양보험법 시행규칙 제27조제4항", TODAY, NOW),
            EndedItem("본인부담금 결제", "국세기본법 제85조의3제2항", TODAY, NOW),
        ),
        others=False,
        certificate_number="D2031-0004",
    )


def sample_second_notice_long() -> SecondNotice:
    ended = tuple(EndedItem(each.label, each.article, TODAY, NOW) for each in many_kept(14))
    return replace(
        sample_second_notice(),
        office=replace(LONG_OFFICE, practice=True),
        addressee=LONG_PERSON,
        ended=ended,
        kept=many_kept(9),
        others=True,
        open_points=("열쇠 보관처 「금고 USB」를 아직 새 열쇠로 바꾸지 못했습니다.",),
    )
