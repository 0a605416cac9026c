"""Relation A: this office cancels the program it uses, and files what its maker answers."""

from dataclasses import dataclass
from datetime import date

from easycare_desktop.domain.people import Person, PersonKind, PersonState
from easycare_desktop.domain.request_order import VendorProofMissingError, check_not_before
from easycare_desktop.domain.requests import (
    DateInFutureError,
    Request,
    RequestState,
    check_step,
)
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.evidence import Evidence, cleaned
from easycare_desktop.services.office import OpenOffice


@dataclass(frozen=True, slots=True)
class VendorAnswer:
    """What the maker of the program answered: as processor it proves that it destroyed (art. 26).

    `number` is the number on its certificate, `paper` the scan of it.
    """

    answered_on: date
    number: str = ""
    note: str = ""
    paper: Evidence | None = None


class VendorRequestService:
    """Use cases of relation A after `RequestService.take`."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def subject(self) -> Person | None:
        """Return this office as a customer, if its profile is on record."""
        with self._door.enter(Action.PEOPLE_LISTED, detail="office") as step:
            office = step.uow.people.first_of(PersonKind.OFFICE)
        return office if office and office.state is PersonState.ACTIVE else None

    def send(self, request_id: int, sent_on: date) -> Request:
        """Record that the signed form went to the maker of the program.

        Raises `DateInFutureError`, and `DateOrderError` for a day before the form was signed.
        """
        if sent_on > self._office.today():
            raise DateInFutureError("sent_on")
        with self._door.enter(Action.REQUEST_CHANGED, detail="sent") as step:
            received_on = step.uow.requests.get(request_id).received_on
            check_not_before(sent_on, received_on, "received_on")
            request = step.uow.requests.move(request_id, RequestState.SENT, sent_on)
            self._write(step, request, {"sent_on": sent_on.isoformat()})
            return request

    def answer(self, request_id: int, answer: VendorAnswer) -> Request:
        """File the answer with its paper, and close the case.

        Raises `DateInFutureError`, `RequestStepError`, `DateOrderError` for a day before it was
        sent, `VendorProofMissingError`, and what `cleaned` raises.
        """
        if answer.answered_on > self._office.today():
            raise DateInFutureError("answered_on")
        paper = cleaned(answer.paper) if answer.paper is not None else None
        with self._door.enter(Action.REQUEST_CHANGED, detail="answered") as step:
            check_step(step.uow.requests.get(request_id).state, RequestState.CLOSED)
            self._check_proved(step, request_id, answer)
            request = step.uow.requests.move(request_id, RequestState.CLOSED, self._office.today())
            if paper is not None:
                step.uow.files.add(
                    request.holding_id,
                    paper.content,
                    paper.media,
                    at=self._office.clock.now(),
                    account_id=self._office.actor.account_id,
                )
            values = {
                "answered_on": answer.answered_on.isoformat(),
                "answer_number": answer.number.strip(),
                "answer_note": answer.note.strip(),
            }
            self._write(step, request, values)
            return request

    def _check_proved(self, step: Step, request_id: int, answer: VendorAnswer) -> None:
        request = step.uow.requests.get(request_id)
        sent_on = step.uow.holdings.open(request.holding_id).values.get("sent_on", "")
        before = date.fromisoformat(sent_on) if sent_on else request.received_on
        check_not_before(answer.answered_on, before, "sent_on")
        if not answer.number.strip() and answer.paper is None:
            raise VendorProofMissingError("number")

    def _write(self, step: Step, request: Request, values: dict[str, str]) -> None:
        step.person_id = request.person_id
        content = step.uow.holdings.open(request.holding_id)
        new = dict(content.values) | {name: text for name, text in values.items() if text}
        step.uow.holdings.change(content.holding.id, content.holding.version, new)
