"""The decision on a request: what goes, what stays, and the plan that carries it out."""

from dataclasses import dataclass
from datetime import date

from easycare_desktop.domain.consents import ConsentMethod, ConsentResult, current_lines
from easycare_desktop.domain.destruction import (
    ENDINGS,
    Plan,
    PlanCause,
    PlanEmptyError,
    PlanState,
)
from easycare_desktop.domain.people import (
    EndingReason,
    Person,
    PersonHasEndedError,
    PersonState,
)
from easycare_desktop.domain.requests import (
    Request,
    RequestScope,
    RequestState,
    Verification,
    check_proof,
    check_step,
)
from easycare_desktop.domain.rights import Action
from easycare_desktop.services import request_details
from easycare_desktop.services.consent_basis import ends_relation
from easycare_desktop.services.consent_writing import WITHDRAWN, withdraw_in
from easycare_desktop.services.judgement import (
    Judgement,
    judge_ending,
    judge_withdrawal,
)
from easycare_desktop.services.leavers import note_leaver
from easycare_desktop.services.making_due import make_due
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.request_checks import record_of
from easycare_desktop.services.result_letters import prepare_letter
from easycare_desktop.services.taking_over import take_along, take_over
from easycare_desktop.storage.unit_of_work import UnitOfWork

METHODS = {
    "visit": ConsentMethod.IN_PERSON,
    "post": ConsentMethod.POST,
    "fax": ConsentMethod.FAX,
    "phone": ConsentMethod.PHONE,
    "email": ConsentMethod.EMAIL,
}


@dataclass(frozen=True, slots=True)
class Decision:
    """A decided request and its plan: none where nothing is stored that would have to go."""

    request: Request
    plan: Plan | None
    judgement: Judgement


