"""기초자료: somebody who was registered twice is merged side by side, and parted again."""

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.resident_numbers import GROUP
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.appearance import Appearance, Look
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.people.merge_dialog import MergeDialog
from easycare_desktop.ui.parts.people.person_sheet import HOLDINGS, RELATIONS
from easycare_desktop.ui.parts.people.undoing import UndoDesk
from easycare_desktop.ui.windows.people_page import PeoplePage
from tests.helpers.cases import register
from tests.helpers.offices import PASSWORD
from tests.helpers.people_pages import press, shown


@pytest.fixture
def page(people_page: PeoplePage) -> PeoplePage:
    return people_page


@pytest.mark.look
def test_two_numbers_become_one_and_two_again(
    qtbot: QtBot,
    page: PeoplePage,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
    appearance: Appearance,
):
    keeper, gone = twice(services)
    page.refresh()
    page.open(gone.id)
    assert not page.sheet.merging.isVisible()
    background.drain()
    press(page, "merge")
    _merge(qtbot, page.sheet.merging.dialog, keeper, appearance)
    assert shown(page) == ["홍길순"]
    assert page.sheet.card is not None
    assert page.sheet.card.person.id == keeper.id
    assert page.sheet.card.contents["identity"].values["mobile"] == "010-0000-7777"
    page.sheet.tabs.setCurrentIndex(HOLDINGS)
    assert "쓰지 않음" in {row.mark.word for row in page.sheet.holdings.rows}
    messages.answer("다른 분이었음")
    press(page, "part")
    assert shown(page) == ["홍길순", "홍길순"]
    assert services.people.open(keeper.id).contents["identity"].values["mobile"] == "010-0000-1234"


def twice(services: Services) -> tuple[Person, Person]:
    keeper, gone = register(services), register(services)
    identity = dict(services.people.open(gone.id).contents["identity"].values)
    services.people.save_group(
        gone.id,
        "identity",
        identity | {"mobile": "010-0000-7777"},
        expected_version=1,
        reason="번호 바뀜",
    )
    return keeper, gone


def _merge(qtbot: QtBot, dialog: MergeDialog, keeper: Person, appearance: Appearance) -> None:
    dialog.keeper.control.choose(keeper.id)
    for percent in (100, 200):
        appearance.wear(Look(percent=percent))
        qtbot.wait(20)
        assert clip_check(dialog) == []
    appearance.wear(Look())
    assert set(dialog.strips) == {("identity", "mobile")}
    dialog.strips["identity", "mobile"].choose(value=True)
    dialog.go.click()
    assert dialog.why.error
    dialog.why.control.setText("두 번 들어옴")
    dialog.go.click()


def test_somebody_is_looked_for_to_merge_with(
    page: PeoplePage, services: Services, messages: RecordingMessages
):
    person, other = register(services), register(services, "홍길숙")
    page.refresh()
    page.open(person.id)
    page.sheet.tabs.setCurrentIndex(RELATIONS)
    messages.answer("홍길숙", other.id)
    press(page, "merge_with")
    dialog = page.sheet.merging.dialog
    assert ("identity", "name") in dialog.strips
    dialog.reject()
    messages.answer("아무도아님")
    press(page, "merge_with")
    assert messages.of_kind("inform")


def test_whoever_is_shown_next_has_no_twin_of_the_one_before(
    page: PeoplePage, services: Services, background: ManualBackground
):
    twin, _ = twice(services)
    identity = {"name": "김다름", "birth": "1950-01-02"}
    other = services.people.register(PersonKind.RECIPIENT, {"identity": identity})
    page.refresh()
    page.open(twin.id)
    page.open(other.id)
    background.drain()
    assert not page.sheet.merging.isVisible()
    page.open(twin.id)
    background.drain()
    assert page.sheet.merging.isVisible()
    page.refresh()
    assert page.sheet.merging.isVisible()
    page.open(other.id)
    assert not page.sheet.merging.isVisible()


def test_two_covered_numbers_that_look_alike_are_told_apart(page: PeoplePage, services: Services):
    services.permits.give("소득세법 제164조", "원천징수", PASSWORD)
    keeper, gone = register(services), register(services)
    for person, number in ((keeper, "410305-2000001"), (gone, "410305-2000002")):
        services.people.save_group(person.id, GROUP, {"number": number})
    page.open(keeper.id)
    page.sheet.merging.open_with(gone.id)
    words = [each.text() for each in page.sheet.merging.dialog.findChildren(QAbstractButton)]
    assert f"410305-2****** ({keeper.number})" in words
    assert f"410305-2****** ({gone.number})" in words
    page.sheet.merging.dialog.reject()


def test_ctrl_z_after_a_merge_offers_to_part_again(
    page: PeoplePage,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
):
    keeper, gone = register(services), register(services)
    services.merging.merge(services.merging.preview(keeper.id, gone.id), frozenset(), "두 번")
    desk = UndoDesk(services, messages, background, page)
    messages.answer(True)
    desk.ask()
    question = messages.of_kind("confirm")[-1].content
    assert "홍길순 님을 합친 것을 되돌릴까요?" in str(question)
    assert f"{gone.number} 번호가 다시 생기고" in str(question)
    background.drain()
    assert services.people.open(gone.id).name == "홍길순"
