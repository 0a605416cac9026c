"""동의: consents and their evidence."""

from easycare_desktop.ui.wording.words import Area, same, typed

CONSENTS: Area = {
    "ConsentAlreadyWithdrawnError": same(
        "CO-101", "철회할 동의가 남아 있지 않습니다.", "동의 내역에서 지금 상태를 보아 주세요."
    ),
    "ConsentMissingError": same(
        "CO-102",
        "동의가 있어야 적을 수 있는 항목입니다.",
        "동의를 먼저 받아 기록해 주세요.",
    ),
    "ChildSignsError": same(
        "CO-104",
        "만 {years}세 미만인 분은 법정대리인이 서명해야 합니다.",
        "친권자나 법정대리인의 서명을 받아 주세요.",
    ),
    "SignerProofMissingError": same(
        "CO-105",
        "「{capacity}」의 자격을 보여 주는 서류를 확인하지 않았습니다.",
        "서류를 보시고 무엇을 언제 보셨는지 적어 주세요.",
    ),
    "ConsentTooLongError": typed(
        "CO-106",
        "서명하신 글에 적힌 기간({last}까지)보다 깁니다.",
        "그날이나 그 앞의 날을 적어 주세요.",
    ),
    "NothingSaidError": same(
        "CO-107", "동의한 것도 거부한 것도 없습니다.", "한 가지라도 답을 골라 주세요."
    ),
    "EvidenceTooLargeError": same(
        "CO-110", "파일이 너무 커서 붙이지 못했습니다.", "더 작은 파일로 다시 골라 주세요."
    ),
    "EvidenceKindError": same(
        "CO-111",
        "PDF, PNG, JPEG 파일이 아닙니다.",
        "스캔한 파일을 그 가운데 하나로 저장해 주세요.",
    ),
    "PhonePhotoError": same(
        "CO-113",
        "아이폰만 쓰는 사진 형식이라 읽지 못합니다.",
        "아이폰은 「설정 → 카메라 → 포맷」에서 「높은 호환성」을 고르고 다시 찍어 주세요."
        " 그러면 JPEG로 찍힙니다.",
    ),
    "EvidenceUnreadableError": same(
        "CO-112",
        "파일을 읽지 못했습니다.",
        "파일이 그대로 있는지, USB가 꽂혀 있는지 보아 주세요.",
    ),
    "WithdrawnBeforeGivenError": typed(
        "CO-103",
        "동의하신 날({given_on})보다 앞선 날입니다.",
        "철회하신 날을 다시 적어 주세요.",
    ),
}
