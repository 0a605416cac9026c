"""보완요청서, 위임장, 파기 요청서, 개별계정 운영 확인서."""

from dataclasses import replace
from datetime import date

from easycare_desktop.documents.contents.account_statement import AccountRow, AccountStatement
from easycare_desktop.documents.contents.destruction_request import (
    DestructionRequest,
    RequestedGroup,
    StayingGroup,
)
from easycare_desktop.documents.contents.pledge import Pledge
from easycare_desktop.documents.contents.power_of_attorney import Party, Power, PowerOfAttorney
from easycare_desktop.documents.contents.supplement_request import MissingThing, SupplementRequest
from easycare_desktop.documents.values import Addressee, Signer
from tests.documents.samples.office import (
    ANXIOUS,
    FACTS,
    LONG_OFFICE,
    LONG_PERSON,
    OFFICE,
    PERSON,
    PRACTICE,
    TODAY,
)


def sample_supplement() -> SupplementRequest:
    return SupplementRequest(
        office=OFFICE,
        facts=FACTS,
        addressee=PERSON,
        request_number="2026-0147",
        request_kind="급여계약 해지·동의철회 · 전부",
        received_on=date(2026, 11, 23),
        subject="P-00128",
        missing=(
            MissingThing(
                "위임장", "본인이 아닌 분이 신청하셨으므로, 본인이 맡기셨음을 확인합니다."
            ),
            MissingThing("신분증 사본", "신청하신 분이 누구인지 확인합니다."),
            MissingThing("신청서의 서명", "신청인 서명란이 비어 있습니다."),
        ),
        asked_on=TODAY,
        until=date(2026, 12, 1),
        asked_by="박담당",
        remark="지난번에 내신 위임장에는 맡기신 날이 적혀 있지 않았습니다.",
    )


def sample_supplement_long() -> SupplementRequest:
    known = sample_supplement()
    return replace(
        known,
        office=LONG_OFFICE,
        facts=ANXIOUS,
        addressee=LONG_PERSON,
        missing=known.missing * 4,
        remark=known.remark * 6,
    )


def sample_supplement_bare() -> SupplementRequest:
    return replace(sample_supplement(), missing=(), addressee=replace(PERSON, address=""))


def sample_supplement_blank() -> SupplementRequest:
    return SupplementRequest(
        office=OFFICE,
        facts=FACTS,
        addressee=Addressee(""),
        request_number="",
        request_kind="",
        received_on=None,
        subject="",
        missing=(MissingThing("", ""),) * 4,
        asked_on=None,
        until=None,
        asked_by="",
    )


def sample_attorney() -> PowerOfAttorney:
    return PowerOfAttorney(
        office=OFFICE,
        facts=FACTS,
        agent=Party(
            "홍가상", date(1970, 5, 4), "010-0000-0043", "서울특별시 가상구 연습로 34", "아들"
        ),
        principal=Party(
            "홍길동", date(1941, 3, 5), "010-0000-0042", "서울특별시 가상구 연습로 34, 101동 1203호"
        ),
        powers=frozenset({Power.WITHDRAW, Power.CANCEL}),
        signed_on=TODAY,
        signer=Signer("홍길동"),
    )


def sample_attorney_blank() -> PowerOfAttorney:
    return PowerOfAttorney(PRACTICE, FACTS, Party(), Party())


def sample_attorney_long() -> PowerOfAttorney:
    far = Party(
        LONG_PERSON.name,
        date(1941, 3, 5),
        "010-0000-0042",
        LONG_PERSON.address,
        "외손자며느리의 오빠",
    )
    return replace(sample_attorney(), office=LONG_OFFICE, facts=ANXIOUS, agent=far, principal=far)


def sample_destroy_request() -> DestructionRequest:
    return DestructionRequest(
        office=OFFICE,
        facts=FACTS,
        plan_number="D2026-0007",
        written_on=TODAY,
        written_by="박담당",
        persons="P-00128 (수급자)",
        going=(
            RequestedGroup("기본·연락처", 1, date(2023, 2, 1), "본인 확인과 연락", "계약"),
            RequestedGroup("건강", 1, date(2023, 2, 1), "몸 상태에 맞는 급여", "동의"),
            RequestedGroup("사진", 12, date(2024, 5, 3), "소식지 게재", "동의"),
        ),
        staying=(
            StayingGroup(
                "급여계약·급여제공기록",
                "노인장기요양보험법 시행규칙 제27조제4항",
                date(2031, 11, 20),
            ),
        ),
        cause="이용취소 신청 (접수번호 2026-0147)",
        due_on=date(2026, 11, 29),
        backup="백업에는 열쇠가 없습니다. 등록한 열쇠 보관처 2곳을 새 열쇠로 바꿉니다.",
        media="이 파기로 버리는 매체는 없습니다.",
        outside=(("종이 서류", "아직 확인하지 않음"), ("직원 휴대전화", "없음")),
        note="보호자 요청으로 사진을 먼저 파기합니다.",
        digest="9f2c1a7be04d55aa" * 4,
    )


def sample_destroy_request_done() -> DestructionRequest:
    return replace(
        sample_destroy_request(),
        office=LONG_OFFICE,
        facts=ANXIOUS,
        going=tuple(
            replace(sample_destroy_request().going[each % 3], label=f"항목군 {each + 1}")
            for each in range(24)
        ),
        approved_on=TODAY,
        approved_by="이보호",
        carried_out_on=TODAY,
        handled_by="박담당",
        note="긴 특기사항입니다. " * 12,
    )


def sample_destroy_request_bare() -> DestructionRequest:
    return replace(sample_destroy_request(), going=(), staying=(), outside=(), note="", digest="")


def sample_accounts() -> AccountStatement:
    return AccountStatement(
        OFFICE,
        FACTS,
        TODAY,
        (
            AccountRow("이보호", "책임자", "사용 중", date(2026, 3, 2), date(2026, 9, 1)),
            AccountRow("박담당", "담당", "사용 중", date(2026, 3, 2), date(2026, 10, 7)),
            AccountRow("최새봄", "열람", "사용 중", TODAY, TODAY, first_password=True),
            AccountRow("정떠남", "담당", "막음", date(2026, 3, 2), date(2026, 6, 1), active=False),
        ),
    )


def sample_accounts_long() -> AccountStatement:
    rows = sample_accounts().rows
    long = replace(rows[0], name=LONG_PERSON.name)
    return replace(sample_accounts(), office=LONG_OFFICE, facts=ANXIOUS, rows=(long, *rows * 10))


def sample_accounts_empty() -> AccountStatement:
    return replace(sample_accounts(), rows=())


def sample_pledge() -> Pledge:
    return Pledge(
        OFFICE,
        FACTS,
        name="박가상",
        birth=date(1975, 5, 5),
        number="P-00031",
        job="요양보호사",
        hired_on=date(2026, 11, 2),
    )


def sample_pledge_blank() -> Pledge:
    return Pledge(LONG_OFFICE, ANXIOUS)
