"""The words of 보유·분리보관."""

from datetime import date

from easycare_desktop.domain.holdings import Clock
from easycare_desktop.domain.law import RetentionRule
from easycare_desktop.domain.retention import remaining_share
from easycare_desktop.services.separated import ReadingPurpose
from easycare_desktop.ui.models import Cell, Span
from easycare_desktop.ui.parts.shared.day_words import length

PURPOSES = {
    ReadingPurpose.LAWFUL_SUBMISSION: "법에 따라 관청에 낼 때",
    ReadingPurpose.DISPUTE: "다툼이 생겼을 때",
    ReadingPurpose.OWN_ACCESS_REQUEST: "본인이 열람을 요구할 때",
}


def purpose_words(code: str) -> str:
    """Return the words of a recorded purpose."""
    return PURPOSES[ReadingPurpose(code)]


def clock_cell(clock: Clock, rule: RetentionRule | None, today: date) -> Cell:
    """Return the bar of a stay: how much has passed, and until when."""
    passed = 1.0 - remaining_share(today, clock.counted_from, clock.until)
    how_long = f" · {length(rule.period)}" if rule is not None and length(rule.period) else ""
    return Cell(clock=Span(passed, f"{clock.until:%Y-%m-%d}까지{how_long}"))
