"""Signing on the screen in the page of consents and in the intake of a request."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.consents import Capacity, ConsentMethod, ConsentResult
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.cancel.case_view import CaseView
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.consent_page import ConsentPage
from tests.helpers.cases import register
from tests.helpers.consent_pages import answer, press, sign
from tests.helpers.present import present
from tests.helpers.signing import draw


@pytest.fixture
def page(
    qtbot: QtBot,
    kit: Kit,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
) -> Iterator[ConsentPage]:
    made = ConsentPage(kit, services, messages, background)
    made.resize(1142, 656)
    present(qtbot, made)
    yield made
    made.close()


def test_a_signature_on_the_screen_goes_with_what_was_read(
    page: ConsentPage, services: Services, background: ManualBackground
):
    person = register(services)
    page.open(person.id)
    recording = page.recording
    recording.signing.button.click()
    assert recording.dialog is None
    answer(page, "service_contract", ConsentResult.GIVEN)
    sign(page)
    recording.signing.button.click()
    dialog = recording.dialog
    assert dialog is not None
    assert not dialog.finish.isEnabled()
    draw(dialog.pad)
    dialog.finish.click()
    assert recording.signing.signature is not None
    answer(page, "service_contract", ConsentResult.REFUSED)
    assert recording.signing.signature is None
    recording.signing.button.click()
    again = recording.dialog
    assert again is not None
    draw(again.pad)
    again.finish.click()
    press(page, "save")
    background.drain()
    line = services.consents.lines_of(person.id)[0]
    assert line.method is ConsentMethod.IN_PERSON
    evidence = services.consents.evidence(line)
    assert evidence is not None
    assert evidence.media == "image/png"


def test_a_request_is_signed_on_the_screen(
    qtbot: QtBot, kit: Kit, services: Services, messages: RecordingMessages
):
    person = register(services)
    view = CaseView(kit, services, messages)
    view.resize(1142, 656)
    present(qtbot, view)
    assert view.start(person.id)
    form = view.steps.form
    form.signing.button.click()
    assert form.dialog is None
    form.fields.capacity.control.choose(Capacity.SELF)
    form.fields.wish.control.setText("2026-11-30")
    form.fields.last.control.setText("2026-11-20")
    form.fields.reason.control.choose("end")
    form.told.put("service_ends,law_keeps,no_return", "")
    form.signing.button.click()
    assert form.dialog is not None
    draw(form.dialog.pad)
    form.dialog.finish.click()
    assert form.signed is not None
    view.foot.next.click()
    request = view.request
    assert request is not None
    scan, *_ = services.person_papers.of_person(person.id).scans
    assert scan.media == "image/png"
