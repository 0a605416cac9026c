"""주민등록번호: switched on by an officer in the settings, typed, covered, each look recorded."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.resident_numbers import GROUP
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.people.basic_tab import BasicTab
from easycare_desktop.ui.parts.settings.permit_tab import PermitTab
from easycare_desktop.ui.parts.shared.field_edit import FieldEdit
from easycare_desktop.ui.widgets import Kit
from tests.helpers.cases import register
from tests.helpers.offices import PASSWORD
from tests.helpers.present import present

NUMBER = "410305-2000000"


def filled(tab: PermitTab, article: str, reason: str, password: str) -> None:
    tab.article.control.setText(article)
    tab.reason.control.setText(reason)
    line = tab.password.control.focusProxy()
    assert isinstance(line, QLineEdit)
    line.setText(password)


@pytest.mark.look
def test_numbers_are_switched_on_and_off_by_the_officer(
    qtbot: QtBot, kit: Kit, services: Services, messages: RecordingMessages
):
    tab = PermitTab(services, kit, messages)
    tab.resize(900, 500)
    present(qtbot, tab)
    tab.refresh()
    assert tab.state.text() == "지금은 주민등록번호를 보관하지 않습니다."
    filled(tab, "", "원천징수", PASSWORD)
    tab.give.click()
    assert tab.article.error
    filled(tab, "소득세법 제164조", "원천징수", "wrong")
    tab.give.click()
    assert len(messages.of_kind("refuse")) == 1
    for percent in (100, 200):
        kit.appearance.wear(Look(percent=percent))
        qtbot.wait(30)
        assert clip_check(tab) == []
        folder = os.environ.get("EASYCARE_SHOTS")
        if folder:
            tab.grab().save(str(Path(folder, f"permit_{percent}.png")))
    filled(tab, "소득세법 제164조", "원천징수", PASSWORD)
    tab.give.click()
    assert tab.state.text() == "2026-11-23부터 주민등록번호를 보관합니다."
    assert not tab.article.isVisible()
    assert "대장" not in messages.said[-1].content[0]  # the list of destructions says nothing of it
    filled(tab, "", "", PASSWORD)
    tab.end.click()
    assert services.permits.now() is None


def test_a_number_is_covered_and_each_look_is_recorded(qtbot: QtBot, kit: Kit, services: Services):
    services.permits.give("소득세법 제164조", "원천징수", PASSWORD)
    person = register(services)
    services.people.save_group(person.id, GROUP, {"number": NUMBER})
    tab = BasicTab(kit, services.office.today, services.people)
    present(qtbot, tab)
    groups = services.people.groups_for(person.kind)
    tab.show_card(services.people.open(person.id), groups, ("", ""))
    button = tab.findChild(QPushButton, "people.show.number")
    assert button is not None
    assert NUMBER not in said(tab)
    assert "410305-2******" in said(tab)
    button.click()
    assert NUMBER in said(tab)
    entry = services.log.newest()[0]
    assert (entry.action, entry.person_id) == ("people.number", person.id)


def said(tab: BasicTab) -> str:
    return " ".join(each.text() for each in tab.findChildren(type(tab._kit.text())))


@pytest.mark.parametrize(("typed", "warned"), [("4103052000000", True), ("9901013000007", False)])
def test_an_odd_check_digit_only_warns(
    qtbot: QtBot, kit: Kit, services: Services, typed: str, warned: bool
):
    services.permits.give("소득세법 제164조", "원천징수", PASSWORD)
    group = next(each for each in services.office.catalogue.groups if each.code == GROUP)
    tab = PermitTab(services, kit, RecordingMessages())
    qtbot.addWidget(tab)
    edit = FieldEdit(group.fields[0], kit, services.people.read, services.office.today, tab)
    edit.put(typed)
    edit.understand()
    assert edit.text() == f"{typed[:6]}-{typed[6:]}"
    assert not edit.field.error
    assert ("끝자리" in edit.field._note.text()) is warned
