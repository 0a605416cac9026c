"""임시 보관함 over a real office, and the way back to where it was typed."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.security.accounts import AccountState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.drafts import DraftLine
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.drafts_dialog import DraftsDialog
from easycare_desktop.ui.windows.people_page import PeoplePage
from easycare_desktop.ui.windows.today_page import TodayPage
from easycare_desktop.ui.wording.drafts import about_words, draft_words
from tests.helpers.cases import NAME, decided, known_person, register
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD, VIEWER
from tests.helpers.offices import OfficeHome
from tests.helpers.people_pages import field, put
from tests.helpers.present import present
from tests.helpers.sizes import PERCENTS


@pytest.fixture
def dialog(
    qtbot: QtBot,
    kit: Kit,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
) -> DraftsDialog:
    person = known_person(services)
    services.drafts.keep("consent_form", person.id, {"day": "2026"})
    services.drafts.keep("person_form", -person.id, {"kind": "guardian", "identity.name": "보호자"})
    made = DraftsDialog(services.drafts, kit, messages, background)
    present(qtbot, made)
    background.drain()
    return made


def test_it_says_what_was_being_done_and_goes_on_with_it(qtbot: QtBot, dialog: DraftsDialog):
    said = {(draft_words(each), about_words(each)) for each in dialog.model.rows}
    assert said == {("동의 받기", NAME), ("보호자 추가하기", NAME)}
    with qtbot.waitSignal(dialog.resumed) as went:
        QTest.keyClick(dialog, Qt.Key.Key_F4)
    assert isinstance(went.args[0], DraftLine)
    assert not dialog.isVisible()


def test_one_is_thrown_away_only_after_a_yes(
    dialog: DraftsDialog,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
):
    dialog.drop.click()
    background.drain()
    assert len(services.drafts.all()) == 2
    for left in (1, 0):
        messages.answer(True)
        dialog.drop.click()
        background.drain()
        assert len(services.drafts.all()) == len(dialog.model.rows) == left
    assert dialog.none.isVisible()
    assert not dialog.resume.isEnabled()
    assert not dialog.drop.isEnabled()


def test_a_guardian_half_typed_opens_at_the_recipient(
    qtbot: QtBot, kit: Kit, services: Services, messages: RecordingMessages
):
    person = known_person(services)
    page = PeoplePage(kit, services, messages, ManualBackground())
    present(qtbot, page)
    for subject, title in (
        (-person.id, f"{NAME} 님의 보호자"),
        (person.id, f"{NAME} 님 고치기"),
        (0, "새 수급자"),
    ):
        page.resume(subject)
        assert page.form.isVisible()
        assert page.form.task.title == title


def test_what_was_typed_before_a_merge_is_taken_up_at_who_was_kept(
    qtbot: QtBot,
    kit: Kit,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
):
    kept, gone = register(services), register(services)
    page = PeoplePage(kit, services, messages, background)
    present(qtbot, page)
    page.open(gone.id)
    page.start_edit()
    put(page, "identity.mobile", "01055556666")
    page.form.leave()
    services.merging.merge(services.merging.preview(kept.id, gone.id), frozenset(), "같은 분")
    dialog = DraftsDialog(services.drafts, kit, messages, background)
    present(qtbot, dialog)
    background.drain()
    (line,) = dialog.model.rows
    assert about_words(line) == f"{NAME} · 합치기 전에 적음"
    with qtbot.waitSignal(dialog.resumed) as went:
        dialog.resume.click()
    page.resume(went.args[0].subject)
    assert page.form.task.card is not None
    assert page.form.task.card.person.id == kept.id
    assert field(page, "identity.mobile").text() == "01055556666"
    assert messages.of_kind("refuse") == []


def test_a_second_draft_of_who_was_kept_waits_its_turn(
    qtbot: QtBot,
    kit: Kit,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
):
    kept, gone = register(services), register(services)
    for each in (kept, gone):
        services.drafts.keep("consent_form", each.id, {"signer": "보호자"})
    services.merging.merge(services.merging.preview(kept.id, gone.id), frozenset(), "같은 분")
    dialog = DraftsDialog(services.drafts, kit, messages, background)
    present(qtbot, dialog)
    background.drain()
    before = next(each for each in dialog.model.rows if each.merged)
    dialog.table.opened.emit(before)
    assert dialog.isVisible()
    messages.answer(True)
    with qtbot.waitSignal(dialog.resumed) as went:
        dialog.table.opened.emit(before)
    assert went.args[0].subject == kept.id
    assert len(services.drafts.all()) == 2


def test_who_is_leaving_is_told_before_the_form_opens(
    dialog: DraftsDialog,
    qtbot: QtBot,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
):
    person = services.search.find(NAME)[0].person
    decided(services, person)
    dialog._background.run(dialog._read, dialog._show, dialog._failed)
    background.drain()
    assert {about_words(each) for each in dialog.model.rows} == {f"{NAME} · 종료한 분"}
    dialog.resume.click()
    assert dialog.isVisible()
    (asked,) = messages.of_kind("confirm")
    assert "저장할 수 없습니다" in asked.content[0].lines[0]
    messages.answer(True)
    with qtbot.waitSignal(dialog.resumed):
        dialog.resume.click()


@pytest.mark.look
def test_an_officer_drops_what_a_closed_account_has_left_and_reads_nothing_of_it(
    qtbot: QtBot,
    kit: Kit,
    home: OfficeHome,
    messages: RecordingMessages,
    background: ManualBackground,
):
    clerk = Services(home.open(CLERK, OTHERS_PASSWORD))
    clerk.drafts.keep("person_form", 0, {"kind": "staff", "identity.name": "새분"})
    clerk.office.close()
    services = Services(home.open())
    account = next(each for each in services.accounts.all() if each.login == CLERK)
    services.accounts.set_state(account.id, AccountState.BLOCKED)
    dialog = DraftsDialog(services.drafts, kit, messages, background)
    present(qtbot, dialog)
    background.drain()
    (line,) = dialog.model.rows
    assert (draft_words(line), about_words(line)) == ("새 직원", "김담당 님 계정에서")
    assert dialog.left.isVisible()
    assert not dialog.resume.isEnabled()
    dialog.table.opened.emit(line)
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: not clip_check(dialog) and not overlaps(dialog), timeout=5000)
    folder = os.environ.get("EASYCARE_SHOTS")
    if folder:
        dialog.grab().save(str(Path(folder, "drafts_left.png")))
    messages.answer(True)
    dialog.drop.click()
    background.drain()
    assert dialog.model.rows == ()
    assert services.drafts.left_behind() == []
    services.office.close()


def test_who_only_looks_is_offered_no_drafts(
    qtbot: QtBot,
    kit: Kit,
    home: OfficeHome,
    messages: RecordingMessages,
    background: ManualBackground,
):
    services = Services(home.open(VIEWER, OTHERS_PASSWORD))
    services.start()
    people = PeoplePage(kit, services, messages, background)
    today = TodayPage(kit, services, messages, background)
    for page in (people, today):
        page.refresh()
        background.drain()
        present(qtbot, page)
    assert people.head.bring.isVisible()
    assert not people.head.drafts.isVisible()
    assert not today.drafts.isVisible()
    services.office.close()


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut(qtbot: QtBot, kit: Kit, dialog: DraftsDialog, percent: int):
    kit.appearance.wear(Look(percent=percent))
    qtbot.waitUntil(lambda: not clip_check(dialog) and not overlaps(dialog), timeout=5000)
