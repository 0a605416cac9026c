"""The destruction itself: an ordered sequence that survives a stop at any point.

Before the new generation is committed a stop leaves everything as it was; after it the sequence
only goes forward. Each stage can be repeated without harm.
"""

from collections.abc import Callable
from dataclasses import dataclass

from easycare_desktop.domain.destruction import (
    ClockNotTrustedError,
    Plan,
    PlanAction,
    PlanCause,
    PlanChangedError,
    PlanItem,
    PlanState,
    check_step,
    plan_digest,
)
from easycare_desktop.domain.holdings import Clock, HoldingState
from easycare_desktop.domain.people import PersonState
from easycare_desktop.domain.periods import period_end
from easycare_desktop.domain.requests import RequestState
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.facts import as_json
from easycare_desktop.services.key_places import KeyPlaceService
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.residue import ResidueService, Traces
from easycare_desktop.storage.keys.generation import switch_generation, switch_report

Progress = Callable[[str], None]
STAGES = ("look", "separate", "switch", "sweep", "places", "check", "done")


@dataclass(frozen=True, slots=True)
class RunResult:
    """What came of a run. `state` is DONE only when nothing at all is open."""

    plan: Plan
    open_points: tuple[str, ...]


class DestructionRun:
    """Carries an approved plan out, or goes on with one that was interrupted."""

    def __init__(
        self,
        office: OpenOffice,
        residue: ResidueService,
        places: KeyPlaceService,
        *,
        clock_trusted: Callable[[], bool],
    ) -> None:
        self._office = office
        self._door = office.door
        self._residue = residue
        self._places = places
        self._clock_trusted = clock_trusted

    def run(self, plan_id: int, progress: Progress | None = None) -> RunResult:
        """Destroy and separate as approved.

        Raises `PlanChangedError`, `PlanStepError`, `ClockNotTrustedError`; whatever stops the
        switch itself leaves the plan approved and nothing destroyed.
        """
        tell = progress or _silent
        if not self._clock_trusted():
            raise ClockNotTrustedError
        tell("look")
        plan = self._begin(plan_id)
        traces: Traces | None = None
        try:
            traces = self._residue.collect(plan)
            tell("separate")
            self._copy_separated(plan)
            tell("switch")
            self._switch(plan)
        except Exception:
            if switch_report(self._office.keys, plan.number) is None:
                self._give_up(plan)
                raise
        return self._go_forward(plan, traces, tell)

    def resume(self) -> list[RunResult]:
        """Finish or give back every plan that a stop left in progress; called at open."""
        with self._door.enter(Action.RECOVERED, detail="destruction") as step:
            running = step.uow.plans.in_state(PlanState.RUNNING)
            step.count = len(running)
        results = []
        gone = self._office.keys.tombstones()
        for plan in running:
            committed = switch_report(self._office.keys, plan.number) is not None
            if committed and plan.doomed <= gone:
                results.append(self._go_forward(plan, None, _silent))
            else:
                self._give_up(plan)
        return results

    def check_again(self, plan_id: int) -> RunResult:
        """Bring a partly finished plan up to date after ticks or after a key place came back."""
        with self._door.enter(Action.DESTRUCTION_READ) as step:
            plan = step.uow.plans.get(plan_id)
        self._places.refresh_all()
        return self._finish(plan)

    def _begin(self, plan_id: int) -> Plan:
        with self._door.enter(Action.DESTRUCTION_RUN, detail="begin") as step:
            plan = step.uow.plans.get(plan_id)
            check_step(plan.state, PlanState.RUNNING)
            if plan_digest(plan.number, plan.items) != plan.digest:
                raise PlanChangedError(plan.number)
            for item in plan.items:
                self._check_item(step, plan, item)
            step.uow.plans.move(plan_id, PlanState.RUNNING)
            step.count = len(plan.items)
            return step.uow.plans.get(plan_id)

    def _check_item(self, step: Step, plan: Plan, item: PlanItem) -> None:
        holding = step.uow.holdings.get(item.holding_id)
        if holding is not None:
            if holding.state is HoldingState.HELD:
                raise PlanChangedError(plan.number)
            if holding.state is not HoldingState.APPROVED:
                if holding.state is HoldingState.ACTIVE:
                    step.uow.holdings.set_state(holding.id, HoldingState.DUE)
                step.uow.holdings.set_state(holding.id, HoldingState.APPROVED)
            return
        kept = step.separated.get(item.holding_id)
        over = kept is not None and kept.until < self._office.today()
        if plan.cause is not PlanCause.PERIOD_OVER or not over:
            raise PlanChangedError(plan.number)

    def _copy_separated(self, plan: Plan) -> None:
        with self._door.enter(Action.DESTRUCTION_RUN, detail="separate") as step:
            for item in plan.items:
                if item.action is not PlanAction.SEPARATE:
                    continue
                found = step.uow.holdings.sealed_row(item.holding_id)
                if found is None or item.counted_from is None or item.until is None:
                    continue
                holding, sealed = found
                step.separated.put(
                    holding,
                    Clock(item.rule, item.counted_from, item.until),
                    sealed,
                    step.uow.history.sealed_rows(holding.id),
                    person_number=step.uow.people.get(item.person_id).number,
                    plan_number=plan.number,
                    at=self._office.clock.now(),
                )
            step.count = len(plan.separated)

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

    def _give_up(self, plan: Plan) -> None:
        """Nothing was destroyed: the plan is approved as before."""
        with self._door.enter(Action.RECOVERED, detail=plan.number) as step:
            step.uow.plans.move(plan.id, PlanState.APPROVED)
            step.separated.delete(
                each for each in plan.separated if self._office.keys.is_living(each)
            )
            for item in plan.items:
                holding = step.uow.holdings.get(item.holding_id)
                if holding is not None and holding.state is HoldingState.APPROVED:
                    step.uow.holdings.set_state(holding.id, HoldingState.DUE)

    def _go_forward(self, plan: Plan, traces: Traces | None, tell: Progress) -> RunResult:
        tell("sweep")
        self._sweep(plan)
        tell("places")
        self._places.refresh_all()
        tell("check")
        self._check(plan, traces)
        result = self._finish(plan)
        tell("done")
        return result

    def _sweep(self, plan: Plan) -> None:
        """Delete rows and files by tombstone, drafts with them; forget persons in memory."""
        ids = plan.doomed | plan.separated
        with self._door.enter(Action.DESTRUCTION_RUN, detail="sweep") as step:
            files = step.uow.files.of_holdings(plan.doomed)
            removed = step.uow.files.remove_files(files)
            rows = step.uow.holdings.delete(ids)
            rows += step.separated.delete(plan.doomed)
            step.drafts.drop_all()
            known = step.uow.plans.facts(plan.id)
            if "swept" not in known:
                step.uow.plans.record(plan.id, {"swept": {"rows": rows, "files": removed}})
            report = switch_report(self._office.keys, plan.number)
            step.uow.plans.record(plan.id, {"switch": as_json(report)})
            step.count = rows
            for person_id in plan.persons:
                self._move_person(step, person_id)

    def _move_person(self, step: Step, person_id: int) -> None:
        person = step.uow.people.get(person_id)
        left = [
            each
            for each in step.uow.holdings.of_person(person_id)
            if each.group not in {"notice", "cancellation"}
        ]
        if left and person.state is PersonState.ACTIVE:
            return
        if left:
            return
        kept = step.separated.of_person(person_id)
        step.uow.people.set_state(person_id, PersonState.SEPARATED if kept else PersonState.GONE)
        self._office.index.forget([person_id])

    def _check(self, plan: Plan, traces: Traces | None) -> None:
        searched = self._residue.search(traces) if traces is not None else []
        keys = self._office.keys
        with self._door.enter(Action.DESTRUCTION_RUN, detail="check") as step:
            rows_left = sum(
                step.uow.holdings.get(each) is not None for each in plan.doomed | plan.separated
            )
            opened, failed = step.uow.holdings.open_every()
            checks = {
                "living_opened": opened,
                "living_failed": failed,
                "rows_left": rows_left,
                "keys_left": len(plan.doomed & set(keys.living_keys())),
                "tombstones": len(plan.doomed & keys.tombstones()),
                "mentions": len(traces.mentions) if traces else 0,
                "searched": [as_json(each) for each in searched],
                "search_done": traces is not None,
                "checked_at": self._office.clock.now().isoformat(),
            }
            step.uow.plans.record(plan.id, {"checks": checks})

    def _finish(self, plan: Plan) -> RunResult:
        with self._door.enter(Action.DESTRUCTION_RUN, detail="finish") as step:
            open_points = self._open_points(step, plan)
            state = PlanState.PARTIAL if open_points else PlanState.DONE
            places = self._places.look_in(step)
            entry = self._office.keys.ledger_append(
                "destruction_finished" if not open_points else "destruction_partly",
                {
                    "number": plan.number,
                    "digest": plan.digest.hex(),
                    "destroyed": sorted(plan.doomed),
                    "separated": sorted(plan.separated),
                    "open": list(open_points),
                },
                self._office.clock.now(),
            )
            head = step.uow.log.head()
            step.uow.plans.record(
                plan.id,
                {
                    "ledger": {
                        "seq": entry.seq,
                        "prev": entry.prev_hash.hex(),
                        "hash": entry.hash.hex(),
                    },
                    "log_head": head[1].hex(),
                    "places": [as_json(each) for each in places],
                    "open": list(open_points),
                },
            )
            step.uow.plans.finish(plan.id, state, self._office.clock.now())
            self._carry_out_request(step, plan)
            finished = step.uow.plans.get(plan.id)
            step.detail = plan.number
        return RunResult(finished, open_points)

    def _open_points(self, step: Step, plan: Plan) -> tuple[str, ...]:
        current = step.uow.plans.get(plan.id)
        facts = step.uow.plans.facts(plan.id)
        checks = facts.get("checks")
        points = [
            f"outside.{place.value}"
            for place, state in current.outside.items()
            if state.value == "open"
        ]
        places = self._places.look_in(step)
        points += [f"place.{each.id}" for each in places if not each.newest]
        if not places:
            points.append("no_place")
        report = switch_report(self._office.keys, plan.number)
        if report is None or not report.finished:
            points.append("old_generation")
        if isinstance(checks, dict):
            points += [
                name
                for name, bad in (
                    ("rows", checks["rows_left"] > 0),
                    ("living", checks["living_failed"] > 0),
                    ("keys", checks["keys_left"] > 0),
                    ("search", not checks["search_done"]),
                    ("found", any(each["hits"] for each in checks["searched"])),
                    ("control", not all(each["control_found"] for each in checks["searched"])),
                )
                if bad
            ]
        return tuple(points)

    def _carry_out_request(self, step: Step, plan: Plan) -> None:
        if plan.request_id is None:
            return
        request = step.uow.requests.get(plan.request_id)
        if request.state is RequestState.DECIDED:
            step.uow.requests.move(request.id, RequestState.CARRIED_OUT, self._office.today())
            if not request.with_form:
                step.uow.requests.move(request.id, RequestState.NOTIFIED, self._office.today())
                step.uow.requests.move(request.id, RequestState.CLOSED, self._office.today())
        self._start_notice_clock(step, plan)

    def _start_notice_clock(self, step: Step, plan: Plan) -> None:
        rule = self._office.law.rules_on(self._office.today()).get("I-08")
        if rule is None:
            return
        today = self._office.today()
        clock = Clock(rule.code, today, period_end(today, rule.period))
        for person_id in plan.persons:
            for holding in step.uow.holdings.of_person(person_id):
                if holding.group == "notice" and holding.clock is None:
                    step.uow.holdings.start_clock(holding.id, clock, clock.until)


def _silent(_stage: str) -> None:
    """Tell nobody."""
