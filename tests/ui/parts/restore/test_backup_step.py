"""The backups that lie at a place, each with the PC that made it."""

from datetime import datetime, timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from easycare_desktop.services.restore.session import FoundSet, SetPlace
from easycare_desktop.storage.backup.reader import SetState
from easycare_desktop.system.clock import SEOUL
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.restore.backup_step import BackupStep
from easycare_desktop.ui.widgets import Kit

AT = datetime(2026, 11, 23, 9, 30, tzinfo=SEOUL)


def found(day: int, instance: str) -> FoundSet:
    at = AT + timedelta(days=day)
    place = SetPlace(Path(f"{at:%Y%m%d}-{instance}"), at, instance)
    return FoundSet(place, SetState.CUT, None)


def made_by(step: BackupStep) -> list[str]:
    model = step.model
    return [str(model.data(model.index(row, 1))) for row in range(model.rowCount())]


def test_each_pc_has_one_name(qtbot: QtBot, kit: Kit, messages: RecordingMessages):
    step = BackupStep(kit, messages)
    qtbot.addWidget(step)
    step.show_sets([found(3, "cafe01"), found(2, "beef02"), found(1, "cafe01")])
    assert made_by(step) == ["PC 1", "PC 2", "PC 1"]
    assert not step.table.isColumnHidden(1)
    assert step.chosen_at == "2026-11-26 09:30"
    step.show_sets([found(3, "cafe01"), found(2, "cafe01")])
    assert step.table.isColumnHidden(1)  # one PC alone tells nothing apart
    step.show_sets([])
    assert made_by(step) == []
