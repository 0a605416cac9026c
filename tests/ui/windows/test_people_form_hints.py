"""기초자료: what the form tells while one types; nothing of it is in the way."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.resident_numbers import GROUP
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.windows.people_page import PeoplePage
from tests.helpers.cases import PERSON, known_person, register
from tests.helpers.offices import PASSWORD
from tests.helpers.people_pages import key, press, put, said

KEY = Qt.Key


@pytest.fixture
def page(people_page: PeoplePage) -> PeoplePage:
    return people_page


def test_an_account_in_the_shape_of_a_resident_number_can_be_written_without_a_hyphen(
    page: PeoplePage, services: Services
):
    person = services.people.register(PersonKind.RECIPIENT, {"identity": PERSON["identity"]})
    page.open(person.id)
    page.start_edit()
    page.form.body.sections["bank"].fill({"bank": "나눔은행", "holder": "홍길순"})
    account = page.form.body.sections["bank"].edits["account"].field
    put(page, "bank.account", "801231-1123456")
    key(page, KEY.Key_Tab)
    assert "- 없이" in account.error
    put(page, "bank.account", "8012311123456")
    key(page, KEY.Key_Tab)
    assert not account.error
    page.form.save()
    stored = services.people.open(person.id).contents["bank"].values
    assert stored["account"] == "8012311123456"


def test_somebody_already_here_is_hinted_at(
    page: PeoplePage, services: Services, background: ManualBackground
):
    person = register(services, "홍길순")
    page.start_new()
    put(page, "identity.name", "홍길순")
    put(page, "identity.birth", "19410305")
    key(page, KEY.Key_Tab)
    background.drain()
    assert page.form.top.twins.isVisible()
    press(page, "twin")
    assert page.sheet.card is not None
    assert page.sheet.card.person.id == person.id


def test_a_late_hint_of_an_older_form_is_not_shown(
    page: PeoplePage, services: Services, background: ManualBackground, messages: RecordingMessages
):
    register(services, "홍길순")
    page.start_new()
    put(page, "identity.name", "홍길순")
    put(page, "identity.birth", "19410305")
    key(page, KEY.Key_Tab)
    assert not page.form.top.twins.isVisible()
    put(page, "identity.birth", "19500102")
    key(page, KEY.Key_Tab)
    while background.busy:
        background.run_next()
        assert not page.form.top.twins.isVisible()
    put(page, "identity.birth", "19410305")
    key(page, KEY.Key_Tab)
    messages.answer(True)
    press(page, "again")
    background.drain()
    assert not page.form.top.twins.isVisible()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"identity.name": "홍길숨", "identity.birth": "19410305"}, "이름이 비슷한 분"),
        ({"entitlement.ltc_number": "0012345678"}, "인정번호가 같은 분"),
    ],
)
def test_nearly_the_same_name_and_the_same_care_number_are_hinted_at(
    page: PeoplePage,
    services: Services,
    background: ManualBackground,
    typed: dict[str, str],
    told: str,
):
    register(services, "홍길순")
    page.start_new()
    for name, text in typed.items():
        put(page, name, text)
    key(page, KEY.Key_Tab)
    background.drain()
    assert page.form.top.twins.isVisible()
    assert told in page.form.top.twins.banner.accessibleName()


def test_a_care_number_that_is_corrected_to_that_of_somebody_else_is_hinted_at(
    page: PeoplePage, services: Services, background: ManualBackground
):
    register(services, "홍길순")
    identity = {"name": "김다름", "birth": "1950-01-02"}
    entitlement = PERSON["entitlement"] | {"ltc_number": "L0000000009"}
    other = services.people.register(
        PersonKind.RECIPIENT, {"identity": identity, "entitlement": entitlement}
    )
    page.open(other.id)
    page.start_edit()
    put(page, "identity.phone", "0212345678")
    key(page, KEY.Key_Tab)
    background.drain()
    assert not page.form.top.twins.isVisible()
    put(page, "entitlement.ltc_number", "L0012345678")
    key(page, KEY.Key_Tab)
    background.drain()
    assert page.form.top.twins.isVisible()
    number = page.form.body.sections["entitlement"].edits["ltc_number"].field
    assert "홍길순 · 1941년생" in number.note
    assert not number.error
    folder = os.environ.get("EASYCARE_SHOTS")
    if folder:
        page.resize(1366, 768)
        page.grab().save(str(Path(folder, "twin_hint.png")))


def test_an_unusual_length_is_told_and_saved(page: PeoplePage, services: Services):
    person = register(services)
    page.open(person.id)
    page.start_edit()
    put(page, "entitlement.valid_until", "20271231")
    key(page, Qt.Key.Key_Return)
    until = page.form.body.sections["entitlement"].edits["valid_until"].field
    assert "3등급은 보통 4년이나 2년입니다" in until.note
    assert not until.error
    page.form.reason.field.control.setText("다시 봄")
    page.form.save()
    stored = services.people.open(person.id).contents["entitlement"].values
    assert stored["valid_until"] == "2027-12-31"


def test_a_name_of_one_syllable_is_told_and_saved(page: PeoplePage, services: Services):
    person = register(services)
    page.open(person.id)
    page.start_edit()
    name = page.form.body.sections["identity"].edits["name"].field
    put(page, "identity.name", "리")
    key(page, KEY.Key_Tab)
    assert name.note == "이름이 한 글자입니다. 성과 이름을 다 적었는지 보아 주세요."
    assert not name.error
    page.form.reason.field.control.setText("외국인 등록증을 봄")
    page.form.save()
    assert services.people.open(person.id).name == "리"
    assert [each.id for each in services.search.find("리")] == [person.id]
    page.start_edit()
    put(page, "identity.name", "Li")
    key(page, KEY.Key_Tab)
    assert "한 글자" not in page.form.body.sections["identity"].edits["name"].field.note


def test_an_address_that_names_no_road_is_told_and_saved(page: PeoplePage, services: Services):
    person = register(services)
    page.open(person.id)
    page.start_edit()
    address = page.form.body.sections["identity"].edits["address"].field
    put(page, "identity.address", "asdf")
    key(page, KEY.Key_Tab)
    assert address.note == "도로명과 건물번호가 없습니다. 주소를 다시 보아 주세요."
    assert not address.error
    folder = os.environ.get("EASYCARE_SHOTS")
    if folder:
        page.resize(1366, 768)
        page.grab().save(str(Path(folder, "address.png")))
    page.form.reason.field.control.setText("고침")
    page.form.save()
    assert services.people.open(person.id).contents["identity"].values["address"] == "asdf"
    page.start_edit()
    put(page, "identity.address", "행복시 나눔구 봄길 12")
    key(page, KEY.Key_Tab)
    assert "없습니다" not in page.form.body.sections["identity"].edits["address"].field.note


def test_a_day_of_birth_that_a_kept_number_does_not_tell_is_told_and_saved(
    page: PeoplePage, services: Services
):
    services.permits.give("소득세법 제164조", "원천징수", PASSWORD)
    person = register(services)
    services.people.save_group(person.id, GROUP, {"number": "410305-2000000"})
    page.open(person.id)
    page.start_edit()
    birth = page.form.body.sections["identity"].edits["birth"].field
    put(page, "identity.birth", "19410306")
    key(page, KEY.Key_Tab)
    assert birth.note == "주민등록번호의 생년월일과 다릅니다. 서류와 맞춰 보아 주세요."
    assert not birth.error
    page.form.body.sections[GROUP].unfold()
    put(page, f"{GROUP}.number", "4103062000000")
    key(page, KEY.Key_Tab)
    assert "만 85세" in birth.note
    put(page, f"{GROUP}.number", "4103052000000")
    page.form.reason.field.control.setText("서류대로")
    page.form.save()
    stored = services.people.open(person.id).contents["identity"].values
    assert stored["birth"] == "1941-03-06"


def test_the_number_of_a_foreigner_is_typed_covered_and_each_look_recorded(
    page: PeoplePage, services: Services
):
    person = known_person(services)
    page.open(person.id)
    page.start_edit()
    page.form.body.sections["unique_id"].unfold()
    put(page, "unique_id.foreigner_number", "4103056000000")
    key(page, KEY.Key_Tab)
    number = page.form.body.sections["unique_id"].edits["foreigner_number"]
    assert number.text() == "410305-6000000"
    assert "끝자리" in number.field.note
    page.form.save()
    assert said(page, "410305-6******")
    assert not said(page, "410305-6000000")
    press(page, "show.foreigner_number")
    assert said(page, "410305-6000000")
    page.start_edit()
    looks = [each.detail for each in services.log.newest() if each.action == "people.number"]
    assert looks[:2] == ["unique_id.form", "unique_id.foreigner_number"]
