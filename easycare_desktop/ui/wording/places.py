"""The words for the state of a key place, here and on the page of keys."""

from collections.abc import Iterable
from pathlib import Path

from easycare_desktop.services.former_places import FormerPlace
from easycare_desktop.services.key_places import KeyPlaceView, PlaceState
from easycare_desktop.services.place_warnings import PlaceWarning
from easycare_desktop.ui.widgets.labels import ChipTone

_BREAK = "\u200b"
_STATES: dict[PlaceState, tuple[str, ChipTone]] = {
    PlaceState.NEWEST: ("최신", "ok"),
    PlaceState.BEHIND: ("새 열쇠 빠짐", "info"),
    PlaceState.OLDER: ("갱신 필요", "danger"),
    PlaceState.NEWER: ("이 PC보다 새로움", "danger"),
    PlaceState.EMPTY: ("열쇠 없음", "danger"),
    PlaceState.DAMAGED: ("읽지 못함", "danger"),
    PlaceState.OTHER: ("다른 USB", "danger"),
    PlaceState.ABSENT: ("연결 안 됨", "warn"),
}
_ADVICE: dict[PlaceState, str] = {
    PlaceState.NEWEST: "이 PC와 같은 열쇠가 있습니다.",
    PlaceState.BEHIND: "그 뒤에 만든 열쇠가 아직 없습니다. 갱신하면 넣습니다.",
    PlaceState.OLDER: "없앤 열쇠가 아직 남아 있습니다. 바로 갱신해 주세요.",
    PlaceState.NEWER: "이 PC의 열쇠가 더 오래되었습니다. 오류 번호 KP-104를 알려 주세요.",
    PlaceState.EMPTY: "갱신하면 열쇠를 넣습니다.",
    PlaceState.DAMAGED: "파일이 깨졌습니다. 갱신해도 그대로면 다른 USB를 쓰세요.",
    PlaceState.OTHER: "등록한 USB가 아닙니다. 아무것도 넣지 않았습니다. 등록한 USB를 꽂아 주세요.",
    PlaceState.ABSENT: "USB를 꽂으면 상태를 볼 수 있습니다.",
}


def breakable(path: Path) -> str:
    """Return a path that may be broken after each folder."""
    return str(path).replace("\\", f"\\{_BREAK}").replace("/", f"/{_BREAK}")


def place_chip(place: KeyPlaceView) -> tuple[str, ChipTone]:
    """Return the word and the tone for how a place stands."""
    return _STATES[place.state]


def place_advice(place: KeyPlaceView) -> str:
    """Return one sentence on what that means."""
    return _ADVICE[place.state]


def removal_lines(place: KeyPlaceView) -> tuple[str, ...]:
    """Return what becomes of a place that is struck off."""
    if not place.state.is_here or place.state is PlaceState.NEWER:
        return (
            f"「{place.label}」의 열쇠는 그대로 남습니다.",
            "그 열쇠를 없앨 때까지 파기는 「일부 완료」입니다.",
        )
    return (
        f"「{place.label}」의 열쇠를 지웁니다. 다른 파일은 그대로 둡니다.",
        "보관처가 하나뿐이면 열쇠는 이 PC에만 남습니다.",
    )


def former_label(place: FormerPlace) -> str:
    """Return the name of a place that was struck off."""
    return place.label or "전에 뺀 보관처"


def former_note(place: FormerPlace) -> str:
    """Return since when it is off."""
    return f"{place.removed_at:%Y-%m-%d}에 등록에서 뺌"


FORMER_CHIP = "열쇠 남음"
FORMER_ADVICE = "옛 열쇠가 있을 수 있습니다. 다시 등록하거나, 부순 뒤 「없앴음」을 눌러 주세요."


def gone_lines() -> tuple[str, ...]:
    """Return what somebody states who says that a place is no more."""
    return (
        "USB를 부수었거나, 그곳의 열쇠 폴더를 지운 뒤에만 눌러 주세요.",
        "파기확인서에는 「기관이 없앴다고 적음」으로 남습니다.",
    )


def old_sheet_words(labels: Iterable[str]) -> str:
    """Return which places an older recovery sheet still opens, and what ends that."""
    names = ", ".join(labels)
    return f"옛 종이로 아직 열리는 보관처: {names}. 꽂고 「지금 갱신하기」를 눌러 주세요."


def behind_words(places: Iterable[KeyPlaceView]) -> tuple[str, ...]:
    """Return which places could not be brought up to date, and what to do; nothing for none."""
    behind = [each for each in places if not each.newest]
    others = [each.label for each in behind if each.state is PlaceState.OTHER]
    rest = [each.label for each in behind if each.state is not PlaceState.OTHER]
    return (
        *((f"{', '.join(rest)}: 꽂혀 있는지 보아 주세요.",) if rest else ()),
        *((f"{', '.join(others)}: 등록한 USB가 아니어서 넣지 않았습니다.",) if others else ()),
    )


def place_note(place: KeyPlaceView) -> str:
    """Return the generation that lies there, or that nothing could be read."""
    return f"제{place.generation}세대 열쇠" if place.generation else "몇 세대 열쇠인지 모름"


_LONG_PATH = "폴더가 너무 깊습니다. 파일 이름이 길어져 저장하지 못할 수 있습니다."
_WARNINGS: dict[PlaceWarning, str] = {
    PlaceWarning.CLOUD_SYNCED: "인터넷으로 복사되는 폴더입니다. 없앤 열쇠가 그곳에 남습니다.",
    PlaceWarning.NETWORK: "다른 컴퓨터의 폴더입니다. 다른 사람이 열 수 있습니다.",
    PlaceWarning.LONG_PATH: _LONG_PATH,
    PlaceWarning.IN_OFFICE: "사무실 자료와 같은 폴더입니다. 함께 잃어버리게 됩니다.",
    PlaceWarning.SAME_DISK: "이 PC와 같은 디스크입니다. 디스크가 고장 나면 함께 잃습니다.",
    PlaceWarning.HAS_BACKUPS: "백업이 있는 USB입니다. 잃어버리면 열쇠와 백업을 함께 잃습니다.",
    PlaceWarning.HAS_KEYS: "열쇠가 이미 있는 곳입니다. 한 곳을 잃으면 둘 다 잃습니다.",
}


def warning_words(warning: PlaceWarning) -> str:
    """Return one sentence on why a folder is a bad key place."""
    return _WARNINGS[warning]


_BACKUP_WARNINGS: dict[PlaceWarning, str] = {
    PlaceWarning.CLOUD_SYNCED: "인터넷으로 복사되는 폴더입니다. 잠긴 자료가 회사 밖으로 나갑니다.",
    PlaceWarning.NETWORK: "다른 컴퓨터의 폴더입니다. 연결이 끊기면 백업이 멈춥니다.",
    PlaceWarning.LONG_PATH: _LONG_PATH,
    PlaceWarning.IN_OFFICE: "사무실 자료와 같은 폴더입니다. 함께 잃어버리게 됩니다.",
    PlaceWarning.SAME_DISK: "이 PC와 같은 디스크입니다. 디스크가 고장 나면 함께 잃습니다.",
    PlaceWarning.HAS_BACKUPS: "백업이 이미 있는 곳입니다.",
    PlaceWarning.HAS_KEYS: "열쇠 보관처와 같은 곳입니다. 잃어버리면 둘 다 잃습니다.",
}


def backup_warning_words(warning: PlaceWarning) -> str:
    """Return one sentence on why a folder is a bad place for backups."""
    return _BACKUP_WARNINGS[warning]
