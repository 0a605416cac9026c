"""What came of a destruction: its checks, what is still open, and the entry in the ledger."""

from dataclasses import dataclass

from easycare_desktop.domain.destruction import Plan, PlanState
from easycare_desktop.domain.requests import RequestState
from easycare_desktop.services import twins
from easycare_desktop.services.commitment import commitment_of
from easycare_desktop.services.door import Step
from easycare_desktop.services.facts import as_json
from easycare_desktop.services.key_places import KeyPlaceView
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.older_pcs import is_pc, older_pcs, pc_facts
from easycare_desktop.services.recovery import lost_generations
from easycare_desktop.services.request_endings import close_untold
from easycare_desktop.services.residue import Traces
from easycare_desktop.storage.keys.generation import switch_report
from easycare_desktop.storage.residue.search import SurfaceResult

_OF_THE_SEARCH = ("mentions", "mentioned", "searched", "search_done", "search_again")


@dataclass(frozen=True, slots=True)
class RunResult:
    """What came of a run. `state` is DONE only when nothing at all is open."""

    plan: Plan
    open_points: tuple[str, ...]


def check(
    office: OpenOffice,
    step: Step,
    plan: Plan,
    traces: Traces | None,
    searched: list[SurfaceResult],
    *,
    again: bool = False,
) -> None:
    """Record what is left, whether the living open, and what the search has found.

    What was searched before a stop is kept: the values to look for are gone with their keys.
    `again`: searched after a stop, with what the letters still said.
    """
    moved = plan.doomed | plan.separated
    opened, failed = step.uow.many.open_every()
    checks: dict[str, object] = {
        "living_opened": opened,
        "living_failed": failed,
        "rows_left": len(step.uow.many.some(moved)),
        "keys_left": len(plan.doomed & set(office.keys.living_keys())),
        "tombstones": len(plan.doomed & office.keys.tombstones()),
        "mentions": 0,
        "mentioned": [],
        "searched": [],
        "search_done": False,
        "checked_at": office.clock.now().isoformat(),
    }
    earlier = step.uow.plans.facts(plan.id).get("checks")
    if traces is not None:
        checks |= {
            "mentions": len(traces.mentions),
            "mentioned": [[each.person_number, each.group] for each in traces.mentions],
            "searched": [as_json(each) for each in searched],
            "search_done": True,
            "search_again": again,
        }
    elif isinstance(earlier, dict):
        checks |= {name: earlier[name] for name in _OF_THE_SEARCH if name in earlier}
    step.uow.plans.record(plan.id, {"checks": checks})


def finish(office: OpenOffice, standing: list[KeyPlaceView], step: Step, plan: Plan) -> RunResult:
    """Record the end, whole or in part, in the ledger first and then in the data."""
    now = office.clock.now()
    removed = _removed_before(standing, step, plan)
    open_points = _open_points(office, standing, removed, step, plan)
    report = switch_report(office.keys, plan.number)
    elsewhere = [pc_facts(each, now) for each in older_pcs(office.keys, step.uow, report)]
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
    ledger = {"seq": entry.seq, "prev": entry.prev_hash.hex(), "hash": entry.hash.hex()}
    step.uow.plans.record(
        plan.id,
        {
            "ledger": ledger,
            "log_head": step.uow.log.head()[1].hex(),
            "places": [*(as_json(each) for each in standing), *removed, *elsewhere],
            "struck_off": _struck_off(office, removed),
            "switch": as_json(report),
            "open": list(open_points),
            "lost": list(lost_generations(office.keys)),
        },
    )
    _commit_to_person(step, plan)
    step.uow.plans.finish(plan.id, PlanState.PARTIAL if open_points else PlanState.DONE, now)
    _carry_out_request(office, step, plan, done=not open_points)
    step.detail = plan.number
    return RunResult(step.uow.plans.get(plan.id), open_points)


def _commit_to_person(step: Step, plan: Plan) -> None:
    """Record once what ties the person's copy to ours, while the letter is there."""
    if plan.request_id is None or "commitment" in step.uow.plans.facts(plan.id):
        return
    person = step.uow.people.get(step.uow.requests.get(plan.request_id).person_id)
    if tie := commitment_of(step.uow, person):
        step.uow.plans.record(plan.id, {"commitment": tie})


def _removed_before(
    standing: list[KeyPlaceView], step: Step, plan: Plan
) -> list[dict[str, object]]:
    """Return the places that were struck off while they still held the older keys."""
    known = {each.id for each in standing}
    earlier = step.uow.plans.facts(plan.id).get("places")
    return [
        each
        for each in (earlier if isinstance(earlier, list) else ())
        if not each["newest"] and each["id"] not in known and not is_pc(each)
    ]


def _struck_off(office: OpenOffice, removed: list[dict[str, object]]) -> list[str]:
    """Return when places were struck off that are not listed by name: older keys may lie there."""
    listed = {each["id"] for each in removed}
    return [
        entry.at.isoformat()
        for entry in office.keys.ledger_entries()
        if entry.kind == "key_place_removed" and entry.facts.get("place") not in listed
    ]


def _open_points(
    office: OpenOffice,
    places: list[KeyPlaceView],
    removed: list[dict[str, object]],
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
    points += [f"place.{each['id']}" for each in removed]
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
                ("search", not checks["search_done"]),
                ("found", any(each["hits"] for each in checks["searched"])),
                ("control", not all(each["control_found"] for each in checks["searched"])),
            )
            if bad
        ]
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
