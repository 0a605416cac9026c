"""기초자료: somebody is found while typing, and opened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.people_page import PeoplePage
from tests.helpers.cases import known_person, register
from tests.helpers.hangul import compose, type_hangul
from tests.helpers.office_copies import OTHERS_PASSWORD, VIEWER
from tests.helpers.offices import OfficeHome
from tests.helpers.people_pages import shown
from tests.helpers.present import present

KEY = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, kit: Kit, services: Services, messages: RecordingMessages) -> PeoplePage:
    made = PeoplePage(kit, services, messages, ManualBackground())
    made.resize(1142, 656)
    made.refresh()
    present(qtbot, made)
    yield made
    made.close()


def test_search_follows_every_stroke_of_a_syllable(page: PeoplePage, services: Services):
    for name in ("홍길순", "한가득", "김보기"):
        register(services, name)
    page.refresh()
    assert page.list.count.text() == "3명"
    compose(page.list.search, "ㅎ")
    assert shown(page) == ["한가득", "홍길순"]
    compose(page.list.search, "호")
    assert shown(page) == ["홍길순"]
    cell = page.list.table.model().index(0, 0).data(Qt.ItemDataRole.UserRole + 1)
    assert cell.matched == ((0, 1),)
    compose(page.list.search, "")
    assert page.list.count.text() == "3명"


def test_a_name_that_is_nearly_right_is_offered_after_a_pause(
    qtbot: QtBot, page: PeoplePage, services: Services
):
    person = register(services, "홍길순")
    page.refresh()
    type_hangul(page.list.search, "홍길숭")
    assert shown(page) == []
    qtbot.waitUntil(page.list.perhaps.lines[0].isVisible)
    QTest.mouseClick(page.list.perhaps.lines[0].button, Qt.MouseButton.LeftButton)
    assert page.sheet.card is not None
    assert page.sheet.card.person.id == person.id


def test_kinds_narrow_the_list(page: PeoplePage, services: Services):
    recipient = register(services)
    services.people.register(
        PersonKind.GUARDIAN,
        {"identity": {"name": "홍보호", "relation": "child"}},
        guardian_of=recipient.id,
    )
    page.refresh()
    page.list.kinds.choose((PersonKind.GUARDIAN,))
    assert shown(page) == ["홍보호"]
    assert page.head.note.text() == "수급자 1 · 보호자 1"


def test_enter_in_the_search_opens_the_first_one_found(page: PeoplePage, services: Services):
    person = known_person(services)
    page.refresh()
    type_hangul(page.list.search, "ㅎㄱ", leave_last=True)
    QTest.keyClick(page.list.search, KEY.Key_Return)
    assert page.sheet.card is not None
    assert page.sheet.card.person.id == person.id
    assert page.sheet.head.name.text() == "홍길순"


def test_only_the_opening_is_logged(page: PeoplePage, services: Services):
    person = register(services)
    page.refresh()
    before = len(services.log.newest())
    type_hangul(page.list.search, "홍길")
    assert shown(page) == ["홍길순"]
    assert len(services.log.newest()) == before + 1
    page.open(person.id)
    assert "people.open" in {entry.action for entry in services.log.newest()[:3]}


def test_somebody_kept_apart_cannot_be_opened(page: PeoplePage, messages: RecordingMessages):
    page.open(4711)
    assert len(messages.of_kind("refuse")) == 1
    assert page.sheet.card is None


def test_who_may_only_look_is_told_so(
    qtbot: QtBot, kit: Kit, home: OfficeHome, messages: RecordingMessages
):
    office = home.open(VIEWER, OTHERS_PASSWORD)
    services = Services(office)
    services.start()
    looking = PeoplePage(kit, services, messages, ManualBackground())
    present(qtbot, looking)
    looking.start_new()
    assert looking.list.isVisible()
    assert len(messages.of_kind("refuse")) == 1
    looking.close()
    office.close()
