"""퇴사 closes the account in the same step; the settings show what is still open."""

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.people import EndingReason, PersonKind
from easycare_desktop.security.accounts import AccountState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.tasks import TaskKind
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.settings.accounts_tab import AccountsTab
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.ending_dialog import EndingDialog
from tests.helpers.cases import STAFF
from tests.helpers.office_copies import CLERK, SECOND
from tests.helpers.present import present, settle
from tests.helpers.sizes import PAGE_PERCENTS


@pytest.fixture
def dialog(qtbot: QtBot, kit: Kit, services: Services, messages: RecordingMessages) -> EndingDialog:
    values = {group: dict(fields) for group, fields in STAFF.items()}
    values["identity"]["name"] = "김담당"
    person = services.people.register(PersonKind.STAFF, values)
    made = EndingDialog(kit, services, services.people.open(person.id), messages)
    present(qtbot, made)
    return made


def leave(dialog: EndingDialog, day: str = "+0") -> None:
    dialog.reason.control.choose(EndingReason.LEFT_JOB)
    dialog.ended.set_day(dialog._days.read(day))
    dialog.ask.click()


def states(services: Services) -> dict[str, AccountState]:
    return {each.login: each.state for each in services.accounts.all()}


def test_leaving_closes_the_account_of_the_same_name(
    dialog: EndingDialog, services: Services, messages: RecordingMessages
):
    leave(dialog)
    assert states(services)[CLERK] is AccountState.LEFT
    assert messages.said[-1].kind == "toast"


def test_an_officer_who_leaves_is_led_to_the_keys(
    dialog: EndingDialog, services: Services, messages: RecordingMessages
):
    assert dialog.account is not None
    assert dialog.account.field is not None
    second = next(each.id for each in services.accounts.all() if each.login == SECOND)
    dialog.account.field.control.choose(second)
    leave(dialog)
    assert states(services)[SECOND] is AccountState.BLOCKED
    assert "열쇠" in str(messages.said[-1])


def test_a_last_day_to_come_is_asked_on_its_day(
    qtbot: QtBot,
    kit: Kit,
    dialog: EndingDialog,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
):
    leave(dialog, "+3")
    assert states(services)[CLERK] is AccountState.ACTIVE
    task = next(
        each for each in services.today.show().tasks if each.kind is TaskKind.LEAVER_ACCOUNT
    )
    assert (task.due_on - services.office.today()).days == 3
    tab = AccountsTab(services, kit, messages, background)
    present(qtbot, tab)
    tab.show_account(task.subject)
    background.drain()
    assert tab.panel.left.isVisible()
    messages.answer(True)
    tab.panel.leave.click()
    background.drain()
    assert states(services)[CLERK] is AccountState.LEFT


@pytest.mark.look
@pytest.mark.parametrize("percent", PAGE_PERCENTS)
def test_nothing_is_cut(kit: Kit, dialog: EndingDialog, percent: int):
    kit.appearance.wear(Look(percent=percent))
    settle(dialog)
