"""What a case waits for: a copy that was asked for, a day that lies ahead."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.people import EndingReason, PersonState
from easycare_desktop.domain.requests import Proof, RequestState
from easycare_desktop.services.several_endings import EndingDays
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.cancel_page import CancelPage
from tests.helpers.agency import Agency
from tests.helpers.cancel_pages import fill_form, press
from tests.helpers.present import present, settle


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


def test_a_copy_that_was_asked_for_is_given_or_refused_first(page: CancelPage, agency: Agency):
    page.start_for(agency.person.id)
    fill_form(page)
    page.case.steps.form.told.copy.click()
    press(page)
    page.case.steps.verify.proofs[Proof.ID_CARD].click()
    press(page)
    step = page.case.steps.settle
    press(page)
    request = page.case.request
    assert request is not None
    assert request.state is RequestState.VERIFIED
    assert step.fields["copy_given_on"].error
    QTest.keyClicks(step.fields["no_copy_reason"].control, "back no")
    press(page)
    settled = agency.services.requests.details(request.id).settlement
    assert settled is not None
    assert settled.no_copy_reason == "back no"


@pytest.mark.look
def test_a_wish_day_ahead_is_waited_for(page: CancelPage, agency: Agency):
    page.start_for(agency.person.id)
    fill_form(page, "+38")
    press(page)
    page.case.steps.verify.proofs[Proof.ID_CARD].click()
    press(page)
    press(page)
    assert not page.case.foot.next.isEnabled()
    assert page.case.foot.bar.note.text().startswith("12월 31일부터 요청할 수 있습니다.")
    settle(page)
    press(page)
    assert page.case.request is not None
    assert page.case.request.state is RequestState.SETTLED
    assert agency.services.people.open(agency.person.id).person.state is PersonState.ACTIVE
    page.show_list()
    model = page.requests.table.model()
    assert model.index(0, model.columnCount() - 1).data() == "12-31부터 정함"


def test_a_case_of_somebody_who_died_meanwhile_waits_for_no_day(page: CancelPage, agency: Agency):
    page.start_for(agency.person.id)
    fill_form(page, "+38")
    press(page)
    page.case.steps.verify.proofs[Proof.ID_CARD].click()
    press(page)
    press(page)
    assert page.case.request is not None
    days = EndingDays(EndingReason.DEATH, date(2026, 11, 23), date(2026, 11, 20))
    agency.services.several_endings.end_one(agency.person.id, EndingReason.DEATH, days)
    page.show_list()
    lines = agency.services.requests.all()
    page.case.open(next(each for each in lines if each.request.id == page.case.request.id))
    foot = page.case.foot
    assert (foot.next.isEnabled(), foot.next.text()) == (True, "종료로 처리하기")
    press(page)
    assert page.case.request.state is RequestState.DECIDED
