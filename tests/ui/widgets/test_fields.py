"""Fields say what is wrong; choices give values; dates are read as people write them."""

from datetime import date
from enum import Enum
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.dates import parse_date
from easycare_desktop.domain.validation_refusals import DateNotReadableError
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.widgets import Kit, column, spoken
from easycare_desktop.ui.wording.refusals import field_words
from tests.helpers.hangul import type_hangul
from tests.helpers.present import present

pytestmark = pytest.mark.look

TODAY = date(2026, 11, 23)


class How(Enum):
    CALL = "call"
    PAPER = "paper"
    MAIL = "mail"


def test_an_error_gives_way_to_the_hint(qtbot: QtBot, kit: Kit):
    field = kit.text_field("연락처", "", "집이나 휴대전화", required=True)
    present(qtbot, field)
    assert field.note == "집이나 휴대전화"
    assert field.control.accessibleName() == "연락처, 필수"
    field.set_error("끝에 한 자리가 모자랍니다.")
    assert field.error == "끝에 한 자리가 모자랍니다."
    assert field.control.property("state") == "error"
    assert field.control.accessibleDescription() == field.error
    field.set_ok("휴대전화입니다.")
    assert (field.error, field.control.property("state")) == ("", "ok")
    field.set_error("")
    assert (field.error, field.note) == ("", "집이나 휴대전화")


def test_a_sentence_of_two_lines_pushes_the_fields_below_it(qtbot: QtBot, kit: Kit):
    grid, fields = kit.form(2), [kit.text_field(f"칸 {number}") for number in range(4)]
    for field in fields:
        grid.add(field)
    page = QWidget()
    page.setLayout(column(grid, None))
    page.resize(400, 600)
    present(qtbot, page)
    fields[1].set_ok("한 줄")
    qtbot.waitUntil(lambda: fields[1].height() > fields[3].height())
    one_line = fields[1].height()
    fields[1].set_ok("두 줄이 되도록 길게 적어서, 아래에 있는 칸이 밀려나야 하는 말입니다.")
    qtbot.waitUntil(lambda: fields[1].height() > one_line)
    assert clip_check(page) == []


def test_a_choice_gives_its_value(qtbot: QtBot, kit: Kit):
    strip = kit.choice([(How.CALL, "전화"), (How.PAPER, "서면")])
    combo = kit.combo([(How.CALL, "전화"), (How.MAIL, "우편")], How.MAIL)
    heard: list[object] = []
    strip.chosen.connect(heard.append)
    combo.chosen.connect(heard.append)
    assert strip.value() is None
    assert combo.value() is How.MAIL
    strip.choose(How.PAPER)
    combo.choose(How.CALL)
    assert heard == [How.PAPER, How.CALL]
    assert (strip.value(), combo.value()) == (How.PAPER, How.CALL)
    combo.fill([(How.PAPER, "서면")])
    assert combo.value() is How.PAPER


def test_only_an_optional_choice_is_taken_back_by_pressing_it_again(qtbot: QtBot, kit: Kit):
    choices = [(How.CALL, "전화"), (How.PAPER, "서면")]
    for optional in (True, False):
        strip = kit.choice(choices, How.CALL, optional=optional)
        present(qtbot, strip)
        heard: list[object] = []
        strip.chosen.connect(heard.append)
        first, second = strip.findChildren(QPushButton)
        assert ("한 번 더" in first.accessibleDescription()) is optional
        QTest.mouseClick(first, Qt.MouseButton.LeftButton)
        QTest.keyClick(first, Qt.Key.Key_Space)
        QTest.keyClick(first, Qt.Key.Key_Right)
        assert strip.value() is How.PAPER
        QTest.keyClick(second, Qt.Key.Key_Left)
        assert heard == ([None, How.CALL] if optional else []) + [How.PAPER, How.CALL]
        QTest.mouseClick(first, Qt.MouseButton.LeftButton)
        assert strip.value() is (None if optional else How.CALL)


