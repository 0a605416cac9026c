"""The list of plans beside the chosen one; one after the other where there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.destruction import OPEN_PLANS
from easycare_desktop.services.destruction import PlanLine
from easycare_desktop.ui.parts.destruction.plan_list import in_order, plan_model
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.widgets import Kit, card, column, holder, row


class PlanBody(QWidget):
    """`chosen(PlanLine | None)` follows the list; what is told of that plan is added later."""

    chosen = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._model = plan_model()
        self.table = kit.table(self._model, "파기 계획", listing=True)
        self.table.setObjectName("destroy.list")
        self._lines: Sequence[PlanLine] = ()
        self._busy = False
        self.box = kit.choice([(False, "모두"), (True, "승인함")], value=False)
        self.box.setObjectName("destroy.box")
        self.box.setAccessibleName("무엇을 볼까요")
        self.together = kit.button(
            "여러 건 함께 승인", icon="list", fit="row", key="F8", writes=True
        )
        self.together.setObjectName("destroy.together")
        above = holder(column(self.box, self.together, margins=(12, 10, 12, 8), gap=8))
        self._kit = kit
        self._listing = card(above, self.table, margins=(1, 1, 1, 8), gap=0)
        empty = kit.empty(
            "file-x", "파기할 것이 없습니다.", "이용취소나 급여 종료를 처리하면 여기에 나타납니다."
        )
        self.back = kit.button("목록으로", "quiet", "arrow-left", fit="row")
        self.back.setObjectName("destroy.to_list")
        self._told = column(row(self.back, None), gap=0)
        self._detail, self._reading = holder(self._told), False
        self._full = kit.split(self._listing, self._detail, first=400)
        self._none = card(empty)
        self._pile = Pile([self._none, self._full])
        self.setLayout(column(self._pile, margins=(24, 0, 24, 10)))
        self.table.chosen.connect(self.chosen)
        self.table.clicked.connect(self._read)
        self.table.opened.connect(self._read)
        self.back.clicked.connect(self._stop_reading)
        self.box.chosen.connect(self._turn)
        kit.changed.connect(self._fit)
        self._fit()

    def add_panel(self, panel: QWidget) -> None:
        """Put in what tells of the chosen plan."""
        self._told.addWidget(self._kit.scroll(panel), 1)

    def show_plans(self, lines: Sequence[PlanLine]) -> PlanLine | None:
        """Show the plans; return the chosen one, which is not told by `chosen`.

        What is chosen stays in sight, also where it waits for nobody any more.
        """
        return self._show(lines, self.table.current_row())

    def _show(self, lines: Sequence[PlanLine], kept: PlanLine | None) -> PlanLine | None:
        shown = {line.id for line in lines if line.for_me or not self.box.value()}
        if kept is not None:
            shown.add(kept.id)
        self._lines = lines
        self._offer()
        self.table.blockSignals(True)
        self._model.show(in_order(line for line in lines if line.id in shown))
        self._pile.show_only(self._full if lines else self._none)
        if lines and self.table.current_row() is None:
            self.table.choose_first()
        self.table.blockSignals(False)
        return self.table.current_row()

    def allow(self, *, busy: bool) -> None:
        """Let no other plan be chosen or begun while something runs."""
        self.table.setEnabled(not busy)
        self._busy = busy
        self._offer()

    def choose(self, plan_id: object) -> None:
        """Choose a plan; where the list hides it, everything is shown again."""
        if self.box.value() and plan_id not in {line.id for line in self._lines if line.for_me}:
            self.box.choose(False)
            self._turn()
        self.table.choose(plan_id)
        self._read()

    def _offer(self) -> None:
        """Offer to bring several on together where more than one waits."""
        waiting = sum(line.state in OPEN_PLANS for line in self._lines)
        self.together.setVisible(waiting > 1 and not self._busy)

    @Slot()
    def _turn(self) -> None:
        self.chosen.emit(self._show(self._lines, None))

    @Slot()
    def _read(self) -> None:
        self._reading = self.table.current_row() is not None
        self._fit()

    @Slot()
    def _stop_reading(self) -> None:
        self._reading = False
        self._fit()
        self.table.setFocus()

    @Slot()
    def _fit(self) -> None:
        """Where there is no room beside the list, a plan takes its place until it was read."""
        alone = not self._kit.theme.roomy
        self._listing.setVisible(not (alone and self._reading))
        self._detail.setVisible(not alone or self._reading)
        self.back.setVisible(alone)
