"""기초자료: the card of a person, why it is here, and what can be done next."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.people import EndingReason, PersonKind
from easycare_desktop.domain.registers import RegisterKind, Twin
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.ui.appearance import Appearance, Look
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.people.person_sheet import HOLDINGS, RELATIONS
from easycare_desktop.ui.parts.people.words import status
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.people_page import PeoplePage
from tests.helpers.cases import GUARDIAN, decided, known_person, register
from tests.helpers.people_pages import press, put, said
from tests.helpers.present import present
from tests.helpers.sizes import PAGE_PERCENTS

KEY = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, kit: Kit, services: Services, messages: RecordingMessages) -> PeoplePage:
    made = PeoplePage(kit, services, messages, ManualBackground())
    made.resize(1142, 656)
    made.refresh()
    present(qtbot, made)
    yield made
    made.close()


def test_a_guardian_is_added_from_the_recipients_card(page: PeoplePage, services: Services):
    person = known_person(services)
    page.open(person.id)
    page.sheet.tabs.setCurrentIndex(RELATIONS)
    press(page, "add_guardian")
    assert "recipient_number" not in page.form.body.sections["identity"].edits
    put(page, "identity.name", "홍보호")
    page.form.body.sections["identity"].edits["relation"].put("child")
    QTest.keyClick(page, KEY.Key_F4)
    card = page.sheet.card
    assert card is not None
    assert card.person.id == person.id
    assert [line.name for line in card.guardians] == ["홍보호"]
    guardian = services.people.open(card.guardians[0].id)
    assert [line.id for line in guardian.recipients] == [person.id]


def test_the_card_says_why_and_until_when(page: PeoplePage, services: Services):
    person = known_person(services)
    decided(services, person)
    page.refresh()
    page.open(person.id)
    why = page.findChild(QWidget, "people.why")
    assert why is not None
    assert "5년 동안 보관합니다" in why.accessibleName()
    assert "까지" in why.accessibleName()
    page.sheet.tabs.setCurrentIndex(HOLDINGS)
    states = {row.what: row.mark.word for row in page.sheet.holdings.rows}
    assert states["급여계약"] == "법정 보유"
    assert states["기본·연락처"] == "파기 예정"
    assert page.sheet.head.edit.isHidden()
    assert page.list.model.rows[0].person.ending is EndingReason.CANCELLED


def test_the_paper_of_the_person_shown_is_tied_and_of_nobody_else(
    page: PeoplePage, services: Services, messages: RecordingMessages
):
    box = services.registers.add(
        RegisterKind.BOX, {"label": "2026년 수급자 서류", "cabinet": "가", "key_holder": "봉열쇠"}
    )
    other, person = known_person(services), known_person(services, "나둘째")
    services.registers.put_twin(Twin(box.id, other.id))
    page.refresh()
    page.open(other.id)
    page.sheet.tabs.setCurrentIndex(HOLDINGS)
    assert box.number in page.sheet.twins.words.text()
    assert page.sheet.twins.drop.isVisible()
    page.open(person.id)
    page.sheet.tabs.setCurrentIndex(HOLDINGS)
    assert box.number not in page.sheet.twins.words.text()
    assert not page.sheet.twins.drop.isVisible()
    messages.answer(box.id, "health")
    press(page, "twin.add")
    assert services.registers.twins_of(person.id) == [Twin(box.id, person.id, "health")]
    assert services.registers.twins_of(other.id) == [Twin(box.id, other.id)]
    assert box.number in page.sheet.twins.words.text()


def test_the_buttons_of_the_card_name_the_person(page: PeoplePage, services: Services):
    person = known_person(services)
    page.open(person.id)
    spies = {
        name: QSignalSpy(getattr(page.sheet, f"{name}_wanted"))
        for name in ("cancel", "ending", "consent")
    }
    for name in spies:
        press(page, name)
    assert [spy.at(0) for spy in spies.values()] == [[person.id]] * 3
    papers = QSignalSpy(page.sheet.paper_wanted)
    press(page, "answer")
    press(page, "print")
    assert page.sheet.offers is not None
    QTest.mouseClick(page.sheet.offers.rows[2].button, Qt.MouseButton.LeftButton)
    assert [papers.at(number) for number in range(papers.count())] == [
        ["one_page_answer", person.id],
        [PaperKind.CANCELLATION_FORM, person.id],
    ]


@pytest.mark.look
def test_what_can_be_done_stands_below_the_holdings(page: PeoplePage, services: Services):
    page.open(known_person(services).id)
    page.sheet.tabs.setCurrentIndex(HOLDINGS)
    tab = page.sheet.holdings
    assert tab.bar.isVisible()
    top = tab.bar.mapTo(tab, tab.bar.rect().topLeft()).y()
    assert top > tab.table.geometry().bottom()
    assert tab.table.width() == tab.width()


def test_the_chosen_holding_stays_chosen(page: PeoplePage, services: Services):
    page.open(known_person(services).id)
    page.sheet.tabs.setCurrentIndex(HOLDINGS)
    tab = page.sheet.holdings
    last = tab.rows[-1]
    assert last != tab.table.current_row()
    tab.table.choose(last.id)
    page.refresh()
    assert tab.table.current_row() == last


def test_covered_values_open_on_a_press(page: PeoplePage, services: Services):
    person = register(
        services, bank={"bank": "가상은행", "account": "123-456-789012", "holder": "홍길순"}
    )
    page.open(person.id)
    assert not said(page, "123-456-789012")
    press(page, "show.account")
    assert said(page, "123-456-789012")


@pytest.mark.look
@pytest.mark.parametrize("percent", PAGE_PERCENTS)
def test_nothing_is_clipped(
    qtbot: QtBot, page: PeoplePage, services: Services, appearance: Appearance, percent: int
):
    person = known_person(services)
    page.refresh()
    appearance.wear(Look(percent=percent))
    page.resize(1366, 690)
    qtbot.wait(30)
    assert clip_check(page) == []
    page.open(person.id)
    qtbot.wait(30)
    assert clip_check(page) == []
    assert page.list.isVisible() == (percent == 100)
    page.start_edit()
    qtbot.wait(30)
    assert clip_check(page) == []
    assert page.height() == 690


def test_the_card_of_somebody_in_use_says_the_rule_of_that_item_group_alone(
    page: PeoplePage, services: Services
):
    person = known_person(services)
    page.refresh()
    page.open(person.id)
    why = page.findChild(QWidget, "people.why")
    assert why is not None
    said_words = why.accessibleName()
    assert "「본인 확인과 연락」에 쓰려고" in said_words
    assert "끝나면 파기합니다." in said_words
    assert "보관" not in said_words


def test_a_guardian_is_in_contact_and_uses_no_service(services: Services):
    recipient = known_person(services)
    guardian = services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=recipient.id)
    assert status(services.people.open(guardian.id).person) == ("연락 중", "info")
    assert status(services.people.open(recipient.id).person) == ("이용 중", "info")
