"""The reasons on the form, per kind of person, and the ending each stands for."""

from dataclasses import dataclass

from easycare_desktop.domain.people import ENDINGS_OF_KIND, EndingReason, PersonKind


@dataclass(frozen=True, slots=True)
class Reason:
    """`code` keeps the choice apart from others; `paper` is the box on the printed form."""

    code: str
    words: str
    ending: EndingReason
    paper: str


_OTHERS = (
    Reason("fee", "요금", EndingReason.CANCELLED, "fee"),
    Reason("privacy", "개인정보 걱정", EndingReason.CANCELLED, "privacy"),
    Reason("other", "기타", EndingReason.CANCELLED, "other"),
)
_RECIPIENT = (
    Reason("end", "이용 종료", EndingReason.CONTRACT_END, "end"),
    Reason("elsewhere", "다른 기관", EndingReason.OTHER_AGENCY, "elsewhere"),
    Reason("facility", "시설 입소", EndingReason.FACILITY, "facility_or_death"),
    Reason("death", "사망", EndingReason.DEATH, "facility_or_death"),
    *_OTHERS,
)
_OFFICE = (
    Reason("end", "이용 종료", EndingReason.CANCELLED, "end"),
    Reason("elsewhere", "다른 프로그램", EndingReason.CANCELLED, "elsewhere"),
    Reason("closure", "폐업·휴업", EndingReason.CANCELLED, "closure"),
    *_OTHERS,
)


def reasons_for(kind: PersonKind) -> tuple[Reason, ...]:
    """Return the reasons offered for this kind of person."""
    if kind is PersonKind.RECIPIENT:
        return _RECIPIENT
    if kind is PersonKind.OFFICE:
        return _OFFICE
    words = "퇴사" if kind is PersonKind.STAFF else "이용 종료"
    own = Reason("end", words, ENDINGS_OF_KIND[kind][0], "end")
    return (own, *_OTHERS[1:])


def reason_named(kind: PersonKind, code: str) -> Reason:
    """Return the reason with this code; without one, the last (기타)."""
    offered = reasons_for(kind)
    return next((each for each in offered if each.code == code), offered[-1])
