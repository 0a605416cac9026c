"""점검·보고 over a real office: the log, its chain, and the retention table."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from easycare_desktop.domain.rights import Verb
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
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD
from tests.helpers.offices import OfficeHome
from tests.helpers.present import present
from tests.helpers.sizes import PERCENTS

LEFT = Qt.MouseButton.LeftButton


def test_the_log_is_shown_newest_first_and_by_verb(review_page: ReviewPage):
    rows = review_page.log.model.rows
    assert rows[0].seq > rows[-1].seq
    assert rows[0].account == "박책임"
    review_page.log.verb.choose(Verb.LOGIN)
    assert {row.verb for row in review_page.log.model.rows} == {Verb.LOGIN}
    review_page.log.verb.choose(Verb.DESTROY)
    assert review_page.log.model.rows == ()


def test_the_log_of_one_person(review_page: ReviewPage, background: ManualBackground):
    number = "P-00001"
    review_page.log.number.setText(number.lower())
    review_page.log.number.setFocus()
    QTest.keyClick(review_page.log.number, Qt.Key.Key_Return)
    background.drain()
    assert {row.person_number for row in review_page.log.model.rows} == {number}
    review_page.log.number.setText("P-99999")
    QTest.keyClick(review_page.log.number, Qt.Key.Key_Return)
    background.drain()
    assert review_page.log.model.rows == ()


def test_both_chains_hold(review_page: ReviewPage, background: ManualBackground):
    QTest.mouseClick(review_page.log.check, LEFT)
    background.drain()
    assert review_page.checks.isVisible()
    assert "빠짐없이" in review_page.checks.banner.accessibleName()


def test_a_changed_line_is_named(
    review_page: ReviewPage, background: ManualBackground, services: Services
):
    with services.office.files.office() as connection:
        connection.execute(text("UPDATE access_log SET place = 'other' WHERE seq = 2"))
    QTest.mouseClick(review_page.log.check, LEFT)
    background.drain()
    assert "2번째 줄부터 맞지 않습니다" in review_page.checks.banner.accessibleName()
    assert review_page.checks.banner.property("tone") == "danger"


def test_a_broken_ledger_is_named(review_page: ReviewPage, services: Services):
    ledger = services.ledger.check()
    broken = type(ledger)(ledger.entries, ledger.head, 1)
    review_page.checks.show_checks(LogCheck(3, b"\1" * 32, None), broken)
    assert "파기 기록: 1번째" in review_page.checks.banner.accessibleName()


def test_the_officer_confirms_a_rule(
    review_page: ReviewPage,
    background: ManualBackground,
    services: Services,
    messages: RecordingMessages,
):
    review_page.tabs.setCurrentIndex(2)
    unsure = [line for line in review_page.rules.model.rows if line.needs_confirmation]
    assert unsure
    assert review_page.rules.model.rows[0] is unsure[0]
    review_page.rules.table.choose(unsure[0].key)
    messages.answer(True)
    QTest.mouseClick(review_page.rules.confirm, LEFT)
    background.drain()
    now = {line.key: line for line in services.rules.lines()}
    assert now[unsure[0].key].confirmed_on == services.office.today()
    assert f"{len(unsure) - 1}개" in review_page.rules.note.text()


def test_a_law_that_is_read_again_is_confirmed_as_a_whole(
    review_page: ReviewPage,
    background: ManualBackground,
    services: Services,
    messages: RecordingMessages,
):
    services.office.clock.set(datetime(2027, 12, 1, 10, tzinfo=SEOUL))
    review_page.refresh()
    background.drain()
    review_page.tabs.setCurrentIndex(2)
    review_page.rules.table.choose("L-01")
    assert review_page.rules.confirm.isEnabled()
    messages.answer(True)
    QTest.mouseClick(review_page.rules.confirm, LEFT)
    background.drain()
    today = services.office.today()
    lines = services.rules.lines()
    assert {each.law for each in lines if each.confirmed_on == today} == {"노인장기요양보험법"}
    assert all(each.confirmed_on == today for each in lines if each.law == "노인장기요양보험법")


def test_saying_no_confirms_nothing(
    review_page: ReviewPage, background: ManualBackground, services: Services
):
    review_page.tabs.setCurrentIndex(2)
    review_page.rules.table.choose_first()
    QTest.mouseClick(review_page.rules.confirm, LEFT)
    background.drain()
    assert all(line.confirmed_on is None for line in services.rules.lines())


def test_papers_are_asked_for(qtbot: QtBot, review_page: ReviewPage):
    with qtbot.waitSignal(review_page.paper_wanted) as wanted:
        QTest.keyClick(review_page, Qt.Key.Key_F7)
    assert wanted.args == [PaperKind.LOG_LIST, 0]
    review_page.tabs.setCurrentIndex(2)
    with qtbot.waitSignal(review_page.paper_wanted) as wanted:
        QTest.mouseClick(review_page.rules.print_table, LEFT)
    assert wanted.args == [PaperKind.RETENTION_TABLE, 0]


def test_a_clerk_sees_the_rules_alone(
    qtbot: QtBot, kit: Kit, services: Services, home: OfficeHome, background: ManualBackground
):
    services.office.close()
    office = home.open(CLERK, OTHERS_PASSWORD)
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


def test_how_long_the_log_is_kept_stands_below_it(review_page: ReviewPage):
    assert "2년 넘게" in review_page.log.kept.text()


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
@pytest.mark.parametrize("tab", [0, 1, 2])
def test_nothing_is_cut(qtbot: QtBot, kit: Kit, review_page: ReviewPage, percent: int, tab: int):
    review_page.tabs.setCurrentIndex(tab)
    kit.appearance.wear(Look(percent=percent))
    review_page.resize(1142 if percent < 150 else 1068 if percent < 175 else 1366, 590)
    qtbot.waitUntil(lambda: not clip_check(review_page) and not overlaps(review_page), timeout=1000)
