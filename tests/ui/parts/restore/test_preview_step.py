"""What a restore would take away is told with where it still is."""

from dataclasses import replace
from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.services.restore.preview import Preview
from easycare_desktop.system.clock import SEOUL
from easycare_desktop.ui.parts.restore.preview_step import PreviewStep
from easycare_desktop.ui.parts.restore.ways import HERE, THERE, Way
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
    ("told", "way", "words"),
    [
        (replace(TOLD, newer_backup=True), HERE, "더 새 백업이 있습니다."),
        (TOLD, HERE, "지금 자료에만 있는 항목 7건이 없어집니다."),
        (replace(TOLD, present_readable=False), HERE, "더 새 백업이 있는지 찾아보세요."),
        (replace(TOLD, present_readable=False), THERE, "더 새 백업이 있는지 찾아보세요."),
        (replace(TOLD, newer_only=0), HERE, ""),
    ],
)
def test_it_warns_of_what_is_missing_and_says_where_it_is(
    qtbot: QtBot, kit: Kit, told: Preview, words: str, way: Way
):
    step = PreviewStep(kit)
    qtbot.addWidget(step)
    step.show_preview(told, way, "오늘", fresh=True)
    assert words in step.newer.accessibleName()
    assert step.newer.isHidden() is not bool(words)


def test_a_pc_that_has_nothing_yet_hears_of_nothing_to_lose(qtbot: QtBot, kit: Kit):
    step = PreviewStep(kit)
    qtbot.addWidget(step)
    told = replace(TOLD, present_readable=False, dropped=2, separated=3)
    step.show_preview(told, THERE, "오늘", fresh=True)
    assert step.compared.isHidden()
    assert step.doubt.isHidden()
    assert [pair.value.text() for pair in step.pairs[2:]] == ["3명", "2건", "3건"]
    step.show_preview(told, HERE, "오늘", fresh=True)
    assert "비교하지 못했습니다" in step.doubt.accessibleName()
    assert not step.doubt.isHidden()
    step.show_preview(TOLD, HERE, "오늘", fresh=True)
    assert not step.compared.isHidden()
    assert step.doubt.isHidden()
