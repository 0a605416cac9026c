import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.security.recovery_sheet import RecoveryCodeGroupError
from easycare_desktop.storage.keys.refusals import KeysMissingError, WrongSheetError
from easycare_desktop.system.settings import Remember, Settings
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.widgets import Kit
from tests.helpers.login import CODE, LOGIN, PASSWORD, LoginScene
from tests.helpers.offices import OfficeHome
from tests.helpers.present import present
from tests.helpers.sizes import PERCENTS

HEAVY = ("sqlalchemy", "reportlab", "cryptography", "sqlcipher3", "keyring", "PIL", "alembic")
SLOW = ("typing_extensions", "zoneinfo", "concurrent.futures", "logging.handlers", "hmac", "ctypes")
ROOMS = ("services", "storage", "documents", "exchange", "security")


@pytest.fixture
def scene(kit: Kit, qtbot: QtBot, tmp_path: Path) -> LoginScene:
    made = LoginScene(kit, tmp_path)
    present(qtbot, made.window)
    made.background.drain()
    return made


def test_the_right_three_open_the_office(scene: LoginScene):
    scene.sign_in(CODE, LOGIN, PASSWORD)
    assert scene.opened == ["office"]
    assert scene.window.form.password.control.text() == ""


@pytest.mark.parametrize(("login", "password"), [(LOGIN, "wrong"), ("somebody", PASSWORD)])
def test_a_wrong_login_and_a_wrong_password_are_told_alike(
    scene: LoginScene, login: str, password: str
):
    scene.sign_in(CODE, login, password)
    form = scene.window.form
    assert form.password.error == "아이디 또는 비밀번호가 맞지 않습니다."
    assert form.login.error == ""
    assert form.password.control.text() == ""
    assert scene.opened == []


def test_after_five_wrong_tries_the_clock_time_is_said(scene: LoginScene):
    for _ in range(5):
        scene.sign_in(CODE, LOGIN, "wrong")
    assert scene.window.banner.isVisible()
    assert "15시 42분" in scene.window.banner.accessibleName()


def test_an_unknown_code_is_said_at_the_code(scene: LoginScene):
    scene.sign_in("123", LOGIN, PASSWORD)
    assert scene.window.form.code.error
    assert scene.window.form.password.control.text() == PASSWORD


def test_missing_keys_are_told_in_three_lines(scene: LoginScene):
    scene.offices.error = KeysMissingError()
    scene.sign_in(CODE, LOGIN, PASSWORD)
    (said,) = scene.messages.of_kind("refuse")
    assert all((said.content[0].happened, said.content[0].safe, said.content[0].now))


def test_what_is_missing_is_said_and_nothing_is_tried(scene: LoginScene):
    scene.sign_in(CODE, "", PASSWORD)
    assert scene.window.form.login.error
    assert scene.offices.asked == []


def test_while_it_opens_nothing_can_be_pressed(scene: LoginScene):
    form = scene.window.form
    form.code.control.setText(CODE)
    form.login.control.setText(LOGIN)
    QTest.keyClicks(form.password.control.focusProxy(), "wrong")
    form.open.click()
    ways = (form.open, form.leave, form.new, form.restore, form.sheet, form.remember)
    above = (scene.window.head.practice, scene.window.head.verify)
    assert not [each for each in (*ways, *above) if each.isEnabled()]
    assert form.waiting.text()
    scene.background.drain()
    assert all(each.isEnabled() for each in (*ways, *above))
    assert form.waiting.text() == ""


def test_once_it_has_opened_nothing_can_be_pressed_until_it_is_shown_again(scene: LoginScene):
    scene.sign_in(CODE, LOGIN, PASSWORD)
    window = scene.window
    assert not window.form.open.isEnabled()
    assert not window.head.practice.isEnabled()
    window.show_offices(())
    assert window.form.open.isEnabled()
    assert window.form.waiting.text() == ""


@pytest.mark.parametrize("answer", [True, False])
def test_it_asks_before_it_remembers(scene: LoginScene, answer: bool):
    scene.messages.answer(answer)
    scene.sign_in(CODE, LOGIN, PASSWORD)
    assert len(scene.messages.of_kind("confirm")) == 1
    kept = scene.file.load()
    assert (kept.office, kept.login) == ((CODE, LOGIN) if answer else ("", ""))


def test_what_is_kept_already_is_not_asked_again(scene: LoginScene):
    scene.messages.answer(True)
    scene.sign_in(CODE, LOGIN, PASSWORD)
    scene.sign_in(CODE, LOGIN, PASSWORD)
    assert len(scene.messages.of_kind("confirm")) == 1


def test_always_and_never_do_not_ask(scene: LoginScene):
    choice = scene.window.form.remember.choice
    choice.choose(Remember.ALWAYS)
    scene.sign_in(CODE, LOGIN, PASSWORD)
    assert scene.file.load().login == LOGIN
    choice.choose(Remember.NEVER)
    scene.sign_in(CODE, LOGIN, PASSWORD)
    assert scene.messages.of_kind("confirm") == []
    assert scene.file.load() == Settings(remember=Remember.NEVER)


