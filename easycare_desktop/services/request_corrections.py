"""Correcting what was written down of a request: until it is decided, with reason and history."""

from collections.abc import Mapping
from datetime import date

from easycare_desktop.domain.record_copies import check_copy
from easycare_desktop.domain.request_order import check_amounts, check_not_before
from easycare_desktop.domain.requests import (
    DateInFutureError,
    Intake,
    Request,
    RequestState,
    RequestStepError,
    Settlement,
    Verification,
    check_proof,
)
from easycare_desktop.domain.rights import Action
from easycare_desktop.services import request_details
from easycare_desktop.services.corrections import ReasonMissingError
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.people_writing import changes_between
from easycare_desktop.services.request_checks import (
    check_can_sign,
    check_ending,
    check_still_guardian,
    record_of,
)
from easycare_desktop.services.requests import RequestService

CORRECTABLE = frozenset({RequestState.TAKEN, RequestState.VERIFIED, RequestState.SETTLED})


class RequestCorrections:
    """Use cases of correcting a request. What each step checks, it checks again.

    All raise `ReasonMissingError`, and `RequestStepError` once it is decided.
    """

    def __init__(self, office: OpenOffice, requests: RequestService) -> None:
        self._office, self._requests = office, requests
        self._door = office.door

    def intake(self, request_id: int, intake: Intake, reason: str) -> Request:
        """Correct what the form says; raise as `RequestService.take`, without a second request."""
        office = self._office
        self._requests.check(intake)
        with self._door.enter(Action.REQUEST_CHANGED, detail="correct intake") as step:
            request = self._opened(step, request_id)
            person, capacity = step.uow.people.get(request.person_id), intake.applicant.capacity
            check_ending(step.uow, person, intake)
            check_can_sign(office, step.uow, person, capacity, intake.received_on)
            values = record_of(step.uow, request).values
            new = dict(values) | request_details.intake_values(intake)
            due_on = office.answer_due(intake.received_on)
            changed = step.uow.requests.correct(request.id, intake, due_on)
            self._write(step, request, new, reason, _open_changes(request, changed))
            return changed

    def verification(self, request_id: int, checked: Verification, reason: str) -> Request:
        """Correct how the applicant was checked; raise as `RequestService.verify`."""
        if checked.checked_on > self._office.today():
            raise DateInFutureError("checked_on")
        with self._door.enter(Action.REQUEST_CHANGED, detail="correct check") as step:
            request = self._opened(step, request_id)
            values = record_of(step.uow, request).values
            known = request_details.details(request, values)
            if request.state is RequestState.TAKEN:
                raise RequestStepError(request.state, RequestState.VERIFIED)
            check_not_before(checked.checked_on, request.received_on, "received_on")
            check_proof(known.applicant.capacity, checked)
            person = step.uow.people.get(request.person_id)
            check_still_guardian(step.uow, person, known.applicant, checked)
            new = request_details.with_verification(values, checked)
            self._write(step, request, new, reason)
            return request

    def settlement(self, request_id: int, settled: Settlement, reason: str) -> Request:
        """Correct money and copies; raise as `RequestService.settle`."""
        check_amounts(settled)
        with self._door.enter(Action.REQUEST_CHANGED, detail="correct settlement") as step:
            request = self._opened(step, request_id)
            values = record_of(step.uow, request).values
            known = request_details.details(request, values)
            if known.settlement is None:
                raise RequestStepError(request.state, RequestState.SETTLED)
            check_copy(settled, self._office.today(), wanted=known.wants_copy)
            self._write(step, request, request_details.with_settlement(values, settled), reason)
            return request

    def _opened(self, step: Step, request_id: int) -> Request:
        request = step.uow.requests.get(request_id)
        step.person_id = request.person_id
        if request.state not in CORRECTABLE or not request.with_form:
            raise RequestStepError(request.state, RequestState.TAKEN)
        return request

    def _write(
        self,
        step: Step,
        request: Request,
        values: Mapping[str, str],
        reason: str,
        more: tuple[tuple[str, str, str], ...] = (),
    ) -> None:
        content = record_of(step.uow, request)
        changes = [*changes_between(content.values, values), *more]
        if not changes:
            return
        if not reason.strip():
            raise ReasonMissingError("reason")
        holding = content.holding
        version = step.uow.holdings.change(holding.id, holding.version, values)
        step.uow.history.add(
            holding,
            version,
            changes,
            reason.strip(),
            at=self._office.clock.now(),
            account_id=self._office.actor.account_id,
        )


def _open_changes(before: Request, after: Request) -> tuple[tuple[str, str, str], ...]:
    """Return the open columns that differ, as the history keeps them."""
    names = ("received_on", "wish_on", "last_service_on", "channel", "scope", "ending")
    pairs = ((name, _text(getattr(before, name)), _text(getattr(after, name))) for name in names)
    return tuple(each for each in pairs if each[1] != each[2])


def _text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(getattr(value, "value", value))
