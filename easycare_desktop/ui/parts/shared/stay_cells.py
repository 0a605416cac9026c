"""How a table shows a stay under way: how much has passed, until when, and what is left."""

from datetime import date

from easycare_desktop.domain.holdings import Clock, HoldingState
from easycare_desktop.domain.retention import remaining_share
from easycare_desktop.ui.models import Cell, Mark, Span
from easycare_desktop.ui.parts.shared.day_words import time_left


def clock_cell(clock: Clock, today: date) -> Cell:
    """Return the bar of a stay; one that is not counted yet has no bar."""
    if today < clock.counted_from:
        return Cell(f"{clock.until:%Y-%m-%d}까지", f"{clock.counted_from:%Y-%m-%d}부터 셉니다")
    passed = 1.0 - remaining_share(today, clock.counted_from, clock.until)
    words = f"{clock.until:%Y-%m-%d}까지 · {time_left(today, clock.until)}"
    if clock.until == today:
        words = f"{clock.until:%Y-%m-%d} 오늘까지"
    elif clock.until < today:
        words = f"{clock.until:%Y-%m-%d} · {time_left(today, clock.until)}"
    return Cell(clock=Span(passed, words, over=clock.until < today))


def mark_of_end(state: HoldingState, clock: Clock | None, today: date) -> Mark | None:
    """Return the mark of what nobody may use any more although no plan took it yet."""
    over = clock is not None and clock.until < today
    return Mark("기간 끝남", "danger") if over and state is HoldingState.ACTIVE else None
