"""The Korean words of plans: what happens to a holding, and why."""

from enum import Enum

from easycare_desktop.documents.phrases import DESTRUCTION_ARTICLE
from easycare_desktop.domain.destruction import PlanAction, PlanCause

PLAN_WORDS: dict[Enum, str] = {
    PlanAction.DESTROY: "파기",
    PlanAction.SEPARATE: "분리보관",
    PlanCause.REQUEST: "이용취소 신청",
    PlanCause.ENDING: "급여 종료·퇴사",
    PlanCause.PERIOD_OVER: "보유기간 끝남",
    PlanCause.HOLD_OVER: "분쟁보존 끝남",
    PlanCause.WITHDRAWAL: "동의 철회",
    PlanCause.CONSENT_OVER: "동의 기간 끝남",
    PlanCause.SELECTION: "골라서 파기",
    PlanCause.ITEM: "항목 삭제",
    PlanCause.MISTAKE: "잘못 적음",
}
_TAKEN_OUT = "개인정보 보호법 제36조"
NEVER_TRUE = f"있었던 일이 아니어서 법이 보유하게 한 기록이 아님({_TAKEN_OUT})"


def article_of(cause: PlanCause) -> str:
    """Return the article under which a destruction came about; of what never was it is another."""
    return _TAKEN_OUT if cause is PlanCause.MISTAKE else DESTRUCTION_ARTICLE
