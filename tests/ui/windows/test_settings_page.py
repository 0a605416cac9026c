"""설정 over a real office: look, what is kept, accounts, the office itself, the program."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.documents.preview import text_of
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.office_profile import PROGRAM_USE
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.system.settings import Remember, Scheme, Settings
from easycare_desktop.system.settings_file import SettingsFile
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.settings_page import SettingsPage
from tests.helpers.office_copies import OTHERS_PASSWORD, VIEWER
from tests.helpers.offices import CODE, LOGIN, PASSWORD, OfficeHome
from tests.helpers.settings_pages import (
    ABOUT,
    KEPT,
    PROFILE,
    PROGRAM,
    press,
    put,
    turn,
)
from tests.helpers.sizes import PERCENTS


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


def test_text_size_and_colours_are_worn_and_kept(
    page: SettingsPage, kit: Kit, settings_file: SettingsFile, background: ManualBackground
):
    page.look.sizes.choose(150)
    page.look.schemes.choose(Scheme.DARK)
    background.drain()
    assert kit.appearance.look == Look(Scheme.DARK, 150)
    kept = settings_file.load()
    assert (kept.text_size, kept.scheme) == (150, Scheme.DARK)
    kit.appearance.wear(Look())
    assert page.look.sizes.value() == 100
    assert page.look.schemes.value() is Scheme.LIGHT


def test_what_is_kept_is_shown_and_deleted_at_once(
    page: SettingsPage, settings_file: SettingsFile, background: ManualBackground
):
    settings_file.save(Settings(remember=Remember.ALWAYS, office=CODE, login=LOGIN))
    turn(page, KEPT, background)
    assert page.kept.pairs["login"].value.text() == LOGIN
    assert not page.kept.nothing.isVisible()
    press(page, "settings.forget")
    background.drain()
    assert settings_file.stored() == ()
    assert settings_file.load().remember is Remember.ALWAYS
    assert page.kept.nothing.isVisible()
    assert not page.kept.forget.isVisible()


def test_a_shared_pc_keeps_nothing(
    page: SettingsPage, settings_file: SettingsFile, background: ManualBackground
):
    settings_file.save(Settings(remember=Remember.ALWAYS, office=CODE, login=LOGIN))
    turn(page, KEPT, background)
    page.kept.shared.click()
    background.drain()
    kept = settings_file.load()
    assert kept.shared_pc
    assert (kept.office, kept.login) == ("", "")
    assert page.kept.choice.value() is Remember.NEVER
    assert not page.kept.choice.isEnabled()


def test_the_office_is_corrected_with_a_reason(
    page: SettingsPage,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
):
    turn(page, PROFILE, background)
    assert page.profile.edits["office_name"].text() == "시험방문요양센터"
    put(page, "settings.profile.fax", "02-000-0009")
    press(page, "settings.profile_save")
    assert page.profile.reason.error
    put(page, "settings.profile_reason", "팩스")
    QTest.keyClick(page, Qt.Key.Key_F4)
    background.drain()
    assert services.profile.read()["fax"] == "02-000-0009"
    assert len(messages.of_kind("toast")) == 1
    assert page.profile.reason.control.text() == ""


def test_what_does_not_fit_is_said_under_its_field(
    page: SettingsPage, services: Services, background: ManualBackground
):
    turn(page, PROFILE, background)
    put(page, "settings.profile.officer_phone", "12")
    put(page, "settings.profile.address", "")
    put(page, "settings.profile_reason", "이사")
    press(page, "settings.profile_save")
    background.drain()
    assert page.profile.edits["officer_phone"].field.error
    assert page.profile.edits["address"].field.error
    assert page.profile.edits["officer_phone"].field.control.hasFocus()
    assert services.profile.read()["officer_phone"] == "02-000-0000"


def test_half_typed_stays_and_comes_back(
    page: SettingsPage, services: Services, background: ManualBackground
):
    turn(page, PROFILE, background)
    put(page, "settings.profile.fax", "02-111")
    turn(page, ABOUT, background)
    turn(page, PROFILE, background)
    assert page.profile.edits["fax"].text() == "02-111"
    draft = services.drafts.get("settings.profile", 0)
    assert draft is not None
    assert draft.values["fax"] == "02-111"


def test_the_program_of_the_office_fills_form_a(
    page: SettingsPage,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
):
    turn(page, PROGRAM, background)
    put(page, "settings.program.vendor_fax", "02-000-0077")
    press(page, "settings.program_save")
    background.drain()
    assert page.program is not None
    assert page.program.edits["vendor_name"].field.error
    put(page, "settings.program.vendor_name", "다정소프트")
    put(page, "settings.program.program_name", "이지케어")
    put(page, "settings.program.login_ids", "happy01, happy02")
    put(page, "settings.program.refund_bank", "연습은행")
    press(page, "settings.program_save")
    background.drain()
    assert len(messages.of_kind("toast")) == 1
    words = text_of(services.papers.make(PaperKind.VENDOR_FORM, 0, "제출").pdf)
    for each in ("다정소프트 귀중", "02-000-0077", "happy01, happy02", "연습은행"):
        assert each in words
    put(page, "settings.program.vendor_fax", "02-000-0078")
    press(page, "settings.program_save")
    assert page.program.reason.error
    put(page, "settings.program_reason", "바뀜")
    press(page, "settings.program_save")
    background.drain()
    assert services.profile.read(PROGRAM_USE)["vendor_fax"] == "02-000-0078"


@pytest.mark.parametrize("login", [(VIEWER, OTHERS_PASSWORD)])
def test_others_only_read_the_office(page: SettingsPage, background: ManualBackground):
    turn(page, PROFILE, background)
    assert page.profile.edits == {}
    assert page.profile.pairs["office_name"].value.text() == "시험방문요양센터"


def test_the_program_says_what_protects_the_office(page: SettingsPage, services: Services):
    page.tabs.setCurrentIndex(ABOUT)
    shown = page.about.folder.value.text().replace("\u200b", "")
    assert shown == str(services.office.info.folder)
    assert page.about.protection.value.text() == "비밀번호와 이 PC의 열쇠로 엽니다"


def test_help_by_telephone_and_the_works_of_others_are_asked_for(
    qtbot: QtBot, page: SettingsPage, background: ManualBackground
):
    turn(page, ABOUT, background)
    page.show()
    with qtbot.waitSignal(page.diagnosis_wanted):
        press(page, "settings.diagnosis")
    with qtbot.waitSignal(page.components_wanted):
        press(page, "settings.components")


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
@pytest.mark.parametrize(
    "number",
    [each if each in {2, 5} else pytest.param(each, marks=pytest.mark.long) for each in range(8)],
)
def test_nothing_is_cut(
    qtbot: QtBot,
    kit: Kit,
    page: SettingsPage,
    background: ManualBackground,
    number: int,
    percent: int,
):
    turn(page, number, background)
    kit.appearance.wear(Look(percent=percent))
    page.resize(1142 if percent < 175 else 1366, 600)
    qtbot.waitUntil(lambda: not clip_check(page) and not overlaps(page), timeout=5000)
