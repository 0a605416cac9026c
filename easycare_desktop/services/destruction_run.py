"""The destruction itself: an ordered sequence that survives a stop at any point.

Before the new generation is committed a stop leaves everything as it was; after it the sequence
only goes forward. Each stage can be repeated without harm.
"""

import logging
from collections.abc import Callable

from easycare_desktop.domain.backups import BackupCause
from easycare_desktop.domain.destruction import (
    ClockNotTrustedError,
    Plan,
    PlanAction,
    PlanState,
    PlanStepError,
    PlanUnfinishedError,
)
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Action, Right
from easycare_desktop.services.backup import BackupService
from easycare_desktop.services.destruction_begin import begin
from easycare_desktop.services.destruction_failure import give_back
from easycare_desktop.services.destruction_result import RunResult, finish
from easycare_desktop.services.destruction_search import check, is_search_open
from easycare_desktop.services.destruction_sweep import copy_separated, sweep
from easycare_desktop.services.key_places import KeyPlaceService
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.place_looks import look_at_places
from easycare_desktop.services.plan_items import settle_plan
from easycare_desktop.services.remaining import move_remaining
from easycare_desktop.services.residue import ResidueService, Traces
from easycare_desktop.storage.keys.generation import switch_generation, switch_report

Progress = Callable[[str], None]
__all__ = ["STAGES", "DestructionRun", "RunResult"]

_log = logging.getLogger(__name__)
_NEEDED = (Right.DESTROY, Right.KEY_PLACES)
STAGES = ("look", "separate", "switch", "sweep", "places", "check", "done")


