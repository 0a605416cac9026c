"""Letting a holding go, be kept apart, or be held for now, as it was judged."""

from easycare_desktop.domain.holdings import IN_USE, Clock, HoldingState
from easycare_desktop.domain.retention import Reason
from easycare_desktop.services.judgement import JudgedItem
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.open_holds import hold_open
from easycare_desktop.storage.unit_of_work import UnitOfWork


def make_due(office: OpenOffice, uow: UnitOfWork, item: JudgedItem) -> None:
    """Let a holding go, or be kept apart, as it was judged: its clock starts.

    What is not decided yet is held, first in the keys; the officer ends that once it is.
    """
    outcome = item.outcome
    clock = None
    if outcome.stays and outcome.rule and outcome.counted_from and outcome.until:
        clock = Clock(outcome.rule.code, outcome.counted_from, outcome.until)
    uow.holdings.start_clock(item.holding.id, clock, outcome.destroy_by)
    if item.holding.state not in IN_USE:
        return
    if outcome.because is Reason.STILL_OPEN and clock is not None:
        hold_open(office, uow, item.holding, clock.until)
    else:
        uow.holdings.set_state(item.holding.id, HoldingState.DUE)
