"""What came of a destruction: what is still open, and the entry in the ledger."""

from dataclasses import dataclass
from datetime import datetime

from easycare_desktop.domain.destruction import Plan, PlanState
from easycare_desktop.domain.requests import RequestState
from easycare_desktop.services import twins
from easycare_desktop.services.commitment import commitment_of
from easycare_desktop.services.destruction_search import open_in_search
from easycare_desktop.services.door import Step
from easycare_desktop.services.facts import as_json
from easycare_desktop.services.key_places import KeyPlaceView
from easycare_desktop.services.left_out import record_left_out
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.older_pcs import older_pcs, pc_facts
from easycare_desktop.services.request_endings import close_untold
from easycare_desktop.services.struck_off import (
    former_facts,
    gone_facts,
    holding_older,
    lost_generations,
)
from easycare_desktop.storage.keys.generation import switch_report
from easycare_desktop.storage.keys.place_registry import FormerPlace


@dataclass(frozen=True, slots=True)
class RunResult:
    """What came of a run. `state` is DONE only when nothing at all is open."""

    plan: Plan
    open_points: tuple[str, ...]


def finish(office: OpenOffice, standing: list[KeyPlaceView], step: Step, plan: Plan) -> RunResult:
    """Record the end, whole or in part, in the ledger first and then in the data."""
    now = office.clock.now()
    report = switch_report(office.keys, plan.number)
    removed = holding_older(office.keys, step.uow.plans.facts(plan.id), report)
    open_points = _open_points(office, standing, removed, step, plan)
    elsewhere = [pc_facts(each, now) for each in older_pcs(office.keys, step.uow, report)]
    step.uow.plans.record(
        plan.id,
        {
            "ledger": _enter_end(office, plan, open_points, now),
            "log_head": step.uow.log.head()[1].hex(),
            "places": [
                *(as_json(each) for each in standing),
                *(former_facts(each, now) for each in removed),
                *elsewhere,
            ],
            **gone_facts(office.keys, report),
            "switch": as_json(report),
            "open": list(open_points),
            "lost": list(lost_generations(office.keys)),
        },
    )
    _commit_to_person(step, plan)
    record_left_out(step, plan)
    step.uow.plans.finish(plan.id, PlanState.PARTIAL if open_points else PlanState.DONE, now)
    _carry_out_request(office, step, plan, done=not open_points)
    step.detail = plan.number
    return RunResult(step.uow.plans.get(plan.id), open_points)


def _enter_end(
    office: OpenOffice, plan: Plan, open_points: tuple[str, ...], now: datetime
) -> dict[str, object]:
    """Enter the end of a plan into the ledger; return what a certificate says of the entry."""
    entry = office.keys.ledger_append(
        "destruction_partly" if open_points else "destruction_finished",
        {
            "number": plan.number,
            "digest": plan.digest.hex(),
            "destroyed": sorted(plan.doomed),
            "separated": sorted(plan.separated),
            "open": list(open_points),
        },
        now,
    )
    return {"seq": entry.seq, "prev": entry.prev_hash.hex(), "hash": entry.hash.hex()}


def _commit_to_person(step: Step, plan: Plan) -> None:
    """Record once what ties the person's copy to ours, while the letter is there."""
    if plan.request_id is None or "commitment" in step.uow.plans.facts(plan.id):
        return
    person = step.uow.people.get(step.uow.requests.get(plan.request_id).person_id)
    if tie := commitment_of(step.uow, person):
        step.uow.plans.record(plan.id, {"commitment": tie})


def _open_points(
    office: OpenOffice,
    places: list[KeyPlaceView],
    removed: list[FormerPlace],
    step: Step,
    plan: Plan,
) -> tuple[str, ...]:
    current = step.uow.plans.get(plan.id)
    facts = step.uow.plans.facts(plan.id)
    checks = facts.get("checks")
    points = [
        f"outside.{place.value}"
        for place, state in current.outside.items()
        if state.value == "open"
    ]
    points += twins.open_points(step.uow, plan)
    points += [f"place.{each.id}" for each in places if not each.newest]
    points += [f"place.{each.id}" for each in removed]
    if not places:
        points.append("no_place")
    report = switch_report(office.keys, plan.number)
    if report is None or not report.finished:
        points.append("old_generation")
    points += [f"pc.{each.id}" for each in older_pcs(office.keys, step.uow, report)]
    if isinstance(checks, dict):
        points += [
            name
            for name, bad in (
                ("rows", checks["rows_left"] > 0),
                ("living", checks["living_failed"] > 0),
                ("keys", checks["keys_left"] > 0),
            )
            if bad
        ]
        points += open_in_search(step, plan)
    return tuple(points)


def _carry_out_request(office: OpenOffice, step: Step, plan: Plan, *, done: bool) -> None:
    """Let the case go on; one without a form is closed only when nothing at all is open."""
    requests = step.uow.requests
    for each in requests.of_plan(plan.id):
        request = each
        if request.state is RequestState.DECIDED:
            request = requests.move(request.id, RequestState.CARRIED_OUT, office.today())
        if not request.with_form:
            close_untold(office, step.uow, request, done=done)
