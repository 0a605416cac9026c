"""The cancellation form, its receipt, and the notice of the result."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time

from easycare_desktop.documents import phrases
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
)
from easycare_desktop.documents.people_words import numbered
from easycare_desktop.documents.values import Addressee, GoingItem, KeptItem
from easycare_desktop.documents.words import word
from easycare_desktop.domain.consents import ConsentResult, current_lines
from easycare_desktop.domain.destruction import PlanState
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.people import Person, PersonKind, PersonNotFoundError
from easycare_desktop.domain.request_refusals import NobodyToTellError
from easycare_desktop.domain.requests import Relation, Request, RequestDetails
from easycare_desktop.domain.rule_refusals import EventDayMissingError
from easycare_desktop.services.applicants import addressee_of
from easycare_desktop.services.judgement import Judgement, judge_ending
from easycare_desktop.services.paper_values.common import Desk, day
from easycare_desktop.services.paper_values.request_copy import with_request
from easycare_desktop.services.paper_values.vendor_form import address_of, form_to_vendor
from easycare_desktop.services.request_details import details
from easycare_desktop.services.requests import RECORD_GROUP
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
    contract = uow.holdings.open_group(person_id, "care_contract")
    kept, going = _goes_and_stays(desk, person)
    lines = current_lines(uow.consents.of_person(person_id))
    number = entitlement.values.get("ltc_number", "") if entitlement else ""
    form = CancellationForm(
        desk.head,
        desk.facts,
        Relation.B,
        addressee=desk.head.name,
        user=_user(values, number or numbered(person.number)),
        started_on=day(contract.values.get("starts_on", "")) if contract else None,
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

    Raises `NobodyToTellError` where nobody applied.
    """
    uow = desk.step.uow
    request, known = _opened(desk, request_id)
    if request.destruction_id is None:
        return _withdrawal_notice(desk, request, known)
    plan = uow.plans.get(request.destruction_id)
    notice = uow.holdings.open_group(request.person_id, LETTER_GROUP)
    letter: Mapping[str, str] = notice.values if notice else {}
    facts = uow.plans.facts(plan.id)
    points = facts.get("open")
    done = plan.state in {PlanState.DONE, PlanState.PARTIAL}
    settled = known.settlement
    return ResultNotice(
        office=desk.head,
        facts=desk.facts,
        addressee=addressee_of(letter),
        request_number=request.number,
        request_kind=f"{word(request.relation)} · {word(request.scope)}",
        received_on=request.received_on,
        outcome=Outcome.ALL if done else Outcome.PART,
        issued_on=desk.today(),
        gone=desk.gone_of(plan) if done else (),
        kept=desk.kept_of(plan),
        withdrawn=_withdrawn(desk, request),
        settlement=SettlementResult(settled.unpaid, settled.refund) if settled else None,
        handed_over=HandedOver("", settled.copy_received_by, settled.copy_given_on)
        if settled and settled.copy_given_on
        else None,
        open_points=tuple(phrases.open_point(str(each)) for each in points)
        if isinstance(points, list)
        else (),
        certificate_number=plan.number,
        guardians=any(each.person_id != request.person_id for each in plan.items),
        relief=desk.relief(),
    )


def _withdrawal_notice(desk: Desk, request: Request, known: RequestDetails) -> ResultNotice:
    """Return the answer where a withdrawal needed no plan; what is held for now is not done."""
    holdings = desk.step.uow.holdings
    notice = holdings.open_group(request.person_id, LETTER_GROUP)
    of_person = holdings.of_person(request.person_id)
    held = any(each.state is HoldingState.HELD for each in of_person)
    settled = known.settlement
    return ResultNotice(
        office=desk.head,
        facts=desk.facts,
        addressee=addressee_of(notice.values if notice else {}),
        request_number=request.number,
        request_kind=f"{word(request.relation)} · {word(request.scope)}",
        received_on=request.received_on,
        outcome=Outcome.PART if held or request.carried_out_on is None else Outcome.ALL,
        issued_on=desk.today(),
        withdrawn=_withdrawn(desk, request),
        settlement=SettlementResult(settled.unpaid, settled.refund) if settled else None,
        relief=desk.relief(),
    )


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
    lines = current_lines(desk.step.uow.consents.of_person(request.person_id))
    return tuple(
        desk.office.catalogue.purpose(code).label
        for code, line in lines.items()
        if line.result is ConsentResult.WITHDRAWN
    )


def _goes_and_stays(
    desk: Desk, person: Person
) -> tuple[tuple[KeptItem, ...], tuple[GoingItem, ...]]:
    try:
        judgement = judge_ending(
            desk.office,
            desk.step.uow,
            person,
            ended_on=desk.today(),
            last_service_on=person.last_service_on or desk.today(),
        )
    except EventDayMissingError:
        judgement = Judgement(())
    kept = {
        item.group.code: desk.kept(
            item.group.code,
            item.person.kind,
            item.outcome.rule.code if item.outcome.rule else "",
            item.outcome.counted_from,
            item.outcome.until,
        )
        for item in judgement.stays
    }
    going = {
        item.group.label: GoingItem(item.group.label, phrases.PURPOSE_DONE, item.outcome.destroy_by)
        for item in judgement.goes
    }
    if judgement.items and RECORD_GROUP not in kept:
        kept[RECORD_GROUP] = _own_record(desk, person.kind)
    return tuple(kept.values()), tuple(going.values())


def _own_record(desk: Desk, kind: PersonKind) -> KeptItem:
    """Return what the request itself will leave, whose days are not known before it is done."""
    group = desk.office.catalogue.group(RECORD_GROUP, kind)
    said = desk.kept(RECORD_GROUP, kind, group.rules[0] if group.rules else "", None, None)
    return replace(said, event=desk.counted(group))
