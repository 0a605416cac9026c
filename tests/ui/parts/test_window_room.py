import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from easycare_desktop.ui.parts.shared import window_room


@pytest.mark.parametrize(
    ("screen", "fills"), [(QSize(1366, 728), True), (QSize(1920, 1040), False)]
)
def test_a_window_that_would_leave_the_screen_fills_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, screen: QSize, fills: bool
):
    monkeypatch.setattr(window_room, "_on_a_screen", lambda: True)
    monkeypatch.setattr(window_room, "_screen", lambda: screen - QSize(16, 48))
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window_room.show_whole(window)
    assert window.isMaximized() is fills


def test_without_a_screen_a_window_keeps_its_size(qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window_room.show_whole(window)
    assert not window.isMaximized()
