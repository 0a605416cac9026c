"""다른 PC에서 옮겨 오기 of an office that was handed over: nothing newer can be anywhere."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.services.restore.front import RestoreFront
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.restore_window import RestoreWindow
from tests.helpers.cases import register
from tests.helpers.office_copies import OfficeMould
from tests.helpers.offices import OfficeHome
from tests.helpers.present import present
from tests.helpers.two_pcs import Pc, give


def test_without_a_certificate_no_doubt_is_told_and_the_other_pc_looks_on(
    qtbot: QtBot, kit: Kit, mould: OfficeMould, messages: RecordingMessages,
    background: ManualBackground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
):  # fmt: skip
    stick = tmp_path / "stick"
    stick.mkdir()
    here = Pc("PC-HERE", mould.copy_to(tmp_path / "here"), monkeypatch)
    services = here.open()
    services.key_places.add("USB", stick)
    register(services)
    give(services)
    services.office.close()
    there = Pc("PC-THERE", OfficeHome(tmp_path / "there"), monkeypatch)
    there.sit()
    window = RestoreWindow(RestoreFront(there.shelf), kit, messages, background)
    present(qtbot, window)
    steps = window.steps
    steps.where.way.choose("there")
    messages.answer(stick)
    steps.where.there.choose.click()
    for field, group in zip(steps.where.there.groups, here.home.sheet.groups, strict=True):
        field.control.setText(group)
    window.foot.next.click()
    background.drain()
    messages.answer(stick)
    steps.backup.choose.click()
    background.drain()
    window.foot.next.click()
    background.drain()
    assert steps.now is steps.preview
    assert not steps.preview.doubt.isVisible()
    assert not steps.preview.newer.isVisible()
    assert "넘겨준 PC에서는 보기만" in steps.confirm.banner.accessibleName()
    window.close()
