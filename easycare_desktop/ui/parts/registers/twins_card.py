"""The paper, media and copies of a plan: what of them is recorded as gone, and what is not."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from easycare_desktop.domain.destruction import Plan, PlanState
from easycare_desktop.domain.registers import RegisterKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.twins import PlanTwin
from easycare_desktop.ui.background import Background
from easycare_desktop.ui.messages import Messages
from easycare_desktop.ui.parts.registers.disposal_dialog import DisposalDialog
from easycare_desktop.ui.parts.registers.twin_dropping import TITLE, WHICH, drop_twins
from easycare_desktop.ui.parts.registers.words import choice_words
from easycare_desktop.ui.widgets import Kit, column, row
from easycare_desktop.ui.wording.labels import label


class TwinsCard(QFrame):
    """Hidden where the plan has no twin; `recorded()` after a disposal."""

    recorded = Signal()

    def __init__(
        self, kit: Kit, services: Services, messages: Messages, background: Background
    ) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self._kit, self._services, self._messages = kit, services, messages
        self._background = background
        self._plan: Plan | None = None
        self._twins: list[PlanTwin] = []
        self.words = kit.text("", wrap=True)
        self.record = kit.button("종이·매체 파기 기록", "secondary", "file-x", fit="row")
        self.record.setObjectName("destroy.twins")
        self.record.clicked.connect(self._record)
        self.drop = kit.button("잘못 적은 연결 풀기", "quiet", "x", fit="row")
        self.drop.setObjectName("destroy.twin.drop")
        self.drop.clicked.connect(self._drop)
        self.setLayout(
            column(
                kit.text("연결한 종이 서류와 사본", "lead"),
                self.words,
                row(self.record, self.drop, None, gap=12),
                margins=(20, 16, 20, 16),
                gap=8,
            )
        )

    def show_plan(self, plan: Plan) -> None:
        """Show the twins of one plan."""
        self._plan = plan
        self._twins = self._services.registers.twins_of_plan(plan.id)
        self.words.setText("\n".join(map(self._line, self._twins)))
        usable = plan.state not in {PlanState.DONE, PlanState.CANCELLED, PlanState.RUNNING}
        self.record.setEnabled(usable and any(each.is_open for each in self._twins))
        self.drop.setEnabled(self.record.isEnabled())
        self.setVisible(bool(self._twins) and plan.state is not PlanState.CANCELLED)

    def _line(self, twin: PlanTwin) -> str:
        words = choice_words(twin.item, self._services.office.catalogue)
        if twin.dropped is not None:
            return f"{words} · 잘못 적은 것이라 뺌 ({twin.dropped.reason})"
        if twin.disposal is None:
            return f"{words} · 아직 폐기하지 않았습니다."
        done = twin.disposal
        return f"{words} · {label(done.method)} {done.at:%Y-%m-%d} ({done.number})"

    @Slot()
    def _record(self) -> None:
        waiting = [each for each in self._twins if each.is_open]
        if self._plan is None or not waiting:
            return
        kinds = list(dict.fromkeys(each.item.kind for each in waiting))
        kind: RegisterKind | None = kinds[0]
        if len(kinds) > 1:
            choices = [(each, label(each)) for each in kinds]
            kind = self._messages.ask_choice("파기 기록", "무엇을 파기했나요?", choices)
        mine = [each for each in waiting if each.item.kind is kind]
        if not mine:
            return
        items = list({each.item.id: each.item for each in mine}.values())
        dialog = DisposalDialog(
            self._kit,
            self._services,
            self._messages,
            self._background,
            items,
            items[0].id,
            tuple(sorted({each.person_id for each in mine})),
            self._plan.id,
            self,
        )
        dialog.recorded.connect(self._told)
        dialog.open()

    @Slot()
    def _drop(self) -> None:
        waiting = [each for each in self._twins if each.is_open]
        catalogue = self._services.office.catalogue
        choices = [
            (place, choice_words(each.item, catalogue)) for place, each in enumerate(waiting)
        ]
        place = self._messages.ask_choice(TITLE, WHICH, choices)
        if place is None:
            return
        wrong = waiting[place]
        twins = self._services.registers.twins_of(wrong.person_id)
        mine = [each for each in twins if each.item_id == wrong.item.id]
        drop_twins(self._services, self._messages, mine)
        self.recorded.emit()

    @Slot(object)
    def _told(self, _disposal: object) -> None:
        self.recorded.emit()
