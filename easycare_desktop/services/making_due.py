"""Letting a holding go or be kept apart, as it was judged."""

from easycare_desktop.domain.holdings import IN_USE, Clock, HoldingState
from easycare_desktop.services.judgement import JudgedItem
from easycare_desktop.storage.unit_of_work import UnitOfWork


def make_due(uow: UnitOfWork, item: JudgedItem) -> None:
    """Let a holding go, or be kept apart, as it was judged: its clock starts."""
    outcome = item.outcome
    clock = None
    if outcome.stays and outcome.rule and outcome.counted_from and outcome.until:
        clock = Clock(outcome.rule.code, outcome.counted_from, outcome.until)
    uow.holdings.start_clock(item.holding.id, clock, outcome.destroy_by)
    if item.holding.state in IN_USE:
        uow.holdings.set_state(item.holding.id, HoldingState.DUE)
