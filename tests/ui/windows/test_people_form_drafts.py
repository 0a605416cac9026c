"""기초자료: what was half typed comes back as it was left, and undoes nobody's later correction."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.shared.field_edit import FieldEdit
from easycare_desktop.ui.widgets import ChoiceStrip, Kit
from easycare_desktop.ui.windows.people_page import PeoplePage
from tests.helpers.cases import known_person
from tests.helpers.people_pages import field, press, put
from tests.helpers.present import present

OLD, NEW = "행복시 나눔구 봄길 77", "행복시 나눔구 겨울길 9"
OTHER = "행복시 나눔구 여름길 1"


@pytest.fixture
def page(people_page: PeoplePage) -> PeoplePage:
    return people_page


@pytest.fixture
def person(page: PeoplePage, services: Services) -> Person:
    made = known_person(services)
    page.open(made.id)
    page.start_edit()
    return made


def edit(page: PeoplePage, name: str) -> FieldEdit:
    return page.form.body.sections["identity"].edits[name]


def identity(services: Services, person: Person) -> dict[str, str]:
    return dict(services.people.open(person.id).contents["identity"].values)


def meanwhile(services: Services, person: Person, **changed: str) -> None:
    content = services.people.open(person.id).contents["identity"]
    services.people.save_group(
        person.id,
        "identity",
        dict(content.values) | changed,
        expected_version=content.holding.version,
        reason="먼저",
    )


def leave(page: PeoplePage) -> None:
    QTest.keyClick(page, Qt.Key.Key_Escape)


def save(page: PeoplePage) -> None:
    page.form.reason.field.control.setText("이사")
    QTest.keyClick(page, Qt.Key.Key_F4)


def test_a_draft_taken_up_undoes_no_later_correction(
    page: PeoplePage, person: Person, services: Services
):
    put(page, "identity.address", NEW)
    leave(page)
    meanwhile(services, person, mobile="010-0000-7777")
    page.start_edit()
    assert page.form.top.banners.conflict.isVisible()
    assert not page.form.top.banners.restored.isVisible()
    assert field(page, "identity.address").text() == NEW
    assert field(page, "identity.mobile").text() == "010-0000-7777"
    assert "저장된 값" not in edit(page, "address").field.note
    save(page)
    stored = identity(services, person)
    assert (stored["address"], stored["mobile"]) == (NEW, "010-0000-7777")


def test_a_draft_taken_up_tells_what_was_corrected_in_the_same_field(
    page: PeoplePage, person: Person, services: Services
):
    put(page, "identity.address", NEW)
    leave(page)
    meanwhile(services, person, address=OTHER)
    for _ in range(2):
        page.start_edit()
        assert page.form.top.banners.conflict.isVisible()
        assert OTHER in page.form.top.banners.conflict.accessibleName()
        assert OTHER in edit(page, "address").field.note
        assert field(page, "identity.address").text() == NEW
        leave(page)
    page.start_edit()
    save(page)
    assert identity(services, person)["address"] == NEW


def test_a_draft_of_all_fields_from_before_is_held_against_what_is_stored(
    page: PeoplePage, person: Person, services: Services
):
    kept = {"kind": "recipient", "identity.address": OLD, "identity.mobile": "010-0000-1234"}
    leave(page)
    services.drafts.keep("person_form", person.id, kept)
    meanwhile(services, person, mobile="010-0000-7777")
    page.start_edit()
    assert page.form.top.banners.conflict.isVisible()
    assert "010-0000-7777" in edit(page, "mobile").field.note
    assert "저장된 값" not in edit(page, "address").field.note


def test_a_draft_over_what_still_stands_comes_back_quietly(page: PeoplePage, person: Person):
    put(page, "identity.address", NEW)
    leave(page)
    page.start_edit()
    assert page.form.top.banners.restored.isVisible()
    assert not page.form.top.banners.conflict.isVisible()
    put(page, "identity.address", OLD)
    leave(page)
    page.start_edit()
    assert not page.form.top.banners.restored.isVisible()


def test_a_second_save_reverts_nothing_that_was_not_typed(
    page: PeoplePage, person: Person, services: Services
):
    put(page, "identity.address", NEW)
    meanwhile(services, person, mobile="010-0000-7777", sex="male", address=OTHER)
    save(page)
    assert page.form.top.banners.conflict.isVisible()
    assert field(page, "identity.mobile").text() == "010-0000-7777"
    assert "바뀐 값" in edit(page, "mobile").field.note
    assert OTHER in edit(page, "address").field.note
    QTest.keyClick(page, Qt.Key.Key_F4)
    stored = identity(services, person)
    assert (stored["address"], stored["mobile"], stored["sex"]) == (NEW, "010-0000-7777", "male")


def test_a_cleared_field_stays_cleared(page: PeoplePage, person: Person, services: Services):
    put(page, "identity.address_detail", "")
    leave(page)
    assert [line.typed for line in services.drafts.all()] == [1]
    page.start_edit()
    assert page.form.top.banners.restored.isVisible()
    assert field(page, "identity.address_detail").text() == ""
    save(page)
    assert "address_detail" not in identity(services, person)


def test_a_choice_is_taken_back_by_pressing_it_again(
    page: PeoplePage, person: Person, services: Services
):
    strip = edit(page, "sex").field.control
    assert isinstance(strip, ChoiceStrip)
    assert strip.value() == "female"
    QTest.keyClick(strip.findChildren(QPushButton)[0], Qt.Key.Key_Space)
    assert strip.value() is None
    leave(page)
    page.start_edit()
    strip = edit(page, "sex").field.control
    assert isinstance(strip, ChoiceStrip)
    assert strip.value() is None
    save(page)
    assert "sex" not in identity(services, person)


def test_what_only_one_kind_has_waits_until_that_kind_is_chosen_again(
    qtbot: QtBot, kit: Kit, page: PeoplePage, services: Services, messages: RecordingMessages
):
    page.start_new()
    put(page, "identity.name", "홍길동")
    put(page, "entitlement.ltc_number", "0012345678")
    page.form.top.kinds.choose(PersonKind.STAFF)
    assert "entitlement" not in page.form.body.sections
    put(page, "identity.name", "김직원")
    leave(page)
    again = PeoplePage(kit, services, messages, ManualBackground())
    present(qtbot, again)
    again.start_new()
    assert again.form.task.kind is PersonKind.STAFF
    again.form.top.kinds.choose(PersonKind.RECIPIENT)
    assert field(again, "entitlement.ltc_number").text() == "0012345678"
    assert field(again, "identity.name").text() == "김직원"
    put(again, "entitlement.ltc_number", "")
    again.form.top.kinds.choose(PersonKind.STAFF)
    again.form.top.kinds.choose(PersonKind.RECIPIENT)
    assert field(again, "entitlement.ltc_number").text() == ""
    again.close()


def test_beginning_again_asks_before_it_throws_away(
    page: PeoplePage, person: Person, services: Services, messages: RecordingMessages
):
    put(page, "identity.address", NEW)
    leave(page)
    page.start_edit()
    press(page, "again")
    assert field(page, "identity.address").text() == NEW
    assert len(services.drafts.all()) == 1
    messages.answer(True)
    press(page, "again")
    assert field(page, "identity.address").text() == OLD
    assert services.drafts.all() == []
