"""오늘 over a real office: numbers, groups, buttons, key places, chart."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.backups import BackupCause
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.month_counts import MonthCount
from easycare_desktop.services.today import Protection, Task, TaskKind, TodayView
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.today_page import TodayPage
from easycare_desktop.ui.wording.tasks import TASKS, concerned
from tests.helpers.offices import make_office
from tests.helpers.present import present
from tests.helpers.sizes import PAGE_PERCENTS

TODAY = date(2026, 11, 23)
LEFT = Qt.MouseButton.LeftButton


def task(kind: TaskKind, days: int, subject: int = 1, name: str = "홍연습") -> Task:
    return Task(kind, TODAY + timedelta(days=days), subject, subject, name, number="C2026-0001")


def view(*tasks: Task) -> TodayView:
    months = tuple(MonthCount(date(2026, month, 1), month, 12 - month) for month in range(6, 12))
    return TodayView(TODAY, tasks, 6, months, Protection((), 0, None, ()))


BUSY = view(
    task(TaskKind.PLAN_DUE, -3),
    task(TaskKind.VERIFY_REQUEST, 0, 7),
    task(TaskKind.KEY_PLACE, 0, 8, "금고 USB"),
    task(TaskKind.CONSENT_ENDS, 2, 9),
)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    office = make_office(tmp_path / "home")
    yield Services(office)
    office.close()


@pytest.fixture
def page(qtbot: QtBot, kit: Kit, services: Services, background: ManualBackground) -> TodayPage:
    made = TodayPage(kit, services, RecordingMessages(), background)
    made.resize(1142, 690)
    present(qtbot, made)
    return made


def show(page: TodayPage, shown: TodayView) -> None:
    page.numbers.show_view(shown)
    page.tasks.show_view(shown)
    page.chart.show_months(shown.months)


def test_a_fresh_office_is_asked_for_a_key_place_and_a_backup(
    page: TodayPage, background: ManualBackground
):
    page.refresh()
    background.drain()
    assert page.numbers.counts() == ("0", "2", "0", "0")
    kinds = [line.task.kind for line in page.tasks.lines]
    assert kinds == [TaskKind.FIRST_BACKUP, TaskKind.NO_KEY_PLACE]
    assert "2026년 11월 23일 월요일" in page.head.note.text()


def test_keys_and_backup_that_are_up_to_date_leave_nothing_to_do(
    page: TodayPage, background: ManualBackground, services: Services, tmp_path: Path
):
    (tmp_path / "usb").mkdir()
    services.key_places.add("금고 USB", tmp_path / "usb")
    services.backup_targets.add("백업 USB", tmp_path / "usb")
    services.backup.back_up(BackupCause.BY_HAND)
    page.refresh()
    background.drain()
    assert page.tasks.lines == []
    words = [label.text() for label in page.places.findChildren(type(page.head.title))]
    assert "금고 USB" in words


def test_the_button_of_a_line_gives_its_task(qtbot: QtBot, page: TodayPage):
    show(page, BUSY)
    assert page.numbers.counts() == ("1", "2", "1", "6")
    with qtbot.waitSignal(page.task_chosen) as chosen:
        QTest.mouseClick(page.tasks.lines[1].row.button, LEFT)
    assert chosen.args == [BUSY.tasks[1]]


def test_the_focus_stays_on_the_same_task_after_reading_again(page: TodayPage):
    show(page, BUSY)
    page.tasks.lines[2].row.button.setFocus()
    show(page, view(*BUSY.tasks[1:]))
    assert page.tasks.lines[1].task.kind is TaskKind.KEY_PLACE
    assert page.tasks.lines[1].row.button.hasFocus()


def test_long_groups_are_shown_in_pieces(page: TodayPage):
    show(page, view(*(task(TaskKind.CONSENT_MISSING, -1, number) for number in range(300))))
    assert len(page.tasks.lines) == 20
    more = next(b for b in page.tasks.findChildren(type(page.new)) if "280건" in b.text())
    QTest.mouseClick(more, LEFT)
    assert len(page.tasks.lines) == 70
    assert page.tasks.lines[20].row.button.hasFocus()


def test_the_chart_is_also_a_table(page: TodayPage):
    show(page, BUSY)
    QTest.mouseClick(page.chart.toggle, LEFT)
    assert page.chart.table.isVisible()
    assert page.chart.table.model().rowCount() == 6
    assert "그림으로" in page.chart.toggle.text()


def test_enter_in_the_search_asks_for_the_person(qtbot: QtBot, page: TodayPage):
    page.search.setText("20260001")
    page.search.setFocus()
    with qtbot.waitSignal(page.search_wanted) as asked:
        QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert asked.args == ["20260001"]


def test_every_kind_of_task_has_its_words():
    assert set(TASKS) == set(TaskKind)
    two = Task(TaskKind.APPROVE_PLAN, TODAY, 1, 1, "박연습", others=2)
    assert concerned(two) == "박연습 님 외 2명"
    assert concerned(Task(TaskKind.PLAN_DUE, TODAY, 0, others=4)) == "5건"
    born = Task(TaskKind.CONSENT_MISSING, TODAY, 1, 1, "박연습", apart="1941")
    assert concerned(born) == "박연습 님(1941년생)"
    assert concerned(replace(born, apart="P-00012")) == "박연습 님(P-00012)"


@pytest.mark.look
@pytest.mark.parametrize("percent", PAGE_PERCENTS)
def test_nothing_is_cut(qtbot: QtBot, kit: Kit, page: TodayPage, percent: int):
    show(page, BUSY)
    kit.appearance.wear(Look(percent=percent))
    page.resize(1142 if percent < 175 else 1366, 600)
    qtbot.waitUntil(lambda: not clip_check(page) and not overlaps(page), timeout=1000)
