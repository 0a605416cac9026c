"""The page of destruction with a decided plan, and an approval as it is typed."""

from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.destruction import Plan
from easycare_desktop.domain.people import EndingReason
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.destruction.destroy_dialog import DestroyDialog
from easycare_desktop.ui.widgets import HouseDialog, Kit
from easycare_desktop.ui.windows.destruction_page import DestructionPage
from tests.helpers.agency import NAME, SECOND, SECOND_PASSWORD, Agency
from tests.helpers.cases import newest_plan
from tests.helpers.hangul import type_hangul
from tests.helpers.present import present

D = TypeVar("D", bound=HouseDialog)


def decided(agency: Agency) -> Plan:
    request = agency.services.requests.take_ending(
        agency.person.id,
        EndingReason.FACILITY,
        last_service_on=date(2026, 11, 20),
        ended_on=date(2026, 11, 23),
    )
    return agency.services.decisions.decide(request.id).plan


def shown(
    qtbot: QtBot,
    kit: Kit,
    agency: Agency,
    messages: RecordingMessages,
    background: ManualBackground,
) -> DestructionPage:
    page = DestructionPage(kit, agency.services, messages, background)
    page.resize(1142, 690)
    page.refresh()
    present(qtbot, page)
    return page


def open_dialog(page: DestructionPage) -> DestroyDialog:
    QTest.mouseClick(page.foot.approve, Qt.MouseButton.LeftButton)
    dialog = page.dialogs.shown
    assert isinstance(dialog, DestroyDialog)
    return in_front(dialog)


def in_front(dialog: D) -> D:
    """Return a dialog once it has the keyboard."""
    dialog.activateWindow()
    for _ in range(100):
        if dialog.isActiveWindow():
            break
        QTest.qWait(10)
    return dialog


def fill(dialog: DestroyDialog, login: str = SECOND, password: str = SECOND_PASSWORD) -> None:
    fields = dialog.fields
    type_hangul(fields.name.control, NAME)
    QTest.keyClicks(fields.day.control, "20261123")
    fields.login.control.clear()
    QTest.keyClicks(fields.login.control, login)
    fields.password.control.clear()
    QTest.keyClicks(fields.password.control.focusProxy(), password)


def plan_of(agency: Agency) -> Plan:
    return newest_plan(agency.services)
