"""The real door and the recording one say and ask the same."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from easycare_desktop.ui import message_dialogs
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.message_dialogs import DialogMessages
from easycare_desktop.ui.messages import Question, RecordingMessages, Trouble
from easycare_desktop.ui.spoken_dialogs import Inform, QuestionDialog, TroubleDialog
from easycare_desktop.ui.widgets import Kit, Toasts
from tests.helpers.hangul import type_hangul
from tests.helpers.present import present
from tests.helpers.sizes import PERCENTS

TROUBLE = Trouble(
    title="백업을 마치지 못했습니다",
    happened="USB에 빈자리가 없어 백업을 마치지 못했습니다.",
    safe="사무실 자료는 이 PC에 그대로 있습니다.",
    now="다른 USB를 꽂고 「다시 백업하기」를 눌러 주세요.",
    number="BK-203",
    details="step 3, 28",
    way_on="다시 백업하기",
)
DANGER = Question("적던 것을 지울까요?", ("지우면 되돌릴 수 없습니다.",), "지우기", danger=True)


def once_open(act: Callable[[QWidget], None]) -> None:
    """Do `act` with what has the focus, once a dialog is open: however slow this machine is."""

    def look() -> None:
        focused = QApplication.focusWidget()
        if QApplication.activeModalWidget() is None or not isinstance(focused, QWidget):
            QTimer.singleShot(20, look)
            return
        try:
            act(focused)
        except BaseException:
            focused.window().close()  # or the test waits for an answer forever
            raise

    QTimer.singleShot(0, look)


def answer_with(*keys: Qt.Key) -> None:
    """Press `keys` in whatever is focused, once the dialog is open."""

    def press(_first: QWidget) -> None:
        for key in keys:
            focused = QApplication.focusWidget()
            assert isinstance(focused, QWidget)
            QTest.keyClick(focused, key)

    once_open(press)


@pytest.fixture
def real(kit: Kit) -> DialogMessages:
    return DialogMessages(kit, Toasts())


def test_danger_is_refused_by_enter_and_by_escape(qtbot: QtBot, real: DialogMessages):
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space):
        answer_with(key)
        assert real.confirm(DANGER) is False


def test_enter_on_a_danger_button_does_nothing(qtbot: QtBot, kit: Kit):
    dialog = QuestionDialog(kit, DANGER)
    present(qtbot, dialog)
    assert dialog.no.hasFocus()
    dialog.yes.setFocus()
    QTest.keyClick(dialog.yes, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClick(dialog.yes, Qt.Key.Key_Space)
    assert dialog.result() == 1


def test_a_plain_question_is_answered_by_enter(qtbot: QtBot, real: DialogMessages):
    answer_with(Qt.Key.Key_Return)
    assert real.confirm(Question("지금 백업할까요?", (), "백업하기")) is True


def test_the_way_on_is_chosen_or_not(qtbot: QtBot, real: DialogMessages):
    answer_with(Qt.Key.Key_Return)
    assert real.refuse(TROUBLE) is True
    answer_with(Qt.Key.Key_Escape)
    assert real.refuse(TROUBLE) is False


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_trouble_is_whole_and_its_details_unfold(qtbot: QtBot, kit: Kit, percent: int):
    kit.appearance.wear(Look(percent=percent))
    dialog = TroubleDialog(kit, TROUBLE)
    present(qtbot, dialog)
    assert clip_check(dialog) == []
    before = dialog.height()
    dialog.fold.click()
    qtbot.waitUntil(lambda: not clip_check(dialog))
    assert dialog.height() >= before
    assert overlaps(dialog) == []
    assert dialog.height() <= 660


def test_text_is_asked_for_and_never_empty(qtbot: QtBot, real: DialogMessages):
    def type_name(edit: QWidget) -> None:
        QTest.keyClick(edit, Qt.Key.Key_Return)
        assert edit.window().isVisible(), "an empty answer does not close it"
        type_hangul(edit, "홍길동", leave_last=True)
        QTest.keyClick(edit, Qt.Key.Key_Return)

    once_open(type_name)
    assert real.ask_text("이유를 적어 주세요", "이유") == "홍길동"
    answer_with(Qt.Key.Key_Escape)
    assert real.ask_text("이유를 적어 주세요", "이유") is None


def test_a_choice_is_the_value_not_its_number(qtbot: QtBot, real: DialogMessages):
    def choose(tick: QWidget) -> None:
        QTest.keyClick(tick, Qt.Key.Key_Down)
        dialog = tick.window()
        assert isinstance(dialog, QWidget)
        dialog.accept()

    once_open(choose)
    assert (
        real.ask_choice("자격", "누구신가요?", [("self", "본인"), ("agent", "대리인")]) == "agent"
    )


def test_the_recording_door_keeps_and_answers():
    door = RecordingMessages()
    door.answer(True, "사유", "agent")
    assert door.confirm(DANGER) is True
    assert door.ask_text("이유", "이유") == "사유"
    assert door.ask_choice("자격", "누구", [("self", "본인"), ("agent", "대리인")]) == "agent"
    assert door.confirm(DANGER) is False
    assert door.refuse(TROUBLE) is False
    assert door.save_as("저장", "대장.pdf") is None
    door.toast("저장했습니다")
    assert [said.kind for said in door.said][-1] == "toast"
    assert door.of_kind("refuse")[0].content == (TROUBLE,)


def test_what_is_held_is_said_later_or_given_up(
    qtbot: QtBot, real: DialogMessages, monkeypatch: pytest.MonkeyPatch
):
    shown: list[str] = []
    monkeypatch.setattr(
        message_dialogs, "_run", lambda dialog: bool(shown.append(type(dialog).__name__))
    )
    for given_up, said in ((True, []), (False, ["Inform", "TroubleDialog", "Inform"])):
        real.hold()
        assert real.confirm(Question("모두 마쳤습니다", ("3건",), "인쇄하기")) is False
        assert real.refuse(TROUBLE) is False
        real.inform("제목", "줄")
        assert not shown
        real.release(given_up=given_up)
        qtbot.waitUntil(lambda said=said: shown == said)  # type: ignore[misc]


def test_who_locks_again_meanwhile_is_told_the_rest_later(
    qtbot: QtBot, real: DialogMessages, monkeypatch: pytest.MonkeyPatch
):
    shown: list[int] = []

    def show(_dialog: QWidget) -> bool:
        shown.append(len(shown))
        real.hold()
        return False

    monkeypatch.setattr(message_dialogs, "_run", show)
    real.hold()
    for each in "가나":
        real.inform(each)
    for count in (1, 2):
        real.release()
        qtbot.waitUntil(lambda count=count: len(shown) == count)  # type: ignore[misc]


def test_what_is_asked_while_it_is_held_has_no_answer_and_what_is_said_waits(
    qtbot: QtBot, real: DialogMessages, monkeypatch: pytest.MonkeyPatch
):
    shown: list[QWidget] = []
    monkeypatch.setattr(message_dialogs, "_run", shown.append)
    real.hold()
    real.inform("제목")
    asks = (
        partial(real.refuse, TROUBLE),
        partial(real.ask_text, "제목", "칸"),
        partial(real.ask_choice, "제목", "칸", [(1, "하나")]),
        partial(real.choose_file, "제목"),
        partial(real.choose_files, "제목"),
        partial(real.choose_folder, "제목"),
        partial(real.save_as, "제목", "이름"),
    )
    for ask in asks:
        assert not ask()
    qtbot.wait(1)
    assert shown == []
    real.release()
    qtbot.waitUntil(lambda: bool(shown))
    assert isinstance(shown[0], Inform)
