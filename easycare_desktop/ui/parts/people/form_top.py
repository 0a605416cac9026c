"""Above the fields of a form: whom it is for, and what there is to know before typing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.parts.people.form_task import FormTask
from easycare_desktop.ui.parts.people.twins import TwinHint
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
        self.restored = kit.banner(
            "info", "임시 보관한 내용을 불러왔습니다.", "이어서 적고 저장하면 됩니다."
        )
        self.conflict = kit.banner("danger", "")
        self.conflict.setObjectName("people.conflict")
        self.twins = TwinHint(kit, services.search, background)
        parts = (self.restored, self.conflict, self._kind_card, self.twins)
        self.setLayout(column(*parts, gap=12))

    def show_task(self, task: FormTask) -> None:
        """Begin with a task: no banner, and the kinds only where they can be chosen."""
        free = self._may_choose and task.card is None and task.recipient is None
        self._kind_card.setVisible(free)
        if free:
            self.kinds.blockSignals(True)
            self.kinds.choose(task.kind)
            self.kinds.blockSignals(False)
        for part in (self.restored, self.conflict):
            part.hide()
        self.twins.clear()

    def show_conflict(self, now: Sequence[str]) -> None:
        """Say that somebody else saved in between; `now` is what is stored."""
        then = "적으신 대로 저장하려면 저장하기를 한 번 더 누릅니다."
        self._say_conflict("그 사이에 다른 분이 먼저 고쳤습니다.", now, then)

    def show_overtaken(self, now: Sequence[str]) -> None:
        """Say that something was saved after the half-typed work was kept."""
        self.restored.hide()
        then = "적으신 대로 저장하려면 저장하기를 누릅니다."
        self._say_conflict("임시 보관한 뒤에 저장된 값이 바뀌었습니다.", now, then)

    def _say_conflict(self, what: str, now: Sequence[str], then: str) -> None:
        words = ", ".join(now)
        stored = (
            f"지금 저장된 값: {words}" if now else "바뀐 칸에는 지금 저장된 값이 들어 있습니다."
        )
        self.conflict.say("danger" if now else "info", what, stored, then)
        self.conflict.show()