class DestructionRun:
    """Carries an approved plan out, or goes on with one that was interrupted."""

    def __init__(
        self,
        office: OpenOffice,
        residue: ResidueService,
        places: KeyPlaceService,
        backup: BackupService,
        *,
        clock_trusted: Callable[[], bool],
    ) -> None:
        self._office = office
        self._door = office.door
        self._residue = residue
        self._places = places
        self._backup = backup
        self._clock_trusted = clock_trusted

    def run(self, plan_id: int, progress: Progress | None = None) -> RunResult:
        """Destroy and separate as approved.

        Raises `ClockNotTrustedError`, and what `begin` raises;
        whatever stops the switch itself leaves the plan approved and nothing destroyed. What stops
        it afterwards is told as `PlanUnfinishedError`.
        """
        with self._office.at_work:
            return self._run(plan_id, progress or _silent)

    def _run(self, plan_id: int, tell: Progress) -> RunResult:
        if not self._clock_trusted():
            raise ClockNotTrustedError
        settle_plan(self._office, plan_id)
        tell("look")
        self._back_up(BackupCause.BEFORE_DESTRUCTION)
        plan = self._begin(plan_id)
        traces: Traces | None = None
        try:
            traces = self._residue.collect(plan)
            tell("separate")
            self._copy_separated(plan)
            tell("switch")
            self._switch(plan)
        except Exception as error:
            if not self._is_committed(plan):
                self._give_up(plan, type(error).__name__)
                raise
        try:
            return self._go_forward(plan, traces, tell)
        except Refusal as refusal:
            _log.warning("plan %s is not finished: %s", plan.number, type(refusal).__name__)
            raise PlanUnfinishedError(plan.number) from None

    def resume(self) -> list[RunResult]:
        """Finish or give back every plan that a stop left in progress; called at open.

        Whoever may not destroy leaves it to the next one who may. What cannot be finished now stays
        in progress: the office opens all the same.
        """
        with self._door.enter(Action.RECOVERED, detail="destruction") as step:
            running = step.uow.plans.in_state(PlanState.RUNNING)
            step.count = len(running)
        results = []
        for plan in running:
            try:
                if not self._is_committed(plan):
                    self._give_up(plan, "stopped")
                elif all(map(self._office.actor.may, _NEEDED)):
                    results.append(self._go_forward(plan, None, _silent))
            except Exception as error:  # noqa: BLE001 - the next opening tries again
                _log.warning("plan %s stays in progress: %s", plan.number, type(error).__name__)
        return results

    def check_again(self, plan_id: int) -> RunResult:
        """Bring a partly finished plan up to date after ticks or after a key place came back.

        Raises `PlanStepError` for any other plan.
        """
        with self._door.enter(Action.DESTRUCTION_READ) as step:
            plan = step.uow.plans.get(plan_id)
        if plan.state is not PlanState.PARTIAL:
            raise PlanStepError(plan.state, PlanState.DONE)
        self._places.renew_all()
        if self._is_search_open(plan):
            self._check(plan, None, self._residue.collect_again(plan))
        return self._finish(plan)

    def _back_up(self, cause: BackupCause) -> None:
        """Back the data up where a place is at hand; it holds no key, and whoever goes is noise.

        A place that refuses is written down in the register and stops nothing. What remains of a
        reduced holding lies in no earlier backup, so there is one afterwards, too.
        """
        if not self._backup.ready():
            return
        try:
            self._backup.back_up(cause)
        except Refusal as refusal:
            _log.warning("no backup with a destruction: %s", type(refusal).__name__)

    def _is_committed(self, plan: Plan) -> bool:
        """Tell whether the keys of this very plan are gone; a number alone may be another's."""
        keys = self._office.keys
        report = switch_report(keys, plan.number)
        return (
            report is not None and report.digest == plan.digest and plan.doomed <= keys.tombstones()
        )

    def _begin(self, plan_id: int) -> Plan:
        with self._door.enter(Action.DESTRUCTION_RUN, detail="begin") as step:
            return begin(self._office, step, plan_id)

    def _copy_separated(self, plan: Plan) -> None:
        with self._door.enter(Action.DESTRUCTION_RUN, detail="separate") as step:
            copy_separated(self._office, step, plan)
            move_remaining(step, plan)

    def _switch(self, plan: Plan) -> None:
        with self._door.enter(Action.DESTRUCTION_RUN, detail="switch") as step:
            step.count = len(plan.items)
            switch_generation(
                self._office.keys,
                destroy=plan.doomed,
                separate={
                    item.holding_id: item.group
                    for item in plan.items
                    if item.action is PlanAction.SEPARATE
                },
                digest=plan.digest,
                destruction_number=plan.number,
                now=self._office.clock.now(),
            )

    def _give_up(self, plan: Plan, why: str) -> None:
        """Nothing was destroyed: the plan is approved as before, and the failure is on record."""
        with self._door.enter(Action.RECOVERED, detail=plan.number) as step:
            give_back(self._office, step, plan, why)

    def _go_forward(self, plan: Plan, traces: Traces | None, tell: Progress) -> RunResult:
        again = self._residue.collect_again(plan) if traces is None else None
        tell("sweep")
        with self._door.enter(Action.DESTRUCTION_RUN, detail="sweep") as step:
            sweep(self._office, step, plan, traces)
        tell("places")
        self._places.renew_all()
        tell("check")
        self._check(plan, traces, again)
        result = self._finish(plan)
        if any(item.fields for item in plan.items):
            self._back_up(BackupCause.AFTER_DESTRUCTION)
        tell("done")
        return result

    def _check(self, plan: Plan, traces: Traces | None, again: Traces | None) -> None:
        """Search for what was noted before the switch; after a stop, for what is `again` known."""
        if not self._is_search_open(plan):
            again = None
        noted = traces or again
        searched = self._residue.search(noted) if noted is not None else []
        with self._door.enter(Action.DESTRUCTION_RUN, detail="check") as step:
            check(self._office, step, plan, noted, searched, again=again is not None)

    def _is_search_open(self, plan: Plan) -> bool:
        with self._door.enter(Action.DESTRUCTION_READ) as step:
            return is_search_open(step, plan)

    def _finish(self, plan: Plan) -> RunResult:
        looks = look_at_places(self._office)
        with self._door.enter(Action.DESTRUCTION_RUN, detail="finish") as step:
            result = finish(self._office, self._places.note(step, looks), step, plan)
        self._places.renew_all()
        return result


def _silent(_stage: str) -> None:
    """Tell nobody."""
