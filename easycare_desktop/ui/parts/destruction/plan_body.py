"""The list of plans beside the chosen one."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from easycare_desktop.services.destruction import PlanView
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.ui.parts.destruction.plan_list import in_order, plan_model
from easycare_desktop.ui.parts.destruction.plan_panel import PlanPanel
from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.widgets import Kit, card, column

_UNLIMITED = 16_777_215


class PlanBody(QWidget):
    """`chosen(PlanView | None)` follows the list."""

    chosen = Signal(object)

    def __init__(self, kit: Kit, office: OpenOffice) -> None:
        super().__init__()
        self.setProperty("part", "inside")
        self._model = plan_model()
        self.panel = PlanPanel(kit, office)
        self.table = kit.table(self._model, "파기 계획", listing=True)
        self.table.setObjectName("destroy.list")
        self._kit, self._listing = kit, card(self.table, margins=(1, 1, 1, 1))
        empty = kit.empty(
            "file-x", "파기할 것이 없습니다.", "이용취소나 급여 종료를 처리하면 여기에 나타납니다."
        )
        self._full = kit.split(self._listing, kit.scroll(self.panel), first=400)
        self._none = card(empty)
        self._pile = Pile([self._none, self._full])
        self.setLayout(column(self._pile, margins=(24, 0, 24, 10)))
        self.table.chosen.connect(self.chosen)
        kit.changed.connect(self._fit)
        self._fit()

    def show_plans(self, views: list[PlanView]) -> PlanView | None:
        """Show the plans; return the chosen one, which is not told by `chosen`."""
        self.table.blockSignals(True)
        self._model.show(in_order(views))
        self._pile.show_only(self._full if views else self._none)
        if views and self.table.current_row() is None:
            self.table.choose_first()
        self.table.blockSignals(False)
        return self.table.current_row()

    def choose(self, plan_id: object) -> None:
        """Choose a plan."""
        self.table.choose(plan_id)

    @Slot()
    def _fit(self) -> None:
        """Above the plan, where there is no room beside it, the list keeps to two rows."""
        theme = self._kit.theme
        two_rows = 2 * theme.size("two_line") + 4
        self._listing.setMaximumHeight(_UNLIMITED if theme.roomy else two_rows)
