"""The Korean words of papers that are asked for, and of copies outside."""

from enum import Enum

from easycare_desktop.documents.contents.consent_form import LegalCapacity
from easycare_desktop.domain.supplements import MissingPaper

PAPER_WORDS: dict[Enum, str] = {
    MissingPaper.SIGNATURE: "신청서의 서명",
    MissingPaper.CONTENT: "신청서의 빈 칸",
    MissingPaper.ID_COPY: "신분증 사본",
    MissingPaper.POWER_OF_ATTORNEY: "위임장",
    MissingPaper.GUARDIANSHIP_RECORD: "후견등기사항증명서",
    MissingPaper.FAMILY_RECORD: "가족관계증명서",
    MissingPaper.BUSINESS_PAPER: "사업자등록증 사본",
    LegalCapacity.PARENT_OF_MINOR: "14세 미만 아동의 친권자",
    LegalCapacity.ADULT_GUARDIAN: "성년후견인",
    LegalCapacity.LIMITED_GUARDIAN: "한정후견인",
}
WHY_NEEDED: dict[MissingPaper, str] = {
    MissingPaper.SIGNATURE: "신청하신 분의 뜻임을 서명이나 도장으로 확인합니다.",
    MissingPaper.CONTENT: "비어 있는 칸을 적어 주셔야 처리할 수 있습니다.",
    MissingPaper.ID_COPY: "신청하신 분이 누구인지 확인합니다.",
    MissingPaper.POWER_OF_ATTORNEY: "다른 분이 신청하셨으므로, 본인이 맡기셨음을 확인합니다.",
    MissingPaper.GUARDIANSHIP_RECORD: "법정대리인이신지 확인합니다.",
    MissingPaper.FAMILY_RECORD: "14세 미만 아동의 부모이신지 확인합니다.",
    MissingPaper.BUSINESS_PAPER: "기관의 대표자이신지 확인합니다.",
}
TICKED_SAID = {
    "none": "이 기관이 둔 사본이 없습니다.",
    "cleared": "이 기관이 둔 사본을 없앴습니다.",
    "open": "이 기관이 둔 사본이 있는지 아직 확인하지 않았습니다.",
}
