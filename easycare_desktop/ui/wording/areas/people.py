"""기초자료: people and what is held about them."""

from easycare_desktop.ui.wording.words import Area, Words, same, typed

PEOPLE: Area = {
    "PersonNotFoundError": same(
        "PE-101", "이용 중인 분 가운데 찾을 수 없습니다.", "목록을 새로 보시고 다시 골라 주세요."
    ),
    "PersonHasEndedError": same(
        "PE-102", "관계가 끝난 분의 자료입니다.", "더 적거나 고칠 수 없습니다. 보기만 해 주세요."
    ),
    "EndingNotPossibleError": Words(
        "끝난 사유나 마지막 날이 이분과 맞지 않습니다.",
        "저장된 자료는 바뀌지 않았습니다.",
        "사유와 마지막 날을 다시 보아 주세요.",
        "PE-103",
    ),
    "ValuesRefusedError": typed(
        "PE-104", "맞지 않는 칸이 있어 저장하지 못했습니다.", "빨간 테두리의 칸을 고쳐 주세요."
    ),
    "ReasonMissingError": typed("PE-105", "고친 사유를 적어 주세요.", "사유를 짧게 적어 주세요."),
    "HoldingStepError": same(
        "PE-106",
        "이 항목은 지금 「{current}」 상태라 할 수 없습니다.",
        "화면을 새로 보시고 지금 상태를 확인해 주세요.",
    ),
    "HoldingChangedMeanwhileError": typed(
        "PE-107",
        "보시는 동안 다른 곳에서 먼저 저장했습니다.",
        "새 내용을 보시고 다시 고쳐 주세요.",
    ),
    "NotInCatalogueError": same(
        "PE-108",
        "항목·근거표에 없는 항목이라 저장할 수 없습니다.",
        "항목·근거표에 있는 칸에 적어 주세요.",
    ),
    "SeparatedGoneError": same(
        "PE-110", "이제 분리보관하지 않는 항목입니다.", "파기관리대장에서 지난 일을 보아 주세요."
    ),
    "ReadingReasonMissingError": typed(
        "PE-111", "여시는 사유를 적어 주세요.", "법에서 정한 사유를 짧게 적어 주세요."
    ),
    "ResidentNumberBirthError": typed(
        "PE-141",
        "앞 여섯 자리와 일곱째 자리가 생년월일과 다릅니다.",
        "번호와 생년월일을 서류와 맞춰 보아 주세요.",
    ),
    "ResidentNumbersHeldError": same(
        "PE-142",
        "주민등록번호가 아직 {count}명에게 남아 있습니다.",
        "먼저 한 분씩 그 항목을 파기해 주세요.",
    ),
    "PermitMissingError": typed(
        "PE-143", "근거 법령과 사유가 모두 있어야 합니다.", "법령의 이름과 조문을 적어 주세요."
    ),
    "ExportReasonMissingError": typed(
        "PE-112", "내려받는 사유를 적어 주세요.", "사유를 짧게 적어 주세요."
    ),
    "AnswerReasonMissingError": typed(
        "PE-151", "따르지 못한 사유를 적어 주세요.", "통지서에 그대로 나옵니다."
    ),
    "AnsweredBeforeAskedError": typed(
        "PE-152", "요구하신 날보다 이릅니다.", "통지한 날을 다시 적어 주세요."
    ),
    "NothingAnsweredError": same(
        "PE-153", "아직 답변을 적은 요구가 없습니다.", "먼저 요구에 답해 주세요."
    ),
    "MeasureReasonMissingError": typed(
        "PE-113", "어떤 일인지 적어 주세요.", "사건이나 요구를 짧게 적어 주세요."
    ),
    "HoldEndMissingError": typed(
        "PE-114", "언제까지인지 적어 주세요.", "오늘보다 뒤의 날짜를 적어 주세요."
    ),
    "HoldingFrozenError": same(
        "PE-115",
        "이 항목은 「{state}」 상태라 바꾸거나 지우지 않습니다.",
        "보유기간에서 상태를 확인해 주세요.",
    ),
    "UseStoppedError": same(
        "PE-118",
        "{number} 님은 처리정지를 요구하신 분입니다.",
        "정지를 푼 뒤에 다시 인쇄해 주세요.",
    ),
    "MeasureNotStandingError": same(
        "PE-116", "이 항목에는 「{kind}」가 걸려 있지 않습니다.", "화면을 새로 보고 확인해 주세요."
    ),
    "NothingToUndoError": same(
        "PE-131",
        "되돌릴 것이 남아 있지 않습니다.",
        "이전 값은 그분의 이력에서 되돌릴 수 있습니다.",
    ),
    "MergeNotPossibleError": same(
        "PE-132",
        "합칠 수 없습니다: {obstacle}.",
        "두 분의 보유기간과 동의를 먼저 보아 주세요.",
    ),
    "MergeOverError": same(
        "PE-133",
        "합치기 {number}은 이제 되돌릴 수 없습니다.",
        "그분의 이력과 보유기간을 보아 주세요.",
    ),
    "NewerMergeStandsError": same(
        "PE-135",
        "합치기 {number}보다 나중에 합친 번호가 있습니다.",
        "나중에 합친 {newer}부터 되돌려 주세요.",
    ),
    "PersonStaysError": same(
        "PE-145",
        "이제 되돌릴 수 없습니다: {why}.",
        "고치거나 종료로 끝내 주세요.",
    ),
    "NotLinkedError": same(
        "PE-144", "이분은 지금 보호자로 연결되어 있지 않습니다.", "관계를 새로 보아 주세요."
    ),
    "AlreadyLinkedError": same(
        "PE-146", "이미 이분의 보호자로 연결되어 있습니다.", "「관계」에서 확인해 주세요."
    ),
    "DraftInUseError": same(
        "PE-147",
        "그 사이에 다시 쓸 수 있게 된 계정입니다.",
        "그분이 직접 이어서 쓰거나 버리면 됩니다.",
    ),
    "DraftTakenError": Words(
        "합친 분에 대해 적던 것이 따로 있습니다.",
        "둘 다 그대로 보관되어 있습니다.",
        "그것을 먼저 마치거나 버리면 이것도 이어서 쓸 수 있습니다.",
        "PE-148",
    ),
    "ViewNameError": typed(
        "PE-134", "보기 이름은 한 글자부터 스무 글자까지입니다.", "이름을 짧게 적어 주세요."
    ),
}
