"""Several persons of one kind are chosen and planned together."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.destruction.several_dialog import SeveralDialog
from easycare_desktop.ui.widgets import Kit
from tests.helpers.hangul import type_hangul
from tests.helpers.offices import OfficeHome
from tests.helpers.present import present
from tests.helpers.sizes import PERCENTS


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = Services(OfficeHome(tmp_path).make())
    made.start()
    for name in ("상하나", "상둘", "상셋"):
        made.people.register(PersonKind.ENQUIRER, {"identity": {"name": name}})
    yield made
    made.office.close()


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_two_of_three_are_planned(qtbot: QtBot, kit: Kit, services: Services, percent: int):
    kit.appearance.set_percent(percent)
    dialog = SeveralDialog(kit, services, RecordingMessages())
    present(qtbot, dialog)
    planned: list[int] = []
    dialog.planned.connect(planned.append)
    assert not dialog.ask.isEnabled()
    QTest.mouseClick(dialog.pick_all, Qt.MouseButton.LeftButton)
    dialog.table.choose_first()
    QTest.mouseClick(dialog.pick, Qt.MouseButton.LeftButton)
    assert dialog.count.text() == "2명 골랐습니다"
    assert clip_check(dialog) == []
    QTest.mouseClick(dialog.ask, Qt.MouseButton.LeftButton)
    assert dialog.why.error
    type_hangul(dialog.why.control, "정리")
    QTest.mouseClick(dialog.ask, Qt.MouseButton.LeftButton)
    plan = services.destruction.view(planned[0]).plan
    assert len(plan.persons) == 2
