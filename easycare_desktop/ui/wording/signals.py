"""What there is to look after, and views of the people list, in words."""

from datetime import date

from easycare_desktop.domain.list_views import Attention, Care, Sort
from easycare_desktop.domain.signal_rules import SignalTopic
from easycare_desktop.domain.signals import CONSENT, UNTIED, Signal

CARE: dict[Care, str] = {
    Attention.ANY: "챙길 것이 있는 분",
    SignalTopic.RENEWAL: "갱신할 때가 된 분",
    SignalTopic.CONSENT: "필수 동의가 빠진 분",
    SignalTopic.MISSING: "필요한 자료가 빠진 분",
    SignalTopic.TRAINING: "교육·건강진단 할 분",
    SignalTopic.LICENCE: "자격증이 빠진 분",
    Attention.TWICE: "두 번 등록된 듯한 분",
}
SORTS: dict[Sort, str] = {
    Sort.NAME: "이름순",
    Sort.NEWEST: "최근 등록순",
    Sort.NUMBER: "번호순",
    Sort.BIRTH: "생년월일순",
    Sort.VALID_UNTIL: "만료일순",
}
_DOUBT = " · 확인 필요"


def signal_words(signal: Signal, today: date) -> str:
    """Return one line: 장기요양인정 갱신: 11월 30일까지 신청."""
    if signal.code == CONSENT:
        return "필수 동의가 빠졌습니다"
    if signal.code == UNTIED:
        return "맡은 수급자가 없습니다: 연결하시거나 끝내 주세요"
    doubt = _DOUBT if signal.doubtful else ""
    hours = f"{signal.done}/{signal.needed}시간" if signal.needed else ""
    if signal.due_on is None and hours:
        return f"{signal.label}: {hours}만 들었습니다{doubt}"
    if signal.due_on is None:
        return f"{signal.label}: 적혀 있지 않습니다{doubt}"
    until, due = signal.until, signal.due_on
    if until is not None and until < today:
        return f"{signal.label}: {until:%Y-%m-%d}에 끝났습니다{doubt}"
    day = f"{due:%Y-%m-%d}"
    told = f"{day}에 지났습니다" if due < today else f"{day}까지입니다"
    if until is not None and until != due:
        told = f"신청은 {told} (만료 {until:%Y-%m-%d})"
    return f"{signal.label}{f' {hours}' if hours else ''}: {told}{doubt}"
