from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.destruction import OutsidePlace, OutsideState, PlanState
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.destruction.alone_dialog import AloneDialog
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.destruction_page import DestructionPage
from tests.helpers.agency import NAME, SECOND, Agency, make_agency
from tests.helpers.approving import decided, fill, open_dialog, plan_of, shown
from tests.helpers.hangul import type_hangul
from tests.helpers.offices import LOGIN, NOW, PASSWORD
from tests.helpers.present import settle
from tests.helpers.sizes import PAGE_PERCENTS


@pytest.fixture
def page(
    qtbot: QtBot,
    kit: Kit,
    agency: Agency,
    messages: RecordingMessages,
    background: ManualBackground,
) -> DestructionPage:
    decided(agency)
    return shown(qtbot, kit, agency, messages, background)


def test_the_last_press_waits_for_all_four_fields(page: DestructionPage):
    dialog = open_dialog(page)
    fields = dialog.fields
    assert dialog.cancel.hasFocus()
    steps = (
        lambda: type_hangul(fields.name.control, NAME),
        lambda: QTest.keyClicks(fields.day.control, "26.11.23"),
        lambda: QTest.keyClicks(fields.login.control, SECOND),
        lambda: QTest.keyClicks(fields.password.control.focusProxy(), "x"),
    )
    for step in steps:
        assert not dialog.last_press.isEnabled()
        step()
    assert dialog.last_press.isEnabled()
    QTest.keyClicks(fields.day.control, "9")
    assert not dialog.last_press.isEnabled()


def test_another_name_does_not_fit(page: DestructionPage):
    dialog = open_dialog(page)
    fill(dialog)
    dialog.fields.name.control.clear()
    type_hangul(dialog.fields.name.control, "홍길순")
    assert not dialog.last_press.isEnabled()


