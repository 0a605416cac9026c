"""The words of 파기: stages of a run, what is still open, whose plan it is."""

from collections.abc import Iterable, Sequence

from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.domain.destruction import OPEN_PLANS, PlanCause, PlanState
from easycare_desktop.services.destruction import PlanLine, PlanView
from easycare_desktop.services.key_places import KeyPlaceView, PlaceState
from easycare_desktop.ui.models.cell import CellTone
from easycare_desktop.ui.parts.shared.day_words import long_day
from easycare_desktop.ui.wording.namesakes import with_apart

STAGES = {
    "look": "파기할 것을 다시 맞추어 봅니다.",
    "separate": "법에 따라 남길 것을 분리보관으로 옮깁니다.",
    "switch": "파기할 열쇠 없이 새 세대의 열쇠를 만듭니다.",
    "sweep": "남은 기록과 파일을 지웁니다.",
    "places": "열쇠 보관처를 바꿉니다.",
    "check": "이 PC에 남은 것이 없는지 찾아봅니다.",
    "done": "마쳤습니다.",
}
_OPEN = {
    "no_place": "열쇠 보관처가 아직 없습니다.",
    "rows": "지우지 못한 기록이 있습니다.",
    "keys": "없애지 못한 열쇠가 있습니다.",
    "search": "남은 것을 찾는 일을 마치지 못했습니다.",
    "unread": "읽지 못한 파일이 있습니다. 저장했던 USB를 꽂고 다시 확인해 주세요.",
    "found": "이 PC의 다른 곳에서 이름이나 번호가 발견되었습니다.",
    "control": "찾기 시험이 맞지 않았습니다.",
}
_OTHER_PC = "전에 쓰던 PC에 옛 열쇠가 있습니다. 그 PC로 넘기거나 파기를 기록하면 풀립니다."
_STRUCK_OFF = (
    "등록에서 뺀 보관처에 옛 열쇠가 남아 있습니다. 「백업·열쇠」에서 다시 등록하거나 없애 주세요."
)
TONES: dict[PlanState, CellTone] = {
    PlanState.AWAITING: "warn",
    PlanState.WAITING_DAY: "warn",
    PlanState.APPROVED: "info",
    PlanState.RUNNING: "warn",
    PlanState.PARTIAL: "warn",
    PlanState.DONE: "ok",
    PlanState.CANCELLED: "",
}


_MOST_MENTIONS = 20
_PLACES = {
    PlaceState.NEWEST: "최신",
    PlaceState.ABSENT: "꽂혀 있지 않음",
    PlaceState.OTHER: "다른 USB가 꽂혀 있음",
    PlaceState.DAMAGED: "읽지 못함",
}


def place_words(places: Sequence[KeyPlaceView] | None) -> str:
    """Return how each key place stands; None while somebody is still looking."""
    if places is None:
        return "열쇠 보관처를 보고 있습니다."
    if not places:
        return "열쇠 보관처가 없습니다. 「백업·열쇠」에서 USB를 정해 주세요."
    return "\n".join(
        f"· {place.label}: {_PLACES.get(place.state, '갱신 필요')}" for place in places
    )


def mention_words(mentioned: Iterable[tuple[str, str]], catalogue: Catalogue) -> list[str]:
    """Return one line a place where somebody else's data names the persons: number and group."""
    lines = [f"· {number} · {catalogue.group(group).label}" for number, group in mentioned]
    if len(lines) <= _MOST_MENTIONS:
        return lines
    return [*lines[:_MOST_MENTIONS], f"· 그 밖에 {len(lines) - _MOST_MENTIONS}곳"]


def whose(plan: PlanLine | PlanView) -> str:
    """Return whose plan it is: a name while it is in use, else a number, or how many."""
    if plan.name:
        return with_apart(plan.name, plan.apart)
    return plan.person_number or f"{plan.count}명"


def mistake_words(view: PlanView) -> str:
    """Say before approval that only what was never true may go so; nothing of other plans."""
    if view.plan.cause is not PlanCause.MISTAKE or view.plan.state not in OPEN_PLANS:
        return ""
    kept = f" 있었던 일이면 {long_day(view.kept_until)}까지 보관합니다." if view.kept_until else ""
    return f"잘못 적은 것인지 확인하고 승인합니다.{kept}"


def open_words(points: Iterable[str], places: Iterable[KeyPlaceView]) -> list[str]:
    """Return a sentence for each open point."""
    labels = {str(place.id): place.label for place in places}
    words = []
    outside = 0
    for point in points:
        kind, _, code = point.partition(".")
        if kind == "outside":
            outside += 1
        elif kind == "twin":
            words.append(f"서류함·매체 {code}의 파기 기록이 아직 없습니다.")
        elif kind == "place":
            name = labels.get(code)
            changed = f"열쇠 보관처 「{name}」: 아직 새 열쇠로 바꾸지 못했습니다."
            words.append(changed if name else _STRUCK_OFF)
        elif kind == "pc":
            words.append(_OTHER_PC)
        else:
            words.append(_OPEN.get(point, "아직 마치지 못한 것이 있습니다."))
    if outside:
        words.append(f"프로그램 밖의 사본 {outside}곳을 아직 확인하지 않았습니다.")
    return words
