"""The words for places, backups and what is missing for an office to be protected."""

from datetime import date, datetime

from easycare_desktop.services.backup import BackupReport
from easycare_desktop.services.backup_targets import SetState, TargetState, TargetView
from easycare_desktop.services.protection import Lack, PlaceKind, PlaceLine, Protection
from easycare_desktop.ui.models.cell import CellTone
from easycare_desktop.ui.widgets.labels import ChipTone
from easycare_desktop.ui.wording.refusals import words_for

_MEGABYTE, _GIGABYTE = 1_000_000, 1_000_000_000
LACKS: dict[Lack, str] = {
    Lack.NO_KEY_PLACE: "열쇠 보관처가 없습니다. 「열쇠」에서 USB를 추가해 주세요.",
    Lack.KEYS_ON_THIS_PC: "열쇠가 이 PC에만 있습니다. USB나 다른 디스크를 추가해 주세요.",
    Lack.KEYS_OLD: "열쇠 보관처가 최신이 아닙니다. 보관처 USB를 꽂아 주세요.",
    Lack.NO_TARGET: "백업할 곳이 없습니다. 「백업」에서 USB나 폴더를 추가해 주세요.",
    Lack.NO_BACKUP: "아직 백업하지 않았습니다. 「지금 백업하기」를 눌러 주세요.",
    Lack.BACKUP_OLD: "백업한 지 오래되었습니다. 「지금 백업하기」를 눌러 주세요.",
    Lack.BACKUP_AHEAD: "오늘보다 뒤의 날짜로 만든 백업이 있습니다. PC 시계를 보아 주세요.",
    Lack.KEYS_BEHIND_BACKUP: "보관처의 열쇠가 백업보다 오래되었습니다. 보관처 USB를 꽂아 주세요.",
    Lack.BACKUP_ON_THIS_PC: "백업이 이 PC에만 있습니다. USB나 다른 디스크를 추가해 주세요.",
}
_TARGETS: dict[TargetState, tuple[str, ChipTone]] = {
    TargetState.SOUND: ("정상", "ok"),
    TargetState.EMPTY: ("백업 없음", "warn"),
    TargetState.DAMAGED: ("손상", "danger"),
    TargetState.OTHER: ("다른 USB", "danger"),
    TargetState.ABSENT: ("연결 안 됨", "warn"),
}
_ADVICE: dict[TargetState, str] = {
    TargetState.SOUND: "가장 새로운 백업을 다시 읽어 확인했습니다.",
    TargetState.EMPTY: "「지금 백업하기」를 누르면 여기에 만듭니다.",
    TargetState.DAMAGED: "가장 새로운 백업이 깨졌습니다. 「지금 백업하기」로 새로 만들어 주세요.",
    TargetState.OTHER: "등록한 USB가 아닙니다. 아무것도 쓰지 않습니다.",
    TargetState.ABSENT: "USB를 꽂으면 상태를 볼 수 있습니다.",
}
SETS: dict[SetState, tuple[str, CellTone]] = {
    SetState.WHOLE: ("정상", "ok"),
    SetState.CUT: ("만들다 멈춤", "warn"),
    SetState.DAMAGED: ("손상", "danger"),
    SetState.FOREIGN: ("다른 사무실", "danger"),
    SetState.NEWER: ("새 버전의 백업", "info"),
}


def days_since(at: datetime | date | None, today: date) -> str:
    """Return how long ago: 오늘, 어제, 9일 전; a dash where there is nothing."""
    if at is None:
        return "없음"
    days = (today - (at.date() if isinstance(at, datetime) else at)).days
    if days < 0:
        return f"{-days}일 뒤 날짜"
    return {0: "오늘", 1: "어제"}.get(days, f"{days}일 전")


def size_words(count: int) -> str:
    """Return a number of bytes as offices read it."""
    if count >= _GIGABYTE:
        return f"{count / _GIGABYTE:,.1f} GB"
    return f"{count / _MEGABYTE:,.1f} MB"


def target_chip(view: TargetView) -> tuple[str, ChipTone]:
    """Return the word and the tone for how a place for backups stands."""
    return _TARGETS[view.state]


def target_advice(view: TargetView) -> str:
    """Return one sentence on what that means."""
    return _ADVICE[view.state]


def place_mark(line: PlaceLine) -> tuple[str, CellTone]:
    """Return the chip of a line in the list of all places."""
    if not line.sound:
        return ("손상·낡음", "danger") if line.at else ("비어 있음", "warn")
    return ("최신", "ok") if line.at_hand else ("연결 안 됨", "info")


LOOKS = (
    "이 PC에서는 보기만 합니다",
    ("열쇠 보관처와 백업은 지금 적는 PC에서 챙깁니다.", "아래는 이 PC가 마지막으로 본 것입니다."),
)


def protection_words(found: Protection, today: date) -> tuple[str, tuple[str, ...]]:
    """Return the title and at most two lines about how the office is protected."""
    if found.protected:
        opens = days_since(found.opens_at, today)
        last = f"마지막 백업: {opens}"
        if found.opens_at != found.last_at:
            last = f"다른 PC에서 열 수 있는 마지막 백업: {opens}"
        return "보호됨", ("열쇠와 백업이 이 PC 밖에 따로 있습니다.", last)
    title = "아직 보호되지 않습니다"
    return title, tuple(_lack_words(lack, found, today) for lack in found.lacks[:2])


def _lack_words(lack: Lack, found: Protection, today: date) -> str:
    """Return a sentence on what is missing, with the names and days that are known."""
    words = LACKS[lack]
    if lack is Lack.KEYS_BEHIND_BACKUP and found.opens_at:
        return f"{words} 다른 PC에서는 {days_since(found.opens_at, today)} 백업까지 열립니다."
    old = [each.label for each in found.places if each.kind is PlaceKind.KEYS and not each.sound]
    if lack is Lack.KEYS_OLD and old:
        return f"{', '.join(old)}: {words}"
    return words


def report_lines(report: BackupReport) -> tuple[tuple[str, bool], ...]:
    """Return what became of a backup, one sentence each, and whether it is as it should be."""
    lines = []
    for result in report.results:
        if result.problem is None:
            files = f"새 파일 {result.new_files:,}개, " if result.new_files else ""
            copied = f"{result.label}: {files}{size_words(result.new_bytes)}를 옮겼습니다."
            lines.append((copied, True))
        else:
            lines.append((f"{result.label}: {words_for(result.problem).happened}", False))
    skipped = "연결되어 있지 않아 건너뛰었습니다."
    return (*lines, *((f"{label}: {skipped}", False) for label in report.absent))


def report_title(report: BackupReport) -> str:
    """Return how a backup ended."""
    if not report.done:
        return "백업하지 못했습니다"
    return "백업을 마쳤습니다" if report.is_complete else "백업을 일부만 마쳤습니다"


NOT_COVERED = "열쇠 보관처가 최신이 아닙니다. 다른 PC에서는 이 백업을 열 수 없습니다."
COVERED = "열쇠 보관처에 이 백업을 여는 열쇠가 있습니다."