def test_enter_never_destroys_and_never_closes(page: DestructionPage, agency: Agency):
    dialog = open_dialog(page)
    fields = dialog.fields
    fields.name.control.setFocus()
    fill(dialog)
    for control in (fields.name.control, fields.day.control, fields.login.control):
        QTest.keyClick(control, Qt.Key.Key_Return)
    QTest.keyClick(fields.password.control.focusProxy(), Qt.Key.Key_Return)
    assert dialog.last_press.hasFocus()
    QTest.keyClick(dialog.last_press, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert fields.name.control.text() == NAME
    assert plan_of(agency).state is PlanState.AWAITING


def test_what_makes_the_certificate_is_loaded_while_somebody_types(
    page: DestructionPage,
    agency: Agency,
    background: ManualBackground,
    monkeypatch: pytest.MonkeyPatch,
):
    loaded: list[bool] = []
    monkeypatch.setattr(agency.services.papers, "get_ready", lambda: loaded.append(True))
    open_dialog(page)
    background.drain()
    assert loaded == [True]


def test_enter_in_a_field_goes_to_the_next(page: DestructionPage):
    dialog = open_dialog(page)
    dialog.fields.name.control.setFocus()
    QTest.keyClick(dialog.fields.name.control, Qt.Key.Key_Return)
    assert dialog.fields.day.control.hasFocus()


def test_a_wrong_password_approves_nothing(
    page: DestructionPage, agency: Agency, background: ManualBackground
):
    dialog = open_dialog(page)
    fill(dialog, password="not-the-password")
    QTest.mouseClick(dialog.last_press, Qt.MouseButton.LeftButton)
    background.drain()
    assert dialog.isVisible()
    assert dialog.fields.password.error
    assert plan_of(agency).state is PlanState.AWAITING


def test_who_asked_cannot_approve(
    page: DestructionPage, agency: Agency, background: ManualBackground
):
    dialog = open_dialog(page)
    fill(dialog, LOGIN, PASSWORD)
    QTest.mouseClick(dialog.last_press, Qt.MouseButton.LeftButton)
    background.drain()
    assert dialog.fields.login.error
    assert plan_of(agency).state is PlanState.AWAITING


def test_the_run_is_partly_done_until_all_is_ticked(
    page: DestructionPage,
    agency: Agency,
    background: ManualBackground,
    messages: RecordingMessages,
):
    dialog = open_dialog(page)
    fill(dialog)
    QTest.mouseClick(dialog.last_press, Qt.MouseButton.LeftButton)
    while not page.work.busy:
        background.run_next()
    assert not page.foot.last_press.isEnabled()
    background.drain()
    assert plan_of(agency).state is PlanState.PARTIAL
    assert page.panel.state.property("tone") == "warn"
    assert "7곳" in page.panel.open_list.text()
    for place in OutsidePlace:
        page.panel.outside.choose(place, OutsideState.NONE)
    QTest.mouseClick(page.foot.again, Qt.MouseButton.LeftButton)
    background.drain()
    assert plan_of(agency).state is PlanState.DONE
    assert page.panel.state.property("tone") == "ok"
    assert messages.said[-1].content[0] == "파기를 마쳤습니다."


def test_a_key_place_that_is_away_keeps_it_partly_done(
    page: DestructionPage, agency: Agency, background: ManualBackground
):
    stick = agency.services.key_places.states()[0].folder
    stick.rename(stick.with_name("away"))
    for place in OutsidePlace:
        page.panel.outside.choose(place, OutsideState.CLEARED)
    dialog = open_dialog(page)
    fill(dialog)
    QTest.mouseClick(dialog.last_press, Qt.MouseButton.LeftButton)
    background.drain()
    assert plan_of(agency).state is PlanState.PARTIAL
    assert "열쇠 보관처" in page.panel.open_list.text()
    stick.with_name("away").rename(stick)
    QTest.mouseClick(page.foot.again, Qt.MouseButton.LeftButton)
    background.drain()
    assert plan_of(agency).state is PlanState.DONE


def test_putting_off_leaves_the_plan(page: DestructionPage, agency: Agency):
    dialog = open_dialog(page)
    fill(dialog)
    QTest.mouseClick(dialog.later, Qt.MouseButton.LeftButton)
    assert page.dialogs.shown is None
    assert plan_of(agency).state is PlanState.AWAITING


def test_a_plan_can_be_cancelled(
    page: DestructionPage, agency: Agency, messages: RecordingMessages
):
    messages.answer(True)
    QTest.mouseClick(page.foot.cancel, Qt.MouseButton.LeftButton)
    assert plan_of(agency).state is PlanState.CANCELLED
    assert agency.services.people.open(agency.person.id).name == NAME


def test_nothing_is_planned_where_nothing_is_over(
    page: DestructionPage, agency: Agency, messages: RecordingMessages
):
    QTest.keyClick(page, Qt.Key.Key_F2)
    assert messages.said[-1].content[0] == "보유기간이 끝난 것이 없습니다."
    assert len(agency.services.destruction.all()) == 1


def test_an_office_of_one_writes_why_and_waits(
    qtbot: QtBot,
    kit: Kit,
    tmp_path: Path,
    messages: RecordingMessages,
    background: ManualBackground,
):
    agency = make_agency(tmp_path / "alone", alone=True)
    decided(agency)
    page = shown(qtbot, kit, agency, messages, background)
    QTest.mouseClick(page.foot.approve, Qt.MouseButton.LeftButton)
    dialog = page.dialogs.shown
    assert isinstance(dialog, AloneDialog)
    QTest.mouseClick(dialog.wait, Qt.MouseButton.LeftButton)
    assert dialog.note.error
    type_hangul(dialog.note.control, "급여가 끝났습니다")
    QTest.mouseClick(dialog.wait, Qt.MouseButton.LeftButton)
    assert plan_of(agency).state is PlanState.WAITING_DAY
    assert not page.foot.approve.isEnabled()
    agency.home.clock.set(NOW + timedelta(days=1))
    page.refresh()
    approval = open_dialog(page)
    assert not any("승인할 수 없습니다" in each.text() for each in approval.findChildren(QLabel))
    fill(approval, LOGIN, PASSWORD)
    approval.fields.day.control.clear()
    QTest.keyClicks(approval.fields.day.control, "20261124")
    QTest.mouseClick(approval.last_press, Qt.MouseButton.LeftButton)
    background.drain()
    assert plan_of(agency).state is PlanState.PARTIAL
    page.close()
    agency.services.office.close()


@pytest.mark.look
@pytest.mark.parametrize("percent", PAGE_PERCENTS)
def test_nothing_is_cut(page: DestructionPage, kit: Kit, percent: int):
    kit.appearance.wear(Look(percent=percent))
    dialog = open_dialog(page)
    settle(page)
    assert not clip_check(dialog)


def test_who_ticks_reads_how_many_papers_left(page: DestructionPage, agency: Agency):
    left = page.panel.outside.left
    assert left.isHidden()
    papers = agency.services.papers
    card = papers.make(PaperKind.BASIC_CARD, agency.person.id, "점검")
    papers.printed(card, 1)
    page.refresh()
    assert not left.isHidden()
    assert "1건" in left.text()