class DecisionService:
    """Use cases: look at what would go and stay; decide."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def preview(
        self,
        person_id: int,
        *,
        ended_on: date,
        last_service_on: date | None,
        ending: EndingReason | None = None,
        purposes: tuple[str, ...] = (),
    ) -> Judgement:
        """Show what would go and stay; nothing is changed.

        With `purposes` only the consents named are withdrawn, else the whole relation ends.
        """
        detail = ending.value if ending else ""
        with self._door.enter(Action.HOLDINGS_READ, person_id=person_id, detail=detail) as step:
            person = step.uow.people.get(person_id)
            if purposes:
                return judge_withdrawal(self._office, step.uow, person, purposes, ended_on)
            return judge_ending(
                self._office,
                step.uow,
                person,
                ended_on=ended_on,
                last_service_on=last_service_on,
            )

    def of_request(self, request_id: int) -> Judgement:
        """Show what a request would do."""
        with self._door.enter(Action.HOLDINGS_READ) as step:
            request = step.uow.requests.get(request_id)
            step.person_id = request.person_id
            person = step.uow.people.get(request.person_id)
            return self._judge(step.uow, request, person)

    def decide(self, request_id: int) -> Decision:
        """Decide: consents are withdrawn, clocks start, the plan awaits approval.

        Nothing is destroyed here. A withdrawal behind which nothing is stored is carried out by
        this and needs no plan. A relation that has ended meanwhile goes on as it is, and is the
        answer. Raises `RequestStepError`, `ProofMissingError`, `PlanEmptyError`.
        """
        office = self._office
        with self._door.enter(Action.REQUEST_DECIDED) as step:
            uow = step.uow
            request = uow.requests.get(request_id)
            step.person_id = request.person_id
            check_step(request.state, RequestState.DECIDED)
            person = uow.people.get(request.person_id)
            self._check_proof(uow, request)
            if person.state is not PersonState.ACTIVE:
                return self._join(uow, request, person)
            judgement = self._judge(uow, request, person)
            if request.scope is RequestScope.ALL and not judgement.plan_items():
                raise PlanEmptyError
            self._withdraw(uow, request)
            if self._ends(uow, request, person):
                uow.people.end(
                    person.id,
                    request.ending or EndingReason.CANCELLED,
                    request.wish_on,
                    request.last_service_on,
                )
                office.index.renew(uow.people.get(person.id))
                note_leaver(office, uow, person, request.wish_on)
            prepare_letter(self._office, uow, request, person)
            self._start_clocks(uow, judgement)
            plan = self._plan(uow, request, judgement)
            decided = uow.requests.move(request.id, RequestState.DECIDED, office.today())
            if plan is None:
                decided = uow.requests.move(request.id, RequestState.CARRIED_OUT, office.today())
        return Decision(decided, plan, judgement)

    def _join(self, uow: UnitOfWork, request: Request, person: Person) -> Decision:
        """Let the ending that goes on already, or is over, be what this request comes to."""
        plan = next(
            (
                each
                for each in uow.plans.of_person(person.id)
                if each.cause in ENDINGS and each.state is not PlanState.CANCELLED
            ),
            None,
        )
        if plan is None:
            raise PersonHasEndedError(person.number)
        judgement = self._judge(uow, request, person)
        self._withdraw(uow, request)
        prepare_letter(self._office, uow, request, person)
        uow.requests.set_plan(request.id, plan.id)
        decided = uow.requests.move(request.id, RequestState.DECIDED, self._office.today())
        if plan.state in {PlanState.PARTIAL, PlanState.DONE}:
            decided = uow.requests.move(request.id, RequestState.CARRIED_OUT, self._office.today())
        return Decision(decided, plan, judgement)

    def _check_proof(self, uow: UnitOfWork, request: Request) -> None:
        """Raise `ProofMissingError` where a form was corrected and its proof no longer fits."""
        if request.with_form:
            known = request_details.details(request, record_of(uow, request).values)
            checked = known.verification or Verification((), request.received_on)
            check_proof(known.applicant.capacity, checked)

    def _ends(self, uow: UnitOfWork, request: Request, person: Person) -> bool:
        """Tell whether a request ends the relation: it says so, or nothing else carries it."""
        purposes = self._withdrawn(uow, request)
        return request.scope is RequestScope.ALL or ends_relation(self._office, person, purposes)

    def _plan(self, uow: UnitOfWork, request: Request, judgement: Judgement) -> Plan | None:
        items = judgement.plan_items()
        if not items:
            return None
        earlier = take_over(uow, judgement)
        plan = uow.plans.add(
            PlanCause.REQUEST if request.with_form else PlanCause.ENDING,
            items,
            requested_by=self._office.actor.account_id,
            at=self._office.clock.now(),
            due_on=min([judgement.due_on, *earlier]),
            request_id=request.id,
        )
        uow.requests.set_plan(request.id, plan.id)
        take_along(uow, request, plan)
        return plan

    def _judge(self, uow: UnitOfWork, request: Request, person: Person) -> Judgement:
        if request.scope is RequestScope.PART:
            purposes = self._withdrawn(uow, request)
            return judge_withdrawal(self._office, uow, person, purposes, request.received_on)
        return judge_ending(
            self._office,
            uow,
            person,
            ended_on=request.wish_on,
            last_service_on=request.last_service_on,
            case=request,
        )

    def _withdrawn(self, uow: UnitOfWork, request: Request) -> tuple[str, ...]:
        values = record_of(uow, request).values
        return request_details.details(request, values).withdrawn_purposes

    def _withdraw(self, uow: UnitOfWork, request: Request) -> None:
        """Write down what a form withdraws, on a day that ends the consent.

        An ending without a form withdraws nothing, nor does a death: nobody said so.
        """
        if not request.with_form or request.ending is EndingReason.DEATH:
            return
        lines = current_lines(uow.consents.of_person(request.person_id))
        living = {code for code, line in lines.items() if line.result is ConsentResult.GIVEN}
        wanted = (
            living
            if request.scope is RequestScope.ALL
            else living & set(self._withdrawn(uow, request))
        )
        for purpose in sorted(wanted):
            self._office.keys.restrict(
                WITHDRAWN,
                str(request.person_id),
                {"purpose": purpose, "request": request.number},
                self._office.clock.now(),
            )
            withdraw_in(
                uow,
                request.person_id,
                purpose,
                METHODS.get(request.channel.value, ConsentMethod.PAPER),
                max(request.received_on, lines[purpose].said_on),
                account_id=self._office.actor.account_id,
                at=self._office.clock.now(),
            )

    def _start_clocks(self, uow: UnitOfWork, judgement: Judgement) -> None:
        for item in judgement.items:
            make_due(self._office, uow, item)
