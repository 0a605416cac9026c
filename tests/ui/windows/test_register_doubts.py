"""서류함·매체 in the windows: days that cannot be, paper that law keeps, twins named wrongly."""

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.registers import RegisterKind, Twin
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.registers.disposal_dialog import DisposalDialog
from easycare_desktop.ui.parts.registers.photos_dialog import PhotosDialog
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.destruction_page import DestructionPage
from easycare_desktop.ui.windows.holdings_page import HoldingsPage
from tests.helpers.cases import approved, known_person
from tests.helpers.present import present
from tests.services.test_registers import PHOTO, form_of
from tests.ui.windows.test_registers_tab import BOX, TAB, dialog_of


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
    made.tabs.setCurrentIndex(TAB)
    return made


def test_a_day_to_come_is_told_under_the_day(
    page: HoldingsPage, services: Services, background: ManualBackground
):
    services.registers.add(RegisterKind.BOX, BOX)
    page.refresh()
    page.registers.dispose.click()
    dialog = dialog_of(page, DisposalDialog)
    dialog.form.put({"place": "마당", "witness": "김입회"})
    dialog.day.set_day(date(2031, 1, 1))
    dialog.save.click()
    background.drain()
    assert "아직 오지 않은" in dialog.day.error
    dialog.day.set_day(services.office.today() - timedelta(days=1))
    dialog.save.click()
    background.drain()
    assert "B-0001" in dialog.day.error
    dialog.day.set_day(services.office.today())
    dialog.time.control.setText("23:59")
    dialog.save.click()
    background.drain()
    assert dialog.time.error
    assert services.registers.disposals() == []


@pytest.mark.parametrize("answer", [2, 0])
def test_paper_that_law_keeps_is_moved_before_its_box_goes(
    page: HoldingsPage,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
    answer: int,
):
    person = known_person(services)
    box, _ = (services.registers.add(RegisterKind.BOX, BOX) for _ in range(2))
    services.registers.put_twin(Twin(box.id, person.id, "care_contract"))
    page.refresh()
    page.registers.dispose.click()
    dialog = dialog_of(page, DisposalDialog)
    dialog.form.put({"place": "마당", "witness": "김입회"})
    for item_id, check in dialog.boxes.items():
        check.setChecked(item_id == box.id)
    messages.answer(0, None)
    dialog.save.click()
    background.drain()
    assert "급여계약 1명" in str(messages.of_kind("ask_choice")[-1].content)
    assert services.registers.disposals() == []
    messages.answer(answer, "모두 스캔해 두었음")
    dialog.save.click()
    background.drain()
    background.drain()
    made = services.registers.disposals()[0]
    assert made.items == (box.id,)
    assert made.values.get("originals", "") == ("" if answer else "모두 스캔해 두었음")
    lies_in = answer or box.id
    assert services.registers.twins_of(person.id) == [Twin(lies_in, person.id, "care_contract")]


def test_a_twin_noted_wrongly_is_taken_back_with_a_reason(
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
    card = page.panel.twins
    messages.answer(0, None)
    card.drop.click()
    assert services.registers.twins_of(person.id) == [Twin(box.id, person.id)]
    messages.answer(0, " ")
    card.drop.click()
    assert "사유" in str(messages.of_kind("refuse")[-1])
    messages.answer(0, "다른 분의 것임")
    card.drop.click()
    assert services.registers.twins_of(person.id) == []
    assert "잘못 적은 것이라 뺌 (다른 분의 것임)" in card.words.text()
    assert not card.drop.isEnabled()


def test_the_photos_of_a_disposal_are_seen_again(
    page: HoldingsPage,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
):
    box = services.registers.add(RegisterKind.BOX, BOX)
    page.refresh()
    page.registers.photos.click()
    assert messages.of_kind("inform")
    services.registers.dispose(form_of(services, box, photos=(PHOTO, PHOTO)))
    page.refresh()
    page.registers.photos.click()
    dialog = dialog_of(page, PhotosDialog)
    background.drain()
    assert "B-0001 · 1 / 2장" in dialog.words.text()
    assert dialog.desk.page == 0
    dialog.next.click()
    background.drain()
    assert "2 / 2장" in dialog.words.text()
    dialog.reject()
    assert dialog._photos == ()
