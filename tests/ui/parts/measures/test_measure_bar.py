"""Holding, suspending and choosing from the card of a person, in the real dialogs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.measure_answers import AnswerResult
from easycare_desktop.domain.measures import MeasureKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.measures.answer_dialog import AnswerDialog
from easycare_desktop.ui.parts.measures.bar import MeasureBar
from easycare_desktop.ui.parts.measures.choice_dialog import ChoiceDialog
from easycare_desktop.ui.parts.measures.measure_dialog import MeasureDialog
from easycare_desktop.ui.parts.measures.words import Subject
from easycare_desktop.ui.widgets import Kit
from tests.helpers.agency import Agency
from tests.helpers.hangul import type_hangul
from tests.helpers.present import present
from tests.helpers.sizes import PERCENTS


def _subject(services: Services, person_id: int, group: str) -> Subject:
    held = services.people.open(person_id).contents[group].holding
    return Subject(held.id, person_id, held.state, "비상 연락처", "홍길동 님 · P-00001")


def _bar(
    qtbot: QtBot, kit: Kit, agency: Agency, group: str
) -> tuple[MeasureBar, RecordingMessages, Subject]:
    messages = RecordingMessages()
    bar = MeasureBar(kit, agency.services, messages)
    subject = _subject(agency.services, agency.person.id, group)
    bar.show_subject(subject)
    present(qtbot, bar)
    return bar, messages, subject


@pytest.mark.look
def test_a_hold_is_set_with_end_and_reason_and_lifted(qtbot: QtBot, kit: Kit, agency: Agency):
    bar, messages, subject = _bar(qtbot, kit, agency, "emergency")
    changed = []
    bar.changed.connect(lambda: changed.append(1))
    QTest.mouseClick(bar.hold, Qt.MouseButton.LeftButton)
    dialog = bar.dialogs.shown
    assert isinstance(dialog, MeasureDialog)
    QTest.mouseClick(dialog.set, Qt.MouseButton.LeftButton)
    assert dialog.reason.error
    type_hangul(dialog.reason.control, "사건")
    QTest.mouseClick(dialog.set, Qt.MouseButton.LeftButton)
    assert dialog.until.error
    QTest.keyClicks(dialog.until.control, "20270131")
    assert clip_check(dialog) == []
    QTest.mouseClick(dialog.set, Qt.MouseButton.LeftButton)
    assert changed == [1]
    now = _subject(agency.services, agency.person.id, "emergency")
    assert now.state is HoldingState.HELD
    bar.show_subject(now)
    assert not bar.hold.isVisible()
    messages.answer(True)
    QTest.mouseClick(bar.lift_hold, Qt.MouseButton.LeftButton)
    assert _subject(agency.services, agency.person.id, "emergency").state is HoldingState.ACTIVE
    kinds = [each.measure.kind for each in agency.services.measures.of_holding(subject.holding_id)]
    assert kinds == [MeasureKind.HOLD]


def test_one_item_is_chosen_and_a_plan_waits(qtbot: QtBot, kit: Kit, agency: Agency):
    bar, _, _ = _bar(qtbot, kit, agency, "identity")
    planned: list[int] = []
    bar.planned.connect(planned.append)
    QTest.mouseClick(bar.choose, Qt.MouseButton.LeftButton)
    dialog = bar.dialogs.shown
    assert isinstance(dialog, ChoiceDialog)
    dialog.scope.control.choose(False)
    assert "name" not in dialog.ticks
    type_hangul(dialog.why.control, "요구")
    QTest.mouseClick(dialog.ask, Qt.MouseButton.LeftButton)
    assert planned == []
    dialog.ticks["mobile"].setChecked(True)
    QTest.mouseClick(dialog.ask, Qt.MouseButton.LeftButton)
    (item,) = agency.services.destruction.view(planned[0]).plan.items
    assert item.fields == ("mobile",)


def test_what_law_keeps_is_refused_with_its_article(qtbot: QtBot, kit: Kit, agency: Agency):
    bar, messages, _ = _bar(qtbot, kit, agency, "care_contract")
    QTest.mouseClick(bar.choose, Qt.MouseButton.LeftButton)
    assert bar.dialogs.shown is None
    assert len(messages.of_kind("refuse")) == 1


@pytest.mark.look
def test_a_stop_is_asked_answered_and_told_on_paper(qtbot: QtBot, kit: Kit, agency: Agency):
    bar, messages, _ = _bar(qtbot, kit, agency, "emergency")
    QTest.mouseClick(bar.suspend, Qt.MouseButton.LeftButton)
    dialog = bar.dialogs.shown
    assert isinstance(dialog, MeasureDialog)
    assert dialog.until.isVisible()
    type_hangul(dialog.reason.control, "요구")
    QTest.mouseClick(dialog.set, Qt.MouseButton.LeftButton)
    bar.show_subject(_subject(agency.services, agency.person.id, "emergency"))
    assert bar.tell.isVisible()
    QTest.mouseClick(bar.tell, Qt.MouseButton.LeftButton)
    answer = bar.dialogs.shown
    assert isinstance(answer, AnswerDialog)
    titles = [each.text() for each in answer.findChildren(QLabel)]
    assert "비상 연락처의 처리정지 요구에 답합니다" in titles
    assert not answer.why.isVisible()
    answer.result_of.control.choose(AnswerResult.REFUSED)
    assert answer.why.isVisible()
    QTest.mouseClick(answer.set, Qt.MouseButton.LeftButton)
    assert answer.why.error
    qtbot.wait(20)
    assert clip_check(answer) == []
    type_hangul(answer.why.control, "사유")
    with qtbot.waitSignal(bar.paper_wanted) as wanted:
        QTest.mouseClick(answer.set, Qt.MouseButton.LeftButton)
    assert wanted.args == [PaperKind.RIGHTS_NOTICE, agency.person.id]
    now = _subject(agency.services, agency.person.id, "emergency")
    assert now.state is HoldingState.ACTIVE
    bar.show_subject(now)
    assert not bar.tell.isVisible()
    assert messages.of_kind("refuse") == []


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut(qtbot: QtBot, kit: Kit, agency: Agency, percent: int):
    kit.appearance.set_percent(percent)
    bar, _, _ = _bar(qtbot, kit, agency, "emergency")
    for button in (bar.suspend, bar.choose):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert bar.dialogs.shown is not None
        qtbot.wait(20)  # a scroll bar that was needed while it was laid out goes
        assert clip_check(bar.dialogs.shown) == []
        bar.dialogs.shown.reject()
