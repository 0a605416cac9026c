"""What happens to holdings when an ending or a plan is taken back before it was carried out."""

from easycare_desktop.domain.consents import ConsentLine, ConsentResult
from easycare_desktop.domain.destruction import (
    OF_ENDINGS,
    OPEN_PLANS,
    Plan,
    PlanCause,
    PlanState,
)
from easycare_desktop.domain.holdings import Clock, Holding, HoldingState
from easycare_desktop.domain.measures import MeasureKind
from easycare_desktop.domain.people import Person, PersonHasEndedError, PersonState
from easycare_desktop.domain.periods import period_end
from easycare_desktop.domain.requests import RequestScope, RequestState
from easycare_desktop.domain.retention import DESTROY_AFTER_CAUSE
from easycare_desktop.services.consent_basis import consent_behind, line_behind, may_use
from easycare_desktop.services.consent_writing import WITHDRAWN
from easycare_desktop.services.held_out import forget_held, held_out
from easycare_desktop.services.leaver_notes import forget_leaver
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.open_holds import end_open_holds
from easycare_desktop.storage.unit_of_work import UnitOfWork

LETTER_GROUP = "notice"
RECORD_GROUP = "cancellation"
LETTER_RULE = "I-08"
PROPOSED = frozenset({PlanCause.PERIOD_OVER, PlanCause.HOLD_OVER})
WITH_OTHERS = OF_ENDINGS | {PlanCause.HOLD_OVER}
"""Why somebody goes with somebody else, as the guardians of a recipient do."""
ENDS_PERSON = "ends_person"
"""Fact of a plan of a withdrawal that ends a relation which nothing else carries."""
_STOPPED = {HoldingState.DUE, HoldingState.SUSPENDED}


def drop_plan(
    office: OpenOffice, uow: UnitOfWork, plan_id: int, *, mind_changed: bool = False
) -> Plan:
    """Cancel a plan that was not begun, and put back to use what it held back.

    Raises `PlanStepError` once the destruction has begun. One that is cancelled already is no
    obstacle: what it held back comes back all the same.
    """
    if uow.plans.get(plan_id).state is not PlanState.CANCELLED:
        uow.plans.move(plan_id, PlanState.CANCELLED)
    plan = uow.plans.get(plan_id)
    take_back(office, uow, plan, mind_changed=mind_changed)
    return plan


def take_back(
    office: OpenOffice, uow: UnitOfWork, plan: Plan, *, mind_changed: bool = False
) -> None:
    """Put what a plan held back to use, and its persons where they were about to end.

    A consent that was withdrawn stays withdrawn, and what rests on it is never used in between.
    Where the relation goes on after all (or the applicant's mind changed), the days of the cause
    are left to ask for it again; else it is due as before. What has outlived its stay keeps its
    clock and is proposed again. What a legal hold keeps stays held, and goes on afterwards as if
    the ending had never been.
    """
    if plan.cause in PROPOSED:
        return
    ends, held = ends_people(uow, plan), held_out(uow, plan.id)
    people = plan.persons | {item.person_id for item in held}
    if plan.request_id is not None:
        people |= {uow.requests.get(plan.request_id).person_id}
    ids = {item.holding_id for item in plan.items}
    for person_id in people:
        if ends and uow.people.get(person_id).state is PersonState.ENDING:
            uow.people.reopen(person_id)
            forget_leaver(uow, person_id)
            office.index.renew(uow.people.get(person_id))
            end_open_holds(office, uow, person_id)
            ids |= {each.id for each in uow.holdings.of_person(person_id)}
    if ends:
        ids |= {item.holding_id for item in held}
        forget_held(uow, plan.id)
    goes_on = plan if mind_changed or _ends_all(uow, plan) else None
    for holding_id in ids - _planned(uow):
        _put_back(office, uow, holding_id, goes_on, held=ends)
    for person_id in people:
        _keep_guardians(office, uow, person_id)


def ends_people(uow: UnitOfWork, plan: Plan) -> bool:
    """Tell whether a relation ends with a plan."""
    return plan.cause in OF_ENDINGS or bool(uow.plans.facts(plan.id).get(ENDS_PERSON))


def keep_in_use(office: OpenOffice, uow: UnitOfWork, person_id: int) -> None:
    """Take somebody who is needed out of every plan of somebody else's ending.

    Raises `PersonHasEndedError` where their own relation ended, or they are going already.
    """
    person = uow.people.get(person_id)
    running = uow.plans.in_state(PlanState.RUNNING)
    if person.state is not PersonState.ACTIVE or any(person_id in p.persons for p in running):
        raise PersonHasEndedError(person.number)
    for plan in uow.plans.in_state(*OPEN_PLANS):
        own = {item.holding_id for item in plan.items if item.person_id == person_id}
        if own and plan.cause in WITH_OTHERS:
            uow.plans.drop_items(plan.id, own)
    planned = _planned(uow)
    for holding in uow.holdings.of_person(person_id):
        if holding.id not in planned:
            _put_back(office, uow, holding.id, None, held=True)


def active(uow: UnitOfWork, person_id: int) -> Person:
    """Return somebody in use; raise `PersonHasEndedError` where the relation has ended."""
    person = uow.people.get(person_id)
    if person.state is not PersonState.ACTIVE:
        raise PersonHasEndedError(person.number)
    return person


