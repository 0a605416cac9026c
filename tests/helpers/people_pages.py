"""Hands on the page of people: fields by name, presses, keys, and what is seen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from easycare_desktop.ui.widgets import HangulLineEdit
from easycare_desktop.ui.windows.people_page import PeoplePage
from tests.helpers.hangul import type_hangul


def field(page: PeoplePage, name: str) -> HangulLineEdit:
    found = page.findChild(HangulLineEdit, f"people.{name}")
    assert found is not None
    return found


def put(page: PeoplePage, name: str, text: str) -> None:
    edit = field(page, name)
    edit.setFocus()
    edit.clear()
    if text.isascii():
        QTest.keyClicks(edit, text)
    else:
        type_hangul(edit, text)


def press(page: PeoplePage, name: str) -> None:
    button = page.findChild(QPushButton, f"people.{name}")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def key(widget: QWidget, code: Qt.Key) -> None:
    QTest.keyClick(widget.window().focusWidget() or widget, code)


def said(page: PeoplePage, words: str) -> bool:
    return any(label.text() == words for label in page.sheet.basic.findChildren(QLabel))


def shown(page: PeoplePage) -> list[str]:
    return [line.name for line in page.list.model.rows]
