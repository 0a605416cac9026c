"""Parts of a page that are built after it is painted."""

from functools import cached_property

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from easycare_desktop.ui.parts.shared.later import Later


class Page(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.built: list[str] = []

    @cached_property
    def first(self) -> str:
        self.built.append("first")
        return "first"

    @cached_property
    def second(self) -> str:
        self.built.append("second")
        return "second"


def test_each_is_built_once_and_not_at_once(qtbot: QtBot):
    page = Page()
    later = Later(page, "first", "second")
    later.begin()
    assert page.built == []
    qtbot.waitUntil(lambda: len(page.built) > 1)
    later.begin()
    qtbot.wait(100)
    assert page.built == ["first", "second"]


def test_what_was_needed_before_its_turn_is_not_built_again(qtbot: QtBot):
    page = Page()
    later = Later(page, "first", "second")
    assert page.second == "second"
    later.begin()
    qtbot.waitUntil(lambda: len(page.built) > 1)
    assert page.built == ["second", "first"]
