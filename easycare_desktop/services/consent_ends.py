"""What rested on a consent that has run out or was withdrawn is due, whatever came of a plan."""

import logging
from datetime import date

from easycare_desktop.domain.catalogue import Basis
from easycare_desktop.domain.consents import ConsentResult
from easycare_desktop.domain.destruction import PlanCause
from easycare_desktop.domain.holdings import Clock, Holding
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.consent_basis import line_behind, may_use
from easycare_desktop.services.door import Step
from easycare_desktop.services.judgement import judge_withdrawal
from easycare_desktop.services.making_due import make_due
from easycare_desktop.services.office import OpenOffice

_log = logging.getLogger(__name__)


def let_go(office: OpenOffice, step: Step) -> int:
    """Make due what no living consent carries any more; return how many holdings.

    It cannot be used from then on (PIPA 15, 21, 37), and comes back with a new consent.
    """
    found = 0
    for holding_id in step.uow.consents.fallen(_resting(office), office.today()):
        holding = step.uow.holdings.get(holding_id)
        if holding is not None:
            found += _let_go(office, step, holding)
    return found


def cause_of(office: OpenOffice, step: Step, holding_id: int) -> PlanCause:
    """Return why a holding that is due has to go: its consent has ended, or its stay is over."""
    holding = step.uow.holdings.get(holding_id)
    if holding is None or _is_over(holding.clock, office.today()):
        return PlanCause.PERIOD_OVER
    person = step.uow.people.get(holding.person_id)
    if may_use(office, step.uow, person, holding):
        return PlanCause.PERIOD_OVER
    line = line_behind(office, step.uow, person, holding)
    ran_out = line is not None and line.result is ConsentResult.GIVEN
    return PlanCause.CONSENT_OVER if ran_out else PlanCause.WITHDRAWAL


def _let_go(office: OpenOffice, step: Step, holding: Holding) -> bool:
    person = step.uow.people.get(holding.person_id)
    line = line_behind(office, step.uow, person, holding)
    if line is None or line.lives_on(office.today()):
        return False
    ended = line.until if line.result is ConsentResult.GIVEN else None
    try:
        judged = judge_withdrawal(office, step.uow, person, (line.purpose,), ended or line.said_on)
    except Refusal as refusal:
        _log.warning("what rested on a consent cannot be judged: %s", type(refusal).__name__)
        return False
    for item in judged.items:
        if item.holding.id == holding.id:
            make_due(office, step.uow, item)
    return True


def _resting(office: OpenOffice) -> list[tuple[str, str]]:
    """Return the item groups that rest on a consent for any kind of person, with its purpose."""
    catalogue = office.catalogue
    own = (catalogue.group(each.code, kind) for each in catalogue.groups for kind in each.kinds)
    return sorted(
        {
            (group.code, group.consent_purpose)
            for group in own
            if group.basis is Basis.CONSENT and group.consent_purpose
        }
    )


def _is_over(clock: Clock | None, today: date) -> bool:
    return clock is not None and clock.until < today
