"""Cases of their own: a withdrawal with nothing behind it, a step corrected, no form at all."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.destruction import PlanState
from easycare_desktop.domain.people import EndingReason, PersonKind
from easycare_desktop.domain.requests import Proof, RequestScope, RequestState
from easycare_desktop.domain.second_notices import Telling
from easycare_desktop.services.destruction import Approval
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.cancel_page import CancelPage
from tests.helpers.agency import NAME, SECOND, SECOND_PASSWORD, Agency
from tests.helpers.cancel_pages import fill_form, press, tell_all
from tests.helpers.cases import PERSON, decided
from tests.helpers.present import present


@pytest.fixture
def page(
    qtbot: QtBot, kit: Kit, agency: Agency, messages: RecordingMessages
) -> Iterator[CancelPage]:
    made = CancelPage(kit, agency.services, messages)
    made.resize(1142, 690)
    made.refresh()
    present(qtbot, made)
    yield made
    made.close()


def tell_by_post(page: CancelPage) -> None:
    """Close the case; how the result was told has to be said, on a day that can be."""
    told = page.case.steps.result.told
    press(page)
    assert told.how.error == "어떻게 통지했는지 하나를 골라 주세요."
    told.how.control.choose(Telling.POST)
    told.on.control.setText("20200101")
    page.refresh()
    assert told.how.control.value() is Telling.POST
    press(page)
    assert told.on.error
    assert told.isVisible()
    told.on.control.setText("오늘")
    press(page)
    assert not told.isVisible()
    assert page.case.steps.result.pairs["notified"].value.text()


def test_a_withdrawal_with_nothing_behind_it_is_carried_out(
    page: CancelPage, agency: Agency, messages: RecordingMessages
):
    page.start_for(agency.person.id)
    form = page.case.steps.form
    form.fields.scope.control.choose(RequestScope.PART)
    form.fields.capacity.control.choose(Capacity.SELF)
    QTest.keyClicks(form.fields.wish.control, "20261123")
    form.purposes._ticks["third_party"].click()
    tell_all(page)
    press(page)
    page.case.steps.verify.proofs[Proof.ID_CARD].click()
    press(page)
    press(page)
    assert page.case.foot.next.accessibleName() == "동의 철회하기"
    press(page)
    assert page.case.request is not None
    assert page.case.request.state is RequestState.CARRIED_OUT
    assert not messages.of_kind("refuse")
    result = page.case.steps.result
    assert "지울 자료는 없었습니다" in result.state.accessibleName()
    assert result.notice.isEnabled()
    assert not result.certificate.isVisible()
    tell_by_post(page)
    assert page.case.request.state is RequestState.CLOSED
    given = {
        each.purpose.code: each.given
        for each in agency.services.consents.status_of(agency.person.id)
    }
    assert given["third_party"] is False


def test_an_earlier_step_is_corrected_with_a_reason(
    page: CancelPage, agency: Agency, messages: RecordingMessages
):
    page.start_for(agency.person.id)
    fill_form(page, wish="20261130")
    press(page)
    page.case.steps.verify.proofs[Proof.ID_CARD].click()
    press(page)
    page.case.foot.previous.click()
    page.case.foot.previous.click()
    assert page.case.foot.correct.isVisible()
    page.case.foot.correct.click()
    form = page.case.steps.form
    assert form.isVisible()
    assert form.fields.name.control.text() == "홍길동"
    assert form.fields.reason.control.value() == "facility"
    form.fields.wish.control.clear()
    QTest.keyClicks(form.fields.wish.control, "20261123")
    messages.answer("날을 잘못 적음")
    press(page)
    request = page.case.request
    assert request is not None
    assert (request.state, request.wish_on) == (RequestState.VERIFIED, date(2026, 11, 23))
    assert page.case.steps.settle.isVisible()
    (change,) = agency.services.corrections.history(agency.person.id)
    assert (change.field, change.before, change.after) == ("wish_on", "2026-11-30", "2026-11-23")
    assert change.reason == "날을 잘못 적음"


def test_leaving_a_correction_changes_nothing(page: CancelPage, agency: Agency):
    page.start_for(agency.person.id)
    fill_form(page)
    press(page)
    page.case.foot.previous.click()
    page.case.foot.correct.click()
    page.case.steps.form.fields.remark.control.setText("다른 말")
    page.case.foot.previous.click()
    assert page.case.steps.summary.isVisible()
    assert agency.services.corrections.history(agency.person.id) == []
    assert agency.services.drafts.get("cancel.form", agency.person.id) is None


def test_the_plan_of_a_case_is_opened_from_it(qtbot: QtBot, page: CancelPage, agency: Agency):
    services, to_plan = agency.services, page.case.steps.result.to_plan
    plan = decided(services, agency.person).plan
    page.show_subject(plan.request_id)
    assert not to_plan.isVisible()
    with qtbot.waitSignal(page.open_plan) as opened:
        press(page)
    assert opened.args == [plan.id]
    typed = Approval(NAME, services.office.today().isoformat(), SECOND, SECOND_PASSWORD)
    services.destruction.approve_in_place(plan.id, typed)
    assert services.destruction_run.run(plan.id).plan.state is PlanState.PARTIAL
    page.show_subject(plan.request_id)
    with qtbot.waitSignal(page.open_plan) as opened:
        to_plan.click()
    assert opened.args == [plan.id]


def test_an_ending_without_a_form_is_told_to_nobody(page: CancelPage, agency: Agency):
    services = agency.services
    request = services.requests.take_ending(
        agency.person.id,
        EndingReason.DEATH,
        last_service_on=date(2026, 11, 20),
        ended_on=date(2026, 11, 23),
    )
    services.decisions.decide(request.id)
    page.show_subject(request.id)
    assert not page.case.steps.result.notice.isVisible()
    assert not page.case.foot.correct.isVisible()


def test_the_first_day_is_that_of_a_contract_on_record_or_none(page: CancelPage, agency: Agency):
    services, started = agency.services, page.case.steps.form.fields.started
    identity = {"identity": {"name": "한이웃", "birth": "1950-01-01"}}
    nobody = services.people.register(PersonKind.RECIPIENT, identity)
    page.start_for(nobody.id)
    assert started.control.text() == ""
    assert started.note == "기초자료에 적힌 날이 없습니다."
    for group, day in (("care_contract", "2025-03-01"), ("care_contract_2", "2024-02-01")):
        contract = dict(PERSON["care_contract"]) | {"contract_on": day, "starts_on": day}
        services.people.save_group(nobody.id, group, contract)
    page.start_for(nobody.id)
    assert started.control.text() == "2024-02-01"
    assert started.note == "기초자료에서 가져왔습니다."
