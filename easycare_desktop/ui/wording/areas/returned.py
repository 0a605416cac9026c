"""돌아온 서류: papers that come back as scans."""

from easycare_desktop.ui.wording.words import Area, same, typed

RETURNED: Area = {
    "ReturnedNotWaitingError": same(
        "RE-201", "이미 처리한 서류입니다.", "목록을 다시 보아 주세요."
    ),
    "ReceivedInFutureError": typed(
        "RE-202", "받은 날이 아직 오지 않은 날입니다.", "오늘이나 지난 날을 적어 주세요."
    ),
    "WrongUseError": same(
        "RE-203",
        "번호를 보면 다른 종류의 서류입니다.",
        "「돌아온 서류」에서 이 서류에 맞는 버튼을 눌러 주세요.",
    ),
    "SlipOfSomebodyElseError": same(
        "RE-204",
        "번호를 보면 다른 분에게 드린 서류입니다.",
        "그분의 기록에 넣거나, 새 서식에 다시 서명을 받아 주세요.",
    ),
    "FolderMissingError": same(
        "RE-206",
        "스캔 폴더가 지금 없습니다.",
        "폴더가 그대로 있는지, USB가 꽂혀 있는지 보아 주세요.",
    ),
    "SignatureMissingError": same(
        "RE-207", "아직 서명하지 않으셨습니다.", "칸 안에 서명을 받아 주세요."
    ),
    "ScanKindError": same(
        "RE-205",
        "스캔이나 사진 파일이 아닙니다.",
        "PDF, TIFF, JPEG, PNG 가운데 하나로 저장해 주세요.",
    ),
}
