"""A lost key place and an officer who leaves, in the real dialogs."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.keys.hand_over_dialog import HandOverDialog
from easycare_desktop.ui.parts.keys.sheet_dialog import SheetDialog
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.keys_page import KeysPage
from tests.helpers.agency import SECOND, SECOND_PASSWORD, Agency
from tests.helpers.present import present

_KEYS = 2


def _page(
    qtbot: QtBot, kit: Kit, agency: Agency
) -> tuple[KeysPage, RecordingMessages, ManualBackground]:
    messages, background = RecordingMessages(), ManualBackground()
    page = KeysPage(kit, agency.services, messages, background)
    page.tabs.setCurrentIndex(_KEYS)
    page.refresh()
    background.drain()
    present(qtbot, page)
    return page, messages, background


def _exchange(dialog: object) -> None:
    assert isinstance(dialog, SheetDialog)
    QTest.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    for field, group in zip(dialog.typed, dialog.asked, strict=True):
        QTest.keyClicks(field.control, dialog.sheet.groups[group - 1])
    QTest.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)


def test_a_lost_place_is_struck_off(qtbot: QtBot, kit: Kit, agency: Agency):
    page, messages, background = _page(qtbot, kit, agency)
    place = agency.services.key_places.states()[0]
    messages.answer(place.id, True)
    QTest.mouseClick(page.keys.recovery.card.lost, Qt.MouseButton.LeftButton)
    background.drain()
    _exchange(page.keys.recovery.dialog)
    background.drain()
    assert agency.services.key_places.states() == []
    assert agency.services.office.keys.generation == 2
    assert page.keys.recovery.card.history.isVisible()


def test_places_of_one_name_are_told_apart_before_one_is_struck_off(
    qtbot: QtBot, kit: Kit, agency: Agency, tmp_path: Path
):
    (first,) = agency.services.key_places.states()
    (second := tmp_path / "둘째").mkdir()
    added = agency.services.key_places.add(first.label, second)
    page, messages, _ = _page(qtbot, kit, agency)
    messages.answer(added.id)
    QTest.mouseClick(page.keys.recovery.card.lost, Qt.MouseButton.LeftButton)
    (asked,), (question,) = messages.of_kind("ask_choice"), messages.of_kind("confirm")
    names = {words for _, words in asked.content[2]}  # type: ignore[attr-defined]
    assert names == {f"{first.label} · {each}" for each in (first.folder, second)}
    assert str(second) in str(question.content)


@pytest.mark.look
def test_an_officer_hands_over(qtbot: QtBot, kit: Kit, agency: Agency):
    page, _, background = _page(qtbot, kit, agency)
    QTest.mouseClick(page.keys.recovery.card.hand_over, Qt.MouseButton.LeftButton)
    dialog = page.keys.recovery.dialog
    assert isinstance(dialog, HandOverDialog)
    assert not dialog.go_on.isEnabled()
    QTest.keyClicks(dialog.login.control, SECOND)
    QTest.keyClicks(dialog.password.control.focusProxy(), SECOND_PASSWORD)
    QTest.mouseClick(dialog.test, Qt.MouseButton.LeftButton)
    background.drain()
    dialog.leaving.control.choose(2)
    assert clip_check(dialog) == []
    assert dialog.go_on.isEnabled()
