"""What is shown before it lies in its window flashes, and under Wine costs two seconds."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from easycare_desktop.ui.widgets import Kit
from tests.helpers.login import LoginScene


class ShownWindows(QObject):
    """Keeps the kind of each window that is shown while it is at work."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.kinds: list[str] = []
        app.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.kinds.append(type(watched).__name__)
        return False


def test_no_other_window_is_shown_for_a_moment(
    qapp: QApplication, kit: Kit, qtbot: QtBot, tmp_path: Path
):
    shown = ShownWindows(qapp)
    scene = LoginScene(kit, tmp_path)
    qtbot.addWidget(scene.window)
    assert shown.kinds == []
    scene.window.show()
    assert shown.kinds == ["LoginWindow"]
    qapp.removeEventFilter(shown)
