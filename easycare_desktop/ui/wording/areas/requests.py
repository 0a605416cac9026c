"""이용취소: requests and their steps."""

from easycare_desktop.ui.wording.words import Area, same, typed

REQUESTS: Area = {
    "RequestStepError": same(
        "RQ-101",
        "이 신청은 지금 「{current}」 단계라 할 수 없습니다.",
        "화면을 새로 보시고 다음 단계부터 해 주세요.",
    ),
    "RequestNotFoundError": same(
        "RQ-102", "그 신청을 찾을 수 없습니다.", "신청 목록에서 다시 골라 주세요."
    ),
    "ProofMissingError": same(
        "RQ-103",
        "「{capacity}」에게 필요한 서류를 확인하지 않았습니다.",
        "서류를 보신 뒤 표시하고 다시 해 주세요.",
    ),
    "OpenRequestExistsError": same(
        "RQ-104",
        "이분의 끝나지 않은 신청이 이미 있습니다.",
        "신청 {number}부터 이어서 처리해 주세요.",
    ),
    "ApplicantNotToldError": typed(
        "RQ-105", "신청하신 분께 알려야 할 말이 남았습니다.", "세 가지를 모두 알리고 표시해 주세요."
    ),
}
