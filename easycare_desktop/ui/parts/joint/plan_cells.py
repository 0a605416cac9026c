"""How a table shows a plan that waits: whose it is, what goes, what stays, who asked for it."""

from functools import cached_property

from easycare_desktop.services.bundle import Services
from easycare_desktop.services.joint_approval import WaitingPlan
from easycare_desktop.ui.models import Cell, Column
from easycare_desktop.ui.parts.destruction.words import whose
from easycare_desktop.ui.parts.shared.sides import Sides, plan_sides


class PlanCells:
    """Columns over waiting plans."""

    def __init__(self, services: Services) -> None:
        self._services = services
        office = services.office
        self._rules = office.law.rules_on(office.today())

    @cached_property
    def _names(self) -> dict[int, str]:
        return dict(self._services.accounts.names())

    @property
    def to_pick(self) -> tuple[Column[WaitingPlan], ...]:
        """Columns of the list from which plans are picked."""
        asked = Column("요청한 사람", self._asked, width=140)
        return (Column("누구", self._who, width=140), Column("파기합니다", self._goes), asked)

    @property
    def to_confirm(self) -> tuple[Column[WaitingPlan], ...]:
        """Columns of what was picked, before it is approved."""
        stays = Column("법과 내부방침에 따라 남깁니다", self._stays)
        return (Column("누구", self._who, width=170), Column("파기합니다", self._goes), stays)

    def requesters(self, plans: tuple[WaitingPlan, ...]) -> str:
        """Return by name who asked for these plans."""
        asked = dict.fromkeys(self._names.get(each.plan.requested_by, "") for each in plans)
        return ", ".join(filter(None, asked))

    def _sides(self, each: WaitingPlan) -> Sides:
        return plan_sides(each.plan, each.persons, self._services.office.catalogue, self._rules)

    def _who(self, each: WaitingPlan) -> Cell:
        return Cell(whose(each.line), each.plan.number, strong=True)

    def _goes(self, each: WaitingPlan) -> Cell:
        goes = self._sides(each).goes
        if not goes:
            return Cell("없습니다")
        keys = len(each.plan.doomed)
        return Cell(f"{len(goes)}가지 · 열쇠 {keys}개", ", ".join(line.what for line in goes))

    def _stays(self, each: WaitingPlan) -> Cell:
        stays = dict.fromkeys(line.what for line in self._sides(each).stays)
        return Cell(f"{len(stays)}가지", ", ".join(stays)) if stays else Cell("없습니다")

    def _asked(self, each: WaitingPlan) -> Cell:
        name = self._names.get(each.plan.requested_by, "")
        return Cell(name, f"{each.plan.due_on:%Y-%m-%d}까지")


def plan_id(each: WaitingPlan) -> int:
    """Return by what a waiting plan is told apart."""
    return each.id
