"""Destructions as work for the background: the stages become steps."""

from collections.abc import Callable, Sequence

from easycare_desktop.services.destruction_run import STAGES, DestructionRun, RunResult
from easycare_desktop.services.joint_run import JointResult, run_together
from easycare_desktop.ui.background import CancelledError, Reporter


def destroying(run: DestructionRun, plan_id: int) -> Callable[[Reporter], RunResult]:
    """Return the work. It is never cancelled: once begun, it goes forward."""

    def work(reporter: Reporter) -> RunResult:
        def tell(stage: str) -> None:
            reporter.step(STAGES.index(stage), len(STAGES) - 1)

        return run.run(plan_id, tell)

    return work


def destroying_together(
    run: DestructionRun, plan_ids: Sequence[int]
) -> Callable[[Reporter], JointResult]:
    """Return the work; cancelled, it finishes the plan it is at, and goes on with none."""

    def work(reporter: Reporter) -> JointResult:
        at, stopped = 0, False
        total = len(plan_ids) * len(STAGES)

        def is_stopped() -> bool:
            nonlocal stopped
            try:
                reporter.step(at, total)
            except CancelledError:
                stopped = True
            return stopped

        def tell(before: int, stage: str) -> None:
            nonlocal at
            at = before * len(STAGES) + STAGES.index(stage)
            is_stopped()

        return run_together(run, plan_ids, tell, is_stopped)

    return work
