"""How an ending and its days are called, by kind of person."""

from easycare_desktop.domain.people import PersonKind

_TITLES = {
    PersonKind.RECIPIENT: ("급여 종료", "급여가 끝난 날", "마지막 급여일"),
    PersonKind.STAFF: ("퇴사", "퇴사일", "마지막 근무일"),
}

REASON_MISSING = "끝난 사유를 하나 골라 주세요."
LAST_DAY_MISSING = "마지막 날을 적어 주세요. 보유기간을 이날부터 셉니다."


def ending_titles(kind: PersonKind) -> tuple[str, str, str]:
    """Return what the ending is called, the day of it, and the last day of service or work."""
    return _TITLES.get(kind, ("이용 종료", "끝난 날", "마지막 이용일"))
