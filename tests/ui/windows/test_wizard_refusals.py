from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.security.credential_store import CredentialStoreError
from easycare_desktop.services.offices import Setup
from easycare_desktop.system.refusals import DiskFullError, FolderNotWritableError
from easycare_desktop.ui.widgets import Kit
from tests.helpers.offices import CODE, LOGIN, PASSWORD, PROFILE
from tests.helpers.present import present
from tests.helpers.wizard import WizardScene, type_secret


@pytest.fixture
def scene(kit: Kit, qtbot: QtBot, tmp_path: Path):
    made = WizardScene(kit, tmp_path)
    present(qtbot, made.window)
    yield made
    made.window.blockSignals(True)
    made.messages.answer(True)
    for office in made.created:
        office.close()


def press(button: QPushButton) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    "refusal",
    [
        DiskFullError(),
        pytest.param(FolderNotWritableError(13), marks=pytest.mark.long),
        pytest.param(CredentialStoreError("store"), marks=pytest.mark.long),
    ],
)
def test_a_refusal_is_told_and_everything_typed_stays(
    scene: WizardScene, monkeypatch: pytest.MonkeyPatch, refusal: Refusal
):
    def refuse(_setup: Setup) -> None:
        raise refusal

    scene.go_to("start")
    with monkeypatch.context() as patched:
        patched.setattr(scene.home.offices, "create", refuse)
        press(scene.window.next)
        scene.background.drain()
    (said,) = scene.messages.of_kind("refuse")
    assert all((said.content[0].happened, said.content[0].safe, said.content[0].now))
    assert scene.created == []
    window = scene.window
    assert window.now is window.start
    assert window.start.choice.isVisible()
    assert not window.start.progress.isVisible()
    assert window.officer.password.text() == PASSWORD
    press(window.next)
    scene.background.drain()
    assert scene.created[0].info.code == CODE


def test_a_disk_that_fills_while_keys_are_written_leaves_nothing(
    scene: WizardScene, monkeypatch: pytest.MonkeyPatch
):
    def full(*_args: object, **_named: object) -> None:
        raise DiskFullError

    scene.go_to("start")
    monkeypatch.setattr("easycare_desktop.services.offices.create_keys", full)
    press(scene.window.next)
    scene.background.drain()
    assert len(scene.messages.of_kind("refuse")) == 1
    assert [each for each in scene.home.paths.home.rglob("*") if each.is_file()] == []


def test_the_password_must_not_name_the_office(scene: WizardScene):
    scene.go_to("officer")
    scene.fill_officer()
    for field in (scene.window.officer.password.first, scene.window.officer.password.again):
        type_secret(field.control, f"garden {CODE}")
    press(scene.window.next)
    assert scene.window.now is scene.window.officer
    assert "시설코드" in scene.window.officer.password.first.error


def test_a_field_is_judged_when_it_is_left(scene: WizardScene):
    edits = scene.window.office.forms[OfficeKind.AGENCY].edits
    code = edits["facility_code"].field
    code.control.setFocus()
    QTest.keyClicks(code.control, "123")
    assert code.error == ""
    QTest.keyClick(code.control, Qt.Key.Key_Return)
    assert code.error
    assert edits["business_number"].field.control.hasFocus()


def test_what_is_seldom_asked_is_folded_and_opens_at_an_error(scene: WizardScene):
    form = scene.window.office.forms[OfficeKind.AGENCY]
    scene.fill_office()
    fax = form.edits["fax"].field
    assert not fax.isVisible()
    press(form.more)
    assert fax.isVisible()
    QTest.keyClicks(fax.control, "12")
    press(form.more)
    assert not fax.isVisible()
    press(scene.window.next)
    assert scene.window.now is scene.window.office
    assert fax.isVisible()
    assert fax.error


def test_another_kind_of_office_keeps_what_was_typed(scene: WizardScene):
    scene.fill_office()
    step = scene.window.office
    step.kind.choose(OfficeKind.VENDOR)
    edits = step.forms[OfficeKind.VENDOR].edits
    assert edits["office_name"].field.isVisible()
    assert edits["office_name"].text() == PROFILE["office_name"]
    edits["facility_code"].put("")
    press(scene.window.next)
    assert scene.window.now is step
    assert edits["business_number"].field.error


def test_the_name_of_the_officer_is_proposed(scene: WizardScene):
    scene.go_to("officer")
    assert scene.window.officer.name.control.text() == PROFILE["officer_name"]


def test_back_from_typing_shows_the_sheet_and_a_proved_sheet_stays_proved(scene: WizardScene):
    scene.go_to("sheet")
    sheet, window = scene.window.sheet, scene.window
    press(window.next)
    assert sheet.typing_back
    press(window.back)
    assert window.now is sheet
    assert not sheet.typing_back
    scene.fill_sheet()
    press(window.next)
    assert window.now is window.place
    press(window.back)
    assert sheet.typing_back
    press(window.back)
    assert window.now is window.officer
    press(window.next)
    press(window.next)
    assert window.now is window.place


def test_giving_up_asks_only_where_something_would_be_lost(kit: Kit, qtbot: QtBot, tmp_path: Path):
    fresh = WizardScene(kit, tmp_path)
    present(qtbot, fresh.window)
    with qtbot.waitSignal(fresh.window.closed):
        press(fresh.window.leave)
    assert fresh.messages.said == []


def test_giving_up_halfway_asks_first(scene: WizardScene, qtbot: QtBot):
    scene.go_to("officer")
    with qtbot.assertNotEmitted(scene.window.closed):
        press(scene.window.leave)
    assert scene.window.isVisible()
    scene.messages.answer(True)
    with qtbot.waitSignal(scene.window.closed):
        scene.window.close()
    assert not scene.window.isVisible()
    assert not scene.home.paths.registry.exists()


def test_while_the_office_is_made_the_window_stays(scene: WizardScene):
    scene.go_to("start")
    press(scene.window.next)
    assert not scene.window.leave.isEnabled()
    assert not scene.window.close()
    assert scene.messages.of_kind("confirm") == []
    scene.background.drain()
    assert scene.created[0].keys.account.login == LOGIN
    assert scene.window.close()
