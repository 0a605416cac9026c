"""What a destruction found when it searched, what of the search is open, and who closed it."""

from collections.abc import Mapping
from types import MappingProxyType

from easycare_desktop.domain.destruction import (
    Plan,
    PlanState,
    PlanStepError,
)
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.facts import as_json, listed_in, named_in
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.residue import Traces
from easycare_desktop.services.unnamed import needed_note
from easycare_desktop.storage.residue.search import SurfaceResult

CLOSABLE = frozenset({"search", "unread", "found"})
CLOSED = "search_closed"
_NOT_SEARCHED: Mapping[str, object] = MappingProxyType(
    {
        "mentions": 0,
        "mentioned": [],
        "searched": [],
        "kinds": [],
        "search_done": False,
        "search_again": False,
    }
)
_OF_OTHER_PROGRAMS = "temporary_files"


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
    `again`: searched after a stop, or for what could not be read, with what was still known.
    """
    earlier, checks = _checks(step, plan), {**_NOT_SEARCHED, **_of_keys(office, step, plan)}
    checks |= {name: earlier[name] for name in _NOT_SEARCHED if name in earlier}
    if traces is not None:
        found = [_line(each) for each in searched]
        if again and earlier.get("search_done"):
            checks |= {"searched": _with(_lines(earlier), found), "search_again": True}
        else:
            checks |= {
                "mentions": len(traces.mentions),
                "mentioned": [[each.person_number, each.group] for each in traces.mentions],
                "searched": found,
                "kinds": list(traces.kinds),
                "search_done": True,
                "search_again": again,
            }
    step.uow.plans.record(plan.id, {"checks": checks})


def _of_keys(office: OpenOffice, step: Step, plan: Plan) -> dict[str, object]:
    """Return what is left of rows and keys, and whether the living open."""
    opened, failed = step.uow.many.open_every()
    return {
        "living_opened": opened,
        "living_failed": failed,
        "rows_left": len(step.uow.many.some(plan.doomed | plan.separated)),
        "keys_left": len(plan.doomed & set(office.keys.living_keys())),
        "tombstones": len(plan.doomed & office.keys.tombstones()),
        "checked_at": office.clock.now().isoformat(),
    }


def is_search_open(step: Step, plan: Plan) -> bool:
    """Tell whether something is to be looked for again: never searched, or not all was read."""
    return bool({"search", "unread"} & set(open_in_search(step, plan)))


def open_in_search(step: Step, plan: Plan) -> list[str]:
    """Return what is open in the search; an officer may have closed some of it with a reason."""
    checks, lines = _checks(step, plan), _lines(_checks(step, plan))
    closed = CLOSABLE if CLOSED in step.uow.plans.facts(plan.id) else frozenset()
    points = (
        ("search", not checks.get("search_done")),
        ("unread", any(map(is_own_unread, lines))),
        ("found", any(each["hits"] for each in lines)),
        ("control", not all(each["control_found"] for each in lines)),
    )
    return [name for name, is_open in points if is_open and name not in closed]


def is_own_unread(line: Mapping[str, object]) -> bool:
    """Tell whether a file was not read that may be of this program; others lock their own."""
    return line["surface"] != _OF_OTHER_PROGRAMS and bool(line.get("unread"))


class DestructionSearchService:
    """The use case of an officer who answers for what a search could not settle."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office

    def close(self, plan_id: int, reason: str) -> None:
        """Close what is open in the search, with a reason that the certificate prints.

        Raises `PlanStepError` where nothing of it is open, `NoteMissingError`, `NameInTextError`.
        """
        office = self._office
        why = needed_note(office.index, reason, "reason")
        with office.door.enter(Action.DESTRUCTION_APPROVED, detail="search") as step:
            plan = step.uow.plans.get(plan_id)
            step.detail = plan.number
            partly = plan.state is PlanState.PARTIAL
            if not partly or not CLOSABLE & set(open_in_search(step, plan)):
                raise PlanStepError(plan.state, PlanState.DONE)
            now = office.clock.now().isoformat()
            said = {"reason": why, "by": office.actor.account_id, "at": now}
            step.uow.plans.record(plan.id, {CLOSED: said})


def _checks(step: Step, plan: Plan) -> dict[str, object]:
    return named_in(step.uow.plans.facts(plan.id), "checks")


def _lines(checks: Mapping[str, object]) -> list[Mapping[str, object]]:
    return listed_in(checks, "searched")


def _line(found: SurfaceResult) -> Mapping[str, object]:
    told = as_json(found)
    return told if isinstance(told, dict) else {}


def _with(
    earlier: list[Mapping[str, object]], found: list[Mapping[str, object]]
) -> list[Mapping[str, object]]:
    """Return the earlier lines, those that were not read whole in place of them; no hit is lost."""
    new = {str(each["surface"]): each for each in found}

    def best(line: Mapping[str, object]) -> Mapping[str, object]:
        other = new.get(str(line["surface"]))
        if other is None or not is_own_unread(line):
            return line
        return {**other, "hits": max(int(str(line["hits"])), int(str(other["hits"])))}

    return [best(each) for each in earlier]
