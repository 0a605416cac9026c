"""The list of plans; what is not finished stands on top."""

from collections.abc import Iterable

from easycare_desktop.domain.destruction import OPEN_PLANS, PlanState
from easycare_desktop.services.destruction import PlanLine
from easycare_desktop.ui.models import Cell, Column, Mark, RowModel
from easycare_desktop.ui.parts.destruction.words import TONES, whose
from easycare_desktop.ui.wording.labels import label

_OVER = (PlanState.DONE, PlanState.CANCELLED)


def plan_model() -> RowModel[PlanLine]:
    """Return the model of the list."""
    return RowModel((Column("파기", _cell),), lambda line: line.id)


def in_order(lines: Iterable[PlanLine]) -> list[PlanLine]:
    """Return unfinished plans by their due day, then the finished, newest first."""
    return sorted(
        lines,
        key=lambda line: (
            line.state in _OVER,
            line.due_on if line.state not in _OVER else line.due_on.max,
            -line.id,
        ),
    )


def _cell(line: PlanLine) -> Cell:
    title, cause = f"{whose(line)} · {line.number}", label(line.cause)
    if line.state in OPEN_PLANS and not line.count:
        return Cell(title, cause, strong=True, mark=Mark("분쟁보존 중"))
    until = f"{cause} · {line.due_on:%Y-%m-%d}까지"
    return Cell(title, until, strong=True, mark=Mark(label(line.state), TONES[line.state]))
