"""How taking a list back is asked: how many go, who stays, and why."""

from collections import Counter
from collections.abc import Mapping

from easycare_desktop.domain.import_undo import Stays, UndoView
from easycare_desktop.ui.messages import Question
from easycare_desktop.ui.wording.labels import label

_NAMED = 2


def undo_question(view: UndoView, names: Mapping[int, str]) -> Question:
    """Return the question; of those who stay the first are named, the others counted."""
    lines = []
    if view.gone or view.reversed:
        went = f"등록한 {view.gone:,}명이 빠지고"
        lines.append(f"{went}, 고친 {view.reversed:,}명은 이전 내용이 됩니다.")
    if view.untied:
        lines.append(f"이 목록으로 연결한 보호자 {view.untied:,}명의 연결을 풉니다.")
    if view.gone:
        lines.append("열쇠 보관처까지 갱신하면 빠진 자료는 백업에서도 열리지 않습니다.")
    for why, number in Counter(view.stays.values()).most_common():
        lines.append(_staying(why, number, [names.get(each, "") for each in _of(view, why)]))
    title = "되돌릴 수 있는 분만 되돌릴까요?" if view.stays else "목록을 되돌릴까요?"
    return Question(title, tuple(lines), "되돌리기", danger=True)


def _of(view: UndoView, why: Stays) -> list[int]:
    return [person_id for person_id, each in view.stays.items() if each is why]


def _staying(why: Stays, number: int, names: list[str]) -> str:
    known = [each for each in names if each][:_NAMED]
    if not known:
        return f"{number:,}명은 남습니다: {label(why)}"
    others = f" 외 {number - len(known):,}명" if number > len(known) else ""
    return f"남는 분: {', '.join(known)} 님{others} ({label(why)})"
