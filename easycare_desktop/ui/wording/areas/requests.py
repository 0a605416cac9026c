"""이용취소: requests and their steps."""

from easycare_desktop.ui.wording.words import Area, same, typed

REQUESTS: Area = {
    "RequestStepError": same(
        "RQ-101",
        "이 신청은 지금 「{current}」 단계라 할 수 없습니다.",
        "화면을 새로 보시고 다음 단계부터 해 주세요.",
    ),
    "RequestNotFoundError": same(
        "RQ-102", "그 신청을 찾을 수 없습니다.", "접수 목록에서 다시 골라 주세요."
    ),
    "ProofMissingError": same(
        "RQ-103",
        "「{capacity}」에게 필요한 서류를 확인하지 않았습니다.",
        "서류를 보신 뒤 표시하고 다시 해 주세요.",
    ),
    "OpenRequestExistsError": same(
        "RQ-104",
        "이분의 끝나지 않은 신청이 이미 있습니다.",
        "접수번호 {number}부터 이어서 처리해 주세요.",
    ),
    "VendorProofMissingError": typed(
        "RQ-131",
        "업체의 파기확인서 번호나 스캔이 있어야 합니다.",
        "확인서를 받으신 뒤에 적어 주세요.",
    ),
    "ApplicantNotToldError": typed(
        "RQ-105", "신청하신 분께 알려야 할 말이 남았습니다.", "세 가지를 모두 알리고 표시해 주세요."
    ),
    "CopyNotGivenError": typed(
        "RQ-121",
        "준 날도, 드리지 못한 사유도 적지 않으셨습니다.",
        "사본을 준 날이나 드리지 못한 사유를 적어 주세요.",
    ),
    "SupplementEmptyError": typed(
        "RQ-106", "무엇을 더 받을지 고르지 않으셨습니다.", "받을 서류를 하나 이상 표시해 주세요."
    ),
    "SupplementDayPassedError": typed(
        "RQ-107", "보완 기한이 이미 지난 날입니다.", "오늘이나 그 뒤의 날을 적어 주세요."
    ),
    "NobodyToTellError": same(
        "RQ-109",
        "신청서 없이 끝난 일이라 통지할 신청인이 없습니다.",
        "처리 내용은 파기확인서로 남겨 주세요.",
    ),
    "RecordGoneError": same(
        "RQ-110",
        "신청서 내용이 분리보관되었거나 파기되어 이어서 할 수 없습니다.",
        "신청 {number}: 「신청 취소하기」로 마쳐 주세요.",
    ),
    "CapacityLapsedError": same(
        "RQ-111",
        "기초자료에 적힌 이분의 대리 자격은 {until}에 끝났습니다.",
        "새 증명서를 보셨으면 보호자의 자격부터 고쳐 주세요.",
    ),
    "NothingAskedError": same(
        "RQ-108", "이 신청에는 보완을 청한 것이 없습니다.", "무엇을 더 받을지 먼저 적어 주세요."
    ),
}
