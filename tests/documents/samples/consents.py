"""Consent forms."""

from dataclasses import replace
from datetime import date

from easycare_desktop.documents.contents.consent_form import (
    Answer,
    BlockKind,
    Choice,
    ConsentBlock,
    ConsentForm,
    ConsentPerson,
    ConsentRow,
    LegalCapacity,
    LegalRepresentative,
    LegalRow,
)
from easycare_desktop.documents.values import Signer
from tests.documents.samples.office import FACTS, OFFICE, PRACTICE, TODAY

UNTIL_END = "급여계약이 끝날 때까지. 끝나면 5일 안에 파기합니다."
CONTRACT = ConsentRow(
    "장기요양급여 계약을 맺고 지키기, 본인 확인, 연락, 위급할 때의 연락",
    "성명, 생년월일, 성별, 주소, 연락처, 장기요양인정번호, 등급, 인정 유효기간, "
    "본인부담 구분, 비상연락처",
    "급여계약이 끝날 때까지. 끝나면 5일 안에 파기합니다. 법이 정한 급여계약서와 급여제공기록은 "
    "급여가 끝난 날부터 5년 동안 따로 보관합니다.",
)
HEALTH = ConsentRow(
    "몸 상태에 맞는 급여 계획 세우기, 안전하게 돌보기",
    "질병, 복용하는 약, 거동 상태, 인지 상태, 장애, 돌볼 때 주의할 점",
    UNTIL_END,
)
NUMBER = ConsentRow(
    "외국 국적인 분의 신원 확인", "외국인등록번호, 여권번호 가운데 해당하는 것", UNTIL_END
)
EXTRA = ConsentRow("생신을 축하하고 취미에 맞게 돌보기", "취미, 살아온 이야기, 기념일", UNTIL_END)
NEWS = ConsentRow(
    "기관 소식과 새 서비스를 알리고 이용을 권하는 연락",
    "성명, 고르신 방법의 연락처",
    "동의하신 날부터 2년",
)
GIVEN = ConsentRow(
    "진료와 복지 서비스의 연계",
    "성명, 생년월일, 연락처, 장기요양등급",
    "연계가 끝날 때까지, 길어도 제공한 날부터 1년",
    "연계해 드리는 병원·의원, 치매안심센터, 읍·면·동 복지 담당 부서",
)


def consent_blocks() -> tuple[ConsentBlock, ...]:
    """Return one block of every kind; the first is recorded as agreed, the last as refused."""
    refusal = "동의하지 않으실 수 있습니다. 다만 동의하지 않으시면 급여계약을 맺기 어렵습니다."
    harmless = "동의하지 않으셔도 서비스를 받는 데 아무 불이익이 없습니다."

    def block(kind: BlockKind, title: str, row: ConsentRow, answer: Answer) -> ConsentBlock:
        asked = refusal if kind is BlockKind.REQUIRED else harmless
        return ConsentBlock(kind, title, (row,), asked, answer, text_version="2026-1")

    blocks = (
        block(BlockKind.REQUIRED, "[필수] 장기요양급여 계약", CONTRACT, Answer.AGREED),
        block(BlockKind.SENSITIVE, "[필수·별도] 건강에 관한 민감정보", HEALTH, Answer.NONE),
        block(BlockKind.UNIQUE_ID, "[별도] 고유식별정보", NUMBER, Answer.NONE),
        block(BlockKind.OPTIONAL, "[선택] 추가 항목의 수집·이용", EXTRA, Answer.NONE),
        block(BlockKind.MARKETING, "[선택] 소식과 새 서비스 안내 받기", NEWS, Answer.NONE),
        block(BlockKind.PROVISION, "[선택·별도] 제3자 제공", GIVEN, Answer.REFUSED),
    )
    channels = (Choice("문자", ticked=False), Choice("전화"), Choice("우편"))
    return (*blocks[:4], replace(blocks[4], channels=channels), blocks[5])


def sample_consent() -> ConsentForm:
    return ConsentForm(
        office=OFFICE,
        facts=FACTS,
        text_version="2026-1",
        text_since=date(2026, 9, 11),
        person=ConsentPerson("홍길동", date(1941, 3, 5), "R-0042", "010-0000-0042"),
        blocks=consent_blocks(),
        without_consent=(
            LegalRow(
                "급여비용 청구 자료",
                "국민건강보험공단에 비용 청구",
                "노인장기요양보험법 제38조, 시행규칙 제30조",
                "급여가 끝난 날부터 5년",
            ),
        ),
        signed_on=TODAY,
        signer=Signer("홍길동"),
        agent=Signer("홍가상", "위임받은 자", "아들"),
        received_by="박담당",
    )


def sample_consent_blank() -> ConsentForm:
    return replace(
        sample_consent(),
        office=PRACTICE,
        person=ConsentPerson(),
        blocks=tuple(replace(each, answer=Answer.NONE) for each in consent_blocks()),
        without_consent=(),
        signed_on=None,
        signer=Signer(),
        agent=Signer(),
        received_by="",
    )


def sample_consent_legal() -> ConsentForm:
    legal = LegalRepresentative(
        "홍가상", date(1970, 5, 4), "010-0000-0043", "아들", LegalCapacity.ADULT_GUARDIAN
    )
    return replace(sample_consent(), legal=legal, agent=Signer("홍가상"))


def sample_consent_legal_blank() -> ConsentForm:
    return replace(sample_consent_blank(), legal=LegalRepresentative())


def only(kind: BlockKind) -> ConsentForm:
    """Return the blank form that asks for one kind alone."""
    blank = sample_consent_blank()
    blocks = tuple(each for each in blank.blocks if each.kind is kind)
    return replace(blank, only=kind, blocks=blocks)


def sample_consent_only_required() -> ConsentForm:
    return only(BlockKind.REQUIRED)


def sample_consent_only_sensitive() -> ConsentForm:
    return only(BlockKind.SENSITIVE)


def sample_consent_only_unique_id() -> ConsentForm:
    return only(BlockKind.UNIQUE_ID)


def sample_consent_only_optional() -> ConsentForm:
    return only(BlockKind.OPTIONAL)


def sample_consent_only_marketing() -> ConsentForm:
    return only(BlockKind.MARKETING)


def sample_consent_only_provision() -> ConsentForm:
    return only(BlockKind.PROVISION)
