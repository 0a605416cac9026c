"""Days of a request follow each other, amounts are true, and a channel is said as it was."""

from datetime import date, timedelta

import pytest

from easycare_desktop.domain.consents import Capacity, ConsentMethod, ConsentResult
from easycare_desktop.domain.request_order import AmountNegativeError, VendorProofMissingError
from easycare_desktop.domain.requests import (
    Applicant,
    Channel,
    Proof,
    Relation,
    Request,
    RequestState,
    Settlement,
    Verification,
)
from easycare_desktop.domain.validation_refusals import DateOrderError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.evidence import Evidence
from easycare_desktop.services.vendor_requests import VendorAnswer
from tests.helpers.cases import SCAN, decided, intake_of, known_person, next_day, register

SIGNED_ON = date(2026, 11, 23)


def to_vendor(services: Services) -> Request:
    person = services.vendor.subject()
    assert person is not None
    head = Applicant("나대표", "02-0000-1111", Capacity.HEAD)
    intake = intake_of(services, person, relation=Relation.A, applicant=head, last_service_on=None)
    request = services.requests.take(intake)
    next_day(services, 3)
    return request


def test_a_form_is_not_sent_before_it_was_signed(services: Services):
    request = to_vendor(services)
    with pytest.raises(DateOrderError):
        services.vendor.send(request.id, SIGNED_ON - timedelta(days=1))
    assert services.requests.details(request.id).request.state is RequestState.TAKEN
    assert services.vendor.send(request.id, SIGNED_ON).state is RequestState.SENT


@pytest.mark.parametrize("number", ["V-2026-17", ""])
def test_the_maker_answers_after_it_was_asked_and_with_proof(services: Services, number: str):
    request = to_vendor(services)
    sent_on = services.office.today()
    services.vendor.send(request.id, sent_on)
    with pytest.raises(DateOrderError):
        services.vendor.answer(request.id, VendorAnswer(SIGNED_ON, "V-2026-17"))
    with pytest.raises(VendorProofMissingError):
        services.vendor.answer(request.id, VendorAnswer(sent_on, " ", "다 지웠다고 함"))
    assert services.requests.details(request.id).request.state is RequestState.SENT
    paper = None if number else Evidence(SCAN, "application/pdf")
    closed = services.vendor.answer(request.id, VendorAnswer(sent_on, number, paper=paper))
    assert closed.state is RequestState.CLOSED


def test_nobody_is_checked_before_the_form_came(services: Services):
    person = register(services)
    request = services.requests.take(intake_of(services, person))
    early = Verification((Proof.ID_CARD,), SIGNED_ON - timedelta(days=1))
    with pytest.raises(DateOrderError):
        services.requests.verify(request.id, early)
    assert services.requests.details(request.id).request.state is RequestState.TAKEN


@pytest.mark.parametrize("money", [Settlement(unpaid=-5), Settlement(refund=-7)])
def test_no_amount_is_below_nothing(services: Services, money: Settlement):
    person = register(services)
    request = services.requests.take(intake_of(services, person))
    services.requests.verify(request.id, Verification((Proof.ID_CARD,), SIGNED_ON))
    with pytest.raises(AmountNegativeError):
        services.requests.settle(request.id, money)


def test_what_came_by_the_homepage_is_no_paper(services: Services):
    person = known_person(services)
    decided(services, person, channel=Channel.HOMEPAGE)
    lines = services.consents.lines_of(person.id)
    withdrawn = {each.method for each in lines if each.result is ConsentResult.WITHDRAWN}
    assert withdrawn == {ConsentMethod.HOMEPAGE}
