"""The Korean words of reviews and answers: of the access log, of what a person asked."""

from enum import Enum

from easycare_desktop.domain.log_review import Month, Notable
from easycare_desktop.domain.measure_answers import AnswerResult

REVIEW_WORDS: dict[Enum, str] = {
    Notable.DENIED: "권한이 없어 막힌 일",
    Notable.FAILED: "비밀번호를 틀림",
    Notable.PASSED_AFTER: "틀린 뒤에 맞음",
    Notable.EXPORTED: "파일로 내보냄",
    Notable.APART: "분리보관 자료를 봄",
    Notable.MANY_PERSONS: "하루에 많은 분을 봄",
    Notable.SAME_PERSON: "한 분을 되풀이해 봄",
    Notable.OFF_HOURS: "이른 아침이나 밤에 함",
    Notable.DAY_OFF: "쉬는 날에 함",
    AnswerResult.GRANTED: "요구대로 함",
    AnswerResult.PARTLY: "일부만 함",
    AnswerResult.REFUSED: "거절함",
}
TITLE = "접속기록 점검 보고서"
COLUMNS = ("날짜", "계정", "눈에 띈 일", "한 일 · 정보주체", "건수", "줄 번호")
MONTH, LINES, DONE_BY, HEAD = "점검한 달", "기록", "점검", "그달 끝 줄의 번호와 확인값"
NOT_YET = "아직 점검을 기록하지 않았습니다."
EMPTY = "눈에 띄는 일이 없습니다."
_FOUND, _DONE = "확인한 내용", "조치한 내용"
_NONE = "없음"


def month_words(month: Month) -> str:
    """Return e.g. 2026년 11월."""
    return f"{month.year}년 {month.month}월"


def said_of(found: str, done: str) -> tuple[str, ...]:
    """Return what was found out and what was done, as two sentences."""
    return (f"{_FOUND}: {found or _NONE}", f"{_DONE}: {done or _NONE}")


def line_numbers(first: int, last: int) -> str:
    """Return where a finding stands in the log."""
    return f"{first:,}" if first == last else f"{first:,}~{last:,}"


def counted(total: int, kinds: str, marked: int) -> str:
    """Return how much a month holds, by kind, and how much of it stands out."""
    inside = f" ({kinds})" if kinds else ""
    return f"모두 {total:,}줄{inside} · 눈에 띈 일 {marked:,}건"
