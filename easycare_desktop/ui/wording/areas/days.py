"""Days that somebody typed."""

from typing import Any

from easycare_desktop.ui.wording.words import Area, Words, typed


def _impossible(refusal: Any) -> Words:  # noqa: ANN401 - known by the name of its class alone
    happened = "그런 달은 없습니다." if refusal.part == "month" else "그 달에 그런 날은 없습니다."
    return typed("IN-202", happened, "달력을 보며 다시 적어 주세요.")


DAYS: Area = {
    "DateNotReadableError": typed(
        "IN-201", "날짜로 읽을 수 없습니다.", "2026-03-05처럼 적어 주세요."
    ),
    "LunarDateError": typed(
        "IN-212", "음력 날짜입니다.", "양력으로 바꾸어, 2026-03-05처럼 적어 주세요."
    ),
    "DateImpossibleError": _impossible,
    "DateOutOfRangeError": typed(
        "IN-203", "{first}년에서 {last}년 사이여야 합니다.", "연도를 다시 보아 주세요."
    ),
    "AgeOutOfRangeError": typed(
        "IN-204", "{oldest}세를 넘는 나이가 됩니다.", "태어난 해를 다시 보아 주세요."
    ),
    "DateOrderError": typed(
        "IN-205", "먼저 있어야 할 날보다 이릅니다.", "두 날짜의 순서를 다시 보아 주세요."
    ),
    "BeforeBirthError": typed(
        "IN-208", "생년월일보다 이른 날입니다.", "이 날짜와 생년월일을 서류와 맞춰 보아 주세요."
    ),
    "AmountNegativeError": typed(
        "IN-221", "0원보다 적을 수 없습니다.", "받을 돈과 돌려줄 돈을 나누어 적어 주세요."
    ),
    "DateInFutureError": typed(
        "IN-206", "아직 오지 않은 날입니다.", "오늘이나 지난 날을 적어 주세요."
    ),
    "LastDayTooEarlyError": typed(
        "IN-211",
        "적어 둔 날보다 이릅니다. {on_record}부터 적을 수 있습니다.",
        "연도를 다시 보시고, 적어 둔 날이 틀렸으면 먼저 고쳐 주세요.",
    ),
    "ConsentDateInFutureError": typed(
        "IN-207",
        "아직 오지 않은 날에는 동의를 받을 수 없습니다.",
        "동의를 받으신 날을 적어 주세요.",
    ),
}
