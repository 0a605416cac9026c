"""The decision on a request: what goes, what stays, and the plan that carries it out."""

from dataclasses import dataclass
from datetime import date

from easycare_desktop.domain.destruction import (
    OF_ENDINGS,
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
    check_ended,
)
from easycare_desktop.domain.request_days import ends_on
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
from easycare_desktop.services.ending_days import check_on_record
from easycare_desktop.services.form_withdrawals import withdraw_all
from easycare_desktop.services.held_out import note_held
from easycare_desktop.services.judgement import Judgement, judge_ending, judge_withdrawal
from easycare_desktop.services.leaver_notes import note_leaver
from easycare_desktop.services.making_due import make_due
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.plan_items import take_along, take_over
from easycare_desktop.services.request_checks import record_of
from easycare_desktop.services.result_letters import prepare_letter
from easycare_desktop.storage.unit_of_work import UnitOfWork


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
        Raises `LastDayTooEarlyError`.
        """
        detail = ending.value if ending else ""
        with self._door.enter(Action.HOLDINGS_READ, person_id=person_id, detail=detail) as step:
            person = step.uow.people.get(person_id)
            if purposes:
                return judge_withdrawal(self._office, step.uow, person, purposes, ended_on)
            check_on_record(step.uow, person_id, ended_on, last_service_on)
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

        Nothing is destroyed here. Until the day that was asked for has come, and the last service
        was given, the person is served and stays in use: `EndAheadError`. A withdrawal behind which
        nothing is stored is carried out by this and needs no plan. A relation that has ended
        meanwhile goes on as it is, and is the answer. Raises also `RequestStepError`,
        `ProofMissingError`, `PlanEmptyError`, `LastDayTooEarlyError`.
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
            check_ended(ends_on(request), office.today())
            judgement, earlier = take_over(uow, self._judge(uow, request, person), person.id)
            if request.scope is RequestScope.ALL and not judgement.items:
                raise PlanEmptyError
            withdraw_all(self._office, uow, request, self._withdrawn(uow, request))
            if self._ends(uow, request, person):
                self._end(uow, request, person)
            prepare_letter(office, uow, request, person)
            self._start_clocks(uow, judgement)
            plan = self._plan(uow, request, judgement, earlier)
            decided = uow.requests.move(request.id, RequestState.DECIDED, office.today())
            if plan is None:
                decided = uow.requests.move(request.id, RequestState.CARRIED_OUT, office.today())
        return Decision(decided, plan, judgement)

    def _end(self, uow: UnitOfWork, request: Request, person: Person) -> None:
        uow.people.end(
            person.id,
            request.ending or EndingReason.CANCELLED,
            request.wish_on,
            request.last_service_on,
        )
        self._office.index.renew(uow.people.get(person.id))
        note_leaver(self._office, uow, person, request.wish_on)

    def _join(self, uow: UnitOfWork, request: Request, person: Person) -> Decision:
        """Let the ending that goes on already, or is over, be what this request comes to."""
        plan = self._ending_of(uow, person)
        if plan is None:
            raise PersonHasEndedError(person.number)
        judgement = self._judge(uow, request, person)
        withdraw_all(self._office, uow, request, self._withdrawn(uow, request))
        prepare_letter(self._office, uow, request, person)
        uow.requests.set_plan(request.id, plan.id)
        decided = uow.requests.move(request.id, RequestState.DECIDED, self._office.today())
        if plan.state in {PlanState.PARTIAL, PlanState.DONE}:
            decided = uow.requests.move(request.id, RequestState.CARRIED_OUT, self._office.today())
        return Decision(decided, plan, judgement)

    def _ending_of(self, uow: UnitOfWork, person: Person) -> Plan | None:
        """Return the plan that ends, or ended, the relation; all of it may be held."""
        plans = uow.plans.of_person(person.id)
        asked = uow.requests.of_person(person.id)
        plans += [uow.plans.get(each.destruction_id) for each in asked if each.destruction_id]
        ending = (each for each in plans if each.cause in OF_ENDINGS)
        return next((each for each in ending if each.state is not PlanState.CANCELLED), None)

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

    def _plan(
        self, uow: UnitOfWork, request: Request, judgement: Judgement, earlier: list[date]
    ) -> Plan | None:
        """Plan what goes, also where all of it is held for now; nothing where nothing is stored."""
        if not judgement.items:
            return None
        plan = uow.plans.add(
            PlanCause.REQUEST if request.with_form else PlanCause.ENDING,
            judgement.plan_items(),
            requested_by=self._office.actor.account_id,
            at=self._office.clock.now(),
            due_on=min([judgement.due_on, *earlier]),
            request_id=request.id,
        )
        note_held(uow, plan.id, judgement.held_items())
        uow.requests.set_plan(request.id, plan.id)
        take_along(uow, request, plan)
        return plan

    def _judge(self, uow: UnitOfWork, request: Request, person: Person) -> Judgement:
        if request.scope is RequestScope.PART:
            purposes = self._withdrawn(uow, request)
            counted = max(request.received_on, request.wish_on)
            return judge_withdrawal(self._office, uow, person, purposes, counted)
        check_on_record(uow, person.id, request.wish_on, request.last_service_on)
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

    def _start_clocks(self, uow: UnitOfWork, judgement: Judgement) -> None:
        for item in judgement.items:
            make_due(self._office, uow, item)
