"""Several persons of one kind are picked, and ended together as anywhere."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.people import EndingReason, PersonKind, PersonState
from easycare_desktop.domain.requests import RequestState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.person_lines import PersonLine
from easycare_desktop.services.several_endings import EndingDays
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.destruction.plan_dialogs import PlanDialogs
from easycare_desktop.ui.parts.endings.endings_dialog import EndingsDialog
from easycare_desktop.ui.parts.endings.several_dialog import SeveralDialog
from easycare_desktop.ui.widgets import Kit
from tests.helpers.import_pages import shoot
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
def test_two_of_three_are_picked(qtbot: QtBot, kit: Kit, services: Services, percent: int):
    kit.appearance.set_percent(percent)
    dialog = SeveralDialog(kit, services)
    present(qtbot, dialog)
    picked: list[tuple[PersonLine, ...]] = []
    dialog.picked.connect(picked.append)
    assert not dialog.go_on.isEnabled()
    QTest.mouseClick(dialog.pick_all, Qt.MouseButton.LeftButton)
    dialog.people.table.choose_first()
    QTest.mouseClick(dialog.people.pick, Qt.MouseButton.LeftButton)
    assert dialog.count.text() == "2명 골랐습니다"
    assert clip_check(dialog) == []
    shoot(dialog, f"several_{percent}")
    QTest.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    assert [[line.name for line in lines] for lines in picked] == [["상셋", "상하나"]]
    dialog.kind.control.choose(PersonKind.STAFF)
    assert not dialog.go_on.isEnabled()


def test_who_is_picked_from_all_is_ended_by_the_same_steps_and_taken_back(
    qtbot: QtBot, kit: Kit, services: Services
):
    messages, background = RecordingMessages(), ManualBackground()
    parent = QWidget()
    present(qtbot, parent)
    dialogs = PlanDialogs(kit, services, messages, background)
    dialogs.several(parent)
    chooser = dialogs.shown
    assert isinstance(chooser, SeveralDialog)
    chooser.pick_all.click()
    chooser.go_on.click()
    dialog = dialogs.shown
    assert isinstance(dialog, EndingsDialog)
    background.drain()
    assert all(each.goes[0] for each in dialog.model.rows)
    dialog.ask.click()
    background.drain()
    assert dialogs.shown is None
    cases = [line.request for line in services.requests.all()]
    assert [each.state for each in cases] == [RequestState.DECIDED] * 3
    (said,) = messages.of_kind("toast")
    words, undo = said.content
    assert words == "3명을 종료하고 파기 승인을 요청했습니다."
    messages.answer(True)
    undo()
    background.drain()
    states = {line.person.state for line in services.search.find("")}
    assert states == {PersonState.ACTIVE}


def test_who_could_not_be_ended_is_told(qtbot: QtBot, kit: Kit, services: Services):
    messages, background = RecordingMessages(), ManualBackground()
    parent = QWidget()
    present(qtbot, parent)
    dialogs = PlanDialogs(kit, services, messages, background)
    dialogs.several(parent)
    dialogs.shown.pick_all.click()
    dialogs.shown.go_on.click()
    background.drain()
    first = services.search.find("상하나")[0].id
    days = EndingDays(EndingReason.NO_CONTRACT, services.office.today(), None)
    services.several_endings.end_one(first, EndingReason.NO_CONTRACT, days)
    dialogs.shown.ask.click()
    background.drain()
    assert not messages.of_kind("toast")
    (said,) = messages.of_kind("inform")
    assert "2명을 종료하고" in said.content[1]
    assert "상하나 님은 종료하지 못했습니다" in said.content[1]


def test_a_late_look_at_other_days_is_not_shown(qtbot: QtBot, kit: Kit, services: Services):
    background = ManualBackground()
    lines = services.search.find("상하나")
    dialog = EndingsDialog(kit, services, lines, RecordingMessages(), background)
    present(qtbot, dialog)
    dialog.day.set_day(date(2026, 11, 2))
    dialog.day.picked.emit(date(2026, 11, 2))
    background.run_next()
    assert dialog.model.rows[0].day is None
    background.drain()
    assert dialog.model.rows[0].day == date(2026, 11, 2)
