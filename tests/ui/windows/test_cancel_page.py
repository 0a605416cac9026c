from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.consents import Capacity, ConsentResult
from easycare_desktop.domain.people import EndingReason, PersonState
from easycare_desktop.domain.requests import Proof, RequestScope, RequestState
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.cancel_page import CancelPage
from tests.helpers.agency import NAME, PHONE, Agency
from tests.helpers.cancel_pages import fill_form, press, take
from tests.helpers.hangul import type_hangul
from tests.helpers.present import present, settle
from tests.helpers.sizes import PAGE_PERCENTS


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


def test_a_case_goes_from_form_to_decision(page: CancelPage, agency: Agency):
    take(page, agency)
    request = page.case.request
    assert request is not None
    assert request.state is RequestState.TAKEN
    assert request.wish_on == date(2026, 11, 23)
    assert request.ending is EndingReason.FACILITY
    details = agency.services.requests.details(request.id)
    assert (details.applicant.name, details.applicant.phone) == (NAME, PHONE)
    assert details.extra["reason"] == "facility_or_death"
    page.case.steps.verify.proofs[Proof.ID_CARD].click()
    press(page)
    QTest.keyClicks(page.case.steps.settle.fields["refund"].control, "12,000")
    press(page)
    settled = agency.services.requests.details(request.id).settlement
    assert settled is not None
    assert settled.refund == 12_000
    sides = page.case.steps.judge
    assert sides.isVisible()
    press(page)
    assert page.case.request is not None
    assert page.case.request.state is RequestState.DECIDED
    assert page.case.foot.next.accessibleName() == "파기 화면으로 가기"
    result = page.case.steps.result
    assert not result.notice.isEnabled()
    assert not result.certificate.isEnabled()
    assert "파기를 마치면" in result.why.text()
    assert result.why.isVisible()


def test_the_judgement_shows_article_and_date(page: CancelPage, agency: Agency):
    take(page, agency)
    page.case.steps.verify.proofs[Proof.CALL_BACK].click()
    press(page)
    press(page)
    words = [label.text() for label in page.case.steps.judge.findChildren(QLabel)]
    assert "2031-11-20까지" in words
    assert any("노인장기요양보험법 제35조제4항" in each for each in words)
    assert any("급여가 끝난 날 2026-11-20부터 5년" in each for each in words)
    assert "지워지지 않습니다" in page.case.foot.bar.note.text()


def test_typed_days_are_understood(page: CancelPage, agency: Agency):
    page.start_for(agency.person.id)
    wish = page.case.steps.form.fields.wish
    wish.control.setFocus()
    QTest.keyClicks(wish.control, "+7")
    QTest.keyClick(wish.control, Qt.Key.Key_Return)
    assert wish.note == "11월 30일 월요일로 적습니다."


def test_what_is_missing_stands_under_its_field(page: CancelPage, agency: Agency):
    page.start_for(agency.person.id)
    form = page.case.steps.form
    QTest.keyClicks(form.fields.phone.control, "010-0000-567")
    press(page)
    assert page.case.request is None
    wrong = {name for name, field in form.fields.by_name().items() if field.error}
    assert wrong == {"name", "phone", "capacity", "wish", "last", "reason"}
    assert not agency.services.requests.all()


def test_the_hint_says_that_a_child_is_no_legal_guardian(page: CancelPage, agency: Agency):
    page.start_for(agency.person.id)
    capacity = page.case.steps.form.fields.capacity
    assert "자녀라고 해서 법정대리인은 아닙니다" in capacity.note
    capacity.control.choose(Capacity.AGENT)
    assert "위임장을 확인해" in capacity.note
    capacity.control.choose(Capacity.SELF)
    assert not capacity.note


def test_an_agent_needs_a_power_of_attorney(
    page: CancelPage, agency: Agency, messages: RecordingMessages
):
    page.start_for(agency.person.id)
    form = page.case.steps.form
    type_hangul(form.fields.name.control, "홍길순")
    QTest.keyClicks(form.fields.phone.control, "01000005678")
    fill_form(page)
    form.fields.capacity.control.choose(Capacity.AGENT)
    press(page)
    page.case.steps.verify.proofs[Proof.ID_CARD].click()
    press(page)
    assert messages.of_kind("refuse")
    assert page.case.request is not None
    assert page.case.request.state is RequestState.TAKEN


