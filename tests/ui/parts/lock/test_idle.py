from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
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


def moved(window: QWidget) -> QMouseEvent:
    here = QPointF(window.rect().center())
    none = Qt.MouseButton.NoButton
    plain = Qt.KeyboardModifier.NoModifier
    return QMouseEvent(QEvent.Type.MouseMove, here, here, none, none, plain)


@pytest.mark.parametrize("sign", ["key", "mouse", "press"])
def test_keys_and_mouse_begin_the_time_anew(qtbot: QtBot, watch: IdleWatch, sign: str):
    window = QWidget()
    present(qtbot, window)
    watch.begin()
    QTest.qWait(120)
    before = watch.remaining()
    assert before <= 599_900
    if sign == "key":
        QTest.keyClick(window, Qt.Key.Key_A)
    elif sign == "mouse":
        QApplication.sendEvent(window, moved(window))
    else:
        QTest.mouseClick(window, Qt.MouseButton.LeftButton)
    assert watch.remaining() > before


def test_after_stop_a_key_does_not_begin_it(qtbot: QtBot, watch: IdleWatch):
    window = QWidget()
    present(qtbot, window)
    watch.begin()
    watch.stop()
    QTest.keyClick(window, Qt.Key.Key_A)
    assert not watch.watching


def test_the_curtain_takes_dialogs_too_and_brings_them_back(qtbot: QtBot):
    window, gone = QWidget(), QWidget()
    dialog = QDialog(window)
    for each in (window, gone):
        present(qtbot, each)
    dialog.open()
    curtain = Curtain()
    curtain.fall()
    assert not [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    gone.deleteLater()
    QTest.qWait(10)
    curtain.rise()
    assert window.isVisible()
    assert dialog.isVisible()
    dialog.close()
