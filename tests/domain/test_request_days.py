"""When a request can be decided, and until when."""

from dataclasses import replace
from datetime import date

import pytest

from easycare_desktop.domain.people import EndAheadError, EndingReason, check_ended, last_of
from easycare_desktop.domain.request_days import ends_on, next_due, waits
from easycare_desktop.domain.requests import (
    Channel,
    Relation,
    Request,
    RequestScope,
    RequestState,
)

RECEIVED, ANSWER = date(2026, 11, 23), date(2026, 12, 3)
READY = Request(
    id=1,
    number="2026-0001",
    relation=Relation.B,
    person_id=1,
    holding_id=1,
    scope=RequestScope.ALL,
    state=RequestState.SETTLED,
    channel=Channel.VISIT,
    with_form=True,
    received_on=RECEIVED,
    due_on=ANSWER,
    wish_on=RECEIVED,
    last_service_on=date(2026, 11, 20),
    ending=EndingReason.CANCELLED,
)
AHEAD = replace(READY, wish_on=date(2026, 12, 1))
FAR = replace(READY, wish_on=date(2026, 11, 23), last_service_on=date(2026, 12, 31))


def test_the_later_of_wish_and_last_service_counts():
    assert ends_on(READY) == RECEIVED
    assert ends_on(FAR) == date(2026, 12, 31)
    assert last_of(RECEIVED, None) == RECEIVED
    with pytest.raises(EndAheadError):
        check_ended(date(2026, 11, 24), RECEIVED)
    assert check_ended(RECEIVED, RECEIVED) is None


@pytest.mark.parametrize(
    ("request_", "today", "due", "waiting"),
    [
        (READY, RECEIVED, ANSWER, False),
        (AHEAD, RECEIVED, date(2026, 12, 1), True),
        (AHEAD, date(2026, 12, 1), date(2026, 12, 1), False),
        (AHEAD, date(2026, 12, 2), ANSWER, False),
        (FAR, RECEIVED, date(2026, 12, 31), True),
        (FAR, date(2027, 1, 2), date(2026, 12, 31), False),
        (replace(FAR, state=RequestState.TAKEN), RECEIVED, ANSWER, False),
    ],
)
def test_a_decision_is_due_on_its_day(request_: Request, today: date, due: date, waiting: bool):
    assert next_due(request_, today) == due
    assert waits(request_, today) is waiting
