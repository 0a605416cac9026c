"""The clip check finds what it is there to find."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from easycare_desktop.ui.appearance.clip_check import NotDressedError, clip_check, overlaps
from easycare_desktop.ui.widgets import Kit, column, row
from tests.helpers.house import HouseOfTests
from tests.helpers.present import present

pytestmark = pytest.mark.look


def test_cut_words_are_found(qtbot: QtBot, kit: Kit):
    window = QWidget()
    label = QLabel("아주 긴 글이 여기에 들어갑니다", window)
    label.setGeometry(0, 0, 60, 24)
    window.resize(300, 100)
    present(qtbot, window)
    assert clip_check(window)[0].startswith("cut right: '아주 긴 글이")
    label.setGeometry(0, 0, 300, 8)
    assert clip_check(window)[0].startswith("cut below")
    label.setGeometry(0, 0, 300, 40)
    assert clip_check(window) == []


def test_wrapped_words_are_measured_in_height(qtbot: QtBot, kit: Kit):
    window = QWidget()
    label = kit.text("여러 줄로 나뉘는 글이 " * 6, wrap=True)
    label.setParent(window)
    label.setGeometry(0, 0, 120, 24)
    window.resize(300, 300)
    present(qtbot, window)
    assert clip_check(window)[0].startswith("cut below")
    label.setGeometry(0, 0, 120, 300)
    assert clip_check(window) == []


def test_small_and_nameless_targets_are_found(qtbot: QtBot, kit: Kit):
    window = QWidget()
    small = QPushButton(window)
    small.setGeometry(0, 0, 20, 20)
    window.resize(300, 100)
    present(qtbot, window)
    found = clip_check(window)
    assert [line.split(":")[0] for line in found] == ["small target", "no accessible name"]


def test_what_sticks_out_sideways_is_found(qtbot: QtBot, kit: Kit):
    wide = QWidget()
    wide.setMinimumWidth(900)
    window = QWidget()
    window.setLayout(column(kit.scroll(wide)))
    window.resize(400, 200)
    present(qtbot, window)
    assert clip_check(window)[0].startswith("cut sideways")


def test_overlaps_are_found(qtbot: QtBot, kit: Kit):
    window = QWidget()
    one, other = kit.button("하나"), kit.button("둘")
    window.setLayout(row(one, other))
    present(qtbot, window)
    assert overlaps(window) == []
    other.move(one.pos())
    assert overlaps(window) == ["overlap: Button and Button"]


def test_nothing_is_judged_without_the_style_sheet(qtbot: QtBot, kit: Kit, house: HouseOfTests):
    window = kit.text("보통")
    present(qtbot, window)
    assert (clip_check(window), overlaps(window)) == ([], [])
    house.put_on_style_sheet(False)
    for check in (clip_check, overlaps):
        with pytest.raises(NotDressedError):
            check(window)
