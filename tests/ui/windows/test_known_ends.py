"""A death, a leaving and a last day of service that are on record lead to the ending, filled in."""

from collections.abc import Mapping
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.people import EndingReason, Person, PersonKind, PersonState
from easycare_desktop.domain.request_days import waits
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.ending_dialog import EndingDialog
from easycare_desktop.ui.windows.people_page import PeoplePage
from tests.helpers.cases import PERSON, STAFF, decided, known_person, register
from tests.helpers.people_pages import press
from tests.helpers.present import present
from tests.helpers.sizes import PAGE_PERCENTS


@pytest.fixture
def page(qtbot: QtBot, kit: Kit, services: Services, messages: RecordingMessages) -> PeoplePage:
    made = PeoplePage(kit, services, messages, ManualBackground())
    made.resize(1142, 656)
    made.refresh()
    present(qtbot, made)
    yield made
    made.close()


def who_died(services: Services, **more: Mapping[str, str]) -> Person:
    return register(
        services, "나가심", identity={**PERSON["identity"], "died_on": "2026-11-20"}, **more
    )


def who_left(services: Services, left_on: str) -> Person:
    employment = {**STAFF["employment"], "left_on": left_on}
    return services.people.register(PersonKind.STAFF, {**STAFF, "employment": employment})


def banner(page: PeoplePage) -> str:
    if not page.sheet.head.end.isVisible():
        return ""
    return " ".join(each.text() for each in page.sheet.head.end.findChildren(QLabel))


def test_the_card_says_that_somebody_died_and_leads_to_the_ending(
    page: PeoplePage, services: Services
):
    page.open(register(services).id)
    assert banner(page) == ""
    person = who_died(services)
    page.open(person.id)
    assert "2026-11-20에 돌아가셨습니다." in banner(page)
    assert "사망" in {each.text() for each in page.sheet.head.findChildren(QLabel)}
    wanted = QSignalSpy(page.sheet.ending_wanted)
    press(page, "end_now")
    assert wanted.at(0) == [person.id]
    decided(services, person)
    page.refresh()
    page.open(person.id)
    assert banner(page) == ""


def test_the_card_says_that_somebody_left_or_will_leave(page: PeoplePage, services: Services):
    page.open(who_left(services, "2026-11-10").id)
    assert "2026-11-10에 퇴사했습니다." in banner(page)
    page.open(who_left(services, "2026-12-31").id)
    assert "2026-12-31에 퇴사합니다." in banner(page)


@pytest.mark.look
@pytest.mark.parametrize("percent", PAGE_PERCENTS)
def test_nothing_is_clipped(page: PeoplePage, services: Services, kit: Kit, percent: int):
    kit.appearance.wear(Look(percent=percent))
    page.resize(1366, 690)
    page.open(who_died(services).id)
    assert clip_check(page) == []


def test_the_ending_of_somebody_who_died_is_filled_in(
    kit: Kit, services: Services, messages: RecordingMessages
):
    contract = {**PERSON["care_contract"], "last_service_on": "2026-11-18"}
    person = who_died(services, care_contract=contract)
    dialog = EndingDialog(kit, services, services.people.open(person.id), messages)
    assert dialog.reason.control.value() is EndingReason.DEATH
    assert (dialog.ended.day(), dialog.last.day()) == (date(2026, 11, 20), date(2026, 11, 18))
    assert "2031-11-18까지" in {each.text() for each in dialog.findChildren(QLabel)}
    dialog.ask.click()
    ended = services.people.open(person.id).person
    assert (ended.ending, ended.last_service_on) == (EndingReason.DEATH, date(2026, 11, 18))


def test_the_ending_of_somebody_who_left_is_filled_in(
    kit: Kit, services: Services, messages: RecordingMessages
):
    person = who_left(services, "2026-11-10")
    dialog = EndingDialog(kit, services, services.people.open(person.id), messages)
    assert dialog.reason.control.value() is EndingReason.LEFT_JOB
    assert dialog.ended.day() == date(2026, 11, 10)


def test_nothing_is_filled_in_where_nothing_is_on_record(
    kit: Kit, services: Services, messages: RecordingMessages
):
    person = register(services)
    dialog = EndingDialog(kit, services, services.people.open(person.id), messages)
    assert dialog.reason.control.value() is None
    assert (dialog.ended.day(), dialog.last.day()) == (services.office.today(), None)


@pytest.mark.look
def test_an_end_still_to_come_is_noted_and_everything_stays(
    qtbot: QtBot, kit: Kit, services: Services, messages: RecordingMessages
):
    person = known_person(services)
    dialog = EndingDialog(kit, services, services.people.open(person.id), messages)
    present(qtbot, dialog)
    asked = dialog.ask.accessibleName()
    dialog.reason.control.choose(EndingReason.FACILITY)
    for field in (dialog.last, dialog.ended):
        field.control.clear()
        QTest.keyClicks(field.control, "20261231")
        QTest.keyClick(field.control, Qt.Key.Key_Return)
    assert (asked, dialog.ask.accessibleName()) == ("파기 승인 요청하기", "끝날 날 적어 두기")
    assert not clip_check(dialog)
    with qtbot.waitSignal(dialog.announced):
        dialog.ask.click()
    (line,) = services.requests.all()
    assert waits(line.request, services.office.today())
    assert services.people.open(person.id).person.state is PersonState.ACTIVE
    assert not services.destruction.all()
