"""The tour never waits for ever: an unanswered dialog and an incident fail the step with words."""

from collections import deque
from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QVBoxLayout
from pytestqt.qtbot import QtBot

from easycare_desktop.app.on_tour import TourMessages
from easycare_desktop.tour.hand import Hand
from easycare_desktop.tour.report import StepFailedError
from easycare_desktop.tour.watch import Watch
from easycare_desktop.ui.incidents import incident_number
from easycare_desktop.ui.messages import Trouble
from easycare_desktop.ui.spoken_dialogs import TroubleDialog
from easycare_desktop.ui.widgets import Kit, Toasts

NUMBER = incident_number(ValueError, None)
TROUBLE = Trouble("뜻밖의 일", "마치지 못했습니다.", "안전합니다.", "다시 해 보세요.", NUMBER)


def _quiet() -> bool:
    return False


def _no_trouble() -> str:
    return ""


def _close_the_dialog() -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TroubleDialog)
    dialog.reject()


def _dialog(qtbot: QtBot) -> QDialog:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.setModal(True)
    QVBoxLayout(dialog).addWidget(QLabel("아무도 답하지 않는 물음"))
    return dialog


def test_an_unanswered_dialog_is_closed_and_fails_the_step(qtbot: QtBot):
    dialog = _dialog(qtbot)
    hand = Hand(_quiet, _no_trouble, Watch(_quiet, looks=2, every=20))
    dialog.exec()
    assert not dialog.isVisible()
    with pytest.raises(StepFailedError, match="아무도 답하지 않는 물음"):
        hand.settle()
    hand.settle()


def test_a_dialog_over_running_work_is_left_alone(qtbot: QtBot):
    dialog = _dialog(qtbot)
    watch = Watch(lambda: True, looks=2, every=20)
    QTimer.singleShot(200, dialog.accept)
    assert dialog.exec() == QDialog.DialogCode.Accepted
    assert watch.take() == ""


def test_an_incident_opens_no_dialog_and_fails_the_step(qtbot: QtBot, kit: Kit):
    messages = TourMessages(kit, Toasts())
    assert not messages.refuse(TROUBLE)
    hand = Hand(_quiet, messages.incident)
    with pytest.raises(StepFailedError, match=NUMBER):
        hand.settle()
    hand.settle()


def test_a_refusal_with_a_number_is_still_shown(qtbot: QtBot, kit: Kit):
    messages = TourMessages(kit, Toasts())
    QTimer.singleShot(100, _close_the_dialog)
    assert not messages.refuse(replace(TROUBLE, number="RS-104"))
    assert messages.incident() == ""


def test_troubles_come_in_order():
    waiting = deque(["first", "second"])
    hand = Hand(_quiet, lambda: waiting.popleft() if waiting else "")
    for words in ("first", "second"):
        with pytest.raises(StepFailedError, match=words):
            hand.settle()
