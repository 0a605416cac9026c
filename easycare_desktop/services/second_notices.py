"""The second notice: the stay by law is over, the rest is gone, and whoever it was about is told.

Name and address are opened a last time before the keys end, and wait as a letter of thirty days.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from easycare_desktop.domain.destruction import (
    Plan,
    PlanAction,
    PlanCause,
    PlanItem,
    PlanState,
)
from easycare_desktop.domain.people import EndingReason
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Action, Right
from easycare_desktop.domain.second_notices import NotTold, Telling
from easycare_desktop.services.applicants import (
    ADDRESS_FIELDS,
    acts_for,
    addressed,
    newest_said,
)
from easycare_desktop.services.door import Step
from easycare_desktop.services.facts import named_in
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.returning import LETTER_GROUP, start_letter_clock
from easycare_desktop.storage.repositories.beginning import NewHolding

FACT = "second_notices"
_NAMES = ("name", "party_name", "worker_name", "payer_name", "holder")
_OF_THE_CASE = {LETTER_GROUP, "cancellation"}
__all__ = [
    "NotTold",
    "NoticeNotOpenError",
    "SecondNotice",
    "SecondNoticeService",
    "Telling",
]

_CARRIED_OUT = frozenset({PlanState.PARTIAL, PlanState.DONE})


class NoticeNotOpenError(Refusal):
    """This plan owes this person no second notice, or it is settled already."""


@dataclass(frozen=True, slots=True)
class SecondNotice:
    """One notice that a plan owes. `name` is empty where no letter waits any more.

    `due_on`: the day of the destruction; word of it is owed from then on. `how`: how the person
    was told, or why not; nothing while it is open.
    """

    plan_id: int
    plan_number: str
    person_id: int
    person_number: str
    name: str
    due_on: date
    how: Telling | NotTold | None = None
    on: date | None = None


class SecondNoticeService:
    """Use cases of telling that what was kept by law is gone, too."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def of_plan(self, plan_id: int) -> list[SecondNotice]:
        """Return what a plan owes or has settled; nothing before it was carried out."""
        with self._door.enter(Action.DESTRUCTION_READ, detail="second notices") as step:
            return notices_of(step, [step.uow.plans.get(plan_id)])

    def settle(self, plan_id: int, person_id: int, how: Telling | NotTold) -> None:
        """Record that somebody was told, or why not. Raises `NoticeNotOpenError`."""
        with self._door.enter(Action.SECOND_NOTICE, person_id=person_id, detail=how.value) as step:
            found = _facts(step, plan_id)
            known = found.get(str(person_id))
            carried_out = step.uow.plans.get(plan_id).state in _CARRIED_OUT
            if known is None or known.get("how") or not carried_out:
                raise NoticeNotOpenError
            on = self._office.today().isoformat()
            found[str(person_id)] = {**known, "how": how.value, "on": on}
            step.uow.plans.record(plan_id, {FACT: found})


def prepare(
    office: OpenOffice, step: Step, plan: Plan, open_key: Callable[[int], bytes] | None = None
) -> None:
    """Note whom the plan owes a second notice, and put name and address aside for it.

    It is owed for what law kept apart, and for what a legal hold kept beyond the first notice.

    When the officer approves beside a clerk, with `open_key` as that officer; else before the keys
    end, where an officer runs it. Doing it twice changes nothing.
    """
    if open_key is None and office.actor.may(Right.READ_SEPARATED):
        open_key = office.keys.open_separated
    if _facts(step, plan.id):
        return
    kept: dict[int, list[PlanItem]] = {}
    vault, held = step.separated.ids(), plan.cause is PlanCause.HOLD_OVER
    for item in plan.items:
        goes = item.action is PlanAction.DESTROY and item.group not in _OF_THE_CASE
        kept_back = goes and (held or item.holding_id in vault)
        if kept_back and _is_owed(step, item.person_id):
            kept.setdefault(item.person_id, []).append(item)
    for items in kept.values():
        if open_key is not None or held:
            _put_letter_aside(office, step, plan, items, open_key)
    if kept and (open_key is not None or plan.state is PlanState.RUNNING):
        step.uow.plans.record(plan.id, {FACT: {str(person_id): {} for person_id in kept}})


