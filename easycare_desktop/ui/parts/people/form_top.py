"""Above the fields of a form: whom it is for, and what there is to know before typing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.parts.people.form_task import FormTask
from easycare_desktop.ui.parts.people.twins import TwinHint
from easycare_desktop.ui.parts.shared.typing_banners import TypingBanners
from easycare_desktop.ui.widgets import Kit, card, column
from easycare_desktop.ui.wording.labels import label

_NOT_CHOSEN = frozenset({PersonKind.OFFICE, PersonKind.GUARDIAN})


class FormTop(QWidget):
    """`kind_chosen(PersonKind)`. Banners: half-typed work, a conflict, a possible twin."""

    kind_chosen = Signal(object)

    def __init__(self, kit: Kit, services: Services, background: Background) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        kinds = [(kind, label(kind)) for kind in services.people.kinds() if kind not in _NOT_CHOSEN]
        self.kinds = kit.choice(kinds)
        self.kinds.setObjectName("people.kind")
        self.kinds.chosen.connect(self.kind_chosen)
        self._may_choose = len(kinds) > 1
        hint = "보호자는 수급자 화면의 「관계」에서 추가합니다."
        self._kind_card = card(kit.field("누구를 등록하나요", self.kinds, hint, required=True))
        self.banners = TypingBanners(kit, "people.conflict")
        self.twins = TwinHint(kit, services.search, background)
        self.setLayout(column(self.banners, self._kind_card, self.twins, gap=12))

    def show_task(self, task: FormTask) -> None:
        """Begin with a task: no banner, and the kinds only where they can be chosen."""
        free = self._may_choose and task.card is None and task.recipient is None
        self._kind_card.setVisible(free)
        if free:
            self.kinds.blockSignals(True)
            self.kinds.choose(task.kind)
            self.kinds.blockSignals(False)
        self.banners.clear()
        self.twins.clear()
