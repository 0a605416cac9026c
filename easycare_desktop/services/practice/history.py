"""What happened in the practice office: endings, requests and destructions in every state."""

from collections.abc import Iterator
from datetime import timedelta

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
from easycare_desktop.services.people_index import PersonLine
from easycare_desktop.system.clock import FixedClock


class PracticeHistory:
    """Plays requests through the services while the clock walks on."""

    def __init__(self, services: Services, clock: FixedClock) -> None:
        self._services = services
        self._clock = clock
        lines = services.people.find("", PersonKind.RECIPIENT)
        self._recipients: Iterator[PersonLine] = iter(lines[::3] + lines[1::3])
        self._staff: Iterator[PersonLine] = iter(services.people.find("", PersonKind.STAFF))

    def play(self) -> None:
        """Leave something in every state, a little overdue, due today and due this week."""
        self._later(days=1)
        self._taken(self._next())
        self._verified(self._next())
        self._later(days=1)
        self._decided(self._next())
        self._settled(self._next())
        self._ended(self._next(), EndingReason.FACILITY)
        self._later(days=1)
        leaver = next(self._staff)
        day = self._services.office.today()
        request = self._services.requests.take_ending(
            leaver.id, EndingReason.LEFT_JOB, last_service_on=None, ended_on=day
        )
        self._services.decisions.decide(request.id)
        self._taken(self._next())

    def _taken(self, line: PersonLine) -> Request:
        today = self._services.office.today()
        intake = Intake(
            relation=Relation.B,
            person_id=line.id,
            applicant=Applicant(line.name, line.phone, Capacity.SELF, birth=line.birth),
            scope=RequestScope.ALL,
            channel=Channel.VISIT,
            received_on=today,
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

    def _ended(self, line: PersonLine, reason: EndingReason) -> None:
        today = self._services.office.today()
        request = self._services.requests.take_ending(
            line.id, reason, last_service_on=today - timedelta(days=2), ended_on=today
        )
        plan = self._services.decisions.decide(request.id).plan
        self._services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.CLEARED))

    def _next(self) -> PersonLine:
        return next(self._recipients)

    def _later(self, *, days: int) -> None:
        self._clock.set(self._clock.now() + timedelta(days=days))
