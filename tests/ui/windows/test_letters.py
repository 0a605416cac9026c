"""보완 요청, 이분의 문서 만들기, 동의서 한 가지: from the windows to the paper."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.supplements import MissingPaper
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PARTS_OF_FORM, PaperKind
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.papers.one_kind import OneKindRow
from easycare_desktop.ui.parts.papers.person_offers import PersonOffers
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.cancel_page import CancelPage
from tests.helpers.cases import STAFF, intake_of, register
from tests.helpers.present import present

LEFT = Qt.MouseButton.LeftButton


@pytest.mark.look
def test_what_is_missing_is_asked_for_from_the_case(
    qtbot: QtBot, kit: Kit, services: Services, messages: RecordingMessages
):
    request = services.requests.take(intake_of(services, register(services)))
    page = CancelPage(kit, services, messages)
    present(qtbot, page)
    page.show_subject(request.id)
    QTest.mouseClick(page.case.steps.verify.ask, LEFT)
    dialog = page.case.dialog
    assert dialog is not None
    assert dialog.ticks[MissingPaper.ID_COPY].isChecked()
    dialog.ticks[MissingPaper.ID_COPY].setChecked(False)
    QTest.mouseClick(dialog.ask, LEFT)
    assert dialog.complaint.isVisibleTo(dialog)
    assert services.supplements.of(request.id) is None
    dialog.ticks[MissingPaper.SIGNATURE].setChecked(True)
    for percent in (100, 200):
        kit.appearance.wear(Look(percent=percent))
        qtbot.waitUntil(lambda: not clip_check(dialog), timeout=1000)
    with qtbot.waitSignal(page.paper_wanted) as wanted:
        QTest.keyClick(dialog, Qt.Key.Key_F4)
    assert wanted.args == ["supplement_request", request.id]
    asked = services.supplements.of(request.id)
    assert asked is not None
    assert asked.missing == (MissingPaper.SIGNATURE,)
    assert services.papers.make(PaperKind.SUPPLEMENT_REQUEST, request.id, "보내기").pdf


@pytest.mark.look
def test_every_paper_offered_for_a_person_can_be_made(qtbot: QtBot, kit: Kit, services: Services):
    person = register(services)
    catalogue = services.office.catalogue
    dialog = PersonOffers(kit, person, "홍길순", catalogue, None)
    present(qtbot, dialog)
    wanted: list[tuple[PaperKind, int]] = []
    dialog.wanted.connect(lambda kind, subject: wanted.append((kind, subject)))
    for row in dialog.rows:
        QTest.mouseClick(row.button, LEFT)
    assert len(wanted) == len(dialog.rows) == 12
    for kind, subject in wanted:
        assert services.papers.make(kind, subject, "서명 받기").number
    dialog.open()
    kit.appearance.wear(Look(percent=200))
    qtbot.waitUntil(lambda: not clip_check(dialog), timeout=1000)


@pytest.mark.parametrize("whose", [PersonKind.RECIPIENT, PersonKind.STAFF])
def test_only_what_somebody_is_asked_for_is_offered(
    qtbot: QtBot, kit: Kit, services: Services, whose: PersonKind
):
    row = OneKindRow(kit, services.office.catalogue)
    present(qtbot, row)
    row.whose.choose(whose)
    offered = [PARTS_OF_FORM[subject] for subject in row.which._values]
    assert len(offered) == {PersonKind.RECIPIENT: 6, PersonKind.STAFF: 1}[whose]
    assert {kind for kind, _ in offered} == {whose}
    with qtbot.waitSignal(row.wanted) as wanted:
        QTest.mouseClick(row.button, LEFT)
    kind, subject = wanted.args
    assert services.papers.make(kind, subject, "서명 받기").number


@pytest.mark.look
def test_a_set_is_wanted_and_ticked_off(qtbot: QtBot, kit: Kit, services: Services):
    person = services.people.register(PersonKind.STAFF, STAFF)
    job = services.paper_jobs.packet(person.id, "서명 받기")
    services.papers.printed(job, 1)
    packet = services.paper_jobs.checklist(person.id)
    dialog = PersonOffers(kit, person, "봉직원", services.office.catalogue, None, packet)
    present(qtbot, dialog)
    assert dialog.packet is not None
    shown = [line.tick.isVisibleTo(dialog) for line in dialog.packet.lines]
    assert shown == [True, True, False]
    with qtbot.waitSignal(dialog.ticked) as ticked:
        dialog.packet.lines[1].tick.click()
    assert ticked.args == [job.parts[1].id, True]
    for percent in (100, 200):
        kit.appearance.wear(Look(percent=percent))
        qtbot.waitUntil(lambda: not clip_check(dialog), timeout=1000)
    with qtbot.waitSignal(dialog.packet_wanted) as wanted:
        QTest.mouseClick(dialog.packet.button, LEFT)
    assert wanted.args == [person.id]
