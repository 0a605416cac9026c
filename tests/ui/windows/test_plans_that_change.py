"""The page 파기 where a plan changes under it: all of it is held, or a guardian is needed again."""

from datetime import date

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.measures import MeasureCause, MeasureKind, Order
from easycare_desktop.domain.people import EndingReason, PersonKind
from easycare_desktop.domain.requests import RequestState
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.several_endings import EndingDays
from easycare_desktop.services.tasks import TaskKind
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.cancel_page import CancelPage
from easycare_desktop.ui.windows.destruction_page import DestructionPage
from tests.helpers.agency import Agency
from tests.helpers.approving import decided, fill, open_dialog, plan_of, shown
from tests.helpers.cases import GUARDIAN, next_day, register
from tests.helpers.present import present, settle


def page_of(
    qtbot: QtBot, kit: Kit, agency: Agency, background: ManualBackground
) -> tuple[DestructionPage, RecordingMessages]:
    messages = RecordingMessages()
    page = shown(qtbot, kit, agency, messages, background)
    background.drain()
    return page, messages


def said(page: DestructionPage) -> str:
    return " ".join(each.text() for each in page.panel.state.findChildren(QLabel))


@pytest.mark.look
def test_a_plan_of_which_all_is_held_waits(qtbot: QtBot, kit: Kit, agency: Agency):
    plan = decided(agency)
    order = Order(MeasureKind.HOLD, MeasureCause.LAWSUIT, "소송", date(2027, 1, 31))
    agency.services.measures.order([item.holding_id for item in plan.items[1:]], order)
    page, _ = page_of(qtbot, kit, agency, ManualBackground())
    held = len(plan.items) - 1
    assert page.foot.approve.isVisible()
    assert f"분쟁보존 {held}건은 빠졌습니다" in said(page)
    agency.services.measures.order([plan.items[0].holding_id], order)
    page.refresh()
    settle(page)
    assert "분쟁보존이 끝나기를 기다립니다." in said(page)
    assert page.panel.under.text().endswith("기한은 분쟁보존이 끝난 날부터 셉니다.")
    assert not page.foot.approve.isVisible()
    assert not page.foot.request.isVisible()
    assert page.foot.cancel.isVisible()
    page.close()


def test_a_plan_that_lost_a_guardian_is_shown_anew(qtbot: QtBot, kit: Kit, agency: Agency):
    services, background = agency.services, ManualBackground()
    guardian = services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=agency.person.id)
    before = decided(agency)
    other = register(services, "마루한")
    with services.office.door.enter(Action.PERSON_CORRECTED, person_id=other.id) as step:
        step.uow.people.link(other.id, guardian.id, 1)
    page, messages = page_of(qtbot, kit, agency, background)
    dialog = open_dialog(page)
    fill(dialog)
    dialog.last_press.click()
    background.drain()
    assert not dialog.isVisible()
    (refused,) = messages.of_kind("refuse")
    assert "파기할 내용이 달라졌습니다" in str(refused)
    assert len(plan_of(agency).items) < len(before.items)
    assert guardian.id not in plan_of(agency).persons
    page.close()


def test_an_announced_ending_is_decided_on_its_day(
    qtbot: QtBot, kit: Kit, agency: Agency, messages: RecordingMessages
):
    services, day = agency.services, date(2026, 12, 1)
    days = EndingDays(EndingReason.FACILITY, day, day)
    request = services.several_endings.announce(agency.person.id, EndingReason.FACILITY, days)
    page = CancelPage(kit, services, messages)
    present(qtbot, page)
    page.show_subject(request.id)
    assert not page.case.foot.next.isEnabled()
    next_day(services, 8)
    (task,) = [each for each in services.today.show().due_today if each.subject == request.id]
    assert task.kind is TaskKind.DECIDE_REQUEST
    page.refresh()
    assert page.case.foot.next.isEnabled()
    page.case.foot.next.click()
    assert page.case.request is not None
    assert page.case.request.state is RequestState.DECIDED
    page.close()


def test_a_day_before_the_first_is_told_under_its_field(
    qtbot: QtBot, kit: Kit, agency: Agency, messages: RecordingMessages
):
    page = CancelPage(kit, agency.services, messages)
    present(qtbot, page)
    page.start_for(agency.person.id)
    fields = page.case.steps.form.fields
    fields.capacity.control.choose(Capacity.SELF)
    fields.wish.set_day(date(2019, 11, 20))
    fields.last.set_day(date(2026, 11, 20))
    fields.reason.control.choose("facility")
    for item in ("service_ends", "law_keeps", "no_return"):
        page.findChild(QCheckBox, f"cancel.told.{item}").click()
    page.case.foot.next.click()
    assert "적어 둔 날보다 이릅니다." in fields.wish.error
    assert not agency.services.requests.all()
    page.close()
