"""여러 건 함께 승인: picked by hand, typed once, a note for all where somebody is alone."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.destruction import (
    PlanChangedError,
    PlanState,
)
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services import joint_approval
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages, Trouble
from easycare_desktop.ui.parts.destruction.alone_dialog import AloneDialog
from easycare_desktop.ui.parts.joint.approve_dialog import ApproveDialog
from easycare_desktop.ui.parts.joint.picker_dialog import PickerDialog
from easycare_desktop.ui.widgets import Kit
from tests.helpers.agency import SECOND, Agency, make_agency
from tests.helpers.approving import shown
from tests.helpers.cases import PERSON
from tests.helpers.hangul import type_hangul
from tests.helpers.import_pages import shoot
from tests.helpers.joint import NAMES, ended_together
from tests.helpers.joint_pages import JointScene
from tests.helpers.offices import LOGIN, NOW, PASSWORD
from tests.helpers.present import settle
from tests.helpers.sizes import PERCENTS


def test_none_is_picked_at_first_and_one_can_be_left(scene: JointScene):
    picker = scene.pick()
    assert not picker.go_on.isEnabled()
    assert picker.cancel.hasFocus()
    scene.press(picker.pick_all)
    picker.plans.table.choose(scene.ids[1])
    scene.press(picker.plans.pick)
    assert picker.count.text() == "2건 골랐습니다"
    scene.press(picker.go_on)
    dialog = scene.page.joint.shown
    assert isinstance(dialog, ApproveDialog)
    assert [each.id for each in dialog.list.model.rows] == [scene.ids[0], scene.ids[2]]
    scene.press(dialog.cancel)
    assert scene.states == [PlanState.AWAITING] * 3


def test_the_last_press_waits_for_number_day_and_second_person(scene: JointScene):
    dialog = scene.approval()
    assert dialog.cancel.hasFocus()
    assert not dialog.last_press.isEnabled()
    scene.fill(dialog)
    assert dialog.last_press.isEnabled()
    dialog.fields.name.control.clear()
    QTest.keyClicks(dialog.fields.name.control, "2")
    assert not dialog.last_press.isEnabled()
    dialog.fields.name.control.editingFinished.emit()
    assert dialog.fields.name.error == "고른 건수와 다릅니다."
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()


@pytest.mark.parametrize(
    ("login", "password", "field"),
    [(SECOND, "falsch", "password"), (LOGIN, PASSWORD, "login")],
)
def test_who_may_not_approve_is_told_under_the_field(
    scene: JointScene, background: ManualBackground, login: str, password: str, field: str
):
    dialog = scene.approval()
    scene.fill(dialog, login, password)
    scene.press(dialog.last_press)
    background.drain()
    assert dialog.isVisible()
    assert getattr(dialog.fields, field).error
    assert scene.states == [PlanState.AWAITING] * 3


def test_plans_that_are_others_now_are_told_of_and_read_anew(
    scene: JointScene,
    background: ManualBackground,
    messages: RecordingMessages,
    monkeypatch: pytest.MonkeyPatch,
):
    def changed(_office: object, _plan_id: int) -> None:
        raise PlanChangedError("x")

    monkeypatch.setattr(joint_approval, "settle_plan", changed)
    dialog = scene.approval()
    scene.fill(dialog)
    scene.press(dialog.last_press)
    background.drain()
    assert scene.page.joint.shown is None
    trouble = messages.of_kind("refuse")[-1].content[0]
    assert isinstance(trouble, Trouble)
    assert trouble.happened == "승인한 뒤 파기할 내용이 달라졌습니다."
    assert scene.states == [PlanState.AWAITING] * 3


def test_a_plan_that_waits_alone_offers_nothing_together(
    qtbot: QtBot,
    kit: Kit,
    agency: Agency,
    messages: RecordingMessages,
    background: ManualBackground,
):
    ids = ended_together(agency.services, NAMES[:1])
    page = shown(qtbot, kit, agency, messages, background)
    assert not page.body.together.isVisible()
    ids += ended_together(agency.services, NAMES[1:2])
    page.refresh()
    QTest.keyClick(page, Qt.Key.Key_F8)
    picker = page.joint.shown
    assert isinstance(picker, PickerDialog)
    assert {each.id for each in picker.plans.model.rows} == set(ids)


def test_what_was_a_mistake_is_not_offered_and_it_is_said(
    qtbot: QtBot,
    kit: Kit,
    agency: Agency,
    messages: RecordingMessages,
    background: ManualBackground,
):
    services = agency.services
    contract = {"identity": PERSON["identity"], "care_contract": PERSON["care_contract"]}
    person = services.people.register(PersonKind.RECIPIENT, contract)
    services.people.save_group(person.id, "entitlement", PERSON["entitlement"])
    for group in ("care_contract", "entitlement"):
        holding = services.people.open(person.id).contents[group].holding
        services.selection.plan_mistake(holding.id, (), "다른 분의 것을 적음")
    page = shown(qtbot, kit, agency, messages, background)
    said = "「잘못 적음」 2건은 뺐습니다. 한 건씩 확인하고 승인합니다."
    QTest.keyClick(page, Qt.Key.Key_F8)
    assert said in messages.said[-1].content
    ids = ended_together(services, NAMES[:1])
    page.refresh()
    QTest.keyClick(page, Qt.Key.Key_F8)
    picker = page.joint.shown
    assert isinstance(picker, PickerDialog)
    assert [each.id for each in picker.plans.model.rows] == ids
    words = [each.text() for each in picker.findChildren(QLabel) if each.isVisible()]
    assert said in words


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Agency]:
    made = make_agency(tmp_path / "alone", alone=True)
    yield made
    made.services.office.close()


def test_an_office_of_one_writes_one_note_and_goes_on_the_next_day(
    qtbot: QtBot,
    kit: Kit,
    alone: Agency,
    messages: RecordingMessages,
    background: ManualBackground,
):
    ids = ended_together(alone.services)
    page = shown(qtbot, kit, alone, messages, background)
    scene = JointScene(page, alone, ids, background)
    picker = scene.pick()
    scene.press(picker.pick_all)
    scene.press(picker.go_on)
    dialog = page.joint.shown
    assert isinstance(dialog, AloneDialog)
    scene.press(dialog.wait)
    assert dialog.note.error
    shoot(dialog, "joint_note")
    type_hangul(dialog.note.control, "급여가 끝난 분들입니다")
    scene.press(dialog.wait)
    assert scene.states == [PlanState.WAITING_DAY] * 3
    assert messages.said[-1].content[0] == "3건의 사유를 적었습니다. 내일부터 파기할 수 있습니다."
    scene.press(page.body.together)
    assert messages.said[-1].content[0] == "지금 함께 승인할 계획이 없습니다"
    alone.home.clock.set(NOW + timedelta(days=1))
    approval = scene.approval()
    said = " ".join(each.text() for each in approval.fields.findChildren(QLabel))
    assert "승인하는 분의 아이디" in said
    assert "승인할 수 없습니다" not in said
    scene.fill(approval, LOGIN, PASSWORD)
    approval.fields.day.control.clear()
    QTest.keyClicks(approval.fields.day.control, "20261124")
    scene.press(approval.last_press)
    background.drain()
    assert scene.states == [PlanState.PARTIAL] * 3


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut(scene: JointScene, kit: Kit, background: ManualBackground, percent: int):
    kit.appearance.wear(Look(percent=percent))
    picker = scene.pick()
    scene.press(picker.pick_all)
    settle(picker)
    shoot(picker, f"joint_pick_{percent}")
    assert not clip_check(picker)
    scene.press(picker.go_on)
    dialog = scene.page.joint.shown
    assert isinstance(dialog, ApproveDialog)
    scene.fill(dialog)
    settle(dialog)
    shoot(dialog, f"joint_approve_{percent}")
    assert not clip_check(dialog)
    shoot(dialog.outside, f"joint_outside_{percent}")
    shoot(dialog.fields, f"joint_fields_{percent}")
    scene.press(dialog.cancel)
    scene.page.top.band.begin(20)
    scene.page.top.band.show_step(6 * 7 + 2, 20 * 7)
    settle(scene.page)
    shoot(scene.page, f"joint_band_{percent}")
    assert not clip_check(scene.page)
