"""Striking a key place off, and saying that one which was struck off is no more: both ask first."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.services.bundle import Services
from easycare_desktop.services.former_places import FormerPlace
from easycare_desktop.services.key_places import KeyPlaceView
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages, Question
from easycare_desktop.ui.parts.keys.place_card import PlaceCard
from easycare_desktop.ui.parts.shared.refused import tell_error
from easycare_desktop.ui.wording.places import former_label, gone_lines, removal_lines


class PlaceDesk(QObject):
    """`changed()` after something was written down."""

    changed = Signal()

    def __init__(
        self,
        services: Services,
        messages: Messages,
        background: Background,
        card: PlaceCard,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._services, self._messages, self._background = services, messages, background
        card.removed.connect(self._remove)
        card.gone.connect(self._gone)

    @Slot(object)
    def _remove(self, place: KeyPlaceView) -> None:
        question = Question(
            "이 열쇠 보관처를 뺄까요?", removal_lines(place), yes="빼기", danger=True
        )
        if self._messages.confirm(question):
            work = partial(self._services.key_places.remove, place.id)
            self._background.run(work, self._removed, self._failed)

    def _removed(self, erased: object) -> None:
        if erased:
            self._messages.toast("보관처에서 빼고, 그곳의 열쇠를 지웠습니다.")
        else:
            self._messages.inform(
                "보관처에서 뺐습니다",
                "그곳의 열쇠는 아직 남아 있습니다.",
                "없앤 뒤에 아래의 「없앴음」을 눌러 주세요.",
            )
        self.changed.emit()

    @Slot(object)
    def _gone(self, place: FormerPlace) -> None:
        question = Question(
            f"「{former_label(place)}」: 없앴다고 적을까요?",
            gone_lines(),
            yes="없앴다고 적기",
            danger=True,
        )
        if self._messages.confirm(question):
            work = partial(self._services.former_places.gone, place.id)
            self._background.run(work, self._noted, self._failed)

    def _noted(self, _nothing: None) -> None:
        self._messages.toast("없앴다고 적었습니다.")
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        tell_error(self._messages, "마치지 못했습니다", error)
        self.changed.emit()
