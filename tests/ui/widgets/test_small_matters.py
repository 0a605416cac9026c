"""Round corners, single choices, low empty places: nothing is cut, nothing promises too much."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from easycare_desktop.ui.models import Cell, Column, RowModel
from easycare_desktop.ui.widgets import Kit, Picture, column, full_card, holder
from tests.helpers.present import present

pytestmark = pytest.mark.look


def test_a_table_leaves_the_corners_of_its_card_round(qtbot: QtBot, kit: Kit):
    model: RowModel[int] = RowModel(
        (Column("이름", lambda each: Cell(str(each))),), lambda each: each
    )
    model.show(range(40))
    page = holder(column(full_card(kit.table(model, "사람")), margins=(20, 20, 20, 20)), "page")
    page.resize(300, 300)
    present(qtbot, page)
    shown = page.grab().toImage()
    outside = shown.pixelColor(5, 5)
    for corner in (QPoint(21, 21), QPoint(278, 21), QPoint(21, 278), QPoint(278, 278)):
        assert shown.pixelColor(corner) == outside
    edge = kit.theme.colour("line")
    assert seen(shown, QPoint(150, 20)) == edge.name()
    assert seen(shown, QPoint(150, 279)) == edge.name()


def seen(shown: QImage, at: QPoint) -> str:
    return shown.pixelColor(at).name()


def test_one_choice_alone_is_plain_words(qtbot: QtBot, kit: Kit):
    strip = kit.choice([("one", "박책임")])
    present(qtbot, strip)
    assert strip.value() == "one"
    (words,) = strip.findChildren(QPushButton)
    assert words.focusPolicy() is Qt.FocusPolicy.NoFocus
    qtbot.mouseClick(words, Qt.MouseButton.LeftButton)
    assert strip.value() == "one"


def test_a_single_choice_that_may_be_left_stays_a_control(qtbot: QtBot, kit: Kit):
    strip = kit.choice([("one", "박책임")], optional=True)
    present(qtbot, strip)
    assert strip.value() is None
    (words,) = strip.findChildren(QPushButton)
    qtbot.mouseClick(words, Qt.MouseButton.LeftButton)
    assert strip.value() == "one"


def test_nothing_lies_over_the_words_of_an_empty_place(qtbot: QtBot, kit: Kit):
    empty = kit.empty("inbox", "받은 요청이 없습니다.", "접수하면 여기에 나타납니다.")
    page = QWidget()
    page.resize(400, 300)
    empty.setParent(page)
    empty.setGeometry(0, 0, 400, 300)
    present(qtbot, page)
    (picture,) = empty.findChildren(Picture)
    assert picture.isVisible()
    empty.setGeometry(0, 0, 400, 100)
    assert not picture.isVisible()
    empty.setGeometry(0, 0, 400, 300)
    assert picture.isVisible()
