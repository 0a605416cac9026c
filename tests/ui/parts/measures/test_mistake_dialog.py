"""잘못 적음: an officer takes out from the card what was never true; a clerk is told so."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.destruction import PlanCause, PlanState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.destruction.destroy_dialog import DestroyDialog
from easycare_desktop.ui.parts.destruction.words import mistake_words
from easycare_desktop.ui.parts.measures.bar import MeasureBar
from easycare_desktop.ui.parts.measures.choice_dialog import ChoiceDialog
from easycare_desktop.ui.parts.measures.words import Subject
from easycare_desktop.ui.widgets import Kit
from tests.helpers.cases import PERSON
from tests.helpers.hangul import type_hangul
from tests.helpers.import_pages import shoot
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD, SECOND
from tests.helpers.offices import OfficeHome
from tests.helpers.present import present
from tests.helpers.sizes import PERCENTS

LEFT = Qt.MouseButton.LeftButton


def wrong_contract(services: Services) -> Subject:
    groups = {code: PERSON[code] for code in ("identity", "care_contract")}
    person = services.people.register(PersonKind.RECIPIENT, groups)
    held = services.people.open(person.id).contents["care_contract"].holding
    return Subject(held.id, person.id, held.state, "급여계약", "홍길순 님 · P-00001")


def bar_of(qtbot: QtBot, kit: Kit, services: Services, subject: Subject) -> MeasureBar:
    bar = MeasureBar(kit, services, RecordingMessages())
    bar.show_subject(subject)
    present(qtbot, bar)
    return bar


def opened(bar: MeasureBar) -> ChoiceDialog:
    QTest.mouseClick(bar.choose, LEFT)
    dialog = bar.dialogs.shown
    assert isinstance(dialog, ChoiceDialog)
    return dialog


def test_what_law_keeps_goes_only_as_a_mistake_that_was_confirmed(
    qtbot: QtBot, kit: Kit, services: Services
):
    bar = bar_of(qtbot, kit, services, wrong_contract(services))
    planned: list[int] = []
    bar.planned.connect(planned.append)
    dialog = opened(bar)
    assert not dialog.cause.isVisible()
    assert dialog.never.isVisible()
    assert "까지 보관해야 합니다" in dialog.never.accessibleName()
    type_hangul(dialog.why.control, "잘못")
    QTest.mouseClick(dialog.ask, LEFT)
    assert planned == []
    dialog.sure.setChecked(True)
    QTest.mouseClick(dialog.ask, LEFT)
    view = services.destruction.view(planned[0])
    assert view.plan.cause is PlanCause.MISTAKE
    assert "까지 보관합니다" in mistake_words(view)
    services.destruction.cancel(planned[0])
    assert mistake_words(services.destruction.view(planned[0])) == ""


def test_an_officer_says_of_the_rest_whether_it_was_a_mistake(
    qtbot: QtBot, kit: Kit, services: Services
):
    subject = wrong_contract(services)
    emergency = PERSON["emergency"]
    held = services.people.save_group(subject.person_id, "emergency", emergency).holding
    rest = Subject(held.id, subject.person_id, held.state, "비상 연락처", subject.who)
    bar = bar_of(qtbot, kit, services, rest)
    planned: list[int] = []
    bar.planned.connect(planned.append)
    dialog = opened(bar)
    assert dialog.cause.isVisible()
    assert not dialog.never.isVisible()
    dialog.cause.control.choose(True)
    assert dialog.never.isVisible()
    assert "다른 분의 계약" in dialog.why.control.placeholderText()
    dialog.cause.control.choose(False)
    assert not dialog.sure.isVisible()
    type_hangul(dialog.why.control, "요구")
    QTest.mouseClick(dialog.ask, LEFT)
    assert services.destruction.view(planned[0]).plan.cause is PlanCause.SELECTION


def test_a_clerk_is_told_who_can_take_it_out(
    qtbot: QtBot, kit: Kit, home: OfficeHome, services: Services
):
    subject = wrong_contract(services)
    services.office.close()
    clerk = Services(home.open(CLERK, OTHERS_PASSWORD))
    messages = RecordingMessages()
    bar = MeasureBar(kit, clerk, messages)
    bar.show_subject(subject)
    present(qtbot, bar)
    QTest.mouseClick(bar.choose, LEFT)
    assert bar.dialogs.shown is None
    (refused,) = messages.of_kind("refuse")
    assert "책임자에게 말해 주세요" in str(refused)
    assert "지울 수 있습니다" not in str(refused)
    clerk.office.close()


def approval_of(kit: Kit, services: Services, subject: Subject, *, mistake: bool) -> DestroyDialog:
    plan = (
        services.selection.plan_mistake(subject.holding_id, (), "다른 분의 것")
        if mistake
        else services.selection.plan_holdings([subject.holding_id], "본인 요구")
    )
    view = services.destruction.view(plan.id)
    return DestroyDialog(kit, services, view, RecordingMessages(), ManualBackground())


def test_whoever_approves_is_told_beside_the_password_that_it_is_a_mistake(
    qtbot: QtBot, kit: Kit, services: Services
):
    subject = wrong_contract(services)
    dialog = approval_of(kit, services, subject, mistake=True)
    present(qtbot, dialog)
    told = dialog.mistake.accessibleName()
    assert dialog.mistake.isVisible()
    assert "「잘못 적음」으로 파기합니다." in told
    assert "적은 사유: 다른 분의 것" in told
    assert "까지 보관합니다" in told
    held = services.people.save_group(subject.person_id, "emergency", PERSON["emergency"]).holding
    rest = Subject(held.id, subject.person_id, held.state, "비상연락망", subject.who)
    usual = approval_of(kit, services, rest, mistake=False)
    present(qtbot, usual)
    assert not usual.mistake.isVisible()


def test_work_that_came_on_record_meanwhile_closes_the_approval_and_is_told(
    qtbot: QtBot, kit: Kit, services: Services
):
    subject = wrong_contract(services)
    plan = services.selection.plan_mistake(subject.holding_id, (), "다른 분의 것")
    messages, background = RecordingMessages(), ManualBackground()
    dialog = DestroyDialog(kit, services, services.destruction.view(plan.id), messages, background)
    present(qtbot, dialog)
    fields = dialog.fields
    for field, typed in ((fields.day, "20261123"), (fields.login, SECOND)):
        QTest.keyClicks(field.control, typed)
    type_hangul(fields.name.control, PERSON["identity"]["name"])
    QTest.keyClicks(fields.password.control.focusProxy(), OTHERS_PASSWORD)
    services.people.save_group(subject.person_id, "care_record", PERSON["care_record"])
    QTest.mouseClick(dialog.last_press, LEFT)
    background.drain()
    assert not dialog.isVisible()
    (refused,) = messages.of_kind("refuse")
    assert "급여·납부·인사 기록이 있습니다" in str(refused)
    assert services.destruction.view(plan.id).plan.state is PlanState.AWAITING


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut_off(qtbot: QtBot, kit: Kit, services: Services, percent: int):
    dialog = opened(bar_of(qtbot, kit, services, wrong_contract(services)))
    kit.appearance.wear(Look(percent=percent))
    QTest.qWait(1)
    assert clip_check(dialog) == []
    assert overlaps(dialog) == []


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut_off_of_the_approval(
    qtbot: QtBot, kit: Kit, services: Services, percent: int
):
    kit.appearance.wear(Look(percent=percent))
    dialog = approval_of(kit, services, wrong_contract(services), mistake=True)
    present(qtbot, dialog)
    assert clip_check(dialog) == []
    assert overlaps(dialog) == []
    shoot(dialog, f"mistake_approval_{percent}")
