"""The card of a person, and labels to write to many."""

from dataclasses import replace
from datetime import date

from easycare_desktop.documents.contents.address_labels import AddressLabels
from easycare_desktop.documents.contents.basic_card import BasicCard, CardGroup, CardRelation
from easycare_desktop.domain.labels import LabelSheet
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

SHEET = LabelSheet("16", "16칸", 2, 8, 9910, 3390, 465, 1290, 10160)
SMALL = LabelSheet("24", "24칸", 3, 8, 6350, 3390, 725, 1290, 6600)
IDENTITY = CardGroup(
    "기본·연락처",
    "본인 확인과 연락",
    "계약 (개인정보 보호법 제15조제1항제4호)",
    "목적을 다하면 파기",
    (
        ("성명", "홍길동"),
        ("생년월일", "1941-03-05"),
        ("성별", "남"),
        ("휴대전화", "010-0000-1234"),
        ("주소", "서울특별시 가상구 연습로 34, 연습아파트 101동 1203호"),
        ("우편번호", "00000"),
    ),
)
CONTRACT = CardGroup(
    "급여계약",
    "장기요양급여 계약의 체결과 이행, 급여비용 청구",
    "법령 (노인장기요양보험법 제35조제4항, 같은 법 시행규칙 제16조·제27조제4항)",
    "급여가 끝난 날부터 5년",
    (("계약 당사자", "홍길동"), ("급여종류", "방문요양"), ("계약일", "2025-01-02")),
)
STOPPED = CardGroup(
    "건강·신체",
    "몸 상태에 맞는 급여 계획과 안전한 돌봄",
    "동의 (개인정보 보호법 제23조제1항제1호)",
    "목적을 다하면 파기",
    withheld="처리정지 상태라 적지 않았습니다.",
)
FAMILY = (
    CardRelation("홍보호", "자녀", "010-0000-9999", payer=True),
    CardRelation("홍둘째", "자녀", "010-0000-8888"),
)


def sample_card() -> BasicCard:
    return BasicCard(
        office=OFFICE,
        facts=replace(FACTS, purpose="방문 전에 보기"),
        name="홍길동",
        person_number="P-00042",
        kind="수급자",
        state="이용 중",
        since=date(2025, 1, 2),
        as_of=TODAY,
        groups=(IDENTITY, CONTRACT, STOPPED),
        relations=FAMILY,
    )


def sample_card_empty() -> BasicCard:
    return replace(sample_card(), office=PRACTICE, groups=(), relations=())


def sample_card_long() -> BasicCard:
    long = replace(
        CONTRACT, fields=tuple((f"항목 {number}", f"내용 {number}") for number in range(1, 15))
    )
    groups = (IDENTITY, *(replace(long, label=f"항목군 {number}") for number in range(1, 8)))
    return replace(sample_card(), office=LONG_OFFICE, facts=ANXIOUS, groups=groups)


def sample_labels() -> AddressLabels:
    return AddressLabels(
        office=OFFICE,
        facts=replace(FACTS, purpose="안내문 보내기"),
        sheet=SHEET,
        first=3,
        sender=True,
        labels=(PERSON, LONG_PERSON, *[replace(PERSON, name=f"홍길{n}") for n in range(1, 15)]),
    )


def sample_labels_small() -> AddressLabels:
    return replace(sample_labels(), office=PRACTICE, sheet=SMALL, first=1, sender=False)
