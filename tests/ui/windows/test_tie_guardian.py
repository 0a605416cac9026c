"""관계: somebody who is registered becomes a guardian, or the window says why not."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.relations import LinkEnding
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.people.guardian_dialog import GuardianDialog
from easycare_desktop.ui.parts.people.person_sheet import RELATIONS
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.people_page import PeoplePage
from tests.helpers.cases import GUARDIAN, decided, register
from tests.helpers.hangul import type_hangul
from tests.helpers.people_pages import key, press, put
from tests.helpers.sizes import PERCENTS

GUARDIAN_NAME, GUARDIAN_PHONE = "홍보호", "010-0000-9999"


@pytest.fixture
def page(people_page: PeoplePage) -> PeoplePage:
    people_page.resize(1366, 690)
    return people_page


def guardian_of(services: Services, recipient: Person) -> Person:
    identity = dict(GUARDIAN["identity"]) | {"name": GUARDIAN_NAME, "mobile": GUARDIAN_PHONE}
    return services.people.register(
        PersonKind.GUARDIAN, {"identity": identity}, guardian_of=recipient.id
    )


def type_guardian(page: PeoplePage, background: ManualBackground, recipient: Person) -> None:
    page.refresh()
    page.open(recipient.id)
    page.start_guardian()
    put(page, "identity.name", GUARDIAN_NAME)
    put(page, "identity.mobile", GUARDIAN_PHONE)
    key(page, Qt.Key.Key_Tab)
    background.drain()


def names(services: Services, recipient: Person) -> list[str]:
    return [each.name for each in services.people.open(recipient.id).guardians]


def test_a_guardian_of_this_recipient_is_shown_and_not_tied_again(
    page: PeoplePage, services: Services, background: ManualBackground
):
    recipient = register(services)
    guardian = guardian_of(services, recipient)
    type_guardian(page, background, recipient)
    hint = page.form.top.twins
    assert "이미 이 수급자의 보호자입니다." in hint.banner.accessibleName()
    assert hint.button.text() == "그분 보기"
    folder = os.environ.get("EASYCARE_SHOTS")
    if folder:
        page.grab().save(str(Path(folder, "tied_already.png")))
    press(page, "twin")
    assert page.sheet.card is not None
    assert page.sheet.card.person.id == guardian.id
    assert names(services, recipient) == [GUARDIAN_NAME]


def test_a_guardian_whose_data_end_is_shown_and_not_tied(
    page: PeoplePage, services: Services, background: ManualBackground
):
    first, recipient = register(services, "김할머니"), register(services)
    guardian = guardian_of(services, first)
    services.relations.end(
        first.id, guardian.id, services.office.today(), LinkEnding.DECLINED, with_data=True
    )
    type_guardian(page, background, recipient)
    assert "종료한 분이라 이을 수 없습니다." in page.form.top.twins.banner.accessibleName()
    assert page.form.top.twins.button.text() == "그분 보기"


def test_what_changed_meanwhile_is_refused_in_words_and_what_is_typed_stays(
    page: PeoplePage,
    services: Services,
    background: ManualBackground,
    messages: RecordingMessages,
):
    first, recipient = register(services, "김할머니"), register(services)
    guardian = guardian_of(services, first)
    type_guardian(page, background, recipient)
    assert page.form.top.twins.button.text() == "보호자로 연결하기"
    services.people.link_guardian(recipient.id, guardian.id)
    press(page, "twin")
    decided(services, recipient)
    press(page, "twin")
    assert [each.content[0].number for each in messages.of_kind("refuse")] == ["PE-146", "PE-102"]
    assert page.form.isVisible()


def test_an_order_of_contact_that_cannot_change_any_more_is_refused_in_words(
    page: PeoplePage, services: Services, messages: RecordingMessages
):
    recipient = register(services)
    guardian_of(services, recipient)
    second = services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=recipient.id)
    page.refresh()
    page.open(recipient.id)
    page.sheet.tabs.setCurrentIndex(RELATIONS)
    decided(services, recipient)
    press(page, f"call_first.{second.id}")
    (refused,) = messages.of_kind("refuse")
    assert refused.content[0].number == "PE-102"


@pytest.fixture
def tying(page: PeoplePage, services: Services) -> tuple[GuardianDialog, Person, Person]:
    """The dialog over one recipient, and a guardian without a telephone of another one."""
    first, recipient = register(services, "김할머니"), register(services)
    identity = {"name": GUARDIAN_NAME, "relation": "sibling"}
    guardian = services.people.register(
        PersonKind.GUARDIAN, {"identity": identity}, guardian_of=first.id
    )
    services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=recipient.id)
    page.refresh()
    page.open(recipient.id)
    page.sheet.tabs.setCurrentIndex(RELATIONS)
    press(page, "tie_guardian")
    dialog = page.sheet.relations.dialog
    assert isinstance(dialog, GuardianDialog)
    return dialog, recipient, guardian


def test_a_guardian_without_a_telephone_is_tied_to_a_second_recipient(
    page: PeoplePage,
    services: Services,
    messages: RecordingMessages,
    tying: tuple[GuardianDialog, Person, Person],
):
    dialog, recipient, guardian = tying
    assert [line.id for line in dialog.model.rows] == [guardian.id]
    assert not dialog.go.isEnabled()
    dialog.search.setText("없는이름")
    assert dialog.none.isVisible()
    dialog.search.setText("ㅎㅂㅎ")
    dialog.table.choose_first()
    dialog.go.click()
    assert guardian.id in {each.id for each in services.people.open(recipient.id).guardians}
    assert page.sheet.card is not None
    assert guardian.id in {each.id for each in page.sheet.card.guardians}
    assert len(messages.of_kind("toast")) == 1


def test_who_was_tied_meanwhile_is_refused_in_words(
    services: Services,
    messages: RecordingMessages,
    tying: tuple[GuardianDialog, Person, Person],
):
    dialog, recipient, guardian = tying
    dialog.table.choose_first()
    services.people.link_guardian(recipient.id, guardian.id)
    dialog.go.click()
    (refused,) = messages.of_kind("refuse")
    assert refused.content[0].number == "PE-146"


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut(
    qtbot: QtBot,
    kit: Kit,
    page: PeoplePage,
    tying: tuple[GuardianDialog, Person, Person],
    percent: int,
):
    dialog = tying[0]
    kit.appearance.wear(Look(percent=percent))
    page.resize(1142, 656)
    qtbot.waitUntil(lambda: not clip_check(dialog) and not overlaps(dialog), timeout=5000)
    qtbot.waitUntil(lambda: not clip_check(page) and not overlaps(page), timeout=5000)
    folder = os.environ.get("EASYCARE_SHOTS")
    if folder:
        dialog.grab().save(str(Path(folder, f"tie_{percent}.png")))
        page.grab().save(str(Path(folder, f"tie_page_{percent}.png")))


def test_who_asked_before_is_shown_and_not_tied(
    page: PeoplePage, services: Services, background: ManualBackground
):
    recipient = register(services)
    identity = {"name": GUARDIAN_NAME, "mobile": GUARDIAN_PHONE}
    asked = services.people.register(PersonKind.ENQUIRER, {"identity": identity})
    type_guardian(page, background, recipient)
    hint = page.form.top.twins
    assert "이름과 전화번호가 같은 분이 상담자로 있습니다." in hint.banner.accessibleName()
    assert "그분의 자료도 살펴" in hint.banner.accessibleName()
    assert hint.button.text() == "그분 보기"
    press(page, "twin")
    assert page.sheet.card is not None
    assert page.sheet.card.person.id == asked.id


def test_who_alone_is_found_is_chosen_and_else_the_foot_asks_for_somebody(
    page: PeoplePage, services: Services
):
    first, recipient = register(services, "김할머니"), register(services)
    guardian_of(services, first)
    identity = dict(GUARDIAN["identity"]) | {"name": "최다른"}
    services.people.register(PersonKind.GUARDIAN, {"identity": identity}, guardian_of=first.id)
    page.open(recipient.id)
    page.sheet.tabs.setCurrentIndex(RELATIONS)
    press(page, "tie_guardian")
    dialog = page.sheet.relations.dialog
    assert isinstance(dialog, GuardianDialog)
    assert not dialog.go.isEnabled()
    assert dialog.foot.note.text() == "보호자를 골라 주세요."
    type_hangul(dialog.search, GUARDIAN_NAME)
    assert dialog.go.isEnabled()
    assert dialog.foot.note.text() == ""
    dialog.go.click()
    assert names(services, recipient) == [GUARDIAN_NAME]
