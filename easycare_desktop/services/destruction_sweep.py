"""Moving what law keeps, and deleting what went, inside the running steps of a destruction."""

from collections import Counter
from collections.abc import Iterable, Mapping

from easycare_desktop.domain.destruction import Plan, PlanAction
from easycare_desktop.domain.holdings import Clock
from easycare_desktop.services import second_notices
from easycare_desktop.services.applicants import addressed, newest_said
from easycare_desktop.services.collected_days import FACT, collected_days
from easycare_desktop.services.door import Step
from easycare_desktop.services.drafts import left_of_drafts
from easycare_desktop.services.facts import as_json
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.paper_copies import is_copy
from easycare_desktop.services.remaining import renew_lines, successors
from easycare_desktop.services.residue import Traces
from easycare_desktop.storage.keys.generation import switch_report
from easycare_desktop.storage.repositories.annex import seal_applicant
from easycare_desktop.storage.repositories.files import SealedFile
from easycare_desktop.storage.restore.replay import SEPARATED, clocks_to_record
from easycare_desktop.storage.restore.settling_persons import settle_persons


def copy_separated(office: OpenOffice, step: Step, plan: Plan) -> None:
    """Copy what stays into the second vault as it is, with its history and its sealed files.

    The keys learn of it first: an older backup that comes back has its rows separated again.
    """
    clocks = {
        item.holding_id: Clock(item.rule, item.counted_from, item.until)
        for item in plan.items
        if item.action is PlanAction.SEPARATE and item.counted_from and item.until
    }
    if clocks:
        office.keys.restrict(SEPARATED, plan.number, clocks_to_record(clocks), office.clock.now())
    told = {each: _applicant(step, each) for each in plan.persons} if clocks else {}
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
            step.uow.files.of_holdings([holding.id]),
            person_number=step.uow.people.get(item.person_id).number,
            plan_number=plan.number,
            at=office.clock.now(),
            applicant=seal_applicant(
                office.keys.key_of(holding.id), holding.id, told[item.person_id]
            ),
        )
    second_notices.prepare(office, step, plan)
    step.count = len(plan.separated)


def _by_holding(files: Iterable[SealedFile]) -> Mapping[str, int]:
    return Counter(str(each.holding_id) for each in files)


def _applicant(step: Step, person_id: int) -> dict[str, str]:
    """Return who applied in the place of a person, whom the notice of the end will go to as well.

    The request and the letter that tell it now are gone by then.
    """
    said = newest_said(step.uow, person_id)
    found = addressed(step.uow, step.uow.people.get(person_id), said)
    return {name: text for name, text in found.items() if text}


def sweep(office: OpenOffice, step: Step, plan: Plan, traces: Traces | None) -> None:
    """Delete rows and files by tombstone, drafts with them; forget persons in memory.

    Drafts are written anew under another key: those about the persons go, and what is typed in
    those that hold one of the values to look for. Without `traces`, after a stop, it goes in all.
    """
    if FACT not in step.uow.plans.facts(plan.id):
        step.uow.plans.record(plan.id, {FACT: collected_days(step, plan)})
    files = [
        *step.uow.files.of_holdings(plan.doomed),
        *step.separated.files_of(plan.doomed),
    ]
    removed = step.uow.files.remove_files(files)
    rows = step.uow.holdings.delete(plan.doomed | plan.separated)
    rows += step.separated.delete(plan.doomed)
    step.renew_drafts(left_of_drafts(step, plan, traces))
    if "swept" not in step.uow.plans.facts(plan.id):
        moved = successors(step, plan)
        stay = [each for each in files if each.holding_id in moved and not is_copy(each)]
        gone = [each for each in files if each not in stay]
        swept = {"rows": rows, "files": removed, "files_of": _by_holding(gone)}
        swept |= {"files_moved": _by_holding(stay)}
        step.uow.plans.record(plan.id, {"swept": swept})
    report = switch_report(office.keys, plan.number)
    step.uow.plans.record(plan.id, {"switch": as_json(report)})
    step.count = rows
    office.index.forget(settle_persons(step.uow, step.separated, plan.persons))
    renew_lines(office, step, plan)
