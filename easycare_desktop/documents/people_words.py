"""The words of ties that end, and of why somebody is not taken back with a list."""

from enum import Enum

from easycare_desktop.domain.import_undo import Stays
from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.domain.relations import LinkEnding

PEOPLE_WORDS: dict[Enum, str] = {
    LinkEnding.REPLACED: "보호자가 바뀜",
    LinkEnding.DECLINED: "그만두기를 원함",
    LinkEnding.DIED: "사망",
    LinkEnding.MISTAKE: "잘못 연결함",
    Stays.PAPER: "서류나 목록이 나감",
    Stays.REQUEST: "요청을 받음",
    Stays.CONSENT: "동의를 적음",
    Stays.SCAN: "스캔이나 보관본이 있음",
    Stays.ENDED: "종료했거나 합침",
    Stays.CHANGED: "그 뒤에 고침",
    Stays.MORE: "자료를 더 적음",
    Stays.FAMILY: "남는 분의 보호자나 수급자",
}
_WHILE_ACTIVE = {
    PersonKind.GUARDIAN: "연락 중",
    PersonKind.STAFF: "재직 중",
    PersonKind.JOBSEEKER: "채용 심사 중",
    PersonKind.ENQUIRER: "상담 중",
}
_UNTIL_KNOWN = {
    PersonKind.STAFF: "퇴직하면 정해짐",
    PersonKind.JOBSEEKER: "채용을 정하면 정해짐",
    PersonKind.ENQUIRER: "상담이 끝나면 정해짐",
}


def until_known(kind: PersonKind) -> str:
    """Say when it is known how long something stays; nothing where the usual words are right."""
    return _UNTIL_KNOWN.get(kind, "")


def numbered(number: str) -> str:
    """Name somebody by the number that the program gave them."""
    return f"관리번호 {number}"


def active_words(kind: PersonKind, state: PersonState) -> str:
    """Say how somebody stands who uses no service; nothing where the usual word is right."""
    return _WHILE_ACTIVE.get(kind, "") if state is PersonState.ACTIVE else ""
