"""기초자료: a former value comes back from the history, and the last step is undone."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.resident_numbers import GROUP
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.corrections import Typed, Why
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import Question, RecordingMessages
from easycare_desktop.ui.parts.people.person_sheet import HISTORY
from easycare_desktop.ui.parts.people.undoing import UndoDesk
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.people_page import PeoplePage
from tests.helpers.cases import known_person
from tests.helpers.offices import PASSWORD
from tests.helpers.people_pages import press, put
from tests.helpers.present import present


@pytest.fixture
def page(qtbot: QtBot, kit: Kit, services: Services, messages: RecordingMessages) -> PeoplePage:
    made = PeoplePage(kit, services, messages, ManualBackground())
    made.resize(1142, 656)
    made.refresh()
    present(qtbot, made)
    yield made
    made.close()


def test_an_earlier_value_comes_back_from_the_history(
    page: PeoplePage, services: Services, messages: RecordingMessages
):
    person = known_person(services)
    page.open(person.id)
    page.start_edit()
    put(page, "identity.mobile", "01099990000")
    page.form.save()
    page.form.reason.field.control.setText("번호 바뀜")
    page.form.reason.evidence.control.setText("통신사 확인 문자")
    page.form.save()
    page.sheet.tabs.setCurrentIndex(HISTORY)
    (line,) = page.sheet.history.lines
    assert line.change.evidence == "통신사 확인 문자"
    told = page.sheet.history.banner.accessibleName()
    assert told.endswith("사유: 번호 바뀜 · 근거: 통신사 확인 문자")
    messages.answer("잘못 들음")
    press(page, "bring_back")
    assert services.people.open(person.id).contents["identity"].values["mobile"] == "010-0000-1234"
    assert [each.change.reason for each in page.sheet.history.lines] == ["잘못 들음", "번호 바뀜"]
    assert page.sheet.history.back.isVisible()
    page.sheet.history.table.choose(1)
    assert page.sheet.history.back.isHidden()


def test_a_change_of_the_hidden_part_of_a_number_is_told_and_not_shown(
    page: PeoplePage, services: Services
):
    services.permits.give("소득세법 제164조", "원천징수", PASSWORD)
    person = known_person(services)
    services.people.save_group(person.id, GROUP, {"number": "410305-2000001"})
    for number in ("410305-2000002", "410305-1000002"):
        content = services.people.open(person.id).contents[GROUP]
        typed = Typed({"number": number}, content.holding.version)
        services.corrections.save(person.id, {GROUP: typed}, Why("잘못 적음"))
    page.open(person.id)
    page.sheet.tabs.setCurrentIndex(HISTORY)
    newest, older = page.sheet.history.lines
    assert (newest.said.before, newest.said.after) == ("410305-2******", "410305-1******")
    assert (older.said.before, older.said.after) == (
        "410305-2******",
        "410305-2****** (뒷자리 바뀜)",
    )


def test_ctrl_z_asks_and_names_the_person(
    page: PeoplePage,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
):
    desk = UndoDesk(services, messages, background, page)
    desk.ask()
    assert "되돌릴 것이 없습니다" in str(messages.of_kind("toast")[-1].content[0])
    person = known_person(services)
    services.people.save_group(
        person.id,
        "identity",
        dict(services.people.open(person.id).contents["identity"].values)
        | {"mobile": "010-9999-0000"},
        expected_version=1,
        reason="바뀜",
    )
    messages.answer(False)
    desk.ask()
    question = messages.of_kind("confirm")[-1].content
    assert "홍길순 님" in str(question)
    assert "010-9999-0000 → 010-0000-1234" in str(question)
    assert services.people.open(person.id).contents["identity"].values["mobile"] == "010-9999-0000"
    messages.answer(True)
    desk.ask()
    background.drain()
    assert services.people.open(person.id).contents["identity"].values["mobile"] == "010-0000-1234"


def test_the_notice_of_a_registration_takes_it_back(
    page: PeoplePage,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
):
    desk = UndoDesk(services, messages, background, page)
    page.form.undo_wanted.connect(desk.ask)
    page.start_new()
    put(page, "identity.name", "김새로")
    put(page, "identity.birth", "19410305")
    page.form.body.sections["identity"].edits["sex"].field.control.choose("female")
    page.form.save()
    assert [each.name for each in services.search.find("김새로")] == ["김새로"]
    _, take_back = messages.of_kind("toast")[-1].content
    assert callable(take_back)
    messages.answer(True)
    take_back()
    question = messages.of_kind("confirm")[-1].content[0]
    assert isinstance(question, Question)
    assert question.danger
    assert "김새로 님의 등록" in question.title
    background.drain()
    assert services.search.find("김새로") == []


@pytest.mark.look
def test_a_long_reason_is_read_whole_in_the_largest_text(
    qtbot: QtBot, kit: Kit, page: PeoplePage, services: Services
):
    person = known_person(services)
    identity = services.people.open(person.id).contents["identity"].values
    reason = "따님이 전화로 알려 주셔서 고쳤고, 다음 방문 때 통신사 문자를 다시 보기로 함"
    services.people.save_group(
        person.id,
        "identity",
        dict(identity) | {"mobile": "010-9999-0000"},
        expected_version=1,
        reason=reason,
    )
    kit.appearance.wear(Look(percent=200))
    page.open(person.id)
    page.sheet.tabs.setCurrentIndex(HISTORY)
    history = page.sheet.history
    shown = [each.text() for each in history.banner.findChildren(QLabel) if each.isVisible()]
    assert f"사유: {reason}" in shown
    qtbot.waitUntil(lambda: not clip_check(history.banner) and not overlaps(history), timeout=5000)
    folder = os.environ.get("EASYCARE_SHOTS")
    if folder:
        history.grab().save(str(Path(folder, "history_200.png")))
