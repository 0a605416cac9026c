"""What happened in the practice office: endings, requests and destructions in every state."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.destruction import OutsidePlace, OutsideState
from easycare_desktop.domain.people import EndingReason, PersonKind
from easycare_desktop.domain.requests import (
    TOLD_ITEMS,
    Applicant,
    Channel,
    Intake,
    Proof,
    Relation,
    Request,
    RequestScope,
    Settlement,
    Verification,
)
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.destruction import Approval
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.services.several_endings import EndingDays
from easycare_desktop.system.clock import SEOUL, FixedClock

_LONG_AGO = timedelta(days=5 * 365 + 1)
_EARLY, _OPEN_CASES = 7, 6
_DAYS_BEFORE = (160, 128, 96, 64, 32)
_REASONS = (
    EndingReason.FACILITY,
    EndingReason.DEATH,
    EndingReason.OTHER_AGENCY,
    EndingReason.CONTRACT_END,
    EndingReason.FACILITY,
)


class PracticeHistory:
    """Plays cases through the services as the clerk, while the clock walks on."""

    def __init__(self, services: Services, clock: FixedClock, officer: str, password: str) -> None:
        self._services = services
        self._clock = clock
        self._officer = officer
        self._password = password
        lines = services.people.find("", PersonKind.RECIPIENT)
        by_number = sorted(lines, key=lambda line: line.person.number)
        self._early: Iterator[PersonLine] = iter(by_number[:_EARLY])
        # Not side by side in a large office, and enough of them in a small one.
        apart = min(5, max(1, (len(by_number) - _EARLY) // _OPEN_CASES))
        self._others: Iterator[PersonLine] = iter(by_number[_EARLY::apart])
        self._staff: Iterator[PersonLine] = iter(services.people.find("", PersonKind.STAFF))

    def past_endings(self, today: date) -> None:
        """Destroy and separate what ended in the last months, and two of five years ago."""
        # Who was there first left first.
        long_gone = [next(self._early), next(self._early)]
        for days, reason in zip(_DAYS_BEFORE, _REASONS, strict=True):
            day = today - timedelta(days=days)
            self._go_to(day)
            self._ended(next(self._early), reason, day, day - timedelta(days=1))
        old_end = today - _LONG_AGO + timedelta(days=3)
        self._ended(long_gone[0], EndingReason.FACILITY, old_end, old_end)
        # Kept by law until a few days ago: the plan that follows owes a second notice.
        older = old_end - timedelta(days=15)
        self._ended(long_gone[1], EndingReason.FACILITY, older, older)
        self._go_to(today - timedelta(days=4))
        due = self._services.destruction.propose_due()
        if due is not None:
            self._carry_out(due.id, tick=True)

    def open_cases(self) -> None:
        """Leave something in every state: overdue, due today, due this week, partly done."""
        self._taken(self._next())
        self._verified(self._next())
        self._later(days=1)
        self._decided(self._next())
        self._settled(self._next())
        self._later(days=1)
        leaver, day = next(self._staff), self._services.office.today()
        days = EndingDays(EndingReason.LEFT_JOB, day, None)
        self._services.several_endings.end_one(leaver.id, EndingReason.LEFT_JOB, days)
        last = day - timedelta(days=1)
        self._ended(self._next(), EndingReason.FACILITY, day, last, tick=False)
        self._later(days=1)
        self._taken(self._next())

    def _taken(self, line: PersonLine) -> Request:
        today = self._services.office.today()
        intake = Intake(
            relation=Relation.B,
            person_id=line.id,
            applicant=Applicant(line.name, line.phone, Capacity.SELF, birth=line.birth),
            scope=RequestScope.ALL,
            channel=Channel.VISIT,
            received_on=today - timedelta(days=8),
            wish_on=today,
            last_service_on=today - timedelta(days=1),
            ending=EndingReason.CANCELLED,
            told=TOLD_ITEMS,
        )
        return self._services.requests.take(intake)

    def _verified(self, line: PersonLine) -> Request:
        request = self._taken(line)
        checked = Verification((Proof.ID_CARD,), self._services.office.today())
        return self._services.requests.verify(request.id, checked)

    def _settled(self, line: PersonLine) -> Request:
        request = self._verified(line)
        return self._services.requests.settle(request.id, Settlement())

    def _decided(self, line: PersonLine) -> Request:
        request = self._settled(line)
        return self._services.decisions.decide(request.id).request

    def _ended(
        self,
        line: PersonLine,
        reason: EndingReason,
        ended_on: date,
        last_service_on: date,
        *,
        tick: bool = True,
    ) -> None:
        services = self._services
        days = EndingDays(reason, ended_on, last_service_on)
        request = services.several_endings.end_one(line.id, reason, days).request
        self._carry_out(request.destruction_id or 0, tick=tick)

    def _carry_out(self, plan_id: int, *, tick: bool) -> None:
        services = self._services
        to_type = services.destruction.view(plan_id).to_type
        typed = services.office.today().isoformat()
        services.destruction.approve_in_place(
            plan_id, Approval(to_type, typed, self._officer, self._password)
        )
        if tick:
            services.destruction.tick(plan_id, dict.fromkeys(OutsidePlace, OutsideState.CLEARED))
        services.destruction_run.run(plan_id)

    def _next(self) -> PersonLine:
        return next(self._others)

    def _later(self, *, days: int) -> None:
        self._go_to(self._services.office.today() + timedelta(days=days))

    def _go_to(self, day: date) -> None:
        """Walk in steps that the watch over the clock believes."""
        target = datetime.combine(day, time(10), tzinfo=SEOUL)
        while self._clock.now() < target:
            self._clock.set(min(target, self._clock.now() + timedelta(days=30)))
            self._services.office.clock_trusted()