def _is_owed(step: Step, person_id: int) -> bool:
    """Tell whether there is anybody to tell: nothing is posted to the dead (PIPA 2)."""
    died = step.uow.people.get(person_id).ending is EndingReason.DEATH
    return not died or any(each.with_form for each in step.uow.requests.of_person(person_id))


def notices_of(step: Step, plans: Iterable[Plan]) -> list[SecondNotice]:
    """Return every second notice of these plans, open or settled, inside a running action."""
    carried_out = [plan for plan in plans if plan.state in _CARRIED_OUT]
    noted = step.uow.plans.facts_of(carried_out)
    return [
        _notice(step, plan, int(person_id), facts)
        for plan in carried_out
        for person_id, facts in named_in(noted[plan.id], FACT).items()
    ]


def all_notices(step: Step) -> list[SecondNotice]:
    """Return every second notice there ever was, open or settled, inside a running action."""
    return notices_of(step, step.uow.plans.noting(FACT))


def newest_plan_of(step: Step, person_id: int) -> Plan:
    """Return the newest plan that owes a person the notice. Raises `NoticeNotOpenError`."""
    for plan in sorted(step.uow.plans.of_person(person_id), key=lambda each: -each.id):
        if plan.state in _CARRIED_OUT and str(person_id) in _facts(step, plan.id):
            return plan
    raise NoticeNotOpenError


def letter_of(step: Step, person_id: int) -> Mapping[str, str]:
    """Return name and address: of a person in use, or of the letter that waits."""
    for group in ("identity", LETTER_GROUP):
        content = step.uow.holdings.open_group(person_id, group)
        if content is not None:
            return content.values
    return {}


def _put_letter_aside(
    office: OpenOffice,
    step: Step,
    plan: Plan,
    items: Sequence[PlanItem],
    open_key: Callable[[int], bytes] | None,
) -> None:
    """Open what is kept apart a last time for name and address; only an officer can.

    What was held in use tells them to everybody who may destroy it.

    An earlier letter that goes with this plan is the better source for both.
    """
    person_id = items[0].person_id
    here = step.uow.holdings.of_person(person_id)
    stays = {each.group for each in here if each.id not in plan.doomed}
    if stays & {"identity", LETTER_GROUP}:
        return
    known = dict(letter_of(step, person_id))
    applied: dict[str, str] = {}
    for holding_id in _sources(step, items, known):
        if open_key is None:
            break
        key = open_key(holding_id)
        applied |= step.separated.applicant(holding_id, key)
        known = {**step.separated.open(holding_id, key), **known}
    name = next((known[each] for each in _NAMES if known.get(each)), "")
    if not name:
        return
    values = {"name": name} | {each: known[each] for each in ADDRESS_FIELDS if known.get(each)}
    person = step.uow.people.get(person_id)
    said = known if acts_for(known) else newest_said(step.uow, person_id) or applied
    values |= applied
    values |= {name: text for name, text in addressed(step.uow, person, said).items() if text}
    basis = office.catalogue.group(LETTER_GROUP, person.kind).basis.value
    new = NewHolding(person_id, LETTER_GROUP, values, basis, "visit", office.today())
    step.uow.holdings.add([new])
    start_letter_clock(office, step.uow, person_id)


def _sources(step: Step, items: Sequence[PlanItem], known: Mapping[str, str]) -> list[int]:
    """Return what is kept apart and tells who it is: what goes, else whatever stays of them."""
    apart = step.separated.of_person(items[0].person_id)
    going = {item.holding_id for item in items}
    doomed = [each.id for each in apart if each.id in going]
    return doomed or ([] if known else [each.id for each in apart])


def _notice(step: Step, plan: Plan, person_id: int, facts: Mapping[str, str]) -> SecondNotice:
    how, on = facts.get("how", ""), facts.get("on", "")
    told = next((each for each in (*Telling, *NotTold) if each.value == how), None)
    return SecondNotice(
        plan.id,
        plan.number,
        person_id,
        step.uow.people.get(person_id).number,
        letter_of(step, person_id).get("name", ""),
        plan.finished_at.date() if plan.finished_at is not None else plan.due_on,
        told,
        date.fromisoformat(on) if on else None,
    )


def _facts(step: Step, plan_id: int) -> dict[str, dict[str, str]]:
    return named_in(step.uow.plans.facts(plan_id), FACT)
