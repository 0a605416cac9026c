"""기관 정보: half-typed work comes back and takes nothing back that others have saved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.services.bundle import Services
from easycare_desktop.system.settings_file import SettingsFile
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.settings_page import SettingsPage
from tests.helpers.present import present
from tests.helpers.settings_pages import ABOUT, PROFILE, press, put, settings_page, turn


@pytest.fixture
def page(settings_window: SettingsPage) -> SettingsPage:
    return settings_window


def half_type_fax(page: SettingsPage, services: Services, background: ManualBackground) -> None:
    """Leave a fax number half-typed, and let somebody else correct head and address after it."""
    turn(page, PROFILE, background)
    put(page, "settings.profile.fax", "02-000-0009")
    turn(page, ABOUT, background)
    save_elsewhere(services, head_name="정대표", address="행복시 나눔구 봄길 9")


def save_elsewhere(services: Services, **changed: str) -> None:
    services.profile.save({**services.profile.read(), **changed}, "다른 분이 고침")


def save_fax(page: SettingsPage, background: ManualBackground) -> None:
    put(page, "settings.profile_reason", "팩스")
    press(page, "settings.profile_save")
    background.drain()


def test_a_draft_of_the_office_takes_nothing_back_that_was_saved_after_it(
    qtbot: QtBot,
    page: SettingsPage,
    services: Services,
    settings_file: SettingsFile,
    kit: Kit,
    messages: RecordingMessages,
    background: ManualBackground,
):
    half_type_fax(page, services, background)
    draft = services.drafts.get("settings.profile", 0)
    assert draft is not None
    assert {name for name in draft.values if "." not in name} == {"fax"}
    again = settings_page(services, settings_file, kit, messages, background)
    present(qtbot, again)
    turn(again, PROFILE, background)
    assert again.profile.edits["head_name"].text() == "정대표"
    assert again.profile.edits["fax"].text() == "02-000-0009"
    assert again.profile.banners.conflict.isVisible()
    save_fax(again, background)
    stored = services.profile.read()
    assert (stored["head_name"], stored["fax"]) == ("정대표", "02-000-0009")
    assert stored["address"] == "행복시 나눔구 봄길 9"
    assert services.drafts.get("settings.profile", 0) is None
    assert not again.profile.banners.isVisible()


def test_what_was_saved_meanwhile_is_told_before_it_is_written_over(
    page: SettingsPage, services: Services, background: ManualBackground
):
    half_type_fax(page, services, background)
    save_elsewhere(services, fax="02-000-0008")
    turn(page, PROFILE, background)
    save_fax(page, background)
    stored = services.profile.read()
    assert (stored["head_name"], stored["fax"]) == ("정대표", "02-000-0008")
    assert "02-000-0008" in page.profile.banners.conflict.accessibleName()
    assert page.profile.edits["head_name"].text() == "정대표"
    press(page, "settings.profile_save")
    background.drain()
    stored = services.profile.read()
    assert (stored["head_name"], stored["fax"]) == ("정대표", "02-000-0009")


def test_half_typed_data_of_the_office_can_be_given_up(
    qtbot: QtBot,
    page: SettingsPage,
    services: Services,
    settings_file: SettingsFile,
    kit: Kit,
    messages: RecordingMessages,
    background: ManualBackground,
):
    turn(page, PROFILE, background)
    assert not page.profile.again.isVisible()
    put(page, "settings.profile.fax", "02-111")
    turn(page, ABOUT, background)
    again = settings_page(services, settings_file, kit, messages, background)
    present(qtbot, again)
    turn(again, PROFILE, background)
    assert again.profile.banners.restored.isVisible()
    press(again, "settings.profile_again")
    background.drain()
    assert again.profile.edits["fax"].text() == "02-111"
    messages.answer(True)
    press(again, "settings.profile_again")
    background.drain()
    assert again.profile.edits["fax"].text() == ""
    assert not again.profile.banners.isVisible()
    assert services.drafts.get("settings.profile", 0) is None


def begin_to_save_fax(page: SettingsPage, background: ManualBackground) -> None:
    """Send a fax number away; it is not stored before the next work runs."""
    turn(page, PROFILE, background)
    put(page, "settings.profile.fax", "020000009")
    put(page, "settings.profile_reason", "팩스")
    press(page, "settings.profile_save")


def test_what_is_typed_while_a_save_runs_stays(
    page: SettingsPage, services: Services, background: ManualBackground
):
    begin_to_save_fax(page, background)
    put(page, "settings.profile.head_name", "정대표")
    background.run_next()
    assert page.profile.edits["fax"].text() == "02-000-0009"
    assert page.profile.edits["head_name"].text() == "정대표"
    assert services.profile.read()["head_name"] != "정대표"
    page.profile.hide()
    draft = services.drafts.get("settings.profile", 0)
    assert draft is not None
    assert draft.values["head_name"] == "정대표"
    page.profile.show()
    put(page, "settings.profile_reason", "대표자 바뀜")
    press(page, "settings.profile_save")
    background.drain()
    stored = services.profile.read()
    assert (stored["head_name"], stored["fax"]) == ("정대표", "02-000-0009")
    assert not page.profile.banners.isVisible()
    assert services.drafts.get("settings.profile", 0) is None


def test_a_reason_that_is_typed_while_a_save_runs_stays(
    page: SettingsPage, background: ManualBackground
):
    begin_to_save_fax(page, background)
    put(page, "settings.profile_reason", "대표자 바뀜")
    background.drain()
    assert page.profile.reason.control.text() == "대표자 바뀜"


def test_enter_does_not_save_twice_while_a_save_runs(
    page: SettingsPage,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
):
    begin_to_save_fax(page, background)
    reason = page.profile.reason.control
    reason.setFocus()
    QTest.keyClick(reason, Qt.Key.Key_Return)
    background.run_next()
    assert not background.busy
    assert len(messages.said) == 1
    assert services.profile.read()["fax"] == "02-000-0009"


def test_what_a_field_understood_while_a_save_ran_is_not_typed_anew(
    page: SettingsPage, services: Services, background: ManualBackground
):
    turn(page, PROFILE, background)
    put(page, "settings.profile_reason", "팩스")
    put(page, "settings.profile.fax", "020000009")
    page.profile.save_now()
    page.profile.edits["fax"].understand()
    background.drain()
    assert page.profile.edits["fax"].text() == "02-000-0009"
    assert not page.profile.again.isVisible()
    page.profile.hide()
    assert services.drafts.get("settings.profile", 0) is None
    save_elsewhere(services, head_name="정대표")
    page.profile.show()
    turn(page, PROFILE, background)
    assert page.profile.edits["head_name"].text() == "정대표"


def test_what_is_typed_before_the_form_has_begun_anew_is_kept(
    page: SettingsPage,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
):
    half_type_fax(page, services, background)
    turn(page, PROFILE, background)
    messages.answer(True)
    page.profile.again.click()
    put(page, "settings.profile.fax", "02-3")
    page.profile.hide()
    draft = services.drafts.get("settings.profile", 0)
    assert draft is not None
    assert draft.values["fax"] == "02-3"
    background.drain()
