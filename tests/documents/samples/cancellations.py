"""Cancellation forms of both relations."""

from dataclasses import replace
from datetime import date

from easycare_desktop.documents.contents.cancellation_form import (
    Afterwards,
    Attachment,
    CancelApplicant,
    CancellationForm,
    CancelReason,
    CareUser,
    ConsentToWithdraw,
    DataWish,
    Money,
    OfficeUse,
    Subscriber,
    Told,
)
from easycare_desktop.documents.values import GoingItem
from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.requests import Channel, Relation, RequestScope
from tests.documents.samples.office import (
    ANXIOUS,
    ENDED,
    FACTS,
    KEPT,
    LONG_OFFICE,
    LONG_PERSON,
    NOW,
    OFFICE,
    PERSON,
    PRACTICE,
    TODAY,
    many_kept,
)


def many_going(count: int) -> tuple[GoingItem, ...]:
    """Return `count` lines of what will go."""
    return tuple(
        GoingItem(f"{n + 1}. 사진(소식지)", "동의 철회", date(2026, 11, 29)) for n in range(count)
    )


def many_consents(count: int) -> tuple[ConsentToWithdraw, ...]:
    """Return `count` living consents."""
    return tuple(
        ConsentToWithdraw(
            f"{n + 1}. [선택] 활동사진의 수집과 소식지 게재", date(2023, 3, 2), withdraw=n % 2 == 0
        )
        for n in range(count)
    )


def sample_cancel_b() -> CancellationForm:
    return CancellationForm(
        office=OFFICE,
        facts=FACTS,
        relation=Relation.B,
        addressee=OFFICE.name,
        request_number="2026-0147",
        received_at=NOW,
        channel=Channel.VISIT,
        scope=RequestScope.ALL,
        user=CareUser("홍길동", date(1941, 3, 5), "L0000000042", PERSON.address, "010-0000-0042"),
        applicant=CancelApplicant(
            "홍가상", date(1970, 1, 2), "010-0000-0043", Capacity.AGENT, "아들"
        ),
        started_on=date(2023, 3, 2),
        wish_on=date(2026, 11, 30),
        last_service_on=ENDED,
        reason=CancelReason.FACILITY_OR_DEATH,
        money=Money(0, 42_500, "가상은행", "000-00-001234", "홍가상"),
        data=DataWish(
            copy_wanted=True,
            form="종이 출력물",
            medium="우편",
            recipient="홍가상",
            afterwards=Afterwards.AFTER_LAWFUL_STAY,
        ),
        told=frozenset({Told.SERVICE_ENDS, Told.LAW_KEEPS, Told.NO_RETURN}),
        kept=KEPT,
        going=many_going(4),
        consents=many_consents(3),
        attached=frozenset({Attachment.ID_CARD, Attachment.POWER_OF_ATTORNEY}),
        signed_on=TODAY,
        office_use=OfficeUse(taken_by="박담당", due_on=date(2026, 12, 4)),
    )


def sample_cancel_b_blank() -> CancellationForm:
    return CancellationForm(PRACTICE, FACTS, Relation.B, PRACTICE.name)


def sample_cancel_b_long() -> CancellationForm:
    return replace(
        sample_cancel_b(),
        office=replace(LONG_OFFICE, practice=True),
        addressee=LONG_OFFICE.name,
        facts=ANXIOUS,
        user=CareUser(
            LONG_PERSON.name,
            date(1941, 3, 5),
            "L0000000042-003",
            LONG_PERSON.address,
            "010-0000-0042",
        ),
        scope=RequestScope.PART,
        part="방문목욕, 활동사진의 소식지 게재 동의",
        reason=CancelReason.OTHER,
        reason_text="자녀가 사는 곳으로 이사하여 다른 기관을 이용하게 되었음",
        kept=many_kept(14),
        going=many_going(14),
        consents=many_consents(14),
    )


def sample_cancel_a() -> CancellationForm:
    return CancellationForm(
        office=OFFICE,
        facts=FACTS,
        relation=Relation.A,
        addressee="가상프로그램회사",
        addressee_at=(("주소", "가상시 예시구 시험로 9"), ("팩스", "02-000-0009")),
        scope=RequestScope.ALL,
        subscriber=Subscriber(
            name=OFFICE.name,
            code=OFFICE.code,
            business_number=OFFICE.business_number,
            representative=OFFICE.representative,
            address=OFFICE.address,
            phone=OFFICE.phone,
            fax=OFFICE.fax,
            email=OFFICE.officer_email,
            login_ids=("happy01", "happy02", "happy03"),
            contact="김담당",
        ),
        applicant=CancelApplicant(
            OFFICE.representative, None, OFFICE.phone, Capacity.HEAD, "대표자"
        ),
        wish_on=date(2026, 12, 31),
        reason=CancelReason.ELSEWHERE,
        attached=frozenset({Attachment.BUSINESS_LICENCE}),
    )


def sample_cancel_a_blank() -> CancellationForm:
    return CancellationForm(OFFICE, FACTS, Relation.A, "")
