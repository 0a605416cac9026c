"""The ring lies around what is focused, follows scrolling, and stays inside the scroll area."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QTabBar, QWidget
from pytestqt.qtbot import QtBot

from easycare_desktop.ui.appearance import Scheme
from easycare_desktop.ui.widgets import FocusRing, Kit, column, holder
from tests.helpers.present import present

pytestmark = pytest.mark.look


class Window(QWidget):
    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.outside = kit.button("밖")
        self.many = [kit.button(f"버튼 {number}") for number in range(30)]
        body = holder(column(*self.many, margins=(20, 20, 20, 20)))
        self.area = kit.scroll(body)
        self.setLayout(column(self.outside, self.area, margins=(20, 20, 20, 20)))
        self.ring = FocusRing(kit.appearance, self)
        self.resize(400, 300)


def around(window: Window, widget: QWidget) -> QRect:
    corner = widget.mapTo(window, QPoint(0, 0))
    return QRect(corner, widget.size()).adjusted(-5, -5, 5, 5)


def test_it_lies_five_px_outside(qtbot: QtBot, kit: Kit):
    window = Window(kit)
    present(qtbot, window)
    window.outside.setFocus()
    assert window.ring.target is window.outside
    assert window.ring.geometry() == around(window, window.outside)
    assert window.ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_a_whole_page_has_none(qtbot: QtBot, kit: Kit):
    window = Window(kit)
    present(qtbot, window)
    window.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.area.setFocus()
    assert window.ring.isVisible()
    window.outside.setFocus()
    window.area.setProperty("part", "page")
    window.area.setFocus()
    assert window.area.hasFocus()
    assert not window.ring.isVisible()


def test_what_is_switched_off_has_none(qtbot: QtBot, kit: Kit):
    window = Window(kit)
    present(qtbot, window)
    window.outside.setFocus()
    window.outside.setEnabled(False)
    kit.appearance.app.focusChanged.emit(None, window.outside)
    assert not window.ring.isVisible()
    window.outside.setEnabled(True)
    assert window.ring.isVisible()


def test_of_tabs_the_one_in_front_has_it(qtbot: QtBot, kit: Kit):
    window = Window(kit)
    tabs = QTabBar(window)
    for words in ("하나", "둘"):
        tabs.addTab(words)
    tabs.setGeometry(40, 40, 300, 60)
    present(qtbot, window)
    tabs.setFocus()
    first = window.ring.geometry()
    assert first.width() == tabs.tabRect(0).width() - 14 + 10  # without the gap to the next
    tabs.setCurrentIndex(1)
    assert window.ring.geometry().left() == first.left() + tabs.tabRect(0).width()
    assert window.ring.geometry().bottom() < 100
    window.outside.setFocus()
    tabs.setCurrentIndex(0)
    assert window.ring.target is window.outside


def test_it_follows_when_an_ancestor_scrolls(qtbot: QtBot, kit: Kit):
    window = Window(kit)
    present(qtbot, window)
    button = window.many[2]
    button.setFocus()
    assert window.ring.geometry() == around(window, button)
    before = window.ring.geometry()
    window.area.verticalScrollBar().setValue(30)
    assert window.ring.geometry().top() == before.top() - 30


def test_it_is_cut_at_the_edge_and_hidden_beyond(qtbot: QtBot, kit: Kit):
    window = Window(kit)
    present(qtbot, window)
    button = window.many[2]
    button.setFocus()
    view = window.area.viewport()
    edge = view.mapTo(window, QPoint(0, 0)).y()
    bar = window.area.verticalScrollBar()
    bar.setValue(button.y() + 20)
    assert window.ring.isVisible()
    assert window.ring.geometry().top() == edge
    bar.setValue(bar.maximum())
    assert not window.ring.isVisible()
    bar.setValue(0)
    assert window.ring.isVisible()


def test_it_is_drawn_in_the_colour_of_the_scheme(qtbot: QtBot, kit: Kit):
    window = Window(kit)
    present(qtbot, window)
    window.outside.setFocus()
    for scheme in Scheme:
        kit.appearance.set_scheme(scheme)
        box = window.ring.geometry()
        pixel = window.grab().toImage().pixelColor(box.left() + 1, box.center().y())
        assert pixel == kit.theme.colour("focus")


def test_it_goes_with_its_control(qtbot: QtBot, kit: Kit):
    window = Window(kit)
    present(qtbot, window)
    window.outside.setFocus()
    window.outside.hide()
    assert window.ring.target is not window.outside or not window.ring.isVisible()
