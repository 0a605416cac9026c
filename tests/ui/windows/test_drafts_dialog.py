"""임시 보관함 over a real office, and the way back to where it was typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.services.bundle import Services
from easycare_desktop.services.drafts import DraftLine
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.drafts_dialog import DraftsDialog
from easycare_desktop.ui.windows.people_page import PeoplePage
from easycare_desktop.ui.wording.drafts import about_words, draft_words
from tests.helpers.cases import NAME, known_person
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


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut(qtbot: QtBot, kit: Kit, dialog: DraftsDialog, percent: int):
    kit.appearance.wear(Look(percent=percent))
    qtbot.waitUntil(lambda: not clip_check(dialog) and not overlaps(dialog), timeout=5000)
