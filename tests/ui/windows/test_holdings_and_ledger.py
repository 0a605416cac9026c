import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.destruction import OutsidePlace, OutsideState
from easycare_desktop.domain.people import EndingReason, PersonState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.destruction import Approval
from easycare_desktop.services.separated import ReadingPurpose
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.ending_dialog import EndingDialog
from easycare_desktop.ui.windows.holdings_page import HoldingsPage
from easycare_desktop.ui.windows.ledger_page import LedgerPage
from tests.helpers.agency import (
    CLERK,
    CLERK_PASSWORD,
    NAME,
    SECOND,
    SECOND_PASSWORD,
    Agency,
)
from tests.helpers.cases import newest_plan
from tests.helpers.hangul import type_hangul
from tests.helpers.present import present, settle
from tests.helpers.sizes import PAGE_PERCENTS


@pytest.fixture
def ending(qtbot: QtBot, kit: Kit, agency: Agency, messages: RecordingMessages) -> EndingDialog:
    subject = agency.services.people.open(agency.person.id)
    dialog = EndingDialog(kit, agency.services, subject, messages)
    present(qtbot, dialog)
    return dialog


def carry_out(services: Services, ending: EndingDialog) -> None:
    """End the relation through its dialog, then approve and run."""
    plans: list[int] = []
    ending.decided.connect(plans.append)
    ending.reason.control.choose(EndingReason.DEATH)
    ending.last.control.setFocus()
    QTest.keyClicks(ending.last.control, "20261120")
    QTest.keyClick(ending.last.control, Qt.Key.Key_Return)
    QTest.mouseClick(ending.ask, Qt.MouseButton.LeftButton)
    approval = Approval(NAME, "20261123", SECOND, SECOND_PASSWORD)
    services.destruction.approve_in_place(plans[0], approval)
    services.destruction.tick(plans[0], dict.fromkeys(OutsidePlace, OutsideState.NONE))
    services.destruction_run.run(plans[0])


def test_an_ending_shows_both_sides_at_once(ending: EndingDialog, agency: Agency):
    ending.last.control.setFocus()
    QTest.keyClicks(ending.last.control, "20261120")
    QTest.keyClick(ending.last.control, Qt.Key.Key_Return)
    words = [label.text() for label in ending.findChildren(QLabel)]
    assert "2031-11-20까지" in words
    assert "기본·연락처" in words
    assert agency.services.people.open(agency.person.id).person.state is PersonState.ACTIVE


def test_an_ending_needs_reason_and_last_day(ending: EndingDialog, agency: Agency):
    QTest.mouseClick(ending.ask, Qt.MouseButton.LeftButton)
    assert ending.reason.error
    assert ending.last.error
    assert not agency.services.requests.all()


def test_an_ending_asks_for_approval_and_destroys_nothing(ending: EndingDialog, agency: Agency):
    ending.reason.control.choose(EndingReason.DEATH)
    QTest.keyClicks(ending.last.control, "20261120")
    QTest.mouseClick(ending.ask, Qt.MouseButton.LeftButton)
    plan = newest_plan(agency.services)
    assert plan.state.value == "awaiting"
    assert agency.services.people.open(agency.person.id).person.ending is EndingReason.DEATH


def test_what_is_kept_apart_is_opened_for_a_reason_and_recorded(
    qtbot: QtBot, kit: Kit, ending: EndingDialog, agency: Agency, messages: RecordingMessages
):
    carry_out(agency.services, ending)
    page = HoldingsPage(kit, agency.services, messages, ManualBackground())
    page.refresh()
    present(qtbot, page)
    page.tabs.setCurrentIndex(1)
    held = {each.group: each for each in agency.services.separated.list()}
    page.separated.table.choose(held["care_contract"].id)
    QTest.mouseClick(page.separated.open, Qt.MouseButton.LeftButton)
    dialog = page.dialogs.shown
    assert dialog is not None
    QTest.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    assert not agency.services.separated.readings()
    dialog.purposes[ReadingPurpose.LAWFUL_SUBMISSION].click()
    type_hangul(dialog.reason.control, "구청 점검")
    QTest.mouseClick(dialog.open_button, Qt.MouseButton.LeftButton)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert NAME in words
    assert "방문요양" in words
    QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    assert page.dialogs.shown is None
    page.tabs.setCurrentIndex(2)
    model = page.readings.table.model()
    assert model.index(0, 2).data() == "급여계약"
    assert model.index(0, 3).data() == "법에 따라 관청에 낼 때"


def test_a_clerk_cannot_open_what_is_kept_apart(
    qtbot: QtBot, kit: Kit, ending: EndingDialog, agency: Agency, messages: RecordingMessages
):
    carry_out(agency.services, ending)
    ending.close()
    agency.services.office.close()
    services = Services(agency.home.open(CLERK, CLERK_PASSWORD))
    services.start()
    page = HoldingsPage(kit, services, messages, ManualBackground())
    page.refresh()
    present(qtbot, page)
    page.tabs.setCurrentIndex(1)
    page.separated.table.choose_first()
    assert not page.separated.open.isEnabled()
    page.separated.table.opened.emit(page.separated.table.current_row())
    assert page.dialogs.shown is None
    page.close()
    services.office.close()


def test_the_clocks_show_what_ends(
    qtbot: QtBot, kit: Kit, ending: EndingDialog, agency: Agency, messages: RecordingMessages
):
    carry_out(agency.services, ending)
    page = HoldingsPage(kit, agency.services, messages, ManualBackground())
    page.refresh()
    present(qtbot, page)
    page.clocks.filter.choose(False)
    model = page.clocks.table.model()
    rows = {model.index(row, 1).data(): row for row in range(model.rowCount())}
    assert {"급여계약", "본인부담금 결제"} <= set(rows)
    names = [model.index(row, 2).data() for row in range(model.rowCount())]
    assert set(names) == {agency.person.number}


def test_the_ledger_has_a_line_of_numbers(
    qtbot: QtBot, kit: Kit, ending: EndingDialog, agency: Agency, messages: RecordingMessages
):
    carry_out(agency.services, ending)
    background = ManualBackground()
    page = LedgerPage(kit, agency.services, messages, background)
    page.refresh()
    background.drain()
    present(qtbot, page)
    model = page.table.model()
    row = [str(model.index(0, column).data()) for column in range(model.columnCount())]
    assert row[0].startswith("D2026-")
    assert row[1] == agency.person.number
    assert "기본·연락처" in row[2]
    assert row[-1] == "완료"
    assert NAME not in " ".join(row)
    assert page.chain.property("tone") == "ok"
    with qtbot.waitSignal(page.paper_wanted) as paper:
        QTest.keyClick(page, Qt.Key.Key_F7)
    assert paper.args == ["destruction_ledger", 0]
    with qtbot.waitSignal(page.export_wanted) as export:
        QTest.mouseClick(page.export, Qt.MouseButton.LeftButton)
    assert export.args == ["destruction_ledger"]


@pytest.mark.look
@pytest.mark.parametrize("percent", PAGE_PERCENTS)
def test_nothing_is_cut(
    qtbot: QtBot,
    kit: Kit,
    ending: EndingDialog,
    agency: Agency,
    messages: RecordingMessages,
    percent: int,
):
    kit.appearance.wear(Look(percent=percent))
    settle(ending)
    carry_out(agency.services, ending)
    background = ManualBackground()
    for page in (
        HoldingsPage(kit, agency.services, messages, background),
        LedgerPage(kit, agency.services, messages, background),
    ):
        page.resize(1142, 690)
        page.refresh()
        background.drain()
        present(qtbot, page)
        settle(page)
