"""우편 라벨: the sheet decides which places there are; whoever has no address is told."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.people import Person, PersonKind, PersonState
from easycare_desktop.services.person_lines import person_line
from easycare_desktop.system.label_sheets import load_label_sheets
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.label_dialog import LabelDialog
from tests.helpers.present import present
from tests.helpers.sizes import PERCENTS

SHEETS = load_label_sheets(Path(__file__).resolve().parents[3] / "resources" / "labels")
PERSON = Person(7, "P-00007", PersonKind.RECIPIENT, PersonState.ACTIVE, date(2025, 1, 2))
LINES = [
    person_line(PERSON, {"name": "마루한", "address": "행복시 봄길 1"}),
    person_line(PERSON, {"name": "나래온"}),
]


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_labels_are_ordered_for_those_with_an_address(qtbot: QtBot, kit: Kit, percent: int):
    kit.appearance.wear(Look(percent=percent))
    dialog = LabelDialog(kit, SHEETS, LINES)
    present(qtbot, dialog)
    assert clip_check(dialog) == []
    dialog.sheet.control.choose("24")
    assert dialog.first.control.count() == 24
    dialog.first.control.choose(5)
    with qtbot.waitSignal(dialog.ordered) as told:
        dialog.make.click()
    (order,) = told.args
    assert (order.people, order.sheet, order.first, order.sender) == ((7,), "24", 5, True)


def test_whoever_died_is_left_out_and_counted(qtbot: QtBot, kit: Kit):
    dead = {"name": "다가심", "address": "행복시 봄길 2", "died_on": "2026-11-01"}
    dialog = LabelDialog(kit, SHEETS, [*LINES, person_line(PERSON, dead)])
    qtbot.addWidget(dialog)
    told = dialog.findChild(QLabel, "labels.told").text()
    assert told == "목록의 3명 가운데 1명의 라벨을 만듭니다. 돌아가신 1명은 뺍니다."
    with qtbot.waitSignal(dialog.ordered) as ordered:
        dialog.make.click()
    assert ordered.args[0].people == (7,)


def test_without_any_address_there_is_nothing_to_make(qtbot: QtBot, kit: Kit):
    dialog = LabelDialog(kit, SHEETS, LINES[1:])
    qtbot.addWidget(dialog)
    assert not dialog.make.isEnabled()
