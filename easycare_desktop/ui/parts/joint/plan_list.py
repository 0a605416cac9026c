"""The plans that one approval or one note is for, each by name; what is cut stands below whole."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from easycare_desktop.services.joint_approval import WaitingPlan
from easycare_desktop.ui.models import RowModel
from easycare_desktop.ui.parts.joint.plan_cells import PlanCells, plan_id
from easycare_desktop.ui.widgets import Kit, column

_ROWS = 4


class PlanList(QWidget):
    """A table of at most four rows in sight."""

    def __init__(self, kit: Kit, plans: Sequence[WaitingPlan], cells: PlanCells) -> None:
        super().__init__()
        self.model: RowModel[WaitingPlan] = RowModel(cells.to_confirm, plan_id)
        self.table = kit.table(self.model, "파기할 것", rows_shown=min(len(plans), _ROWS))
        self.setLayout(column(self.table, kit.cut_words(self.table), gap=12))
        self.model.show(plans)
        self.table.choose_first()
