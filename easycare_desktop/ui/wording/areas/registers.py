"""서류함·매체: registers of paper, media and outside copies."""

from easycare_desktop.ui.wording.words import Area, same, typed

REGISTERS: Area = {
    "RegisterItemNotFoundError": same(
        "RG-101", "그런 서류함이나 매체가 없습니다.", "목록을 다시 열고 골라 주세요."
    ),
    "MethodNotAllowedError": same(
        "RG-102",
        "{kind}에는 {method} 방법을 쓸 수 없습니다.",
        "다른 파기 방법을 골라 주세요.",
    ),
    "OnSiteCheckMissingError": typed(
        "RG-103",
        "용해는 현장에서 확인한 사람과 시각이 있어야 합니다.",
        "현장에서 확인한 사람과 시각을 적어 주세요.",
    ),
    "MediumNotDestroyedError": same(
        "RG-104",
        "{number}에는 개인정보가 있었고 파기 기록이 없습니다.",
        "먼저 파기하고 기록한 뒤에 매각으로 바꾸어 주세요.",
    ),
    "RegisterEmptyError": same(
        "RG-105", "파기할 것을 고르지 않았습니다.", "목록에서 하나 이상 골라 주세요."
    ),
    "RegisterClosedError": same(
        "RG-106", "{number} 항목은 이미 없거나 종류가 다릅니다.", "목록을 다시 보고 골라 주세요."
    ),
    "DisposalAheadError": typed(
        "RG-108",
        "아직 오지 않은 때는 적을 수 없습니다.",
        "파기한 날과 시각을 다시 보아 주세요.",
    ),
    "DisposalBeforeEntryError": typed(
        "RG-109",
        "{number}: {added_on}에 적은 것이라 그 전 날은 적을 수 없습니다.",
        "날을 다시 보아 주세요. 정말 그 전이었다면 오늘로 적고 비고에 밝혀 주세요.",
    ),
    "OriginalsKeptError": typed(
        "RG-110",
        "{numbers}에는 법에 따라 남길 원본이 있습니다.",
        "원본을 옮긴 서류함을 고르거나, 함께 파기한 사유를 적어 주세요.",
    ),
    "TwinReasonMissingError": typed(
        "RG-107",
        "파기 중인 분의 서류 연결을 풀려면 사유가 있어야 합니다.",
        "왜 빼는지 적어 주세요. 파기확인서에 그대로 적힙니다.",
    ),
}
