from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.widgets import Kit
from tests.helpers.offices import CODE, PASSWORD
from tests.helpers.present import present
from tests.helpers.sizes import PERCENTS
from tests.helpers.wizard import WizardScene, type_secret


@pytest.fixture
def scene(kit: Kit, qtbot: QtBot, tmp_path: Path):
    made = WizardScene(kit, tmp_path)
    present(qtbot, made.window)
    yield made
    for office in made.created:
        office.close()


def test_the_whole_way_makes_an_office(scene: WizardScene, tmp_path: Path):
    scene.go_to("place")
    stick = tmp_path / "stick"
    stick.mkdir()
    scene.messages.answer(stick)
    scene.window.place.choose.click()
    scene.window.next.click()
    assert not scene.home.paths.registry.exists()
    assert list(tmp_path.glob("offices/*")) == []
    scene.window.next.click()
    assert not scene.window.next.isEnabled()
    assert scene.window.start.progress.isVisible()
    scene.background.drain()
    (office,) = scene.created
    assert (office.info.code, office.info.alone, office.info.practice) == (CODE, False, False)
    assert scene.practice == []
    assert office.keys.account.name == "박책임"
    assert any(stick.iterdir())
    office.close()
    scene.created.clear()
    scene.home.open().close()
    scene.home.offices.open_with_sheet(CODE, scene.window.sheet.code.text).close()


def test_a_practice_office_comes_after_the_real_one(scene: WizardScene):
    scene.go_to("start")
    scene.window.start.choice.choose(True)
    scene.window.next.click()
    scene.background.drain()
    assert scene.practice == [True]


def test_an_empty_step_holds_back_and_says_why(scene: WizardScene):
    scene.window.next.click()
    assert scene.window.now is scene.window.office
    edits = scene.window.office.forms[scene.window.office.chosen].edits
    assert edits["office_name"].field.error
    assert edits["facility_code"].field.error
    assert not edits["business_number"].field.error


def test_a_weak_password_holds_back(scene: WizardScene):
    scene.go_to("officer")
    scene.fill_officer()
    for field in (scene.window.officer.password.first, scene.window.officer.password.again):
        type_secret(field.control, "1234567890")
    scene.window.next.click()
    assert scene.window.officer.password.first.error
    assert scene.window.now is scene.window.officer


def test_two_different_passwords_hold_back(scene: WizardScene):
    scene.go_to("officer")
    scene.fill_officer()
    type_secret(scene.window.officer.password.again.control, "another pass phrase")
    scene.window.next.click()
    assert scene.window.officer.password.again.error
    assert scene.window.now is scene.window.officer


def test_the_sheet_is_hidden_while_it_is_typed_back(scene: WizardScene):
    scene.go_to("sheet")
    sheet = scene.window.sheet
    scene.window.next.click()
    assert sheet.typing_back
    shown = " ".join(each.text() for each in sheet.findChildren(QLabel) if each.isVisible())
    assert not any("  ".join(group) in shown for group in sheet.code.groups)
    QTest.keyClicks(sheet.typed[0].control, "22222")
    scene.window.next.click()
    assert scene.window.now is sheet
    assert all(field.error for field in sheet.typed)
    sheet.again.click()
    assert not sheet.typing_back
    assert sheet.typed[0].control.text() == ""


def test_the_sheet_is_printed_twice_and_saved_only_where_asked(scene: WizardScene, tmp_path: Path):
    scene.go_to("sheet")
    scene.window.sheet.paper.click()
    scene.background.drain()
    ((pdf, order),) = scene.printer.sent
    assert pdf.startswith(b"%PDF")
    assert order.copies == 2
    assert list(tmp_path.rglob("*.pdf")) == []
    scene.messages.answer(tmp_path / "sheet")
    scene.window.sheet.file.click()
    scene.background.drain()
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_back_keeps_what_was_typed(scene: WizardScene):
    scene.go_to("sheet")
    code = scene.window.sheet.code
    for _ in range(3):
        scene.window.back.click()
    assert scene.window.now is scene.window.office
    for _ in range(3):
        scene.window.next.click()
    assert scene.window.now is scene.window.sheet
    assert scene.window.sheet.code is code
    assert scene.window.officer.password.text() == PASSWORD


def test_a_bad_place_is_warned_of_and_putting_off_too(scene: WizardScene, tmp_path: Path):
    scene.go_to("place")
    place = scene.window.place
    scene.window.next.click()
    assert place.folder.error
    scene.messages.answer(tmp_path / "OneDrive" / "keys")
    place.choose.click()
    scene.background.drain()
    assert place.warning.isVisible()
    place.when.choose(False)
    assert place.later.isVisible()
    assert place.place is None


def test_without_a_store_the_passphrase_alone_is_accepted(kit: Kit, qtbot: QtBot, tmp_path: Path):
    scene = WizardScene(kit, tmp_path, store=False)
    present(qtbot, scene.window)
    scene.go_to("officer")
    scene.fill_officer()
    scene.window.officer.agree.setChecked(False)
    scene.window.next.click()
    assert scene.window.now is scene.window.officer
    assert scene.window.officer.note.isVisible()
    scene.window.officer.agree.setChecked(True)
    scene.window.next.click()
    for name in ("sheet", "place"):
        getattr(scene, f"fill_{name}")()
        scene.window.next.click()
    assert scene.window.start.pairs[4].value.text() == "비밀번호만으로 열기"
    scene.window.next.click()
    scene.background.drain()
    assert scene.created[0].info.store_name == ""
    scene.created[0].close()


def test_a_code_that_is_taken_leads_back_to_the_code(scene: WizardScene):
    scene.home.make().close()
    scene.go_to("start")
    scene.window.next.click()
    scene.background.drain()
    assert scene.created == []
    assert scene.window.now is scene.window.office
    assert scene.window.office.forms[scene.window.office.chosen].edits["facility_code"].field.error
    assert scene.window.next.isEnabled()


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut_in_any_step(scene: WizardScene, kit: Kit, qtbot: QtBot, percent: int):
    kit.appearance.set_percent(percent)
    for name in ("office", "people", "officer", "sheet", "place"):
        qtbot.wait(20)
        assert clip_check(scene.window) + overlaps(scene.window) == [], name
        getattr(scene, f"fill_{name}")()
        scene.window.next.click()
    qtbot.wait(20)
    assert clip_check(scene.window) + overlaps(scene.window) == []
