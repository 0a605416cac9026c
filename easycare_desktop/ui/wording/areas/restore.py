"""복구: bringing data back from a backup, here or on another PC."""

from easycare_desktop.ui.wording.words import Area, Words, same, typed

_AS_BEFORE = "지금 쓰시는 자료는 그대로 있습니다."

RESTORE: Area = {
    "BackupForkedError": Words(
        "사무실이 떠난 PC에서 나중에 만든 백업입니다.",
        _AS_BEFORE,
        "옮겨 간 PC에서 만든 백업을 골라 주세요.",
        "RS-101",
    ),
    "BackupAlarmError": Words(
        "열쇠도 파기 기록도 없는 항목이 {count}건 있는 백업입니다.",
        _AS_BEFORE,
        "되살리지 마시고 오류 번호를 알려 주세요.",
        "RS-102",
    ),
    "NewerKnownError": Words(
        "이 열쇠가 모르는 파기확인서입니다. 더 새 열쇠가 있습니다.",
        "파기한 자료가 되살아나지 않도록 멈추었습니다.",
        "다른 열쇠 보관처를 찾아 꽂아 주세요.",
        "RS-104",
    ),
    "CertificateNumberError": typed(
        "RS-105",
        "파기번호나 파기확인서의 QR 코드 내용이 아닙니다.",
        "파기확인서의 파기번호(예: D2026-0003)를 적어 주세요.",
    ),
    "OlderCertificateError": typed(
        "RS-108",
        "이보다 나중에 발급한 파기확인서가 파기관리대장에 있습니다.",
        "가장 나중 것의 번호를 적거나, 없으면 비워 두세요.",
    ),
    "FreshnessReasonMissingError": typed(
        "RS-106", "사유를 다섯 자 이상 적어 주세요.", "무엇으로 확인하셨는지 적어 주세요."
    ),
    "NoWholeBackupError": same(
        "RS-107", "그곳에 온전한 백업이 없습니다.", "「지금 백업하기」를 하신 뒤 다시 해 주세요."
    ),
    "NothingStagedError": same(
        "RS-103", "살펴본 백업이 없습니다.", "백업을 골라 미리 보기부터 해 주세요."
    ),
}
