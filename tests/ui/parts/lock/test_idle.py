from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from easycare_desktop.ui.parts.lock.curtain import Curtain
from easycare_desktop.ui.parts.lock.idle import IdleWatch
from tests.helpers.present import present


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[IdleWatch]:
    made = IdleWatch(qapp, 10)
    yield made
    made.stop()


def test_it_tells_once_when_the_time_is_over(qtbot: QtBot, qapp: QApplication):
    watch = IdleWatch(qapp, 0)
    with qtbot.waitSignal(watch.idle, timeout=1000):
        watch.begin()
    assert not watch.watching


def test_it_counts_only_between_begin_and_stop(watch: IdleWatch):
    assert watch.remaining() == -1
    watch.begin()
    assert 599_000 < watch.remaining() <= 600_000
    watch.stop()
    assert not watch.watching


SIGNS = ["key", "mouse", "press", "syllable", "dialog"]


@pytest.mark.parametrize("sign", SIGNS)
def test_keys_and_mouse_begin_the_time_anew(qtbot: QtBot, watch: IdleWatch, sign: str):
    window, dialog = QWidget(), QDialog()
    field = QLineEdit(window)
    present(qtbot, window)
    watch.begin()
    handle = window.windowHandle()
    if sign == "dialog":
        present(qtbot, dialog)
    elif sign == "syllable":
        field.setFocus()
    QTest.qWait(120)
    before = watch.remaining()
    assert before <= 599_900
    if sign == "key":
        QTest.keyClick(handle, Qt.Key.Key_A)
    elif sign == "mouse":
        QTest.mouseMove(handle, QPoint(5, 5))
    elif sign == "press":
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton)
    elif sign == "dialog":
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_A)
    else:
        QApplication.sendEvent(field, QInputMethodEvent("가", []))
    assert watch.remaining() > before


def test_what_lost_the_focus_is_looked_at_no_longer(qtbot: QtBot, watch: IdleWatch):
    window = QWidget()
    first, second = QLineEdit(window), QLineEdit(window)
    present(qtbot, window)
    first.setFocus()
    watch.begin()
    second.setFocus()
    QTest.qWait(120)
    before = watch.remaining()
    QApplication.sendEvent(first, QInputMethodEvent("가", []))
    assert watch.remaining() <= before


def test_it_begins_again_after_the_time_was_over(qtbot: QtBot, qapp: QApplication):
    watch = IdleWatch(qapp, 0)
    for _ in range(2):
        with qtbot.waitSignal(watch.idle, timeout=1000):
            watch.begin()
    watch.stop()


def test_after_stop_a_key_does_not_begin_it(qtbot: QtBot, watch: IdleWatch):
    window = QWidget()
    present(qtbot, window)
    watch.begin()
    watch.stop()
    QTest.keyClick(window, Qt.Key.Key_A)
    assert not watch.watching


def test_the_curtain_takes_dialogs_too_and_brings_them_back(qtbot: QtBot, qapp: QApplication):
    window, gone = QWidget(), QWidget()
    dialog = QDialog(window)
    for each in (window, gone):
        present(qtbot, each)
    dialog.open()
    curtain = Curtain(qapp)
    curtain.fall()
    assert not [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    gone.deleteLater()
    QTest.qWait(10)
    curtain.rise()
    assert window.isVisible()
    assert dialog.isVisible()
    dialog.close()
