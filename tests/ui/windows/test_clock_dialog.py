"""시계가 맞나요?: after a jump of the clock an officer decides, and nobody else."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.services.office import OpenOffice
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.clock_dialog import ClockDialog
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD
from tests.helpers.offices import LOGIN, NOW, PASSWORD, OfficeHome
from tests.helpers.present import present
from tests.helpers.sizes import PERCENTS

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def login() -> tuple[str, str]:
    return LOGIN, PASSWORD


@pytest.fixture
def office(home: OfficeHome, login: tuple[str, str]) -> Iterator[OpenOffice]:
    home.open().close()
    home.clock.set(NOW - timedelta(days=3))
    opened = home.open(*login)
    yield opened
    opened.close()


@pytest.fixture
def dialog(
    qtbot: QtBot,
    kit: Kit,
    office: OpenOffice,
    messages: RecordingMessages,
    background: ManualBackground,
) -> ClockDialog:
    made = ClockDialog(office, kit, messages, background)
    present(qtbot, made)
    return made


def test_both_moments_are_said(dialog: ClockDialog):
    assert dialog.seen.value.text() == "2026년 11월 23일 월요일 10시 00분"
    assert dialog.now.value.text() == "2026년 11월 20일 금요일 10시 00분"
    assert dialog.later.hasFocus()


def test_the_officer_takes_the_clock_for_right(
    dialog: ClockDialog,
    office: OpenOffice,
    home: OfficeHome,
    background: ManualBackground,
    messages: RecordingMessages,
):
    assert not office.clock_trusted()
    QTest.mouseClick(dialog.right, LEFT)
    background.drain()
    assert office.clock_trusted()
    assert not dialog.isVisible()
    assert len(messages.of_kind("toast")) == 1
    office.close()
    again = home.open()
    assert again.jump is None
    again.close()


def test_later_changes_nothing(dialog: ClockDialog, office: OpenOffice):
    QTest.mouseClick(dialog.later, LEFT)
    assert not dialog.isVisible()
    assert not office.clock_trusted()


@pytest.mark.parametrize("login", [(CLERK, OTHERS_PASSWORD)])
def test_others_are_only_told(dialog: ClockDialog):
    assert not hasattr(dialog, "right")
    assert dialog.later.text().strip() == "닫기"


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut(qtbot: QtBot, kit: Kit, dialog: ClockDialog, percent: int):
    kit.appearance.wear(Look(percent=percent))
    qtbot.waitUntil(lambda: not clip_check(dialog) and not overlaps(dialog), timeout=1000)
