"""The main window: pages built when opened, navigation that fits, keys that always work."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.navigation import Badge
from easycare_desktop.ui.widgets import Kit, Notice, Toasts
from easycare_desktop.ui.widgets.toast import Toast
from easycare_desktop.ui.windows.shell import Shell
from tests.helpers.present import present
from tests.helpers.shell_sample import ITEMS, TaskPage, make_shell
from tests.helpers.sizes import PERCENTS

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def toasts() -> Toasts:
    return Toasts()


@pytest.fixture
def shell(qtbot: QtBot, kit: Kit, toasts: Toasts) -> Shell:
    made = make_shell(kit, toasts)
    present(qtbot, made)
    return made


def task_page(shell: Shell, key: str) -> TaskPage:
    page = shell.page(key)
    assert isinstance(page, TaskPage)
    return page


def test_pages_are_built_when_first_opened(shell: Shell):
    assert shell.current == "today"
    assert shell.page("people") is None
    shell.open("people", "P-00128")
    page = task_page(shell, "people")
    assert (page.refreshed, page.subject) == (1, "P-00128")
    shell.open("today")
    shell.open("people")
    assert task_page(shell, "people") is page
    assert page.refreshed == 2


def test_back_returns_the_way_that_was_come(qtbot: QtBot, shell: Shell):
    shell.open("people")
    shell.open("people")
    shell.open("consents")
    with qtbot.waitSignal(shell.page_opened) as opened:
        shell.back()
    assert opened.args == ["people"]
    shell.back()
    shell.back()
    assert shell.current == "today"


@pytest.mark.look
@pytest.mark.parametrize("height", [768, 690])
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut_on_small_screens(
    qtbot: QtBot, kit: Kit, shell: Shell, percent: int, height: int
):
    shell.resize(1366, height)
    kit.appearance.wear(Look(percent=percent))
    qtbot.waitUntil(lambda: not clip_check(shell), timeout=500)
    assert overlaps(shell) == []
    assert shell.height() == height


@pytest.mark.look
@pytest.mark.parametrize(
    ("percent", "height", "menu"),
    [(100, 768, False), (100, 690, False), (150, 768, False), (150, 690, True), (200, 768, True)],
)
def test_the_navigation_gives_way_by_height(
    kit: Kit, shell: Shell, percent: int, height: int, menu: bool
):
    kit.appearance.wear(Look(percent=percent))
    shell.resize(1366, height)
    assert task_page(shell, "today").head.menu_button.isVisible() is menu
    shell.open("papers")
    assert task_page(shell, "papers").head.menu_button.isVisible() is menu


@pytest.mark.look
def test_the_navigation_gives_way_to_the_band_of_a_pc_that_only_looks(kit: Kit, shell: Shell):
    kit.appearance.wear(Look(percent=100))
    shell.resize(1366, 690)
    button = task_page(shell, "today").head.menu_button
    assert not button.isVisible()
    shell.look_only.show_words("2026년 11월 23일에 다른 PC에 넘겼습니다.")
    assert button.isVisible()
    shell.look_only.lift()
    assert not button.isVisible()


def test_the_menu_opens_over_the_page_and_leaves(qtbot: QtBot, kit: Kit, shell: Shell):
    kit.appearance.wear(Look(percent=200))
    head = task_page(shell, "today").head
    panel = shell._panel
    assert not panel.isVisible()
    head.menu_button.click()
    assert panel.isVisible()
    assert panel.items.button("today").hasFocus()
    QTest.keyClick(panel.items.button("today"), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    head.menu_button.click()
    qtbot.mouseClick(panel._curtain, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()
    head.menu_button.click()
    panel.items.button("ledger").click()
    assert (shell.current, panel.isVisible()) == ("ledger", False)
    kit.appearance.wear(Look())
    assert panel.isVisible()


def test_keys_that_always_work(qtbot: QtBot, kit: Kit, shell: Shell):
    with qtbot.waitSignal(shell.lock_wanted):
        QTest.keyClick(shell, Qt.Key.Key_L, CTRL)
    with qtbot.waitSignal(shell.help_wanted):
        QTest.keyClick(shell, Qt.Key.Key_F1)
    QTest.keyClick(shell, Qt.Key.Key_Plus, CTRL)
    assert kit.appearance.look.percent == 125
    QTest.keyClick(shell, Qt.Key.Key_Minus, CTRL)
    assert kit.appearance.look.percent == 100


def test_the_present_item_stays_marked_when_pressed_again(shell: Shell):
    items = shell._panel.items
    items.button("today").click()
    assert items.button("today").isChecked()
    items.button("people").click()
    marked = [item.key for item in ITEMS if items.button(item.key).isChecked()]
    assert marked == ["people"]


def test_numbers_are_said_too(shell: Shell):
    button = shell._panel.items.button("destruction")
    assert button.accessibleName() == "파기"
    shell.set_badge("destruction", Badge("3", late=True))
    assert button.accessibleName() == "파기, 3건, 기한 지남"
    shell.set_badge("destruction", Badge("5", late=True, counts="기한 지남 3건, 오늘까지 2건"))
    assert button.accessibleName() == "파기, 기한 지남 3건, 오늘까지 2건"
    assert button.toolTip() == "기한 지남 3건, 오늘까지 2건"
    shell.set_badge("destruction", Badge())
    assert button.accessibleName() == "파기"
    assert not button.toolTip()


def test_a_toast_can_be_undone(qtbot: QtBot, shell: Shell, toasts: Toasts):
    undone: list[int] = []

    def undo() -> None:
        undone.append(1)

    toasts.say(Notice("주소를 고쳤습니다", undo))
    toast = shell.findChild(Toast)
    assert toast.isVisible()
    assert toast.geometry().bottom() < shell.status.geometry().top()
    QTest.keyClick(shell, Qt.Key.Key_Z, CTRL)
    assert undone == [1]
    assert not toast.isVisible()


def test_ctrl_z_without_a_notice_asks_for_the_last_step(shell: Shell, toasts: Toasts):
    asked = QSignalSpy(shell.undo_wanted)
    toasts.say(Notice("저장했습니다"))
    QTest.keyClick(shell, Qt.Key.Key_Z, CTRL)
    assert asked.count() == 1


@pytest.mark.parametrize(("typed", "asked"), [("", 1), ("홍", 0)])
def test_ctrl_z_in_a_field_belongs_to_the_field(shell: Shell, kit: Kit, typed: str, asked: int):
    search, plain = kit.search_edit("찾기"), kit.line_edit("적은 것")
    for edit in (search, plain):
        edit.setParent(shell)
        edit.show()
    search.setText(typed)
    wanted = QSignalSpy(shell.undo_wanted)
    plain.setFocus()
    QTest.keyClick(plain, Qt.Key.Key_Z, CTRL)
    assert wanted.count() == 0
    search.setFocus()
    QTest.keyClick(search, Qt.Key.Key_Z, CTRL)
    assert wanted.count() == asked


def test_a_new_toast_takes_the_place_of_the_old(qtbot: QtBot, shell: Shell, toasts: Toasts):
    toasts.say(Notice("하나"))
    toasts.say(Notice("둘"))
    shown = [toast for toast in shell.findChildren(Toast) if toast.isVisible()]
    assert [toast.accessibleName() for toast in shown] == ["둘"]
    qtbot.wait(20)
    toasts.say(Notice("셋"))
    assert [t.accessibleName() for t in shell.findChildren(Toast) if t.isVisible()] == ["셋"]


def test_enter_opens_a_page_from_the_navigation(shell: Shell):
    button = shell._panel.items.button("reports")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert shell.current == "reports"