def test_what_is_kept_is_filled_in_and_deleted_at_once(kit: Kit, qtbot: QtBot, tmp_path: Path):
    kept = Settings(remember=Remember.ALWAYS, office=CODE, login=LOGIN)
    scene = LoginScene(kit, tmp_path, kept)
    form = scene.window.form
    assert form.values()[:2] == (CODE, "")
    present(qtbot, scene.window)
    assert not scene.background.busy
    qtbot.waitUntil(lambda: scene.background.busy)
    scene.background.drain()
    assert form.values()[:2] == (CODE, LOGIN)
    assert form.remember.forget.isVisible()
    form.remember.forget.click()
    scene.background.drain()
    assert scene.file.stored() == ()
    assert scene.file.load().remember is Remember.ALWAYS
    assert not form.remember.forget.isVisible()


def test_a_shared_pc_keeps_nothing(kit: Kit, qtbot: QtBot, tmp_path: Path):
    scene = LoginScene(kit, tmp_path, Settings(remember=Remember.ALWAYS, shared_pc=True))
    present(qtbot, scene.window)
    choice = scene.window.form.remember.choice
    assert choice.value() is Remember.NEVER
    assert not choice.isEnabled()
    scene.sign_in(CODE, LOGIN, PASSWORD)
    assert scene.opened == ["office"]
    assert scene.file.stored() == ()
    assert scene.messages.said == []


def test_the_recovery_sheet_opens(scene: LoginScene):
    scene.window.form.code.control.setText(CODE)
    scene.window.form.sheet.click()
    for group in scene.window.sheet.groups:
        QTest.keyClicks(group.control, "abcd2")
    QTest.keyClick(scene.window.sheet.groups[-1].control, Qt.Key.Key_Return)
    scene.background.drain()
    assert scene.offices.asked == [(CODE, "-".join(["abcd2"] * 5))]
    assert scene.opened == ["office by sheet"]


def test_a_mistyped_group_is_said_under_that_group(scene: LoginScene):
    sheet = open_sheet(scene, RecoveryCodeGroupError(3))
    assert [bool(group.error) for group in sheet.groups] == [False, False, True, False, False]


def test_another_sheet_is_said_above_the_hints(scene: LoginScene):
    sheet = open_sheet(scene, WrongSheetError(2))
    assert "2" in sheet.note.text()
    assert scene.messages.said == []


def open_sheet(scene: LoginScene, error: Exception):
    scene.offices.error = error
    scene.window.form.code.control.setText(CODE)
    scene.window.form.sheet.click()
    scene.window.sheet.groups[0].control.setText("abcd2")
    scene.window.sheet.open.click()
    scene.background.drain()
    return scene.window.sheet


def test_the_ways_out_are_told(scene: LoginScene, qtbot: QtBot):
    with qtbot.waitSignal(scene.window.wizard_wanted):
        scene.window.form.new.click()
    with qtbot.waitSignal(scene.window.practice_wanted) as practice:
        scene.window.head.practice.click()
    assert practice.args == ["HB-PRACTICE-01"]
    scene.window.show_offices(())
    assert scene.window.banner.isVisible()
    assert not scene.window.head.practice.isVisible()


def test_the_look_is_kept(scene: LoginScene, kit: Kit):
    kit.appearance.set_percent(150)
    scene.background.drain()
    assert scene.file.load().text_size == 150


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut(scene: LoginScene, kit: Kit, qtbot: QtBot, percent: int):
    kit.appearance.set_percent(percent)
    qtbot.wait(20)
    assert clip_check(scene.window) + overlaps(scene.window) == []
    scene.window.form.sheet.click()
    qtbot.wait(20)
    assert clip_check(scene.window) + overlaps(scene.window) == []


def test_it_opens_a_real_office(kit: Kit, qtbot: QtBot, tmp_path: Path):
    home = OfficeHome(tmp_path / "home")
    home.make().close()
    scene = LoginScene(kit, tmp_path)
    scene.offices = home.offices
    present(qtbot, scene.window)
    scene.sign_in(CODE, "park.officer", "wrong")
    assert scene.window.form.password.error
    scene.sign_in(CODE, "park.officer", "officer-pass-phrase")
    (office,) = scene.opened
    office.close()


def test_nothing_heavy_is_imported_to_show_it():
    script = "import sys, easycare_desktop.app; print(*sys.modules)"
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    loaded = set(found.stdout.split())
    assert "easycare_desktop.ui.windows.login_window" in loaded
    rooms = {f"easycare_desktop.{room}" for room in ROOMS}
    assert loaded & (rooms | {*HEAVY, *SLOW}) == set()


def test_the_code_is_typed_in_latin_letters(scene: LoginScene, qtbot: QtBot):
    code = scene.window.form.code.control
    enabled = Qt.WidgetAttribute.WA_InputMethodEnabled
    qtbot.waitUntil(lambda: not code.testAttribute(enabled))
    assert code.inputMethodHints() & Qt.InputMethodHint.ImhPreferLatin
    assert scene.window.form.login.control.testAttribute(enabled)
