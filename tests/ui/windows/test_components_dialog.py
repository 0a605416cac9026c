import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from easycare_desktop.system.components import Component
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.components_dialog import ComponentsDialog
from tests.helpers.sizes import PERCENTS

SEVERAL = tuple(Component(f"Component {n}", "1.2.3", "LGPL-3.0-only") for n in range(20))


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_it_shows_every_component_and_nothing_is_cut(qtbot: QtBot, kit: Kit, percent: int):
    kit.appearance.set_percent(percent)
    dialog = ComponentsDialog(kit, SEVERAL)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    assert dialog.table.model().rowCount() == len(SEVERAL)
    assert clip_check(dialog) == []
    dialog.leave.click()
    assert not dialog.isVisible()
