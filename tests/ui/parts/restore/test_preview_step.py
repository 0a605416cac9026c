"""What a restore would take away is told with where it still is."""

from dataclasses import replace
from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.services.restore.preview import Preview
from easycare_desktop.system.clock import SEOUL
from easycare_desktop.ui.parts.restore.preview_step import PreviewStep
from easycare_desktop.ui.widgets import Kit

TOLD = Preview(
    set_name="one",
    made_at=datetime(2026, 11, 23, 9, 30, tzinfo=SEOUL),
    size=1_000,
    people=3,
    files=0,
    present_readable=True,
    log_carried=True,
    served=0,
    dropped=0,
    separated=0,
    newer_only=7,
    appear=(),
    disappear=(),
    changed=0,
)


@pytest.mark.parametrize(
    ("told", "here", "words"),
    [
        (replace(TOLD, newer_backup=True), True, "더 새 백업이 있습니다."),
        (TOLD, True, "지금 자료에만 있는 항목 7건이 없어집니다."),
        (replace(TOLD, present_readable=False), True, "더 새 백업이 있는지 찾아보세요."),
        (TOLD, False, "더 새 백업이 있는지 찾아보세요."),
        (replace(TOLD, newer_only=0), True, ""),
    ],
)
def test_it_says_where_the_rest_is(
    qtbot: QtBot, kit: Kit, told: Preview, words: str, *, here: bool
):
    step = PreviewStep(kit)
    qtbot.addWidget(step)
    step.show_preview(told, fresh=True, here=here)
    assert words in step.newer.text()
    assert bool(words) is bool(step.newer.text())
