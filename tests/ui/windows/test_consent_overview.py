"""동의: the overview, the withdrawal, and what it plans."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.consents import Capacity, ConsentMethod, ConsentResult, Signer
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.consents import Said
from easycare_desktop.ui.appearance import Appearance, Look
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.consents.overview import Standing
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.consent_page import ConsentPage
from tests.helpers.cases import agree, known_person, newest_plan, register
from tests.helpers.consent_pages import (
    press,
    refreshed,
    statuses,
)
from tests.helpers.hangul import type_hangul
from tests.helpers.present import present
from tests.helpers.sizes import PAGE_PERCENTS


@pytest.fixture
def page(
    qtbot: QtBot,
    kit: Kit,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
) -> Iterator[ConsentPage]:
    made = ConsentPage(kit, services, messages, background)
    made.resize(1142, 656)
    present(qtbot, made)
    yield made
    made.close()


def test_the_overview_puts_the_missing_first(
    page: ConsentPage, services: Services, background: ManualBackground
):
    fine, missing = register(services, "가나다"), register(services, "하하하")
    ending = register(services, "나나나")
    agree(services, fine)
    agree(services, ending)
    services.consents.record(
        ending.id,
        [Said("newsletter_photo", ConsentResult.GIVEN, date(2026, 12, 1))],
        Signer("나나나", Capacity.SELF),
        ConsentMethod.PAPER,
        services.office.today(),
    )
    refreshed(page, background)
    rows = page.overview.model.rows
    assert [row.name for row in rows] == ["하하하", "나나나", "가나다"]
    assert [row.standing for row in rows] == [Standing.MISSING, Standing.ENDING, Standing.GIVEN]
    assert page.head.note.text() == "필수 동의가 빠진 분 1명"
    page.overview.filter.choose((Standing.ENDING,))
    assert [row.name for row in page.overview.model.rows] == ["나나나"]
    page.overview.filter.choose((Standing.MISSING,))
    type_hangul(page.overview.search, "ㅎㅎ", leave_last=True)
    QTest.keyClick(page.overview.search, Qt.Key.Key_Return)
    assert page.head.title.text() == "하하하 님의 동의"
    assert missing.id == rows[0].id


def test_a_withdrawal_shows_what_becomes_due_and_plans_it(
    page: ConsentPage, services: Services, messages: RecordingMessages
):
    person = known_person(services)
    page.open(person.id)
    page.tabs.setCurrentIndex(1)
    press(page, "withdraw.newsletter_photo")
    dialog = page.dialog
    assert dialog is not None
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "사진·소식지" in said
    press(dialog, "withdraw.go")
    assert dialog.day.error
    QTest.keyClicks(dialog.day.control, "20200101")
    dialog.method.control.choose(ConsentMethod.PHONE)
    press(dialog, "withdraw.go")
    assert len(messages.of_kind("refuse")) == 1
    dialog.day.control.clear()
    QTest.keyClicks(dialog.day.control, "20261123")
    press(dialog, "withdraw.go")
    assert statuses(services, person)["newsletter_photo"] is ConsentResult.WITHDRAWN
    held = {each.group: each for each in services.people.open(person.id).holdings}
    assert held["photo"].state is HoldingState.DUE
    assert held["photo"].destroy_by == date(2026, 11, 28)
    assert held["identity"].state is HoldingState.ACTIVE
    plan = newest_plan(services)
    assert [item.holding_id for item in plan.items] == [held["photo"].id]
    assert "파기 승인을 기다립니다" in str(messages.of_kind("toast")[-1].content[0])


def test_a_consent_that_carries_the_contract_leads_to_the_cancellation(
    page: ConsentPage, services: Services, messages: RecordingMessages
):
    person = known_person(services)
    page.open(person.id)
    page.tabs.setCurrentIndex(1)
    wanted = QSignalSpy(page.cancel_wanted)
    press(page, "withdraw.service_contract")
    assert wanted.count() == 0
    messages.answer(True)
    press(page, "withdraw.service_contract")
    assert wanted.at(0) == [person.id]
    assert statuses(services, person)["service_contract"] is ConsentResult.GIVEN


@pytest.mark.look
@pytest.mark.parametrize("percent", PAGE_PERCENTS)
def test_nothing_is_clipped(
    qtbot: QtBot,
    page: ConsentPage,
    services: Services,
    background: ManualBackground,
    appearance: Appearance,
    percent: int,
):
    person = known_person(services)
    refreshed(page, background)
    appearance.wear(Look(percent=percent))
    page.resize(1366, 690)
    for tab in (None, 0, 1):
        if tab is not None:
            page.open(person.id)
            page.tabs.setCurrentIndex(tab)
        qtbot.wait(30)
        assert clip_check(page) == []
    assert page.height() == 690
