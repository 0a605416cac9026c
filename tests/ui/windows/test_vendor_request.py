from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.requests import Relation, RequestState
from easycare_desktop.services.evidence import LARGEST
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.cancel.vendor_steps import AnswerStep
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.cancel_page import CancelPage
from tests.helpers.agency import Agency
from tests.helpers.hangul import type_hangul
from tests.helpers.present import present


def test_the_office_cancels_its_own_program(
    qtbot: QtBot, kit: Kit, agency: Agency, messages: RecordingMessages
):
    page = CancelPage(kit, agency.services, messages)
    page.refresh()
    present(qtbot, page)
    page.start_new()
    page.start.kind.choose(Relation.A)
    QTest.mouseClick(page.start.next, Qt.MouseButton.LeftButton)
    view, form = page.vendor, page.vendor.form
    form.fields.capacity.control.choose(Capacity.HEAD)
    type_hangul(form.fields.name.control, "나대표")
    QTest.keyClicks(form.fields.phone.control, "020000001")
    QTest.keyClicks(form.fields.wish.control, "+7")
    form.fields.reason.control.choose("elsewhere")
    form.told.put("service_ends,law_keeps,no_return", "")
    QTest.mouseClick(view.next, Qt.MouseButton.LeftButton)
    assert view.request is not None
    assert (view.request.relation, view.request.state) == (Relation.A, RequestState.TAKEN)
    QTest.mouseClick(view.next, Qt.MouseButton.LeftButton)
    assert view.request.state is RequestState.SENT
    QTest.keyClicks(view.answer.number.control, "V-2026-7")
    QTest.mouseClick(view.next, Qt.MouseButton.LeftButton)
    assert view.request.state is RequestState.CLOSED
    extra = agency.services.requests.details(view.request.id).extra
    assert (extra["sent_on"], extra["answer_number"]) == ("2026-11-23", "V-2026-7")
    page.close()


def test_a_paper_that_cannot_be_attached_is_said(
    qtbot: QtBot, kit: Kit, agency: Agency, messages: RecordingMessages, tmp_path: Path
):
    step = AnswerStep(kit, DayReader(agency.services.office), messages)
    present(qtbot, step)
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.write(b"%PDF-1.7")
        file.truncate(LARGEST + 1)
    for path in (tmp_path / "gone.pdf", large):
        messages.answer(path)
        QTest.mouseClick(step.attach, Qt.MouseButton.LeftButton)
    assert len(messages.of_kind("refuse")) == 2
    answer = step.read()
    assert answer is None or answer.paper is None
