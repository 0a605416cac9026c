"""관계: a guardian is untied with a reason, seen as a former one, and tied again by 되돌리기."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.domain.relations import LinkEnding
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.people.person_sheet import RELATIONS, PersonSheet
from easycare_desktop.ui.parts.people.untie_dialog import UntieDialog
from easycare_desktop.ui.widgets import Button, Kit
from tests.helpers.cases import GUARDIAN, register
from tests.helpers.present import present, settle
from tests.helpers.sizes import PAGE_PERCENTS


@pytest.fixture
def guardian_id(services: Services) -> int:
    recipient = register(services)
    guardian = services.people.register(PersonKind.GUARDIAN, GUARDIAN, guardian_of=recipient.id)
    return guardian.id


@pytest.fixture
def sheet(
    qtbot: QtBot, kit: Kit, services: Services, messages: RecordingMessages, guardian_id: int
) -> PersonSheet:
    made = PersonSheet(kit, services, messages, ManualBackground())
    present(qtbot, made)
    (recipient,) = services.people.open(guardian_id).recipients
    made.show_card(services.people.open(recipient.id))
    made.tabs.setCurrentIndex(RELATIONS)
    return made


def untie(sheet: PersonSheet, guardian_id: int) -> UntieDialog:
    button = sheet.findChild(Button, f"people.untie.{guardian_id}")
    assert button is not None
    button.click()
    dialog = sheet.relations.dialog
    assert isinstance(dialog, UntieDialog)
    return dialog


def words(sheet: PersonSheet) -> list[str]:
    return [each.text() for each in sheet.relations.findChildren(QLabel) if each.isVisible()]


def test_untied_and_tied_again(
    sheet: PersonSheet, services: Services, messages: RecordingMessages, guardian_id: int
):
    dialog = untie(sheet, guardian_id)
    dialog.end.click()
    assert dialog.reason.error
    dialog.reason.control.choose(LinkEnding.REPLACED)
    dialog.end.click()
    assert services.people.open(guardian_id).person.state is PersonState.ENDING
    assert "지난 관계" in words(sheet)
    assert sheet.card is not None
    assert not sheet.card.guardians
    told, undo = messages.said[-1].content
    assert "파기 승인" in str(told)
    assert callable(undo)
    undo()
    assert services.people.open(guardian_id).person.state is PersonState.ACTIVE
    assert "지난 관계" not in words(sheet)
    assert [each.id for each in sheet.card.guardians] == [guardian_id]


@pytest.mark.look
@pytest.mark.parametrize("percent", PAGE_PERCENTS)
def test_nothing_is_cut(kit: Kit, sheet: PersonSheet, guardian_id: int, percent: int):
    kit.appearance.wear(Look(percent=percent))
    dialog = untie(sheet, guardian_id)
    settle(dialog)
    dialog.reason.control.choose(LinkEnding.REPLACED)
    dialog.end.click()
    sheet.resize(720, 660)
    settle(sheet)


@pytest.mark.look
def test_each_line_tells_the_relation_and_the_capacity(
    sheet: PersonSheet, services: Services, guardian_id: int
):
    (recipient,) = services.people.open(guardian_id).recipients
    assert "자녀" in words(sheet)
    identity = {
        **GUARDIAN["identity"],
        "relation": "child_in_law",
        "capacity": "agent",
        "capacity_until": "2027-01-31",
        "recipient_number": "P-09999",
    }
    services.people.save_group(guardian_id, "identity", identity, expected_version=1, reason="봄")
    told = "며느리·사위 · 위임받은 사람(위임장), 2027년 1월 31일까지"
    for person_id in (recipient.id, guardian_id):
        sheet.show_card(services.people.open(person_id))
        assert told in words(sheet)
    folder = os.environ.get("EASYCARE_SHOTS")
    if folder:
        sheet.show_card(services.people.open(recipient.id))
        sheet.resize(700, 560)
        sheet.grab().save(str(Path(folder, "tie_words.png")))
    sheet.show_card(services.people.open(guardian_id))
    shown = {each.text() for each in sheet.basic.findChildren(QLabel)}
    assert "P-09999" not in shown
    identity["capacity_until"] = "2026-01-31"
    services.people.save_group(guardian_id, "identity", identity, expected_version=2, reason="봄")
    sheet.show_card(services.people.open(recipient.id))
    assert "며느리·사위 · 위임받은 사람(위임장), 2026년 1월 31일에 끝남" in words(sheet)
