"""열쇠 보관처 on its tab: another stick, a folder that can be none, one that was struck off."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages, Trouble
from easycare_desktop.ui.parts.keys.keys_tab import KeysTab
from easycare_desktop.ui.widgets import Kit
from tests.helpers.present import present

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    made = tmp_path / "usb"
    made.mkdir()
    return made


@pytest.fixture
def tab(
    qtbot: QtBot, kit: Kit, services: Services, messages: RecordingMessages,
    background: ManualBackground,
) -> KeysTab:  # fmt: skip
    made = KeysTab(kit, services, messages, background)
    made.changed.connect(made.refresh)
    made.resize(1142, 690)
    present(qtbot, made)
    return made


def shown(tab: KeysTab, background: ManualBackground) -> str:
    tab.refresh()
    background.drain()
    return "\n".join(each.accessibleName() for each in tab.places.lines)


def test_another_stick_with_the_letter_of_a_place_is_told_and_gets_nothing(
    tab: KeysTab, background: ManualBackground, services: Services, usb: Path,
    messages: RecordingMessages,
):  # fmt: skip
    services.key_places.add("금고 USB", usb)
    usb.rename(usb.with_name("in the safe"))
    usb.mkdir()
    assert "금고 USB, 다른 USB, 등록한 USB가 아닙니다." in shown(tab, background)
    QTest.mouseClick(tab.update_all, LEFT)
    background.drain()
    assert "등록한 USB가 아니어서 넣지 않았습니다." in str(messages.of_kind("inform")[0].content)
    assert list(usb.iterdir()) == []


@pytest.mark.parametrize(("inside", "number"), [(False, "KP-144"), (True, "KP-145")])
def test_a_folder_that_can_be_no_place_is_refused_in_words(
    tab: KeysTab, background: ManualBackground, services: Services, usb: Path,
    messages: RecordingMessages, *, inside: bool, number: str,
):  # fmt: skip
    services.key_places.add("금고 USB", usb)
    folder = services.office.info.folder / "inside" if inside else usb
    folder.mkdir(exist_ok=True)
    messages.answer(folder, True, "둘째 USB")
    QTest.mouseClick(tab.add, LEFT)
    background.drain()
    trouble = messages.of_kind("refuse")[0].content[0]
    assert isinstance(trouble, Trouble)
    assert trouble.number == number
    assert len(services.key_places.states()) == 1
    assert list(folder.rglob("*")) == [] or not inside


def test_a_place_at_hand_is_struck_off_with_its_keys(
    tab: KeysTab, background: ManualBackground, services: Services, usb: Path,
    messages: RecordingMessages,
):  # fmt: skip
    services.key_places.add("금고 USB", usb)
    shown(tab, background)
    messages.answer(True)
    QTest.mouseClick(tab.places.lines[0].remove, LEFT)
    background.drain()
    assert "「금고 USB」의 열쇠를 지웁니다." in str(messages.of_kind("confirm")[0].content)
    assert (tab.places.lines, tab.places.former) == ([], [])
    assert list(usb.iterdir()) == []


def test_a_place_elsewhere_stays_on_the_card_until_it_is_said_to_be_gone(
    tab: KeysTab, background: ManualBackground, services: Services, usb: Path,
    messages: RecordingMessages,
):  # fmt: skip
    services.key_places.add("금고 USB", usb)
    usb.rename(usb.with_name("in the safe"))
    shown(tab, background)
    messages.answer(True)
    QTest.mouseClick(tab.places.lines[0].remove, LEFT)
    background.drain()
    assert "「일부 완료」" in str(messages.of_kind("confirm")[0].content)
    (line,) = tab.places.former
    assert line.accessibleName().startswith("금고 USB, 열쇠 남음, 옛 열쇠가 있을 수 있습니다.")
    QTest.mouseClick(line.tick, LEFT)
    background.drain()
    assert len(tab.places.former) == 1
    messages.answer(True)
    QTest.mouseClick(tab.places.former[0].tick, LEFT)
    background.drain()
    assert tab.places.former == []
    assert services.former_places.all() == []
