"""Where another PC writes, buttons that write are off and say why, until this one writes again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from easycare_desktop.ui.widgets import Kit, column
from easycare_desktop.ui.widgets.button import Button
from easycare_desktop.ui.widgets.look_only_band import LookOnlyBand

WORDS = "2026년 11월 23일에 다른 PC에 넘겼습니다."


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def buttons(kit: Kit) -> dict[str, Button]:
    return {
        "new": kit.button("새로 등록", "primary", "user-plus", key="F2"),
        "print": kit.button("인쇄", icon="printer"),
        "ending": kit.button("급여 종료", writes=True),
        "close": kit.button("닫기", "primary", key="Esc"),
        "show": kit.button("이렇게 보기", "primary", writes=False),
        "search": kit.button("찾기"),
    }


def off(made: dict[str, Button]) -> set[str]:
    return {name for name, each in made.items() if not each.isEnabled()}


def test_what_writes_is_off_while_another_pc_writes(kit: Kit, window: QWidget):
    made, band = buttons(kit), LookOnlyBand(kit.appearance)
    window.setLayout(column(band, *made.values()))
    window.show()
    assert off(made) == set()
    made["print"].setEnabled(False)
    band.show_words(WORDS)
    assert off(made) == {"new", "print", "ending"}
    assert WORDS in made["new"].toolTip()
    assert WORDS in made["new"].accessibleDescription()
    made["new"].setEnabled(True)
    assert "new" in off(made)
    band.lift()
    assert off(made) == {"print"}
    assert made["new"].toolTip() == ""


def test_a_button_and_a_dialog_that_come_later_know_it(qtbot: QtBot, kit: Kit, window: QWidget):
    band, box = LookOnlyBand(kit.appearance), QVBoxLayout(window)
    box.addWidget(band)
    window.show()
    band.show_words(WORDS)
    later = kit.button("저장하기", "primary")
    box.addWidget(later)
    dialog = QDialog(window)
    last = kit.button("파기하기", "danger")
    dialog.setLayout(column(last))
    dialog.show()
    qtbot.waitUntil(later.isVisible)
    assert not later.isEnabled()
    assert not last.isEnabled()
    clicked = []
    later.clicked.connect(clicked.append)
    qtbot.mouseClick(later, Qt.MouseButton.LeftButton)
    assert clicked == []
