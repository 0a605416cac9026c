"""되돌리기 of the last corrections: by the button of the notice, or by Ctrl+Z outside a field."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.corrections import CorrectionService
from easycare_desktop.services.undo_offers import UndoOffer
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages, Question
from easycare_desktop.ui.parts.people.record_lines import said_of
from easycare_desktop.ui.parts.shared.refused import tell, tell_error

UNDO_REASON = "방금 고친 것을 되돌림"
_REFUSED = "되돌리지 못했습니다"


@dataclass(frozen=True, slots=True)
class UndoStep:
    """되돌리기 of one step that was just saved; `done(person id)` is called either way."""

    corrections: CorrectionService
    messages: Messages
    person_id: int
    number: int
    done: Callable[[int], None]

    def __call__(self) -> None:
        """Put back; whoever saved in between is not overwritten."""
        try:
            self.corrections.undo(UNDO_REASON, self.number)
        except Refusal as refusal:
            tell(self.messages, _REFUSED, refusal)
        self.done(self.person_id)


@dataclass(frozen=True, slots=True)
class UndoWork:
    """되돌리기 of something that was just done; `done()` is called either way."""

    work: Callable[[], object]
    messages: Messages
    done: Callable[[], None]

    def __call__(self) -> None:
        """Put back, or say why that is not possible any more."""
        try:
            self.work()
        except Refusal as refusal:
            tell(self.messages, _REFUSED, refusal)
        self.done()


class UndoDesk(QObject):
    """Asks before it undoes: the person and the values are named. `undone(person id)`."""

    undone = Signal(object)

    def __init__(
        self, services: Services, messages: Messages, background: Background, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._undo, self._messages, self._background = services.undo, messages, background
        self._catalogue = services.office.catalogue
        self._offer: UndoOffer | None = None

    @Slot()
    def ask(self) -> None:
        """Undo the newest step of this session, if the person wants it."""
        offer = self._undo.last()
        if offer is None:
            self._messages.toast("이번에 적은 것 가운데 되돌릴 것이 없습니다")
            return
        if self._messages.confirm(self._question(offer)):
            self._offer = offer
            work = partial(self._undo.undo, UNDO_REASON, offer.number)
            self._background.run(work, self._done, self._failed)

    def _done(self, offer: UndoOffer) -> None:
        if offer.merge:
            self._messages.toast(f"{offer.gone_number} 번호를 다시 나누었습니다")
        else:
            what = "등록을" if offer.newcomer else "자료를"
            self._messages.toast(f"{offer.name} 님의 {what} 되돌렸습니다")
        self.undone.emit(offer.person_id)

    def _failed(self, error: Exception) -> None:
        tell_error(self._messages, _REFUSED, error)
        if self._offer is not None:
            self.undone.emit(self._offer.person_id)

    def _question(self, offer: UndoOffer) -> Question:
        if offer.merge:
            return _of_merge(offer)
        return self._of_new(offer) if offer.begun else self._of_changes(offer)

    def _of_changes(self, offer: UndoOffer) -> Question:
        told = [said_of(each, self._catalogue.groups) for each in offer.changes]
        lines = [f"{each.field}: {each.after} → {each.before}" for each in told[:2]]
        if len(told) > len(lines):
            lines.append(f"그 밖에 {len(told) - len(lines)}칸")
        title = f"{offer.name} 님의 자료를 되돌릴까요?"
        when = f"{offer.at:%H:%M}에 고친 것입니다. " if offer.at is not None else ""
        lines.append(f"{when}되돌린 일도 이력에 남습니다.")
        return Question(title, tuple(lines), "되돌리기")

    def _of_new(self, offer: UndoOffer) -> Question:
        """Name what goes: it does not open from a backup either."""
        if offer.newcomer:
            title = f"{offer.name} 님의 등록을 되돌릴까요?"
            lines = ["방금 적은 이분의 자료가 모두 빠집니다."]
        else:
            known = {group.code: group.label for group in self._catalogue.groups}
            labels = ", ".join(known[each] for each in dict.fromkeys(offer.begun.values()))
            title = f"{offer.name} 님께 추가한 것을 되돌릴까요?"
            lines = [f"빠지는 것: {labels}"]
            lines += ["함께 고친 칸은 이전 값으로 돌아갑니다."] if offer.changes else []
        lines.append("열쇠 보관처까지 갱신하면 빠진 것은 백업에서도 열리지 않습니다.")
        return Question(title, tuple(lines), "되돌리기", danger=True)


def _of_merge(offer: UndoOffer) -> Question:
    title = f"{offer.name} 님을 합친 것을 되돌릴까요?"
    lines = (
        f"{offer.gone_number} 번호가 다시 생기고, 옮긴 자료는 그 번호로 돌아갑니다.",
        "합친 뒤에 고친 값은 그대로 남습니다.",
    )
    return Question(title, lines, "되돌리기")
