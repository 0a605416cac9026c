"""What lies in a page is dressed by the style sheet once: when it is shown."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from easycare_desktop.ui.parts.shared.pile import Pile
from easycare_desktop.ui.widgets import Kit, card, column, holder
from tests.helpers.present import present

pytestmark = pytest.mark.look


class Dressings(QObject):
    """Counts by label how often it was dressed."""

    def __init__(self) -> None:
        super().__init__()
        self.of: Counter[str] = Counter()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Polish and isinstance(watched, QLabel):
            self.of[watched.text()] += 1
        return False


@pytest.fixture
def dressings(qapp: QApplication) -> Iterator[Dressings]:
    counted = Dressings()
    qapp.installEventFilter(counted)
    yield counted
    qapp.removeEventFilter(counted)


def page(kit: Kit) -> QWidget:
    inside = kit.scroll(card(kit.text("하나"), holder(column(kit.text("둘")))))
    return holder(column(holder(column(inside, kit.text("셋")))), "page")


def test_nothing_is_dressed_before_it_is_seen(qtbot: QtBot, kit: Kit, dressings: Dressings):
    made = page(kit)
    assert not dressings.of
    present(qtbot, made)
    assert dressings.of == {"하나": 1, "둘": 1, "셋": 1}


def test_a_dressing_too_early_would_be_seen(qtbot: QtBot, kit: Kit, dressings: Dressings):
    label = kit.text("처음")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert dressings.of["처음"] == 1


def test_what_lies_in_a_scroll_area_is_found_before_it_is_seen(qtbot: QtBot, kit: Kit):
    inside = holder(column(kit.text("하나")))
    area = kit.scroll(inside)
    qtbot.addWidget(area)
    assert [each.text() for each in area.findChildren(QLabel)] == ["하나"]
    assert area.widget() is inside


def test_something_else_in_its_place(qtbot: QtBot, kit: Kit):
    area = kit.scroll(holder(column(kit.text("하나"))))
    area.setWidget(holder(column(kit.text("둘"))))
    present(qtbot, area)
    assert [each.text() for each in area.findChildren(QLabel) if each.isVisible()] == ["둘"]


def test_a_pile_takes_in_what_is_new(qtbot: QtBot, kit: Kit):
    first, second = kit.text("하나"), kit.text("둘")
    pile = Pile([first], grow=False)
    present(qtbot, pile)
    pile.add(second)
    assert (first.isVisible(), second.isVisible(), pile.shown) == (True, False, first)
    pile.show_only(second)
    assert (first.isVisible(), second.isVisible(), pile.shown) == (False, True, second)
    pile.show_only(first)
    assert (first.isVisible(), second.isVisible()) == (True, False)