def test_half_typed_work_comes_back(qtbot: QtBot, page: CancelPage, agency: Agency):
    page.start_for(agency.person.id)
    type_hangul(page.case.steps.form.fields.name.control, "홍길순", leave_last=True)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.requests.isVisible()
    page.start_for(agency.person.id)
    assert page.case.steps.form.fields.name.control.text() == "홍길순"


def test_opening_a_form_keeps_nothing(page: CancelPage, agency: Agency):
    page.start_for(agency.person.id)
    page.show_list()
    assert agency.services.drafts.get("cancel.form", agency.person.id) is None


def test_a_taken_form_leaves_no_draft(page: CancelPage, agency: Agency):
    take(page, agency)
    assert agency.services.drafts.get("cancel.form", agency.person.id) is None


def test_part_of_the_consents_can_be_withdrawn(page: CancelPage, agency: Agency):
    page.start_for(agency.person.id)
    fill_form(page)
    form = page.case.steps.form
    form.fields.scope.control.choose(RequestScope.PART)
    form.purposes.put("newsletter_photo")
    press(page)
    page.case.steps.verify.proofs[Proof.ID_CARD].click()
    press(page)
    press(page)
    press(page)
    assert page.case.request is not None
    plan = agency.services.destruction.view(page.case.request.destruction_id or 0).plan
    assert [item.group for item in plan.items] == ["photo"]
    status = {
        each.purpose.code: each for each in agency.services.consents.status_of(agency.person.id)
    }
    line = status["newsletter_photo"].line
    assert line is not None
    assert line.result is ConsentResult.WITHDRAWN
    assert status["service_contract"].given


def test_a_request_can_be_taken_back_with_its_plan(
    page: CancelPage, agency: Agency, messages: RecordingMessages
):
    take(page, agency)
    page.case.steps.verify.proofs[Proof.ID_CARD].click()
    for _ in range(3):
        press(page)
    messages.answer(True)
    QTest.mouseClick(page.case.foot.give_up, Qt.MouseButton.LeftButton)
    assert page.case.request is not None
    assert page.case.request.state is RequestState.TAKEN_BACK
    plans = agency.services.destruction.all()
    assert [line.state.value for line in plans] == ["cancelled"]
    assert agency.services.people.open(agency.person.id).person.state is PersonState.ACTIVE


def test_the_list_shows_open_requests_with_their_day(page: CancelPage, agency: Agency):
    take(page, agency)
    page.show_list()
    model = page.requests.table.model()
    row = [model.index(0, column).data() for column in range(model.columnCount())]
    assert row == [
        "8영업일 남음",
        f"{NAME} 님",
        "급여계약 해지·동의철회 · 전부",
        "12. 3. (목)",
        "접수",
    ]


def test_papers_are_asked_for_by_signal(qtbot: QtBot, page: CancelPage, agency: Agency):
    page.start_for(agency.person.id)
    with qtbot.waitSignal(page.paper_wanted) as form:
        QTest.keyClick(page, Qt.Key.Key_F7)
    assert form.args == ["cancellation_form", agency.person.id]
    fill_form(page)
    press(page)
    with qtbot.waitSignal(page.paper_wanted) as receipt:
        QTest.keyClick(page, Qt.Key.Key_F7)
    assert page.case.request is not None
    assert receipt.args == ["receipt", page.case.request.id]


def test_a_person_is_found_by_first_letters(page: CancelPage, agency: Agency):
    QTest.keyClick(page, Qt.Key.Key_F2)
    type_hangul(page.start.search, "ㅎㄱㄷ")
    QTest.keyClick(page.start.search, Qt.Key.Key_Return)
    QTest.keyClick(page.start.table, Qt.Key.Key_Return)
    assert page.case.isVisible()
    assert page.case.person_id == agency.person.id


@pytest.mark.look
@pytest.mark.parametrize("percent", PAGE_PERCENTS)
def test_nothing_is_cut(page: CancelPage, agency: Agency, kit: Kit, percent: int):
    kit.appearance.wear(Look(percent=percent))
    settle(page)
    page.start_for(agency.person.id)
    settle(page)
