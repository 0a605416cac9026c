"""파기: plans, approval and the certificate."""

from easycare_desktop.ui.wording.words import Area, Words, same, typed

_NOT_BEGUN = "아무것도 지워지지 않았습니다."

DESTRUCTION: Area = {
    "PlanNotFoundError": same(
        "DE-101", "그 파기 계획을 찾을 수 없습니다.", "파기 목록에서 다시 골라 주세요."
    ),
    "PlanStepError": Words(
        "이 파기 계획은 지금 「{current}」 상태라 할 수 없습니다.",
        "저장된 자료는 바뀌지 않았습니다.",
        "화면을 새로 보시고 지금 상태를 확인해 주세요.",
        "DE-102",
    ),
    "PlanChangedError": Words(
        "승인한 뒤 파기할 내용이 달라졌습니다.",
        _NOT_BEGUN,
        "바뀐 내용을 보시고 승인을 다시 받아 주세요.",
        "DE-103",
    ),
    "PlanUnfinishedError": Words(
        "{number} 파기를 시작했지만 끝까지 마치지 못했습니다.",
        "파기할 자료는 이제 아무도 열 수 없고, 나머지는 그대로입니다.",
        "저장 공간을 비우고 사무실을 다시 여시면 저절로 마칩니다.",
        "DE-118",
    ),
    "PlanEmptyError": Words(
        "파기하거나 따로 보관할 항목이 없습니다.",
        _NOT_BEGUN,
        "항목마다 정한 처리를 다시 보아 주세요.",
        "DE-104",
    ),
    "SameApproverError": Words(
        "요청하신 분은 승인할 수 없습니다.",
        _NOT_BEGUN,
        "다른 책임자에게 승인을 받아 주세요.",
        "DE-105",
    ),
    "WaitForNextDayError": Words(
        "혼자 하시는 파기는 하루를 기다립니다.",
        "{until} 전에는 지우지 않으며, 취소할 수도 있습니다.",
        "{until}에 다시 해 주세요.",
        "DE-106",
    ),
    "EndAheadError": Words(
        "아직 끝나지 않았습니다. {ends_on}부터 정할 수 있습니다.",
        "그날까지 모든 자료를 그대로 쓰고 고칠 수 있습니다.",
        "그날 「오늘」에 나타납니다. 날짜가 틀렸으면 신청을 취소해 주세요.",
        "DE-131",
    ),
    "NoteMissingError": typed(
        "DE-107", "혼자 하시는 사유를 적어 주세요.", "사유를 짧게 적어 주세요."
    ),
    "TypedNameDiffersError": typed(
        "DE-108", "화면의 이름과 다릅니다.", "파기할 분의 이름을 그대로 적어 주세요."
    ),
    "TypedDateDiffersError": typed("DE-109", "오늘 날짜가 아닙니다.", "오늘 날짜를 적어 주세요."),
    "TypedCountDiffersError": typed(
        "DE-132", "고른 건수와 다릅니다.", "화면에 보이는 건수를 숫자로 적어 주세요."
    ),
    "NonePickedError": same(
        "DE-133", "고른 파기 계획이 없습니다.", "함께 처리할 계획을 먼저 골라 주세요."
    ),
    "OneByOneError": same(
        "DE-135",
        "「잘못 적음」은 한 건씩 승인합니다.",
        "그 계획({number})을 따로 열어 확인하고 승인해 주세요.",
    ),
    "ClockNotTrustedError": Words(
        "이 PC의 시각이 갑자기 바뀌었습니다.",
        _NOT_BEGUN,
        "시각을 바로 맞춘 뒤 책임자가 확인해 주세요.",
        "DE-110",
    ),
    "NotVerifiedError": same(
        "DE-111",
        "파기 뒤 확인이 끝나지 않아 확인서를 만들 수 없습니다.",
        "남은 확인을 마친 뒤 다시 해 주세요.",
    ),
    "CertificateOverclaimsError": same(
        "DE-112",
        "기록된 것보다 더 많이 말하는 확인서입니다.",
        "발급하지 않았습니다. 남은 일을 먼저 마쳐 주세요.",
    ),
    "SignatureBrokenError": same(
        "DE-113",
        "서명이 이 문서와 맞지 않습니다.",
        "문서를 쓰지 마시고 다시 만들어 주세요.",
    ),
    "NotSelectableError": same(
        "DE-114",
        "이 항목은 따로 골라서 파기할 수 없습니다.",
        "이용취소나 종료로 처리하면 함께 파기합니다.",
    ),
    "WorkOnRecordError": same(
        "DE-134",
        "이것에 따른 급여·납부·인사 기록이 있습니다.",
        "법이 정한 날까지 보관합니다. 그 기록도 잘못 적은 것이면 먼저 지워 주세요.",
    ),
    "RequiredItemError": same(
        "DE-115",
        "꼭 있어야 하는 칸이라 하나만 지울 수 없습니다.",
        "고치거나, 항목 전체를 파기해 주세요.",
    ),
    "NoticeNotOpenError": same(
        "DE-117",
        "보관 종료를 알릴 것이 없거나 이미 적었습니다.",
        "「파기」에서 그 계획을 다시 열어 보세요.",
    ),
    "AlreadyPlannedError": same(
        "DE-116",
        "이미 파기 계획 {number}에 들어 있습니다.",
        "「파기」에서 그 계획을 확인해 주세요.",
    ),
}
