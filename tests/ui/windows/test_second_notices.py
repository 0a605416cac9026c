"""The card of the second notice: hidden without one; the paper, and how it was given."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.destruction import Plan
from easycare_desktop.domain.second_notices import Telling
from easycare_desktop.services.destruction import Approval
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from tests.helpers.agency import NAME, SECOND, SECOND_PASSWORD, Agency
from tests.helpers.approving import decided, shown
from tests.helpers.present import settle

_SIX_YEARS = timedelta(days=6 * 365)


def _carry_out(agency: Agency, plan: Plan) -> None:
    services = agency.services
    to_type, today = services.destruction.view(plan.id).to_type, services.office.today()
    approval = Approval(to_type, today.isoformat(), SECOND, SECOND_PASSWORD)
    services.destruction.approve_in_place(plan.id, approval)
    services.destruction_run.run(plan.id)


@pytest.fixture
def plan(agency: Agency) -> Plan:
    """The plan that ended what had been kept for years."""
    _carry_out(agency, decided(agency))
    agency.home.clock.set(agency.home.clock.now() + _SIX_YEARS)
    agency.services.office.clock_trusted()
    agency.services.office.accept_clock()
    plan = agency.services.destruction.propose_due()
    assert plan is not None
    _carry_out(agency, plan)
    return plan


@pytest.mark.look
def test_the_notice_is_made_and_noted(
    qtbot: QtBot,
    kit: Kit,
    agency: Agency,
    messages: RecordingMessages,
    background: ManualBackground,
    plan: Plan,
):
    page = shown(qtbot, kit, agency, messages, background)
    page.show_subject(plan.id - 1)
    assert not page.panel.notices.isVisible()
    page.show_subject(plan.id)
    assert NAME in page.panel.notices.words.text()
    assert not {"☐", "☑"} & set(page.panel.notices.words.text())  # nothing to be pressed
    asked: list[object] = []
    page.paper_wanted.connect(lambda *words: asked.append(words))
    QTest.mouseClick(page.panel.notices.paper, Qt.MouseButton.LeftButton)
    assert asked == [("second_notice", agency.person.id)]
    for percent in (100, 200):
        kit.appearance.wear(Look(percent=percent))
        settle(page.panel.notices)
    kit.appearance.wear(Look())
    messages.answer(Telling.POST)
    QTest.mouseClick(page.panel.notices.told, Qt.MouseButton.LeftButton)
    assert "우편" in page.panel.notices.words.text()
    assert not page.panel.notices.told.isVisible()
