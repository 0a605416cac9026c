"""설정 · 계정 over a real office: an officer changes all, everybody the own password."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel

from easycare_desktop.domain.rights import Role
from easycare_desktop.services.accounts import AccountState
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.settings.reset_password import ResetPasswordDialog
from easycare_desktop.ui.windows.settings_page import SettingsPage
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD, VIEWER
from tests.helpers.offices import LOGIN, PASSWORD, OfficeHome
from tests.helpers.settings_pages import (
    ACCOUNTS,
    press,
    put,
    turn,
)

NEW = "quite-another-pass-phrase"


@pytest.fixture
def login() -> tuple[str, str]:
    return LOGIN, PASSWORD


@pytest.fixture
def services(home: OfficeHome, login: tuple[str, str]) -> Iterator[Services]:
    office = home.open(*login)
    made = Services(office)
    made.start()
    yield made
    office.close()


@pytest.fixture
def page(settings_window: SettingsPage) -> SettingsPage:
    return settings_window


def test_an_officer_sees_everybody(page: SettingsPage, background: ManualBackground):
    turn(page, ACCOUNTS, background)
    names = [account.name for account in page.accounts.list.model.rows]
    assert names == ["박책임", "김담당", "이책임", "최열람"]
    assert page.accounts.panel.name.text() == "박책임"
    assert not page.accounts.panel.block.isEnabled()


def test_an_account_is_blocked_and_unblocked(
    page: SettingsPage,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
):
    turn(page, ACCOUNTS, background)
    clerk = next(each for each in services.accounts.all() if each.login == CLERK)
    page.accounts.list.table.choose(clerk.id)
    press(page, "settings.account_block")
    background.drain()
    assert state_of(services, clerk.id) is AccountState.ACTIVE
    for after in (AccountState.BLOCKED, AccountState.ACTIVE):
        messages.answer(True)
        press(page, "settings.account_block")
        background.drain()
        assert state_of(services, clerk.id) is after
        assert page.accounts.panel.account is not None
        assert page.accounts.panel.account.state is after


def test_an_account_that_was_ended_stays_so(
    page: SettingsPage,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
):
    turn(page, ACCOUNTS, background)
    clerk = next(each for each in services.accounts.all() if each.login == CLERK)
    page.accounts.list.table.choose(clerk.id)
    messages.answer(True)
    press(page, "settings.account_leave")
    background.drain()
    panel = page.accounts.panel
    assert state_of(services, clerk.id) is AccountState.LEFT
    assert panel.note.isVisible()
    assert not [each for each in (panel.block, panel.reset, panel.leave) if each.isVisible()]


def state_of(services: Services, account_id: int) -> AccountState:
    return next(each.state for each in services.accounts.all() if each.id == account_id)


def test_a_role_is_changed_after_a_question(
    page: SettingsPage,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
):
    turn(page, ACCOUNTS, background)
    viewer = next(each for each in services.accounts.all() if each.login == VIEWER)
    page.accounts.list.table.choose(viewer.id)
    panel = page.accounts.panel
    assert not panel.change.isEnabled()
    assert "지금 역할입니다." in panel.role.note
    panel.role.control.choose(Role.CLERK)
    messages.answer(True)
    press(page, "settings.account_change")
    background.drain()
    roles = {each.login: each.role for each in services.accounts.all()}
    assert roles[VIEWER] is Role.CLERK


def test_a_forgotten_password_is_given_anew(
    page: SettingsPage,
    services: Services,
    home: OfficeHome,
    messages: RecordingMessages,
    background: ManualBackground,
):
    turn(page, ACCOUNTS, background)
    assert not page.accounts.panel.reset.isEnabled()
    clerk = next(each for each in services.accounts.all() if each.login == CLERK)
    page.accounts.list.table.choose(clerk.id)
    press(page, "settings.account_reset")
    dialog = page.accounts.dialog
    assert isinstance(dialog, ResetPasswordDialog)
    press(dialog, "reset.give")
    assert dialog.given.first.error
    for typed in (CLERK + "-phrase", NEW):
        put(dialog, "reset.password", typed)
        put(dialog, "reset.password_again", typed)
        press(dialog, "reset.give")
        background.drain()
        assert bool(dialog.given.first.error) == (typed != NEW)
    assert page.accounts.dialog is None
    assert len(messages.of_kind("toast")) == 1
    assert ("accounts.change", "password") in [
        (each.action, each.detail) for each in services.log.newest()
    ]
    services.office.close()
    office = home.open(CLERK, NEW)
    assert Services(office).session.must_change
    office.close()


def test_somebody_new_opens_the_office(
    page: SettingsPage, services: Services, home: OfficeHome, background: ManualBackground
):
    turn(page, ACCOUNTS, background)
    press(page, "settings.account_new")
    dialog = page.accounts.dialog
    assert dialog is not None
    press(dialog, "account.add")
    assert dialog.name.error
    assert dialog.login.error
    put(dialog, "account.name", "한담당")
    put(dialog, "account.login", CLERK)
    put(dialog, "account.password", NEW)
    put(dialog, "account.again", NEW)
    press(dialog, "account.add")
    background.drain()
    assert dialog.login.error
    put(dialog, "account.login", "han.clerk")
    put(dialog, "account.password", "short")
    put(dialog, "account.again", "short")
    press(dialog, "account.add")
    background.drain()
    assert dialog.password.error
    put(dialog, "account.password", NEW)
    put(dialog, "account.again", NEW)
    press(dialog, "account.add")
    background.drain()
    assert page.accounts.dialog is None
    assert "한담당" in [account.name for account in page.accounts.list.model.rows]
    services.office.close()
    office = home.open("han.clerk", NEW)
    assert office.actor.role is Role.CLERK
    office.close()


def test_the_own_password_is_changed_with_the_old_one(
    page: SettingsPage, services: Services, background: ManualBackground
):
    turn(page, ACCOUNTS, background)
    for old, new, again in ((PASSWORD, NEW, "other"), ("wrong", NEW, NEW), (PASSWORD, "a", "a")):
        put(page, "settings.password_old", old)
        put(page, "settings.password_new", new)
        put(page, "settings.password_again", again)
        press(page, "settings.password_change")
        background.drain()
    own = page.accounts.own
    assert own.new.error
    put(page, "settings.password_new", NEW)
    put(page, "settings.password_again", NEW)
    press(page, "settings.password_change")
    background.drain()
    assert own.old.control.text() == ""
    services.session.check(NEW)


@pytest.mark.parametrize("login", [(CLERK, OTHERS_PASSWORD)])
def test_others_change_only_their_own_password(page: SettingsPage, background: ManualBackground):
    turn(page, ACCOUNTS, background)
    assert not page.accounts.list.isVisible()
    assert page.accounts.own.isVisible()
    words = [label.text() for label in page.accounts.findChildren(QLabel) if label.isVisible()]
    assert any("책임자" in each for each in words)
    put(page, "settings.password_old", OTHERS_PASSWORD)
    put(page, "settings.password_new", NEW)
    put(page, "settings.password_again", NEW)
    press(page, "settings.password_change")
    background.drain()
    assert page.accounts.own.old.control.text() == ""
