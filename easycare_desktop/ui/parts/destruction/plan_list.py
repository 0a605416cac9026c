"""The list of plans; what is not finished stands on top."""

from easycare_desktop.domain.destruction import PlanState
from easycare_desktop.services.destruction import PlanView
from easycare_desktop.ui.models import Cell, Column, Mark, RowModel
from easycare_desktop.ui.parts.destruction.words import TONES, whose
from easycare_desktop.ui.wording.labels import label

_OVER = (PlanState.DONE, PlanState.CANCELLED)


def plan_model() -> RowModel[PlanView]:
    """Return the model of the list."""
    return RowModel((Column("파기", _cell),), lambda view: view.plan.id)


def in_order(views: list[PlanView]) -> list[PlanView]:
    """Return unfinished plans by their due day, then the finished, newest first."""
    return sorted(
        views,
        key=lambda view: (
            view.plan.state in _OVER,
            view.plan.due_on if view.plan.state not in _OVER else view.plan.due_on.max,
            -view.plan.id,
        ),
    )


def _cell(view: PlanView) -> Cell:
    plan = view.plan
    return Cell(
        f"{whose(view)} · {plan.number}",
        f"{label(plan.cause)} · {plan.due_on:%Y-%m-%d}까지",
        strong=True,
        mark=Mark(label(plan.state), TONES[plan.state]),
    )
