"""No syllable is lost, whatever ends the typing; search hears each stroke."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from easycare_desktop.ui.widgets import HangulLineEdit, HangulTextEdit, Kit
from tests.helpers.hangul import commit, compose, strokes, type_hangul
from tests.helpers.present import present

pytestmark = pytest.mark.look

NAMES = ("홍길동", "쭉값", "김연습", "박가상", "뷁", "서울특별시 가상구", "이", "ㅎㄱㄷ")


class Form(QWidget):
    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.box = QVBoxLayout(self)
        self.first = kit.line_edit()
        self.second = kit.line_edit()
        self.button = kit.button("저장하기", key="F4")
        for part in (self.first, self.second, self.button):
            self.box.addWidget(part)


@pytest.fixture
def form(qtbot: QtBot, kit: Kit) -> Form:
    window = Form(kit)
    present(qtbot, window)
    window.first.setFocus()
    return window


def test_strokes_are_those_of_a_keyboard():
    assert list(strokes("홍")) == ["ㅎ", "호", "홍"]
    assert list(strokes("가")) == ["ㄱ", "가"]
    assert not list(strokes("a"))


def test_live_text_holds_the_composed_syllable(form: Form):
    heard: list[str] = []
    form.first.live_text_changed.connect(heard.append)
    type_hangul(form.first, "홍길", leave_last=True)
    assert form.first.text() == "홍"
    assert form.first.live_text() == "홍길"
    assert heard == ["ㅎ", "호", "홍", "홍ㄱ", "홍기", "홍길"]


def test_live_text_is_heard_in_the_middle_of_words(form: Form):
    form.first.setText("홍동")
    form.first.setCursorPosition(1)
    compose(form.first, "길")
    assert form.first.live_text() == "홍길동"
    form.first.commit()
    assert form.first.text() == "홍길동"


@pytest.mark.parametrize("ending", ["tab", "enter", "mouse", "shortcut", "hide", "close", "commit"])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_ends_typing_loses_a_syllable(
    qtbot: QtBot, form: Form, name: str, ending: str
):
    seen: list[str] = []

    def note() -> None:
        seen.append(form.first.text())

    form.button.clicked.connect(note)
    QShortcut("Ctrl+L", form).activated.connect(note)
    type_hangul(form.first, name[:-1])
    compose(form.first, name[-1])
    if ending == "tab":
        QTest.keyClick(form.first, Qt.Key.Key_Tab)
    elif ending == "enter":
        QTest.keyClick(form.first, Qt.Key.Key_Return)
        assert form.second.hasFocus()
    elif ending == "mouse":
        qtbot.mouseClick(form.second, Qt.MouseButton.LeftButton)
    elif ending == "shortcut":
        QTest.keyClick(form.first, Qt.Key.Key_F4)
        QTest.keyClick(form.first, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        assert seen == [name, name]
    elif ending == "hide":
        form.hide()
    elif ending == "close":
        form.close()
    else:
        form.first.commit()
    assert form.first.text() == name


def test_a_plain_line_edit_would_lose_it(form: Form):
    plain = QLineEdit()
    form.box.addWidget(plain)
    plain.show()
    plain.setFocus()
    compose(plain, "동")
    QTest.keyClick(plain, Qt.Key.Key_Tab)
    assert plain.text() == ""


def test_two_thousand_strokes_lose_nothing(form: Form):
    words = ""
    for number in range(700):
        letter = chr(ord("가") + number * 7919 % 11172)
        for stage in strokes(letter):
            compose(form.first, stage)
        if number % 3 == 0:
            target = form.second if form.first.hasFocus() else form.first
            form.first.commit()
            target.setFocus()
            form.first.setFocus()
        else:
            commit(form.first, letter)
        words += letter
    assert form.first.text() == words


def test_a_border_waits_until_the_syllable_is_done(form: Form):
    compose(form.first, "ㅎ")
    form.first.set_state("error")
    assert form.first.property("state") != "error"
    assert form.first.live_text() == "ㅎ"
    commit(form.first, "하")
    assert form.first.property("state") == "error"


def test_enter_goes_on_and_back(form: Form):
    QTest.keyClick(form.first, Qt.Key.Key_Return)
    assert form.second.hasFocus()
    QTest.keyClick(form.second, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert form.first.hasFocus()
    form.second.setFocus()
    QTest.keyClick(form.second, Qt.Key.Key_Return)
    assert form.button.hasFocus()


def test_enter_passes_over_buttons_that_do_harm_or_stand_aside(qtbot: QtBot, kit: Kit):
    window = QWidget()
    box = QVBoxLayout(window)
    first, last = kit.line_edit(), kit.line_edit()
    aside = (kit.button("파기하기", "danger"), kit.button("보기", fit="row"), kit.line_edit())
    aside[2].setReadOnly(True)
    for part in (first, *aside, last):
        box.addWidget(part)
    present(qtbot, window)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Enter)
    assert last.hasFocus()


def test_the_last_field_submits_the_whole_word(qtbot: QtBot, kit: Kit):
    edit = kit.line_edit(submits=True)
    present(qtbot, edit)
    edit.setFocus()
    compose(edit, "동")
    with qtbot.waitSignal(edit.submitted):
        QTest.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == "동"


def test_numbers_keep_the_input_method_away(kit: Kit):
    digits: HangulLineEdit = kit.line_edit(typing="digits")
    latin: HangulLineEdit = kit.line_edit(typing="latin")
    attribute = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert not digits.testAttribute(attribute)
    assert not latin.testAttribute(attribute)
    assert kit.line_edit().testAttribute(attribute)


def test_several_lines_lose_nothing_either(qtbot: QtBot, kit: Kit):
    edit: HangulTextEdit = kit.text_edit()
    present(qtbot, edit)
    edit.setFocus()
    type_hangul(edit, "여러 줄")
    compose(edit, "로")
    edit.clearFocus()
    assert edit.text() == "여러 줄로"


def test_typed_markup_stays_as_it_is(kit: Kit, qtbot: QtBot):
    edit = kit.line_edit()
    qtbot.addWidget(edit)
    commit(edit, "<b>홍</b>")
    assert edit.text() == "<b>홍</b>"
    assert kit.text("<b>홍</b>").textFormat() == Qt.TextFormat.PlainText
