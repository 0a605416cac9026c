"""Approved plans carried out one after the other: each is a destruction of its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from easycare_desktop.domain.destruction import (
    PlanChangedError,
    PlanNotFoundError,
    PlanState,
    PlanStepError,
)
from easycare_desktop.domain.measures import HoldingFrozenError
from easycare_desktop.domain.people import EndAheadError
from easycare_desktop.services.destruction_run import DestructionRun, RunResult
from easycare_desktop.services.mistakes import WorkOnRecordError

Progress = Callable[[int, str], None]
_OF_ONE = (
    EndAheadError,
    HoldingFrozenError,
    PlanChangedError,
    PlanNotFoundError,
    PlanStepError,
    WorkOnRecordError,
)


@dataclass(frozen=True, slots=True)
class JointResult:
    """What came of several plans.

    `failed`: which were not finished, and why. `unreached`: which are still approved because it
    was stopped before them, by somebody or by what stopped the last of `failed`.
    """

    results: tuple[RunResult, ...]
    failed: Mapping[int, Exception] = field(default_factory=dict)
    unreached: tuple[int, ...] = ()

    @property
    def done(self) -> tuple[int, ...]:
        """Ids of the plans of which nothing is open."""
        return tuple(each.plan.id for each in self.results if each.plan.state is PlanState.DONE)


def run_together(
    run: DestructionRun, plan_ids: Sequence[int], progress: Progress, stopped: Callable[[], bool]
) -> JointResult:
    """Carry plans out in their order, and tell of each; never raises.

    `progress(how many went before, stage)`; `stopped()` is asked before each plan. One that is not
    what was approved is left out; whatever else stops one stops all that follow.
    """
    results: list[RunResult] = []
    failed: dict[int, Exception] = {}
    for before, plan_id in enumerate(plan_ids):
        if stopped():
            return JointResult(tuple(results), failed, tuple(plan_ids[before:]))
        try:
            results.append(run.run(plan_id, partial(progress, before)))
        except _OF_ONE as refusal:
            failed[plan_id] = refusal
        except Exception as error:  # noqa: BLE001 - what went before it is to be told
            failed[plan_id] = error
            return JointResult(tuple(results), failed, tuple(plan_ids[before + 1 :]))
    return JointResult(tuple(results), failed)
