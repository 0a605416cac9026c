"""기초자료 over a real encrypted office: found while typing, registered, corrected, never lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.people import EndingReason, PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.appearance import Appearance, Look
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.people.person_sheet import HISTORY, HOLDINGS, RELATIONS
from easycare_desktop.ui.widgets import HangulLineEdit, Kit
from easycare_desktop.ui.windows.people_page import PeoplePage
from tests.helpers.cases import agree, decided, known_person, register
from tests.helpers.hangul import compose, type_hangul
from tests.helpers.office_copies import OfficeMould
from tests.helpers.offices import OfficeHome
from tests.helpers.present import present

KEY = Qt.Key


@pytest.fixture(scope="module")
def mould(tmp_path_factory: pytest.TempPathFactory) -> OfficeMould:
    return OfficeMould(tmp_path_factory.mktemp("mould") / "home")


@pytest.fixture
def home(mould: OfficeMould, tmp_path: Path) -> OfficeHome:
    return mould.copy_to(tmp_path / "home")


@pytest.fixture
def services(home: OfficeHome) -> Iterator[Services]:
    office = home.open()
    made = Services(office)
    made.start()
    yield made
    office.close()


@pytest.fixture
def messages() -> RecordingMessages:
    return RecordingMessages()


@pytest.fixture
def page(qtbot: QtBot, kit: Kit, services: Services, messages: RecordingMessages) -> PeoplePage:
    made = PeoplePage(kit, services, messages)
    made.resize(1142, 656)
    made.refresh()
    present(qtbot, made)
    yield made
    made.close()


def field(page: PeoplePage, name: str) -> HangulLineEdit:
    found = page.findChild(HangulLineEdit, f"people.{name}")
    assert found is not None
    return found


def put(page: PeoplePage, name: str, text: str) -> None:
    edit = field(page, name)
    edit.setFocus()
    edit.clear()
    if text.isascii():
        QTest.keyClicks(edit, text)
    else:
        type_hangul(edit, text)


def press(page: PeoplePage, name: str) -> None:
    button = page.findChild(QPushButton, f"people.{name}")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def key(widget: QWidget, code: Qt.Key) -> None:
    QTest.keyClick(widget.window().focusWidget() or widget, code)


def said(page: PeoplePage, words: str) -> bool:
    return any(label.text() == words for label in page.sheet.basic.findChildren(QLabel))


def shown(page: PeoplePage) -> list[str]:
    return [line.name for line in page.list.model.rows]


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


def test_f2_registers_with_the_keyboard_alone(page: PeoplePage, services: Services):
    QTest.keyClick(page, KEY.Key_F2)
    type_hangul(field(page, "identity.name"), "홍길동", leave_last=True)
    key(page, KEY.Key_Return)
    assert page.focusWidget() is field(page, "identity.birth")
    QTest.keyClicks(page.focusWidget(), "41.3.5")
    key(page, KEY.Key_Return)
    assert field(page, "identity.birth").text() == "1941-03-05"
    put(page, "identity.mobile", "01000001234")
    put(page, "entitlement.ltc_number", "0012345678")
    put(page, "entitlement.valid_from", "20250101")
    put(page, "entitlement.valid_until", "20281231")
    entitlement = page.form.body.sections["entitlement"].edits
    entitlement["grade"].put("3")
    entitlement["copay"].put("general")
    key(page, KEY.Key_F4)
    found = services.search.find("홍길동")
    assert [line.phone for line in found] == ["010-0000-1234"]
    assert found[0].ltc_number == "L0012345678"
    assert page.sheet.card is not None
    assert page.sheet.card.name == "홍길동"
    assert services.drafts.get("person_form", 0) is None


def test_what_is_wrong_is_said_under_the_field(page: PeoplePage, services: Services):
    page.start_new()
    put(page, "identity.name", "홍길동")
    put(page, "identity.mobile", "0100000")
    key(page, KEY.Key_Tab)
    mobile = page.form.body.sections["identity"].edits["mobile"]
    assert mobile.field.error
    QTest.keyClick(page, KEY.Key_F4)
    birth = page.form.body.sections["identity"].edits["birth"]
    assert birth.field.error
    assert page.focusWidget() is birth.field.control
    assert services.search.find("홍길동") == []


def test_a_resident_number_is_refused(page: PeoplePage):
    page.start_new()
    put(page, "identity.address_detail", "410305-2000000")
    key(page, KEY.Key_Tab)
    assert page.form.body.sections["identity"].edits["address_detail"].field.error


def test_half_typed_work_comes_back(
    qtbot: QtBot, kit: Kit, page: PeoplePage, services: Services, messages: RecordingMessages
):
    page.start_new()
    page.form.top.kinds.choose(PersonKind.STAFF)
    put(page, "identity.name", "김직원")
    QTest.keyClick(page, KEY.Key_Escape)
    assert page.list.isVisible()
    again = PeoplePage(kit, services, messages)
    qtbot.addWidget(again)
    again.start_new()
    assert again.form.task.kind is PersonKind.STAFF
    assert field(again, "identity.name").text() == "김직원"
    assert not again.form.top.restored.isHidden()
    again.form.again.click()
    assert field(again, "identity.name").text() == ""
    assert messages.said == []


def test_opening_a_form_keeps_no_draft(page: PeoplePage, services: Services):
    person = known_person(services)
    page.open(person.id)
    page.start_edit()
    page.form.leave()
    assert services.drafts.get("person_form", person.id) is None


def test_a_correction_asks_why_only_where_a_value_was(page: PeoplePage, services: Services):
    person = known_person(services)
    page.open(person.id)
    page.start_edit()
    put(page, "identity.phone", "0212345678")
    QTest.keyClick(page, KEY.Key_F4)
    assert services.people.open(person.id).contents["identity"].values["phone"] == "02-1234-5678"
    page.start_edit()
    put(page, "identity.address", "행복시 나눔구 가을길 3")
    QTest.keyClick(page, KEY.Key_F4)
    assert page.form.reason.isVisible()
    assert page.focusWidget() is page.form.reason.field.control
    type_hangul(page.form.reason.field.control, "이사", leave_last=True)
    key(page, KEY.Key_Return)
    change = services.people.history(person.id)[0]
    assert (change.after, change.reason) == ("행복시 나눔구 가을길 3", "이사")
    page.sheet.tabs.setCurrentIndex(HISTORY)
    lines = page.sheet.history.lines
    assert "가을길 3" in lines[0].what
    assert "이사" in lines[0].second


def test_a_correction_can_be_taken_back(
    page: PeoplePage, services: Services, messages: RecordingMessages
):
    person = known_person(services)
    page.open(person.id)
    page.start_edit()
    put(page, "identity.mobile", "01099990000")
    page.form.save()
    page.form.reason.field.control.setText("번호 바뀜")
    page.form.save()
    undo = messages.of_kind("toast")[-1].content[1]
    assert callable(undo)
    undo()
    assert services.people.open(person.id).contents["identity"].values["mobile"] == "010-0000-1234"


def test_the_later_one_is_told_and_nothing_is_overwritten_unseen(
    page: PeoplePage, services: Services
):
    person = known_person(services)
    page.open(person.id)
    page.start_edit()
    values = dict(services.people.open(person.id).contents["identity"].values)
    services.people.save_group(
        person.id,
        "identity",
        values | {"address": "행복시 나눔구 여름길 1"},
        expected_version=1,
        reason="먼저",
    )
    put(page, "identity.address", "행복시 나눔구 겨울길 9")
    page.form.reason.field.control.setText("나중")
    page.form.save()
    assert page.form.top.conflict.isVisible()
    address = page.form.body.sections["identity"].edits["address"].field
    assert "여름길 1" in address.note
    stored = services.people.open(person.id).contents["identity"].values["address"]
    assert stored == "행복시 나눔구 여름길 1"
    page.form.save()
    stored = services.people.open(person.id).contents["identity"].values["address"]
    assert stored == "행복시 나눔구 겨울길 9"


def test_a_guardian_is_added_from_the_recipients_card(page: PeoplePage, services: Services):
    person = known_person(services)
    page.open(person.id)
    page.sheet.tabs.setCurrentIndex(RELATIONS)
    press(page, "add_guardian")
    assert field(page, "identity.recipient_number").isReadOnly()
    put(page, "identity.name", "홍보호")
    page.form.body.sections["identity"].edits["relation"].put("child")
    QTest.keyClick(page, KEY.Key_F4)
    card = page.sheet.card
    assert card is not None
    assert card.person.id == person.id
    assert [line.name for line in card.guardians] == ["홍보호"]
    guardian = services.people.open(card.guardians[0].id)
    assert guardian.contents["identity"].values["contact_order"] == "1"
    assert guardian.contents["identity"].values["recipient_number"] == person.number


def test_somebody_already_here_is_hinted_at(page: PeoplePage, services: Services):
    person = register(services, "홍길순")
    page.start_new()
    put(page, "identity.name", "홍길순")
    put(page, "identity.birth", "19410305")
    key(page, KEY.Key_Tab)
    assert page.form.top.twins.isVisible()
    press(page, "twin")
    assert page.sheet.card is not None
    assert page.sheet.card.person.id == person.id


def test_groups_that_need_consent_wait_for_it(page: PeoplePage, services: Services):
    person = register(services)
    page.open(person.id)
    page.start_edit()
    assert "health" not in page.form.body.sections
    agree(services, person)
    page.form.leave()
    page.start_edit()
    assert "health" in page.form.body.sections


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
    states = {row.what: row.state for row in page.sheet.holdings.rows}
    assert states["급여계약"] == "법정 보유"
    assert states["기본·연락처"] == "파기 예정"
    assert page.sheet.head.edit.isHidden()
    assert page.list.model.rows[0].person.ending is EndingReason.CANCELLED


def test_the_buttons_of_the_card_name_the_person(
    page: PeoplePage, services: Services, messages: RecordingMessages
):
    person = known_person(services)
    page.open(person.id)
    spies = {
        name: QSignalSpy(getattr(page, f"{name}_wanted"))
        for name in ("cancel", "ending", "consent")
    }
    for name in spies:
        press(page, name)
    assert [spy.at(0) for spy in spies.values()] == [[person.id]] * 3
    papers = QSignalSpy(page.paper_wanted)
    press(page, "answer")
    messages.answer("cancellation_form")
    press(page, "print")
    assert [papers.at(number) for number in range(papers.count())] == [
        ["one_page_answer", person.id],
        ["cancellation_form", person.id],
    ]


def test_covered_values_open_on_a_press(page: PeoplePage, services: Services):
    person = register(
        services, bank={"bank": "가상은행", "account": "123-456-789012", "holder": "홍길순"}
    )
    page.open(person.id)
    assert not said(page, "123-456-789012")
    press(page, "show.account")
    assert said(page, "123-456-789012")


def test_somebody_kept_apart_cannot_be_opened(page: PeoplePage, messages: RecordingMessages):
    page.open(4711)
    assert len(messages.of_kind("refuse")) == 1
    assert page.sheet.card is None


@pytest.mark.parametrize("percent", [100, 150, 200])
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
