"""Looking a month of the log through, and setting a period, on the real page."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.periods import Period
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.session import WrongLoginError
from easycare_desktop.system.clock import SEOUL
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.review.period_dialog import PeriodDialog
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.review_page import ReviewPage
from easycare_desktop.ui.wording.labels import label
from tests.helpers.sizes import PERCENTS

LEFT = Qt.MouseButton.LeftButton


def in_december(services: Services) -> None:
    with pytest.raises(WrongLoginError):
        services.session.check("not the one")
    services.office.clock.set(datetime(2026, 12, 2, 10, tzinfo=SEOUL))


def test_no_month_is_over_yet(review_page: ReviewPage):
    review_page.tabs.setCurrentIndex(1)
    assert not review_page.months.month.isVisible()
    assert not review_page.months.record.isVisible()


def test_a_month_is_looked_through_from_its_task(
    qtbot: QtBot, review_page: ReviewPage, background: ManualBackground, services: Services,
    messages: RecordingMessages,
):  # fmt: skip
    in_december(services)
    review_page.refresh()
    review_page.show_subject(202611)
    background.drain()
    months = review_page.months
    assert review_page.tabs.currentIndex() == 1
    assert months.month.currentText() == "2026년 11월 · 점검 전"
    assert [label(each.finding.why) for each in months.model.rows] == ["비밀번호를 틀림"]
    QTest.mouseClick(months.record, LEFT)
    background.drain()
    assert "확인한 내용" in months.found.error
    months.found.control.setPlainText("본인이 잘못 눌렀습니다.")
    QTest.mouseClick(months.record, LEFT)
    background.drain()
    assert months.month.currentText() == "2026년 11월 · 점검함"
    assert not months.record.isVisible()
    assert "본인이 잘못 눌렀습니다." in months.done_by.accessibleName()
    assert [said.kind for said in messages.said] == ["toast"]
    with qtbot.waitSignal(review_page.paper_wanted) as wanted:
        QTest.mouseClick(months.print, LEFT)
    assert wanted.args == [PaperKind.LOG_REVIEW, 202611]


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_of_a_month_is_cut(
    qtbot: QtBot, kit: Kit, review_page: ReviewPage, background: ManualBackground,
    services: Services, percent: int,
):  # fmt: skip
    in_december(services)
    review_page.refresh()
    review_page.show_subject(202611)
    background.drain()
    kit.appearance.wear(Look(percent=percent))
    review_page.resize(1142 if percent < 150 else 1068 if percent < 175 else 1366, 590)
    qtbot.waitUntil(lambda: not clip_check(review_page) and not overlaps(review_page), timeout=1000)


@pytest.mark.look
def test_the_officer_sets_a_period_and_sees_whom_it_touches(
    qtbot: QtBot, review_page: ReviewPage, background: ManualBackground, services: Services,
    messages: RecordingMessages,
):  # fmt: skip
    review_page.tabs.setCurrentIndex(2)
    review_page.rules.table.choose("L-01")
    QTest.mouseClick(review_page.rules.change, LEFT)
    dialog = review_page.dialogs.shown
    assert isinstance(dialog, PeriodDialog)
    dialog.years.control.setText("3")
    QTest.mouseClick(dialog.set, LEFT)
    assert "법이 정한" in dialog.years.error
    dialog.years.control.setText("10")
    QTest.mouseClick(dialog.set, LEFT)
    assert "사유" in dialog.reason.error
    qtbot.wait(20)
    assert clip_check(dialog) == []
    dialog.reason.control.setPlainText("시행규칙이 바뀜")
    messages.answer(True)
    QTest.mouseClick(dialog.set, LEFT)
    background.drain()
    asked = messages.of_kind("confirm")
    assert "5년에서 10년" in str(asked[0].content)
    line = next(each for each in review_page.rules.model.rows if each.key == "L-01")
    assert line.period == Period(years=10)
    review_page.rules.table.choose("deadline.backup")
    assert not review_page.rules.change.isEnabled()
