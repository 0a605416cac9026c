"""What the curtain hides, and what is shown while it is down."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from easycare_desktop.ui.parts.lock.curtain import Curtain
from tests.helpers.present import present


def shown() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if each.isVisible()]


def test_only_the_front_and_its_dialogs_come_while_it_is_down(qtbot: QtBot, qapp: QApplication):
    window, front = QWidget(), QWidget()
    present(qtbot, window)
    late, own = QDialog(window), QDialog(front)
    curtain = Curtain(qapp)
    curtain.fall(front)
    present(qtbot, front)
    late.open()
    assert late.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    own.open()
    qtbot.waitUntil(lambda: not late.isVisible())
    assert {*shown()} == {front, own}
    own.close()
    curtain.rise()
    assert window.isVisible()
    assert late.isVisible()
    assert not late.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    late.close()


def test_a_dialog_that_ended_behind_it_does_not_come_back(qtbot: QtBot, qapp: QApplication):
    window = QWidget()
    present(qtbot, window)
    dialog = QDialog(window)
    dialog.open()
    curtain = Curtain(qapp)
    curtain.fall()
    assert curtain.hides_dialog
    dialog.accept()
    assert not curtain.hides_dialog
    curtain.rise()
    assert window.isVisible()
    assert not dialog.isVisible()


def test_what_comes_and_goes_behind_it_does_not_come_back(qtbot: QtBot, qapp: QApplication):
    window = QWidget()
    present(qtbot, window)
    curtain = Curtain(qapp)
    curtain.fall()
    late = QDialog(window)
    late.open()
    late.accept()
    QTest.qWait(10)
    curtain.rise()
    assert not late.isVisible()
    late.open()
    assert not late.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    late.close()
