"""A destruction as work for the background: the stages become steps."""

from collections.abc import Callable

from easycare_desktop.services.destruction_run import STAGES, DestructionRun, RunResult
from easycare_desktop.ui.background import Reporter


def destroying(run: DestructionRun, plan_id: int) -> Callable[[Reporter], RunResult]:
    """Return the work. It is never cancelled: once begun, it goes forward."""

    def work(reporter: Reporter) -> RunResult:
        def tell(stage: str) -> None:
            reporter.step(STAGES.index(stage), len(STAGES) - 1)

        return run.run(plan_id, tell)

    return work