def _keep_guardians(office: OpenOffice, uow: UnitOfWork, recipient_id: int) -> None:
    """Keep the guardians of somebody who is in use again: another plan may have had them."""
    if uow.people.get(recipient_id).state is not PersonState.ACTIVE:
        return
    for guardian_id in uow.people.guardians_of(recipient_id):
        if uow.people.get(guardian_id).state is PersonState.ACTIVE:
            keep_in_use(office, uow, guardian_id)


def _put_back(
    office: OpenOffice, uow: UnitOfWork, holding_id: int, goes_on: Plan | None, *, held: bool
) -> None:
    """Let a holding be used again; one that is held loses the clock that the ending started.

    `goes_on`: the plan after which the relation goes on.
    """
    holding = uow.holdings.get(holding_id)
    if holding is None or holding.group == LETTER_GROUP:
        return
    if holding.state is HoldingState.APPROVED:
        uow.holdings.set_state(holding.id, HoldingState.DUE)
    if holding.state in {HoldingState.DUE, HoldingState.APPROVED}:
        _give_back(office, uow, uow.people.get(holding.person_id), holding, goes_on)
    elif held and holding.state is HoldingState.HELD:
        uow.holdings.start_clock(holding.id, None, None)


def _planned(uow: UnitOfWork) -> set[int]:
    plans = uow.plans.in_state(*OPEN_PLANS, PlanState.RUNNING)
    return {item.holding_id for plan in plans for item in plan.items}


def _ends_all(uow: UnitOfWork, plan: Plan) -> bool:
    """Tell whether a plan ends a whole relation, not only what rested on a consent."""
    if plan.cause not in OF_ENDINGS:
        return False
    asked = None if plan.request_id is None else uow.requests.get(plan.request_id)
    return asked is None or asked.scope is RequestScope.ALL


def start_letter_clock(office: OpenOffice, uow: UnitOfWork, person_id: int) -> None:
    """Let the letters of a person go after the days that the policy gives them."""
    rule = office.law.rules_on(office.today()).get(LETTER_RULE)
    if rule is None:
        return
    today = office.today()
    clock = Clock(rule.code, today, period_end(today, rule.period))
    for holding in uow.holdings.of_person(person_id):
        if holding.group == LETTER_GROUP and holding.clock is None:
            uow.holdings.start_clock(holding.id, clock, clock.until)


def resume_with_consent(office: OpenOffice, uow: UnitOfWork, person: Person) -> None:
    """Put what was stopped back to use where its consent is on record again.

    It is taken out of the plans that were to end it. What the officer suspended stays so: a consent
    does not lift that.
    """
    for holding in uow.holdings.of_person(person.id):
        ordered = uow.measures.standing(holding.id, MeasureKind.SUSPENSION)
        rests = consent_behind(office, person, holding) is not None
        if (
            holding.state in _STOPPED
            and ordered is None
            and (rests or holding.state is HoldingState.SUSPENDED)
            and may_use(office, uow, person, holding)
        ):
            uow.holdings.set_state(holding.id, HoldingState.ACTIVE)
            uow.holdings.start_clock(holding.id, None, None)
            _take_out_of_plans(office, uow, holding)


def _take_out_of_plans(office: OpenOffice, uow: UnitOfWork, holding: Holding) -> None:
    """Drop a holding from every plan that was not begun; what asked for nothing else is answered.

    The answer to a signed request is still owed: it was carried out, and nothing had to go.
    """
    for plan in uow.plans.in_state(*OPEN_PLANS):
        if not any(item.holding_id == holding.id for item in plan.items):
            continue
        left = uow.plans.drop_items(plan.id, [holding.id])
        if left.items:
            continue
        if left.state in OPEN_PLANS:
            uow.plans.move(left.id, PlanState.CANCELLED)
        request = None if left.request_id is None else uow.requests.get(left.request_id)
        if request is not None and request.state is RequestState.DECIDED:
            uow.requests.set_plan(request.id, None)
            uow.requests.move(request.id, RequestState.CARRIED_OUT, office.today())


def _give_back(
    office: OpenOffice, uow: UnitOfWork, person: Person, holding: Holding, goes_on: Plan | None
) -> None:
    """Put one holding back; `goes_on`: the plan after which the relation goes on."""
    ordered = uow.measures.standing(holding.id, MeasureKind.SUSPENSION)
    if may_use(office, uow, person, holding):
        uow.holdings.set_state(holding.id, HoldingState.ACTIVE)
        uow.holdings.start_clock(holding.id, None, None)
        if ordered is not None:
            uow.holdings.set_state(holding.id, HoldingState.SUSPENDED)
        return
    line = line_behind(office, uow, person, holding)
    if goes_on is None or not _withdrawn_by(office, uow, goes_on, line):
        return
    days = office.law.deadlines.period(DESTROY_AFTER_CAUSE)
    uow.holdings.set_state(holding.id, HoldingState.ACTIVE)
    uow.holdings.set_state(holding.id, HoldingState.SUSPENDED)
    uow.holdings.start_clock(holding.id, None, period_end(office.today(), days))


def _withdrawn_by(
    office: OpenOffice, uow: UnitOfWork, plan: Plan, line: ConsentLine | None
) -> bool:
    """Tell whether a consent was withdrawn by the very request of a plan, as the keys know."""
    if line is None or line.result is not ConsentResult.WITHDRAWN or plan.request_id is None:
        return False
    told = {"purpose": line.purpose, "request": uow.requests.get(plan.request_id).number}
    return any(
        each.subject == str(line.person_id) and told.items() <= each.facts.items()
        for each in office.keys.restrictions({WITHDRAWN})
    )
