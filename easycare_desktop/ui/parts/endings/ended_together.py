"""Who was just ended together: kept so that it can be taken back, and told of."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.several_endings import Ended
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.endings.ended_words import (
    ended_words,
    not_taken_back_words,
    taking_back_question,
)
from easycare_desktop.ui.parts.shared.refused import tell_error


class EndedTogether(QObject):
    """`changed(words)` when people were ended, or that was taken back; no words: of everybody."""

    changed = Signal(str)

    def __init__(
        self, services: Services, messages: Messages, background: Background, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services, self._messages, self._background = services, messages, background
        self._ended: Ended | None = None
        self._whole = True

    @property
    def whole(self) -> bool:
        """Whether what was asked for last was done of everybody."""
        return self._whole

    @property
    def can_take_back(self) -> bool:
        """Whether people were just ended together."""
        return self._ended is not None

    def forget(self) -> None:
        """Offer to take nothing back: something else has begun."""
        self._ended = None

    @Slot(object)
    def note(self, ended: Ended) -> None:
        """Keep who was just ended together, and tell of it."""
        self._ended = ended if ended.cases else None
        self._whole = not ended.refused
        self.changed.emit(ended_words(ended, self._name_of))

    @Slot()
    def take_back(self) -> None:
        """Ask whether the people who were just ended together shall go on as before."""
        ended = self._ended
        if ended is not None and self._messages.confirm(taking_back_question(ended)):
            work = partial(self._services.several_endings.take_back, ended)
            self._background.run(work, self._taken_back, self._failed)

    def _taken_back(self, refused: Mapping[int, Refusal]) -> None:
        ended, self._ended = self._ended, None
        self._whole = not refused
        if ended is not None:
            count = len(ended.cases) - len(refused)
            self._messages.toast(f"{count:,}명의 종료를 되돌렸습니다.")
        self.changed.emit(not_taken_back_words(refused, self._name_of))

    def _failed(self, error: Exception) -> None:
        tell_error(self._messages, "종료를 되돌리지 못했습니다", error)

    def _name_of(self, person_id: int) -> str:
        line = self._services.search.line(person_id)
        return f"{line.name} 님" if line is not None else "한 분"
