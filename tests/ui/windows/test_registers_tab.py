"""서류함·매체 in the windows: entered, destroyed, asked for by a plan."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.registers import (
    DisposalMethod,
    RegisterKind,
    RegisterState,
    Twin,
)
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.registers.disposal_dialog import DisposalDialog
from easycare_desktop.ui.parts.registers.item_dialog import ItemDialog
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.destruction_page import DestructionPage
from easycare_desktop.ui.windows.holdings_page import HoldingsPage
from tests.helpers.cases import approved, known_person
from tests.helpers.made_up_scans import made_up_photo
from tests.helpers.present import present
from tests.helpers.sizes import PERCENTS

BOX = {"label": "2026년 수급자 서류", "cabinet": "가", "key_holder": "봉열쇠"}
MEDIUM = {"medium": "hdd", "serial": "WD-1", "held_data": "yes"}
TAB = 3


@pytest.fixture
def page(
    qtbot: QtBot,
    kit: Kit,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
) -> HoldingsPage:
    made = HoldingsPage(kit, services, messages, background)
    present(qtbot, made)
    made.refresh()
    made.tabs.setCurrentIndex(TAB)
    return made


def dialog_of(page: HoldingsPage, kind: type):
    return page.findChildren(kind)[-1]


def test_a_box_is_entered_and_shown(page: HoldingsPage, services: Services):
    page.registers.add.click()
    dialog = dialog_of(page, ItemDialog)
    dialog.save.click()
    assert services.registers.items() == []
    assert dialog.form.edits["label"].field.error
    dialog.form.put(BOX)
    dialog.save.click()
    assert [each.number for each in services.registers.items()] == ["B-0001"]
    assert page.registers.table.current_row() is not None


def test_a_change_needs_its_reason(page: HoldingsPage, services: Services):
    services.registers.add(RegisterKind.BOX, BOX)
    page.refresh()
    page.registers.edit.click()
    dialog = dialog_of(page, ItemDialog)
    dialog.form.put(BOX | {"cabinet": "나"})
    dialog.save.click()
    assert services.registers.items()[0].values["cabinet"] == "가"
    dialog.reason.control.setText("옮김")
    dialog.save.click()
    assert services.registers.items()[0].values["cabinet"] == "나"


def test_several_media_are_destroyed_together(
    page: HoldingsPage, services: Services, background: ManualBackground
):
    papers: list[tuple[str, object]] = []
    page.paper_wanted.connect(lambda kind, subject: papers.append((kind, subject)))
    for number in range(2):
        services.registers.add(RegisterKind.MEDIUM, MEDIUM | {"serial": f"WD-{number}"})
    page.registers.kind.choose(RegisterKind.MEDIUM)
    page.refresh()
    page.registers.dispose.click()
    dialog = dialog_of(page, DisposalDialog)
    assert dialog.form.edits["amount"].field.note == "예: 2개"
    words = " ".join(each.text() for each in dialog.findChildren(QLabel))
    assert "적으면 파기대장에 남고" in words  # as its list is called, which holds no destructions
    for box in dialog.boxes.values():
        box.setChecked(True)
    dialog.save.click()
    assert services.registers.disposals() == []
    dialog.form.put({"place": "마당", "witness": "김입회"})
    dialog.save.click()
    assert services.registers.disposals() == []
    assert not dialog.cancel.isEnabled()
    background.drain()
    made = services.registers.disposals()[0]
    assert len(made.items) == 2
    assert papers == [("media_certificate", made.id)]


def test_dissolving_asks_who_looked_on_and_when(
    page: HoldingsPage,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
    tmp_path: Path,
):
    services.registers.add(RegisterKind.BOX, BOX)
    page.refresh()
    page.registers.dispose.click()
    dialog = dialog_of(page, DisposalDialog)
    assert not dialog.seen_at.isVisible()
    dialog.method.choose(DisposalMethod.DISSOLVED)
    dialog._offer()
    assert dialog.seen_at.isVisible()
    dialog.form.put({"place": "가상용해", "on_site": "박현장"})
    dialog.save.click()
    background.drain()
    assert dialog.seen_at.error
    assert dialog.cancel.isEnabled()
    picture = tmp_path / "site.png"
    picture.write_bytes(made_up_photo())
    messages.answer(picture)
    dialog.photo.click()
    dialog.seen_at.control.setText("09:40")
    dialog.save.click()
    background.drain()
    made = services.registers.disposals()[0]
    assert (made.method, made.photos) == (DisposalMethod.DISSOLVED, 1)
    assert f"{made.on_site_at:%H:%M}" == "09:40"


def test_no_way_to_sell_paper_is_offered(page: HoldingsPage, services: Services):
    services.registers.add(RegisterKind.BOX, BOX)
    page.refresh()
    assert not page.registers.sell.isVisible()
    page.registers.kind.choose(RegisterKind.MEDIUM)
    page.registers._show()
    assert page.registers.sell.isVisible()


def test_a_medium_with_data_is_not_sold(
    page: HoldingsPage, services: Services, messages: RecordingMessages
):
    services.registers.add(RegisterKind.MEDIUM, MEDIUM)
    page.registers.kind.choose(RegisterKind.MEDIUM)
    page.refresh()
    messages.answer(True)
    page.registers.sell.click()
    assert messages.of_kind("refuse")
    assert services.registers.items()[0].state is RegisterState.IN_USE


def test_a_plan_asks_for_its_paper(
    qtbot: QtBot,
    kit: Kit,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
):
    person = known_person(services)
    box = services.registers.add(RegisterKind.BOX, BOX)
    services.registers.put_twin(Twin(box.id, person.id))
    plan = approved(services, person)
    page = DestructionPage(kit, services, messages, background)
    present(qtbot, page)
    page.show_subject(plan.id)
    qtbot.waitUntil(page.panel.isVisible)
    assert page.panel.twins.isVisible()
    assert "B-0001" in page.panel.twins.words.text()
    assert page.panel.twins.words.text().endswith("아직 폐기하지 않았습니다.")
    page.panel.twins.record.click()
    dialog = page.panel.twins.findChildren(DisposalDialog)[-1]
    dialog.form.put({"place": "우리 사무실", "witness": "김입회"})
    dialog.save.click()
    background.drain()
    assert [each.is_open for each in services.registers.twins_of_plan(plan.id)] == [False]
    assert not page.panel.twins.record.isEnabled()


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut(page: HoldingsPage, services: Services, kit: Kit, percent: int):
    services.registers.add(RegisterKind.BOX, BOX | {"label": "가" * 40, "contents": "나" * 60})
    kit.appearance.set_percent(percent)
    page.refresh()
    assert clip_check(page) == []
    page.registers.add.click()
    assert clip_check(dialog_of(page, ItemDialog)) == []
    page.registers.dispose.click()
    assert clip_check(dialog_of(page, DisposalDialog)) == []
