"""점검·보고 over a real office: the log, its chain, and the retention table."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from easycare_desktop.domain.rights import Role, Verb
from easycare_desktop.services.access_log import LogCheck
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.system.clock import SEOUL
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.review_page import ReviewPage
from tests.helpers.offices import OfficeHome
from tests.helpers.present import present
from tests.helpers.sizes import PERCENTS

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def home(tmp_path: Path) -> OfficeHome:
    return OfficeHome(tmp_path / "home")


@pytest.fixture
def services(home: OfficeHome) -> Iterator[Services]:
    office = home.make()
    yield Services(office)
    office.close()


@pytest.fixture
def messages() -> RecordingMessages:
    return RecordingMessages()


@pytest.fixture
def background() -> ManualBackground:
    return ManualBackground()


@pytest.fixture
def page(
    qtbot: QtBot, kit: Kit, services: Services, messages: RecordingMessages,
    background: ManualBackground,
) -> ReviewPage:  # fmt: skip
    made = ReviewPage(kit, services, messages, background)
    made.resize(1142, 690)
    present(qtbot, made)
    made.refresh()
    background.drain()
    return made


def test_the_log_is_shown_newest_first_and_by_verb(page: ReviewPage):
    rows = page.log.model.rows
    assert rows[0].seq > rows[-1].seq
    assert rows[0].account == "박책임"
    page.log.verb.choose(Verb.LOGIN)
    assert {row.verb for row in page.log.model.rows} == {Verb.LOGIN}
    page.log.verb.choose(Verb.DESTROY)
    assert page.log.model.rows == ()


def test_the_log_of_one_person(page: ReviewPage, background: ManualBackground):
    number = "P-00001"
    page.log.number.setText(number.lower())
    page.log.number.setFocus()
    QTest.keyClick(page.log.number, Qt.Key.Key_Return)
    background.drain()
    assert {row.person_number for row in page.log.model.rows} == {number}
    page.log.number.setText("P-99999")
    QTest.keyClick(page.log.number, Qt.Key.Key_Return)
    background.drain()
    assert page.log.model.rows == ()


def test_both_chains_hold(page: ReviewPage, background: ManualBackground):
    QTest.mouseClick(page.log.check, LEFT)
    background.drain()
    assert page.checks.isVisible()
    assert "빠짐없이" in page.checks.banner.accessibleName()


def test_a_changed_line_is_named(
    page: ReviewPage, background: ManualBackground, services: Services
):
    with services.office.files.office() as connection:
        connection.execute(text("UPDATE access_log SET place = 'other' WHERE seq = 2"))
    QTest.mouseClick(page.log.check, LEFT)
    background.drain()
    assert "2번째 줄부터 맞지 않습니다" in page.checks.banner.accessibleName()
    assert page.checks.banner.property("tone") == "danger"


def test_a_broken_ledger_is_named(page: ReviewPage, services: Services):
    ledger = services.ledger.check()
    broken = type(ledger)(ledger.entries, ledger.head, 1)
    page.checks.show_checks(LogCheck(3, b"\1" * 32, None), broken)
    assert "파기 기록: 1번째" in page.checks.banner.accessibleName()


def test_the_officer_confirms_a_rule(
    page: ReviewPage, background: ManualBackground, services: Services, messages: RecordingMessages
):
    page.tabs.setCurrentIndex(2)
    unsure = [line for line in page.rules.model.rows if line.needs_confirmation]
    assert unsure
    assert page.rules.model.rows[0] is unsure[0]
    page.rules.table.choose(unsure[0].key)
    messages.answer(True)
    QTest.mouseClick(page.rules.confirm, LEFT)
    background.drain()
    now = {line.key: line for line in services.rules.lines()}
    assert now[unsure[0].key].confirmed_on == services.office.today()
    assert f"{len(unsure) - 1}개" in page.rules.note.text()


def test_a_law_that_is_read_again_is_confirmed_as_a_whole(
    page: ReviewPage, background: ManualBackground, services: Services, messages: RecordingMessages
):
    services.office.clock.set(datetime(2027, 12, 1, 10, tzinfo=SEOUL))
    page.refresh()
    background.drain()
    page.tabs.setCurrentIndex(2)
    page.rules.table.choose("L-01")
    assert page.rules.confirm.isEnabled()
    messages.answer(True)
    QTest.mouseClick(page.rules.confirm, LEFT)
    background.drain()
    today = services.office.today()
    lines = services.rules.lines()
    assert {each.law for each in lines if each.confirmed_on == today} == {"노인장기요양보험법"}
    assert all(each.confirmed_on == today for each in lines if each.law == "노인장기요양보험법")


def test_saying_no_confirms_nothing(
    page: ReviewPage, background: ManualBackground, services: Services
):
    page.tabs.setCurrentIndex(2)
    page.rules.table.choose_first()
    QTest.mouseClick(page.rules.confirm, LEFT)
    background.drain()
    assert all(line.confirmed_on is None for line in services.rules.lines())


def test_papers_are_asked_for(qtbot: QtBot, page: ReviewPage):
    with qtbot.waitSignal(page.paper_wanted) as wanted:
        QTest.keyClick(page, Qt.Key.Key_F7)
    assert wanted.args == [PaperKind.LOG_LIST, 0]
    page.tabs.setCurrentIndex(2)
    with qtbot.waitSignal(page.paper_wanted) as wanted:
        QTest.mouseClick(page.rules.print_table, LEFT)
    assert wanted.args == [PaperKind.RETENTION_TABLE, 0]


def test_a_clerk_sees_the_rules_alone(
    qtbot: QtBot, kit: Kit, services: Services, home: OfficeHome, background: ManualBackground
):
    services.accounts.add("kim.clerk", "김담당", Role.CLERK, "clerk-pass-phrase")
    services.office.close()
    office = home.open("kim.clerk", "clerk-pass-phrase")
    messages = RecordingMessages()
    page = ReviewPage(kit, Services(office), messages, background)
    present(qtbot, page)
    page.refresh()
    background.drain()
    assert not page.tabs.isVisible()  # one alone is no choice
    assert page.rules.table.isVisible()
    assert not page.rules.confirm.isVisible()
    assert messages.said == []
    office.close()


def test_how_long_the_log_is_kept_stands_below_it(page: ReviewPage):
    assert "2년 넘게" in page.log.kept.text()


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
@pytest.mark.parametrize("tab", [0, 1, 2])
def test_nothing_is_cut(qtbot: QtBot, kit: Kit, page: ReviewPage, percent: int, tab: int):
    page.tabs.setCurrentIndex(tab)
    kit.appearance.wear(Look(percent=percent))
    page.resize(1142 if percent < 150 else 1068 if percent < 175 else 1366, 590)
    qtbot.waitUntil(lambda: not clip_check(page) and not overlaps(page), timeout=1000)
