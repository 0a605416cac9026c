"""백업: the places outside, and what lies there."""

from typing import Protocol

from easycare_desktop.ui.wording.words import Area, Words

_HERE = "이 PC의 자료는 그대로 있습니다."
_KEPT = "전에 만든 백업과 이 PC의 자료는 그대로 있습니다."
_NOTHING_WRITTEN = "그곳에 아무것도 쓰지 않았습니다."


class HasMissing(Protocol):
    """What tells how many megabytes are short; 0 where nobody can tell."""

    missing: int


def _full(refusal: "HasMissing") -> Words:
    short = f"{refusal.missing:,}메가바이트가" if refusal.missing else "저장 공간이"
    return Words(
        f"백업할 곳에 {short} 모자랍니다.",
        _KEPT,
        "그곳의 필요 없는 파일을 지우거나 더 큰 USB를 써 주세요.",
        "BK-102",
    )


BACKUP: Area = {
    "TargetGoneError": Words(
        "백업할 곳이 연결되어 있지 않거나 중간에 빠졌습니다.",
        _HERE,
        "USB를 다시 꽂고 「지금 백업하기」를 눌러 주세요.",
        "BK-101",
    ),
    "TargetFullError": _full,
    "TargetClosedError": Words(
        "백업할 곳에 쓸 수 없습니다.",
        _KEPT,
        "USB의 쓰기 잠금을 풀거나 다른 곳을 골라 주세요.",
        "BK-103",
    ),
    "TargetForeignError": Words(
        "등록한 백업 USB가 아닙니다.",
        _NOTHING_WRITTEN,
        "알맞은 USB를 꽂거나 「백업할 곳 추가하기」로 등록해 주세요.",
        "BK-104",
    ),
    "BackupNewerElsewhereError": Words(
        "다른 PC에서 더 나중까지 일한 백업이 그곳에 있습니다.",
        _NOTHING_WRITTEN,
        "두 PC에서 함께 쓰지 마시고 오류 번호를 알려 주세요.",
        "BK-105",
    ),
    "CopyNotProvedError": Words(
        "백업할 곳에 쓴 것이 바르게 읽히지 않습니다.",
        "이번 것은 백업으로 세지 않습니다.",
        "다른 USB에 다시 백업해 주세요.",
        "BK-106",
    ),
    "BackupDamagedError": Words(
        "이 백업은 잘렸거나 바뀌었습니다.",
        _HERE,
        "다른 날짜의 백업을 골라 주세요.",
        "BK-107",
    ),
    "BackupForeignError": Words(
        "다른 사무실의 백업이거나 맞는 열쇠가 없습니다.",
        _HERE,
        "알맞은 USB인지 보아 주세요.",
        "BK-108",
    ),
    "BackupNewerFormatError": Words(
        "더 새로운 프로그램에서 만든 백업입니다.",
        _HERE,
        "프로그램을 새 버전으로 바꾼 뒤 열어 주세요.",
        "BK-109",
    ),
    "KeyInBackupError": Words(
        "백업 폴더 안에 열쇠 파일이 {count}개 있습니다.",
        "열쇠와 자료가 함께 있으면 안 되어 백업을 멈추었습니다.",
        "그 열쇠 파일을 백업 폴더 밖으로 옮겨 주세요.",
        "BK-110",
    ),
    "TargetInOfficeError": Words(
        "사무실 자료와 같은 폴더입니다.",
        _NOTHING_WRITTEN,
        "USB나 다른 디스크의 폴더를 골라 주세요.",
        "BK-111",
    ),
    "TargetUnknownError": Words(
        "그 백업할 곳은 목록에 없습니다.",
        _NOTHING_WRITTEN,
        "화면을 다시 열고 골라 주세요.",
        "BK-112",
    ),
    "NoBackupTargetError": Words(
        "백업할 곳을 아직 정하지 않았습니다.",
        _HERE,
        "「백업할 곳 추가하기」로 USB나 폴더를 골라 주세요.",
        "BK-113",
    ),
}
