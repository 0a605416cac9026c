"""A scan in the wrong place: where it goes is asked step by step; taking it out is dangerous."""

from collections.abc import Callable
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QObject, Signal

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.people import PersonCard
from easycare_desktop.services.person_papers import Scan
from easycare_desktop.services.scan_moving import WhyTakenOut
from easycare_desktop.ui.messages import Messages, Question
from easycare_desktop.ui.parts.people.words import second_line
from easycare_desktop.ui.parts.shared.refused import tell
from easycare_desktop.ui.wording.papers import file_words

_MOVE, _OUT = "스캔 옮기기", "스캔 빼기"
_MOST = 12
_WHY = [
    (WhyTakenOut.WRONG_PERSON, "다른 분의 문서입니다"),
    (WhyTakenOut.WRONG_FILE, "잘못 고른 파일입니다"),
    (WhyTakenOut.UNREADABLE, "글씨가 보이지 않습니다"),
    (WhyTakenOut.TWICE, "두 번 붙였습니다"),
]


class _Where(Enum):
    SAME = auto()
    OTHER = auto()


class ScanMoving(QObject):
    """`changed()` once a scan lies elsewhere, or nowhere any more."""

    changed = Signal()

    def __init__(self, services: Services, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._messages = services, messages

    def move(self, card: PersonCard, scan: Scan) -> None:
        """Ask where a scan belongs, and move it there."""
        where = self._messages.ask_choice(
            _MOVE,
            f"{card.name} 님의 「{scan.label} 스캔」을 어디로 옮길까요?",
            [(_Where.SAME, "이분의 다른 항목으로"), (_Where.OTHER, "다른 분에게")],
        )
        if where is None:
            return
        person_id = card.person.id if where is _Where.SAME else self._ask_person(card.person.id)
        place = self._ask_place(person_id, scan) if person_id is not None else None
        if place is None:
            return
        move = partial(self._services.scan_moving.move, card.person.id, scan.id, place)
        done = "스캔을 옮겼습니다. 전에 만든 백업에는 옮기기 전대로 남습니다."
        self._carry_out(move, done, "옮기지 못했습니다")

    def take_out(self, card: PersonCard, scan: Scan) -> None:
        """Ask why and whether; only then take the scan out."""
        why = self._messages.ask_choice(_OUT, "왜 빼시나요?", _WHY)
        lines = (
            f"{card.name} 님 · {file_words(scan.media, scan.size)}",
            "빼면 되돌릴 수 없습니다. 잘못 붙인 분이 있으면 「옮기기」를 쓰세요.",
            "전에 만든 백업에는 그 백업이 없어지거나 이 항목이 파기될 때까지 남습니다.",
        )
        question = Question(f"「{scan.label} 스캔」을 뺄까요?", lines, "빼기", danger=True)
        if why is None or not self._messages.confirm(question):
            return
        take_out = partial(self._services.scan_moving.take_out, card.person.id, scan.id, why)
        self._carry_out(take_out, "스캔을 뺐습니다.", "빼지 못했습니다")

    def _carry_out(self, work: Callable[[], None], done: str, failed: str) -> None:
        try:
            work()
        except Refusal as refusal:
            tell(self._messages, failed, refusal)
            return
        self._messages.toast(done)
        self.changed.emit()

    def _ask_person(self, but: int) -> int | None:
        typed = self._messages.ask_text(_MOVE, "옮길 분의 이름이나 번호", hint="예: P-00012")
        if typed is None:
            return None
        found = [each for each in self._services.search.find(typed) if each.id != but]
        if not found:
            self._messages.inform("찾는 분이 없습니다", "이름이나 번호를 다시 보아 주세요.")
            return None
        choices = [(each.id, f"{each.name} · {second_line(each)}") for each in found[:_MOST]]
        return self._messages.ask_choice(_MOVE, "어느 분에게 옮길까요?", choices)

    def _ask_place(self, person_id: int, scan: Scan) -> int | None:
        targets = self._services.scan_moving.targets(person_id) - {scan.holding_id}
        known = self._services.person_papers.places(person_id)
        places = [each for each in known if each[0] in targets]
        if not places:
            told = "이용이 끝났거나 적힌 항목이 없는 분입니다."
            self._messages.inform("옮길 수 있는 항목이 없습니다", told)
            return None
        return self._messages.ask_choice(_MOVE, "어느 항목에 둘까요?", places)
