"""기초자료: registered and corrected with the keyboard; nothing typed is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.people.person_sheet import HISTORY
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.people_page import PeoplePage
from tests.helpers.cases import PERSON, agree, known_person, register
from tests.helpers.hangul import compose, type_hangul
from tests.helpers.people_pages import field, key, put
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
    again = PeoplePage(kit, services, messages, ManualBackground())
    qtbot.addWidget(again)
    again.start_new()
    assert again.form.task.kind is PersonKind.STAFF
    assert field(again, "identity.name").text() == "김직원"
    assert not again.form.top.banners.restored.isHidden()
    assert messages.said == []
    messages.answer(True)
    again.form.again.click()
    assert field(again, "identity.name").text() == ""


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
    assert "가을길 3" in lines[0].said.after
    assert lines[0].change.reason == "이사"


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
    assert page.form.top.banners.conflict.isVisible()
    address = page.form.body.sections["identity"].edits["address"].field
    assert "여름길 1" in address.note
    stored = services.people.open(person.id).contents["identity"].values["address"]
    assert stored == "행복시 나눔구 여름길 1"
    page.form.save()
    stored = services.people.open(person.id).contents["identity"].values["address"]
    assert stored == "행복시 나눔구 겨울길 9"


def test_a_group_that_somebody_added_meanwhile_is_shown_and_not_added_twice(
    page: PeoplePage, services: Services
):
    person = services.people.register(PersonKind.RECIPIENT, {"identity": PERSON["identity"]})
    page.open(person.id)
    page.start_edit()
    bank = {"bank": "나눔은행", "account": "000-00-000001", "holder": "홍길순"}
    services.people.save_group(person.id, "bank", bank)
    page.form.body.sections["bank"].fill(bank | {"account": "000-00-000002"})
    page.form.save()
    assert page.form.top.banners.conflict.isVisible()
    account = page.form.body.sections["bank"].edits["account"].field
    assert "000-00-000001" in account.note
    page.form.reason.field.control.setText("계좌 바뀜")
    page.form.save()
    card = services.people.open(person.id)
    assert card.contents["bank"].values["account"] == "000-00-000002"
    assert [each.group for each in card.holdings] == ["bank", "identity"]


def test_groups_that_need_consent_wait_for_it(page: PeoplePage, services: Services):
    person = register(services)
    page.open(person.id)
    page.start_edit()
    assert "health" not in page.form.body.sections
    agree(services, person)
    page.form.leave()
    page.start_edit()
    assert "health" in page.form.body.sections


def test_a_pause_keeps_the_syllable_that_is_being_composed(
    qtbot: QtBot, page: PeoplePage, services: Services
):
    page.start_new()
    name = field(page, "identity.name")
    name.setFocus()
    compose(name, "호")

    def kept() -> bool:
        draft = services.drafts.get("person_form", 0)
        return draft is not None and draft.values.get("identity.name") == "호"

    qtbot.waitUntil(kept)
    assert (name.text(), name.live_text()) == ("", "호")


def test_a_day_of_death_is_no_field_of_somebody_new(page: PeoplePage, services: Services):
    page.start_new()
    page.form.body.sections["identity"].show_more()
    assert "died_on" not in page.form.body.sections["identity"].edits
    page.form.leave()
    page.open(register(services).id)
    page.start_edit()
    assert "died_on" in page.form.body.sections["identity"].edits


def test_what_is_missing_is_said_until_the_reason_is_typed(page: PeoplePage, services: Services):
    page.open(register(services).id)
    page.start_edit()
    put(page, "identity.mobile", "01055556666")
    page.form.save()
    assert page.form.foot.note.text() == "고치는 사유를 적어 주세요."
    put(page, "reason", "번호를 바꾸심")
    assert page.form.foot.note.text() != "고치는 사유를 적어 주세요."
