"""The cancellation form, its receipt, and the notice of the result."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time

from easycare_desktop.documents import left_words
from easycare_desktop.documents.contents.cancellation_form import (
    CancellationForm,
    CareUser,
    ConsentToWithdraw,
)
from easycare_desktop.documents.contents.receipt import Receipt
from easycare_desktop.documents.contents.result_notice import (
    HandedOver,
    Outcome,
    ResultNotice,
    SettlementResult,
    Unhandled,
)
from easycare_desktop.documents.open_points import open_points
from easycare_desktop.documents.people_words import numbered
from easycare_desktop.documents.values import Addressee, KeptItem
from easycare_desktop.documents.words import word
from easycare_desktop.domain.consents import current_lines
from easycare_desktop.domain.destruction import NotVerifiedError, PlanState
from easycare_desktop.domain.once_more import CONTRACTS
from easycare_desktop.domain.people import PersonKind, PersonNotFoundError
from easycare_desktop.domain.request_refusals import NobodyToTellError
from easycare_desktop.domain.requests import Relation, Request, RequestDetails
from easycare_desktop.services.applicants import addressee_of
from easycare_desktop.services.consent_writing import WITHDRAWN
from easycare_desktop.services.facts import listed_in
from easycare_desktop.services.paper_values.common import Desk, day
from easycare_desktop.services.paper_values.request_copy import with_request
from easycare_desktop.services.paper_values.stays import held_of, rest_of
from easycare_desktop.services.paper_values.vendor_form import address_of, form_to_vendor
from easycare_desktop.services.paper_values.would_go import goes_and_stays
from easycare_desktop.services.request_details import details
from easycare_desktop.services.returning import LETTER_GROUP
from easycare_desktop.system.clock import SEOUL


def blank_form(desk: Desk, relation: Relation) -> CancellationForm:
    """Return the empty form."""
    return CancellationForm(desk.head, desk.facts, relation, addressee=desk.head.name)


def form_for_person(desk: Desk, person_id: int) -> CancellationForm:
    """Return the form filled with what the office knows, for the person to check and sign.

    With an open request it is the copy of what was applied for.
    The office itself signs form A, to the maker of its program.
    """
    uow = desk.step.uow
    person = uow.people.get(person_id)
    if person.kind is PersonKind.OFFICE:
        return form_to_vendor(desk)
    opened = uow.holdings.open_group(person_id, "identity")
    if opened is None:
        raise PersonNotFoundError(person_id)
    values = opened.values
    entitlement = uow.holdings.open_group(person_id, "entitlement")
    contracts = [uow.holdings.open_group(person_id, each) for each in CONTRACTS]
    begun = [text for each in contracts if each and (text := each.values.get("starts_on"))]
    kept, going = goes_and_stays(desk, person)
    lines = current_lines(uow.consents.of_person(person_id))
    number = entitlement.values.get("ltc_number", "") if entitlement else ""
    form = CancellationForm(
        desk.head,
        desk.facts,
        Relation.B,
        addressee=desk.head.name,
        user=_user(values, number or numbered(person.number)),
        started_on=day(min(begun)) if begun else None,
        last_service_on=person.last_service_on,
        kept=kept,
        going=going,
        consents=tuple(
            ConsentToWithdraw(purpose.label, line.said_on)
            for purpose in desk.office.catalogue.purposes_for(person.kind)
            if (line := lines.get(purpose.code)) and line.lives_on(desk.today())
        ),
    )
    requests = [each for each in uow.requests.open_of(person_id) if each.with_form]
    return with_request(desk, form, requests[0]) if requests else form


def _user(values: Mapping[str, str], number: str) -> CareUser:
    return CareUser(
        name=values.get("name", ""),
        birth=day(values.get("birth", "")),
        number=number,
        address=address_of(values),
        phone=values.get("mobile", "") or values.get("phone", ""),
    )


def receipt(desk: Desk, request_id: int) -> Receipt:
    """Return the receipt of a request that was taken in. Raises `NobodyToTellError`."""
    request, known = _opened(desk, request_id)
    return Receipt(
        office=desk.head,
        facts=desk.facts,
        addressee=Addressee(known.applicant.name),
        request_number=request.number,
        request_kind=f"{word(request.relation)} · {word(request.scope)}",
        received_at=datetime.combine(request.received_on, time(), tzinfo=SEOUL),
        channel=word(request.channel),
        applicant=known.applicant.name,
        capacity=word(known.applicant.capacity),
        subject=desk.step.uow.people.get(request.person_id).number,
        due_on=request.due_on,
        taken_by=desk.account(desk.office.actor.account_id),
        contact_phone=desk.head.phone,
        wish_on=request.wish_on,
    )


def result_notice(desk: Desk, request_id: int) -> ResultNotice:
    """Return the answer to the applicant, from what the plan really did.

    Raises `NotVerifiedError` before it was carried out, `NobodyToTellError` where nobody applied.
    """
    uow = desk.step.uow
    request, known = _opened(desk, request_id)
    if request.destruction_id is None:
        return _withdrawal_notice(desk, request, known)
    plan = uow.plans.get(request.destruction_id)
    notice = uow.holdings.open_group(request.person_id, LETTER_GROUP)
    letter: Mapping[str, str] = notice.values if notice else {}
    facts = uow.plans.facts(plan.id)
    if plan.state not in {PlanState.DONE, PlanState.PARTIAL}:
        raise NotVerifiedError(plan.number)
    held = held_of(desk, plan)
    return ResultNotice(
        office=desk.head,
        facts=desk.facts,
        addressee=addressee_of(letter),
        request_number=request.number,
        request_kind=f"{word(request.relation)} · {word(request.scope)}",
        received_on=request.received_on,
        outcome=Outcome.PART if held else Outcome.ALL,
        issued_on=desk.today(),
        gone=desk.gone_of(plan),
        kept=(*desk.kept_of(plan), *held),
        withdrawn=_withdrawn(desk, request),
        settlement=_settled(known),
        handed_over=_handed_over(known),
        unhandled=_unhandled(held, known),
        copy_wanted=known.wants_copy,
        open_points=open_points(map(str, listed_in(facts, "open"))),
        certificate_number=plan.number,
        rest=rest_of(facts),
        guardians=any(each.person_id != request.person_id for each in plan.items),
        relief=desk.relief(),
    )


def _unhandled(held: Sequence[KeptItem], known: RequestDetails) -> tuple[Unhandled, ...]:
    """Return what a hold kept, and the copy that was asked for and is not given."""
    told = [Unhandled(each.label, each.reason, each.article) for each in held]
    settled = known.settlement
    if known.wants_copy and (settled is None or settled.copy_given_on is None):
        why = settled.no_copy_reason if settled else ""
        told.append(Unhandled(left_words.COPY, why or left_words.COPY_NOT_GIVEN))
    return tuple(told)


def _withdrawal_notice(desk: Desk, request: Request, known: RequestDetails) -> ResultNotice:
    """Return the answer where nothing had to go. Raises `NotVerifiedError` before that is known."""
    if request.carried_out_on is None:
        raise NotVerifiedError(request.number)
    notice = desk.step.uow.holdings.open_group(request.person_id, LETTER_GROUP)
    return ResultNotice(
        office=desk.head,
        facts=desk.facts,
        addressee=addressee_of(notice.values if notice else {}),
        request_number=request.number,
        request_kind=f"{word(request.relation)} · {word(request.scope)}",
        received_on=request.received_on,
        outcome=Outcome.ALL,
        issued_on=desk.today(),
        withdrawn=_withdrawn(desk, request),
        settlement=_settled(known),
        handed_over=_handed_over(known),
        unhandled=_unhandled((), known),
        copy_wanted=known.wants_copy,
        relief=desk.relief(),
    )


def _settled(known: RequestDetails) -> SettlementResult | None:
    settled = known.settlement
    return SettlementResult(settled.unpaid, settled.refund) if settled else None


def _handed_over(known: RequestDetails) -> HandedOver | None:
    settled = known.settlement
    if settled is None or settled.copy_given_on is None:
        return None
    return HandedOver("", settled.copy_received_by, settled.copy_given_on)


def _opened(desk: Desk, request_id: int) -> tuple[Request, RequestDetails]:
    """Open what an applicant said. Raises `NobodyToTellError` where nobody applied."""
    uow = desk.step.uow
    request = uow.requests.get(request_id)
    if not request.with_form:
        raise NobodyToTellError(request.number)
    if uow.holdings.get(request.holding_id) is not None:
        return request, details(request, uow.holdings.open(request.holding_id).values)
    letter = uow.holdings.open_group(request.person_id, LETTER_GROUP)
    return request, details(request, letter.values if letter else {})


def _withdrawn(desk: Desk, request: Request) -> tuple[str, ...]:
    """Return the purposes that this very request withdrew, as the keys have it on record."""
    codes = dict.fromkeys(
        str(each.facts["purpose"])
        for each in desk.office.keys.restrictions()
        if each.kind == WITHDRAWN and each.facts.get("request") == request.number
    )
    return tuple(desk.office.catalogue.purpose(code).label for code in codes)
