"""보유기간: rules of law and their periods."""

from typing import Any

from easycare_desktop.domain.law import Event
from easycare_desktop.ui.wording.labels import label
from easycare_desktop.ui.wording.words import Area, Words, same, typed


def _day_missing(refusal: Any) -> Words:  # noqa: ANN401 - known by the name of its class alone
    named = next((label(event) for event in Event if event.value == refusal.event), "")
    todo = f"「{named}」을 먼저 적어 주세요." if named else "기준이 되는 날을 먼저 적어 주세요."
    return same("LA-103", "보유기간을 셀 기준일이 아직 없습니다.", todo)


RULES: Area = {
    "UnknownRuleError": same(
        "LA-101",
        "지금 쓰는 보유기간표에 없는 번호입니다.",
        "보유기간표를 보신 뒤 오류 번호를 알려 주세요.",
    ),
    "RuleFileError": same(
        "LA-102",
        "보유기간표나 항목·근거표 파일을 읽지 못했습니다.",
        "프로그램을 다시 설치하거나 오류 번호를 알려 주세요.",
    ),
    "EventDayMissingError": _day_missing,
    "RetentionNotExpiredError": same(
        "LA-104",
        "{until}까지 보관해야 하는 항목입니다.",
        "그날이 지난 뒤 다시 해 주세요. 잘못 적은 것이면 책임자에게 말해 주세요.",
    ),
    "PeriodEmptyError": typed(
        "LA-111", "기간을 적어 주세요.", "몇 년, 몇 개월, 며칠인지 적어 주세요."
    ),
    "PeriodTooLongError": typed("LA-116", "백 년을 넘는 기간입니다.", "숫자를 다시 보아 주세요."),
    "StatuteShortenedError": typed(
        "LA-112", "법이 정한 기간보다 짧습니다.", "법이 정한 기간이나 더 긴 기간을 적어 주세요."
    ),
    "PeriodReasonMissingError": typed(
        "LA-113", "고치는 사유를 적어 주세요.", "어느 법이 언제 바뀌었는지 적어 주세요."
    ),
    "PeriodDayPassedError": typed(
        "LA-114", "이미 지난 날입니다.", "오늘이나 그 뒤의 날을 적어 주세요."
    ),
    "PeriodNotOwnError": same(
        "LA-115", "따로 기간이 없는 줄입니다.", "증명하는 자료와 함께 끝납니다."
    ),
    "MonthNotOverError": same(
        "LA-105", "아직 끝나지 않은 달입니다.", "그달이 지난 뒤에 점검해 주세요."
    ),
    "MonthReviewedError": same(
        "LA-106", "이 달의 점검은 이미 적혀 있습니다.", "점검 보고서를 인쇄해 보실 수 있습니다."
    ),
    "FindingsUnansweredError": typed(
        "LA-107", "무슨 일이었는지 확인한 내용을 적어 주세요.", "눈에 띈 일이 있는 달입니다."
    ),
}
