"""되돌리기 of the last corrections: by the button of the notice, or by Ctrl+Z outside a field."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.corrections import CorrectionService, UndoOffer
from easycare_desktop.ui.messages import Messages, Question
from easycare_desktop.ui.parts.people.record_lines import said_of
from easycare_desktop.ui.parts.shared.refused import tell

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

    def __init__(self, services: Services, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._corrections, self._messages = services.corrections, messages
        self._catalogue = services.office.catalogue

    @Slot()
    def ask(self) -> None:
        """Undo the newest step of this session, if the person wants it."""
        offer = self._corrections.last()
        if offer is None:
            self._messages.toast("이번에 고친 것 가운데 되돌릴 것이 없습니다")
            return
        if not self._messages.confirm(self._question(offer)):
            return
        try:
            self._corrections.undo(UNDO_REASON, offer.number)
        except Refusal as refusal:
            tell(self._messages, _REFUSED, refusal)
        else:
            self._messages.toast(f"{offer.name} 님의 자료를 되돌렸습니다")
        self.undone.emit(offer.person_id)

    def _question(self, offer: UndoOffer) -> Question:
        told = [said_of(each, self._catalogue.groups) for each in offer.changes]
        lines = [f"{each.field}: {each.after} → {each.before}" for each in told[:2]]
        if len(told) > len(lines):
            lines.append(f"그 밖에 {len(told) - len(lines)}칸")
        title = f"{offer.name} 님의 자료를 되돌릴까요?"
        lines.append(f"{offer.at:%H:%M}에 고친 것입니다. 되돌린 일도 이력에 남습니다.")
        return Question(title, tuple(lines), "되돌리기")
