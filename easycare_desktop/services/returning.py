"""What happens to holdings when an ending or a plan is taken back before it was carried out."""

from easycare_desktop.domain.catalogue import Basis
from easycare_desktop.domain.consents import ConsentResult, current_lines
from easycare_desktop.domain.destruction import Plan, PlanCause
from easycare_desktop.domain.holdings import Clock, Holding, HoldingState
from easycare_desktop.domain.measures import MeasureKind
from easycare_desktop.domain.people import Person, PersonState
from easycare_desktop.domain.periods import period_end
from easycare_desktop.services.leaver_notes import forget_leaver
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.unit_of_work import UnitOfWork

LETTER_GROUP = "notice"
LETTER_RULE = "I-08"
_ENDINGS = {PlanCause.REQUEST, PlanCause.ENDING}


def take_back(office: OpenOffice, uow: UnitOfWork, plan: Plan) -> None:
    """Put what a plan held back to use, and its persons where they were about to end.

    A consent that was withdrawn stays withdrawn: what rests on it is suspended until the person
    agrees again, and never used in between. Letters that wait get the clock of letters. What has
    outlived its stay keeps its clock and is proposed again.
    """
    if plan.cause is PlanCause.PERIOD_OVER:
        return
    for person_id in plan.persons:
        if plan.cause in _ENDINGS and uow.people.get(person_id).state is PersonState.ENDING:
            uow.people.reopen(person_id)
            forget_leaver(uow, person_id)
            office.index.renew(uow.people.get(person_id))
        start_letter_clock(office, uow, person_id)
    for item in plan.items:
        holding = uow.holdings.get(item.holding_id)
        if holding is not None and holding.state in {HoldingState.DUE, HoldingState.APPROVED}:
            _give_back(office, uow, uow.people.get(item.person_id), holding)


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
