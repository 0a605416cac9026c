"""Holds on what is not decided yet: the program sets them itself, first in the keys."""

from datetime import date

from easycare_desktop.domain.holdings import Holding, HoldingState
from easycare_desktop.domain.measure_answers import MeasureCase
from easycare_desktop.domain.measures import ENDED, Measure, MeasureCause, MeasureKind
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.unit_of_work import UnitOfWork

_HOLD = MeasureKind.HOLD


def hold_open(office: OpenOffice, uow: UnitOfWork, holding: Holding, until: date) -> None:
    """Hold what nobody has decided yet; the officer ends that once it is."""
    now, by, cause = office.clock.now(), office.actor.account_id, MeasureCause.UNDECIDED
    facts: dict[str, object] = {"cause": cause.value, "until": until.isoformat()}
    office.keys.restrict(_HOLD.value, str(holding.id), facts, now)
    held = Measure(0, holding.id, holding.person_id, _HOLD, cause, until, now, by)
    uow.measures.add(held, office.keys.key_of(holding.id), MeasureCase(""))
    uow.holdings.set_state(holding.id, HoldingState.HELD)
    uow.holdings.set_hold(holding.id, until)


def end_open_holds(office: OpenOffice, uow: UnitOfWork, person_id: int) -> None:
    """Put back to use what was held only because it was not decided: the relation goes on."""
    now = office.clock.now()
    for holding in uow.holdings.of_person(person_id):
        standing = uow.measures.standing(holding.id, _HOLD)
        if (
            holding.state is not HoldingState.HELD
            or standing is None
            or standing.cause is not MeasureCause.UNDECIDED
        ):
            continue
        office.keys.restrict(_HOLD.value + ENDED, str(holding.id), {}, now)
        uow.measures.lift(holding.id, _HOLD, now, office.actor.account_id)
        uow.holdings.set_state(holding.id, HoldingState.ACTIVE)
        uow.holdings.set_hold(holding.id, None)
        uow.holdings.start_clock(holding.id, None, None)
