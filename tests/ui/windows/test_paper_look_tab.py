"""문서 모양, the tab of 설정, over a real office."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.services.bundle import Services
from easycare_desktop.services.office_look import LOOK
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.settings.paper_look_tab import PaperLookTab
from easycare_desktop.ui.widgets import Kit, column, holder
from tests.helpers.present import present
from tests.helpers.seals import blank_paper, scanned_seal

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def tab(
    qtbot: QtBot, kit: Kit, services: Services, messages: RecordingMessages,
    background: ManualBackground,
) -> Iterator[PaperLookTab]:  # fmt: skip
    made = PaperLookTab(services, kit, messages, background)
    window = holder(column(kit.scroll(holder(column(made, margins=(24, 12, 24, 14)))), made.foot))
    window.setProperty("part", "page")
    window.resize(1142, 690)
    present(qtbot, window)
    made.refresh()
    background.drain()
    yield made
    window.hide()


def test_a_seal_is_chosen_shown_and_taken_away(
    tab: PaperLookTab, services: Services, messages: RecordingMessages,
    background: ManualBackground, tmp_path: Path,
):  # fmt: skip
    scan = tmp_path / "seal.png"
    scan.write_bytes(scanned_seal())
    messages.answer(scan)
    QTest.mouseClick(tab.seal.choose, LEFT)
    background.drain()
    assert services.paper_look.read().seal
    assert tab.seal.drop.isVisibleTo(tab)
    assert "직인을 바꿈" in tab.changes.text()
    messages.answer(True)
    QTest.mouseClick(tab.seal.drop, LEFT)
    background.drain()
    assert services.paper_look.read().seal == b""
    assert not tab.seal.drop.isVisibleTo(tab)


def test_what_is_no_seal_says_so_and_changes_nothing(
    tab: PaperLookTab, services: Services, messages: RecordingMessages,
    background: ManualBackground, tmp_path: Path,
):  # fmt: skip
    scan = tmp_path / "paper.png"
    scan.write_bytes(blank_paper())
    messages.answer(scan)
    QTest.mouseClick(tab.seal.choose, LEFT)
    background.drain()
    assert services.paper_look.read().version == 0
    assert messages.of_kind("refuse")


@pytest.mark.look
def test_own_wording_is_stored_and_nothing_is_cut(
    qtbot: QtBot, kit: Kit, tab: PaperLookTab, services: Services, background: ManualBackground
):
    services.paper_look.put_seal(scanned_seal())
    tab.refresh()
    background.drain()
    tab.edits["third_sign"].put("센터장")
    tab.wording.reason.control.setText("직함")
    QTest.mouseClick(tab.wording.save, LEFT)
    background.drain()
    assert services.profile.read(LOOK)["third_sign"] == "센터장"
    for percent in (100, 150, 200):
        kit.appearance.wear(Look(percent=percent))
        qtbot.waitUntil(lambda: not clip_check(tab) and not overlaps(tab), timeout=1000)
