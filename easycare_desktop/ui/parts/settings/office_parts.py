"""The item groups of the office itself, as the settings call them."""

from dataclasses import dataclass

from easycare_desktop.services.office_profile import PROFILE, PROGRAM_USE


@dataclass(frozen=True, slots=True)
class OfficePart:
    """One item group of the office itself, under the name that drafts and controls carry."""

    group: str
    window: str
    about: str
    saved: str
    not_saved: str
    told: str = ""


PROFILE_PART = OfficePart(
    PROFILE,
    "settings.profile",
    "기관 정보는 책임자가 고칩니다.",
    "기관 정보를 저장했습니다.",
    "기관 정보를 저장하지 못했습니다",
)
PROGRAM_PART = OfficePart(
    PROGRAM_USE,
    "settings.program",
    "업무 프로그램은 책임자가 적습니다.",
    "업무 프로그램을 저장했습니다.",
    "업무 프로그램을 저장하지 못했습니다",
    "우리 기관이 가입해 쓰는 업무 프로그램입니다. "
    "여기 적은 것이 업체에 낼 이용취소 신청서에 그대로 채워집니다.",
)
