"""복구: bringing data back from a backup, here or on another PC."""

from easycare_desktop.ui.wording.words import Area, Words, same

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
    "NothingStagedError": same(
        "RS-103", "살펴본 백업이 없습니다.", "백업을 골라 미리 보기부터 해 주세요."
    ),
}