def test_a_strip_that_is_too_narrow_stands_upright(qtbot: QtBot, kit: Kit):
    strip = kit.choice([(1, "저장할 때마다 물어보기"), (2, "저장할 때마다 물어보지 않기")])
    window = QWidget()
    window.setLayout(column(strip, None))
    window.resize(520, 300)
    present(qtbot, window)
    assert strip.height() == 44
    kit.appearance.wear(Look(percent=200))
    qtbot.waitUntil(lambda: strip.height() == 2 * 68)
    assert clip_check(window) == []


def test_enter_walks_through_every_kind_of_control(qtbot: QtBot, kit: Kit):
    window = QWidget()
    strip = kit.choice([(1, "본인"), (2, "대리인")], 1)
    last = kit.line_edit()
    parts = (kit.line_edit(), kit.combo([(1, "방문")]), kit.check("양면"), strip, last)
    window.setLayout(column(*parts))
    present(qtbot, window)
    parts[0].setFocus()
    for _ in range(4):
        focused = window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Return)
    assert last.hasFocus()


@pytest.mark.parametrize("typed", ["20261130", "26.11.30", "11/30", "+7", "2026-11-30"])
def test_dates_are_read_as_people_write_them(qtbot: QtBot, kit: Kit, typed: str):
    field = kit.date_field("희망 취소일", partial(parse_date, today=TODAY))
    present(qtbot, field)
    field.control.setFocus()
    QTest.keyClicks(field.control, typed)
    with qtbot.waitSignal(field.picked) as picked:
        QTest.keyClick(field.control, Qt.Key.Key_Return)
    assert picked.args == [date(2026, 11, 30)]
    assert field.note == "2026년 11월 30일 월요일로 적습니다."


def test_what_is_no_date_is_said(qtbot: QtBot, kit: Kit):
    field = kit.date_field("희망 취소일", partial(parse_date, today=TODAY), "5년 시계가 갑니다.")
    present(qtbot, field)
    field.control.setFocus()
    type_hangul(field.control, "언젠가", leave_last=True)
    QTest.keyClick(field.control, Qt.Key.Key_Return)
    assert field.day() is None
    assert field.error == field_words(DateNotReadableError())
    field.set_day(date(2026, 11, 20))
    assert (field.day(), field.note) == (date(2026, 11, 20), "5년 시계가 갑니다.")
    assert spoken(TODAY) == "2026년 11월 23일 월요일"


def test_a_password_is_shown_only_when_asked(qtbot: QtBot, kit: Kit):
    edit = kit.password_edit(submits=True)
    present(qtbot, edit)
    warned: list[str] = []
    edit.warned.connect(warned.append)
    line = edit.focusProxy()
    assert line is not None
    line.setFocus()
    QTest.keyClicks(line, "aBC")
    assert warned[0] == ""
    assert edit.text() == "aBC"
    with qtbot.waitSignal(edit.submitted):
        QTest.keyClick(line, Qt.Key.Key_Return)
    edit.clear()
    assert edit.text() == ""


def test_the_clear_button_can_be_hit(qtbot: QtBot, kit: Kit):
    search = kit.search_edit("이름, 초성, 번호로 찾기")
    present(qtbot, search)
    search.setFocus()
    type_hangul(search, "ㅎㄱ")
    clear = search.findChild(type(kit.button("")))
    assert clear.isVisible()
    assert min(clear.width(), clear.height()) >= 44
    clear.click()
    assert (search.text(), clear.isVisible()) == ("", False)


def test_a_shortcut_presses_at_once(qtbot: QtBot, kit: Kit):
    window = QWidget()
    button, edit = kit.button("R&D 저장", "primary", key="F4"), kit.line_edit()
    window.setLayout(column(button, edit))
    present(qtbot, window)
    pressed: list[str] = []

    def note() -> None:
        pressed.append(edit.text())

    button.clicked.connect(note)
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_F4)
    assert pressed == [""]
    assert button.text() == "R&&D 저장  F4"
    button.say("저장하기")
    QTest.keyClick(edit, Qt.Key.Key_F4)
    assert len(pressed) == 2
