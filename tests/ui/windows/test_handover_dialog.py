"""폐업 이관 자료 in its dialog: counted, asked for, written beside the screen."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.holdings.handover_dialog import HandoverDialog
from easycare_desktop.ui.widgets import Kit
from tests.helpers.cases import known_person
from tests.helpers.present import present
from tests.helpers.settings_pages import put
from tests.helpers.sizes import PERCENTS

SECRET = "hamster-garden-27"


@pytest.fixture
def dialog(
    qtbot: QtBot,
    kit: Kit,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
) -> HandoverDialog:
    known_person(services)
    made = HandoverDialog(kit, services, messages, background)
    present(qtbot, made)
    background.drain()
    return made


def test_it_is_written_where_it_was_asked_for(
    dialog: HandoverDialog,
    messages: RecordingMessages,
    background: ManualBackground,
    tmp_path: Path,
):
    assert "1명" in dialog.counted.text()
    dialog.make.click()
    assert dialog.reason.error
    put(dialog, "handover.reason", "2026-12 폐업 신고")
    put(dialog, "handover.password", SECRET)
    put(dialog, "handover.password_again", SECRET)
    target = tmp_path / "usb"
    target.mkdir()
    messages.answer(target)
    dialog.make.click()
    assert dialog.progress.isVisible()
    background.drain()
    (folder,) = target.iterdir()
    assert len(list((folder / "기록").iterdir())) == 1
    assert not dialog.isVisible()


def test_a_name_in_the_reason_is_told_under_it(
    dialog: HandoverDialog,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
    tmp_path: Path,
):
    name = services.people.find("")[0].name
    put(dialog, "handover.reason", f"{name} 님의 요청")
    put(dialog, "handover.password", SECRET)
    put(dialog, "handover.password_again", SECRET)
    messages.answer(tmp_path)
    dialog.make.click()
    background.drain()
    assert dialog.reason.error
    assert dialog.make.isEnabled()


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut(qtbot: QtBot, kit: Kit, dialog: HandoverDialog, percent: int):
    kit.appearance.wear(Look(percent=percent))
    qtbot.waitUntil(lambda: not clip_check(dialog), timeout=5000)
