"""Requests to cancel, and endings without a form: from intake to the closed case."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.people import (
    EndingReason,
    Person,
    PersonHasEndedError,
    PersonState,
)
from easycare_desktop.domain.record_copies import check_copy
from easycare_desktop.domain.request_order import check_amounts, check_not_before
from easycare_desktop.domain.request_refusals import OpenRequestExistsError
from easycare_desktop.domain.requests import (
    TOLD_ITEMS,
    Applicant,
    ApplicantNotToldError,
    Channel,
    DateInFutureError,
    Intake,
    Relation,
    Request,
    RequestDetails,
    RequestScope,
    RequestState,
    Settlement,
    Verification,
    check_proof,
    check_step,
)
from easycare_desktop.domain.returned import FormUse
from easycare_desktop.domain.rights import Action
from easycare_desktop.domain.second_notices import Notified
from easycare_desktop.services import request_details, request_endings
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.request_checks import (
    check_can_sign,
    check_ending,
    check_still_guardian,
    record_of,
)
from easycare_desktop.services.returned_filing import BackPaper
from easycare_desktop.services.returning import RECORD_GROUP
from easycare_desktop.services.signed_forms import SignedForm, cleaned_form, keep_signed
from easycare_desktop.storage.repositories.beginning import NewHolding
from easycare_desktop.storage.unit_of_work import UnitOfWork

_MAY_ASK = frozenset({PersonState.ACTIVE, PersonState.ENDING})
__all__ = ["RECORD_GROUP", "RequestLine", "RequestService"]


@dataclass(frozen=True, slots=True)
class RequestLine:
    """One line of the list of requests. The name is empty once the person is kept apart."""

    request: Request
    person: Person
    name: str


class RequestService:
    """Use cases of a request up to settlement, and after the plan was carried out."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def all(self) -> list[RequestLine]:
        """Return every request, newest first."""
        with self._door.enter(Action.REQUESTS_READ) as step:
            requests = step.uow.requests.all()
            people = step.uow.people.some(each.person_id for each in requests)
            step.count = len(requests)
        index = self._office.index
        return [
            RequestLine(each, people[each.person_id], index.name_of(each.person_id))
            for each in requests
        ]

    def details(self, request_id: int) -> RequestDetails:
        """Open what a request says while it lies in office.db.

        Afterwards (kept apart or destroyed) the open columns come with empty details.
        """
        with self._door.enter(Action.REQUESTS_READ) as step:
            request = step.uow.requests.get(request_id)
            step.person_id = request.person_id
            if step.uow.holdings.get(request.holding_id) is None:
                return request_details.details(request, {})
            values = step.uow.holdings.open(request.holding_id).values
        return request_details.details(request, values)

    def answer_due(self, received_on: date) -> date:
        """Return the last day to answer a request received on that day (Act, Decree art. 44)."""
        return self._office.answer_due(received_on)

    def take(self, intake: Intake, form: SignedForm | None = None) -> Request:
        """Take a signed form in, with what proves it; one that came back is filed by this.

        Raises `OpenRequestExistsError`, `PersonHasEndedError`, what its checks and storing raise.
        """
        self.check(intake)
        return self._open_case(intake, with_form=True, form=cleaned_form(form))

    def take_ending(
        self,
        person_id: int,
        ending: EndingReason,
        *,
        last_service_on: date | None,
        ended_on: date,
    ) -> Request:
        """Open the case of an ending without a form (death, admission): it has no applicant."""
        intake = Intake(
            relation=Relation.B,
            person_id=person_id,
            applicant=Applicant("", "", Capacity.SELF),
            scope=RequestScope.ALL,
            channel=Channel.VISIT,
            received_on=self._office.today(),
            wish_on=ended_on,
            last_service_on=last_service_on,
            ending=ending,
            told=TOLD_ITEMS,
        )
        self.check(intake)
        return self._open_case(intake, with_form=False)

    def verify(self, request_id: int, checked: Verification) -> Request:
        """Record how the applicant was checked.

        Raises `ProofMissingError`, `CapacityLapsedError`.
        """
        if checked.checked_on > self._office.today():
            raise DateInFutureError("checked_on")
        with self._door.enter(Action.REQUEST_CHANGED) as step:
            request = step.uow.requests.get(request_id)
            check_not_before(checked.checked_on, request.received_on, "received_on")
            step.person_id = request.person_id
            check_step(request.state, RequestState.VERIFIED)
            content = record_of(step.uow, request)
            known = request_details.details(request, content.values)
            check_proof(known.applicant.capacity, checked)
            person = step.uow.people.get(request.person_id)
            check_still_guardian(step.uow, person, known.applicant, checked)
            self._write(
                step.uow, request, request_details.with_verification(content.values, checked)
            )
            return step.uow.requests.move(request_id, RequestState.VERIFIED, checked.checked_on)

    def settle(self, request_id: int, settled: Settlement) -> Request:
        """Record money and copies; raise `AmountNegativeError`, and what `check_copy` raises."""
        check_amounts(settled)
        with self._door.enter(Action.REQUEST_CHANGED) as step:
            request = step.uow.requests.get(request_id)
            step.person_id = request.person_id
            check_step(request.state, RequestState.SETTLED)
            content = record_of(step.uow, request)
            wanted = request_details.details(request, content.values).wants_copy
            check_copy(settled, self._office.today(), wanted=wanted)
            self._write(step.uow, request, request_details.with_settlement(content.values, settled))
            return step.uow.requests.move(request_id, RequestState.SETTLED, self._office.today())

    def take_back(self, request_id: int) -> Request:
        """Take a request back with its plan, as its applicant may until it is carried out.

        Raises `RequestStepError`, and `PlanStepError` once the destruction has begun.
        """
        with self._door.enter(Action.REQUEST_CHANGED) as step:
            request = request_endings.take_back(self._office, step.uow, request_id)
            step.person_id = request.person_id
            return request

    def notified(self, request_id: int, told: Notified) -> Request:
        """Record that the result was sent or handed over, and close the case.

        Letters and record stay for the periods that begin now. Raises as `request_endings.close`.
        """
        with self._door.enter(Action.REQUEST_CHANGED) as step:
            request = request_endings.close(self._office, step.uow, request_id, told)
            step.person_id = request.person_id
            return request

    def check(self, intake: Intake) -> None:
        """Raise what `take` raises of days and of what was told."""
        today = self._office.today()
        if intake.received_on > today:
            raise DateInFutureError("received_on")
        if set(TOLD_ITEMS) - set(intake.told):
            raise ApplicantNotToldError("told")
        if intake.last_service_on and intake.last_service_on > max(today, intake.wish_on):
            raise DateInFutureError("last_service_on")

    def _check_person(self, uow: UnitOfWork, intake: Intake, *, with_form: bool) -> Person:
        """Return whose request it is: a second one for all is refused, an ending never waits."""
        person = uow.people.get(intake.person_id)
        if person.state not in (_MAY_ASK if with_form else {PersonState.ACTIVE}):
            raise PersonHasEndedError(person.number)
        for each in uow.requests.open_of(person.id):
            if each.scope is RequestScope.ALL and each.with_form is with_form:
                raise OpenRequestExistsError(each.number)
        check_ending(uow, person, intake)
        if with_form:
            check_can_sign(self._office, uow, person, intake.applicant.capacity, intake.received_on)
        return person

    def _open_case(
        self, intake: Intake, *, with_form: bool, form: SignedForm | None = None
    ) -> Request:
        with self._door.enter(Action.REQUEST_TAKEN, person_id=intake.person_id) as step:
            uow = step.uow
            person = self._check_person(uow, intake, with_form=with_form)
            group = self._office.catalogue.group(RECORD_GROUP, person.kind)
            new = NewHolding(
                person.id,
                RECORD_GROUP,
                request_details.intake_values(intake),
                group.basis.value,
                intake.channel.value,
                intake.received_on,
            )
            if isinstance(form, BackPaper):
                form = replace(form, received_on=intake.received_on)
            holding_id, _ = keep_signed(step, self._office, new, form, FormUse.REQUEST)
            return uow.requests.add(
                Request(
                    id=0,
                    number=uow.requests.next_number(intake.received_on.year),
                    relation=intake.relation,
                    person_id=person.id,
                    holding_id=holding_id,
                    scope=intake.scope,
                    state=RequestState.TAKEN if with_form else RequestState.SETTLED,
                    channel=intake.channel,
                    with_form=with_form,
                    received_on=intake.received_on,
                    due_on=self.answer_due(intake.received_on),
                    wish_on=intake.wish_on,
                    last_service_on=intake.last_service_on,
                    ending=intake.ending,
                )
            )

    def _write(self, uow: UnitOfWork, request: Request, values: Mapping[str, str]) -> None:
        holding = uow.holdings.get(request.holding_id)
        if holding is not None:
            uow.holdings.change(holding.id, holding.version, values)
