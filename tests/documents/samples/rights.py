"""What a person is told about the corrections and stops they asked for."""

from dataclasses import replace

from easycare_desktop.documents.contents.rights_notice import (
    AnsweredAsk,
    FieldBeforeAfter,
    RightsNotice,
)
from tests.documents.samples.office import (
    FACTS,
    LONG_OFFICE,
    LONG_PERSON,
    OFFICE,
    PERSON,
    RELIEF,
    TODAY,
)


def sample_rights_notice() -> RightsNotice:
    return RightsNotice(
        office=OFFICE,
        facts=FACTS,
        addressee=PERSON,
        person_number="R-0042",
        issued_on=TODAY,
        asks=(
            AnsweredAsk(
                "기본 정보",
                "전화번호를 고쳐 달라고 하심",
                TODAY,
                "요구대로 함",
                granted=True,
                stops=False,
                why="",
                changes=(FieldBeforeAfter("휴대전화", "010-0000-1234", "010-0000-5678"),),
            ),
        ),
        relief=RELIEF,
    )


def sample_rights_notice_long() -> RightsNotice:
    stop = AnsweredAsk(
        "급여제공기록",
        "더는 쓰지 말아 달라고 하심",
        TODAY,
        "거절함",
        granted=False,
        stops=True,
        why="노인장기요양보험법 시행규칙에 따라 급여가 끝난 날부터 5년 동안 보관합니다.",
    )
    plain = sample_rights_notice()
    granted = replace(stop, label="사진", result="요구대로 함", granted=True, why="")
    unchanged = replace(plain.asks[0], result="거절함", granted=False, why=stop.why, changes=())
    long = replace(
        plain.asks[0],
        changes=tuple(
            FieldBeforeAfter("상세 주소", "가나다 " * 12, "라마바 " * 12) for _ in range(6)
        ),
    )
    return replace(
        plain,
        office=replace(LONG_OFFICE, practice=True),
        addressee=LONG_PERSON,
        asks=(long, stop, granted, unchanged),
    )
