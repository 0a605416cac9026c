"""What happens to holdings when an ending or a plan is taken back before it was carried out."""

from easycare_desktop.domain.catalogue import Basis
from easycare_desktop.domain.consents import ConsentResult, current_lines
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
from easycare_desktop.services.held_out import forget_held, held_out
from easycare_desktop.services.leaver_notes import forget_leaver
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.unit_of_work import UnitOfWork

LETTER_GROUP = "notice"
LETTER_RULE = "I-08"
PROPOSED = frozenset({PlanCause.PERIOD_OVER, PlanCause.HOLD_OVER})
WITH_OTHERS = OF_ENDINGS | {PlanCause.HOLD_OVER}
"""Why somebody goes with somebody else, as the guardians of a recipient do."""


def drop_plan(office: OpenOffice, uow: UnitOfWork, plan_id: int) -> Plan:
    """Cancel a plan that was not begun, and put back to use what it held back.

    Raises `PlanStepError` once the destruction has begun. One that is cancelled already is no
    obstacle: what it held back comes back all the same.
    """
    if uow.plans.get(plan_id).state is not PlanState.CANCELLED:
        uow.plans.move(plan_id, PlanState.CANCELLED)
    plan = uow.plans.get(plan_id)
    take_back(office, uow, plan)
    return plan


def take_back(office: OpenOffice, uow: UnitOfWork, plan: Plan) -> None:
    """Put what a plan held back to use, and its persons where they were about to end.

    A consent that was withdrawn stays withdrawn: what rests on it is suspended until the person
    agrees again, and never used in between. Letters that wait get the clock of letters. What has
    outlived its stay keeps its clock and is proposed again. What a legal hold keeps stays held,
    and goes on afterwards as if the ending had never been.
    """
    if plan.cause in PROPOSED:
        return
    ends, held = plan.cause in OF_ENDINGS, held_out(uow, plan.id)
    people = plan.persons | {item.person_id for item in held}
    if plan.request_id is not None:
        people |= {uow.requests.get(plan.request_id).person_id}
    ids = {item.holding_id for item in plan.items}
    for person_id in people:
        if ends and uow.people.get(person_id).state is PersonState.ENDING:
            uow.people.reopen(person_id)
            forget_leaver(uow, person_id)
            office.index.renew(uow.people.get(person_id))
            ids |= {each.id for each in uow.holdings.of_person(person_id)}
        start_letter_clock(office, uow, person_id)
    if ends:
        ids |= {item.holding_id for item in held}
        forget_held(uow, plan.id)
    for holding_id in ids - _planned(uow):
        _put_back(office, uow, holding_id, held=ends)
    for person_id in people:
        _keep_guardians(office, uow, person_id)


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
            _put_back(office, uow, holding.id, held=True)


def check_active(uow: UnitOfWork, person_id: int) -> None:
    """Raise `PersonHasEndedError` where the relation with somebody has ended."""
    person = uow.people.get(person_id)
    if person.state is not PersonState.ACTIVE:
        raise PersonHasEndedError(person.number)


def _keep_guardians(office: OpenOffice, uow: UnitOfWork, recipient_id: int) -> None:
    """Keep the guardians of somebody who is in use again: another plan may have had them."""
    if uow.people.get(recipient_id).state is not PersonState.ACTIVE:
        return
    for guardian_id in uow.people.guardians_of(recipient_id):
        if uow.people.get(guardian_id).state is PersonState.ACTIVE:
            keep_in_use(office, uow, guardian_id)


def _put_back(office: OpenOffice, uow: UnitOfWork, holding_id: int, *, held: bool) -> None:
    """Let a holding be used again; one that is held loses the clock that the ending started."""
    holding = uow.holdings.get(holding_id)
    if holding is None or holding.group == LETTER_GROUP:
        return
    if holding.state in {HoldingState.DUE, HoldingState.APPROVED}:
        _give_back(office, uow, uow.people.get(holding.person_id), holding)
    elif held and holding.state is HoldingState.HELD:
        uow.holdings.start_clock(holding.id, None, None)


def _planned(uow: UnitOfWork) -> set[int]:
    plans = uow.plans.in_state(*OPEN_PLANS, PlanState.RUNNING)
    return {item.holding_id for plan in plans for item in plan.items}


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
    """Put what was suspended back to use where its consent is on record again.

    What the officer suspended stays so: a consent does not lift that.
    """
    for holding in uow.holdings.of_person(person.id):
        ordered = uow.measures.standing(holding.id, MeasureKind.SUSPENSION)
        if (
            holding.state is HoldingState.SUSPENDED
            and ordered is None
            and may_use(office, uow, person, holding)
        ):
            uow.holdings.set_state(holding.id, HoldingState.ACTIVE)


def _give_back(office: OpenOffice, uow: UnitOfWork, person: Person, holding: Holding) -> None:
    if holding.state is HoldingState.APPROVED:
        uow.holdings.set_state(holding.id, HoldingState.DUE)
    uow.holdings.set_state(holding.id, HoldingState.ACTIVE)
    uow.holdings.start_clock(holding.id, None, None)
    ordered = uow.measures.standing(holding.id, MeasureKind.SUSPENSION)
    if ordered is not None or not may_use(office, uow, person, holding):
        uow.holdings.set_state(holding.id, HoldingState.SUSPENDED)


def may_use(office: OpenOffice, uow: UnitOfWork, person: Person, holding: Holding) -> bool:
    """Tell whether what the holding rests on still stands: a consent must be on record."""
    group = office.catalogue.group(holding.group, person.kind)
    if group.basis is not Basis.CONSENT or not group.consent_purpose:
        return True
    line = current_lines(uow.consents.of_person(person.id)).get(group.consent_purpose)
    return line is not None and line.result is ConsentResult.GIVEN
