"""동의: a signed form recorded per purpose, proved by a scan."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.consents import Capacity, ConsentMethod, ConsentResult
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.consents.sections import Apart, in_sections
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.consent_page import ConsentPage
from tests.helpers.cases import SCAN, known_person, register
from tests.helpers.consent_pages import (
    DAY,
    answer,
    press,
    sign,
    statuses,
)
from tests.helpers.hangul import type_hangul
from tests.helpers.present import present


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


def test_the_law_keeps_purposes_apart(services: Services):
    person = register(services)
    purposes = services.consents.purposes_for(person.kind)
    found = {
        section: [purpose.code for purpose in inside]
        for section, inside in in_sections(purposes, services.office.catalogue)
    }
    assert found == {
        Apart.REQUIRED: ["service_contract"],
        Apart.SENSITIVE: ["sensitive_health"],
        Apart.UNIQUE_ID: ["unique_id"],
        Apart.OPTIONAL: ["extra_items", "newsletter_photo"],
        Apart.MARKETING: ["marketing"],
        Apart.THIRD_PARTY: ["third_party"],
    }


def test_nothing_is_chosen_before(page: ConsentPage, services: Services):
    person = known_person(services)
    page.open(person.id)
    assert {block.answer.value() for block in page.recording.form.blocks.values()} == {None}
    assert page.recording.form.sign.capacity.control.value() is None
    assert page.recording.form.sign.method.control.value() is None


def test_each_purpose_shows_its_whole_text_and_version(page: ConsentPage, services: Services):
    person = register(services)
    page.open(person.id)
    for purpose in services.consents.purposes_for(person.kind):
        block = page.recording.form.blocks[purpose.code]
        said = "\n".join(label.text() for label in block.findChildren(QLabel))
        for words in (purpose.purpose, purpose.items, purpose.period, purpose.refusal):
            assert words in said
        assert f"동의서 {purpose.text_version}판" in said
        assert purpose.recipients in said


def test_a_signed_form_is_recorded(
    page: ConsentPage,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
    tmp_path: Path,
):
    person = register(services)
    page.open(person.id)
    for code in ("service_contract", "sensitive_health", "newsletter_photo"):
        answer(page, code, ConsentResult.GIVEN)
    answer(page, "third_party", ConsentResult.REFUSED)
    photo = page.recording.form.blocks["newsletter_photo"].more
    assert photo is not None
    photo.until.control.setText("20281120")
    sign(page)
    assert page.recording.form.sign.signer.control.text() == "홍길순"
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(SCAN)
    messages.answer(scan)
    press(page, "evidence.choose")
    background.drain()
    QTest.keyClick(page, Qt.Key.Key_F4)
    background.drain()
    result = statuses(services, person)
    assert result["service_contract"] is ConsentResult.GIVEN
    assert result["third_party"] is ConsentResult.REFUSED
    assert result["marketing"] is None
    lines = {line.purpose: line for line in services.consents.lines_of(person.id)}
    line = lines["newsletter_photo"]
    assert (line.said_on, line.method, line.until) == (DAY, ConsentMethod.PAPER, date(2028, 11, 20))
    evidence = services.consents.evidence(line)
    assert evidence is not None
    assert evidence.content == SCAN
    assert services.consents.signer_of(line) == "홍길순"
    assert services.drafts.get("consent_form", person.id) is None
    assert page.standings.isVisible()


def test_channels_are_kept_for_news(
    page: ConsentPage, services: Services, background: ManualBackground
):
    person = register(services)
    page.open(person.id)
    answer(page, "marketing", ConsentResult.GIVEN)
    more = page.recording.form.blocks["marketing"].more
    assert more is not None
    assert more.channels() == ()
    more.ticks["sms"].setChecked(True)
    sign(page)
    page.recording.save()
    background.drain()
    stored = services.people.open(person.id).contents["marketing"].values
    assert stored == {"sms": "010-0000-1234"}


def test_what_is_missing_is_said_and_nothing_stored(
    page: ConsentPage, services: Services, background: ManualBackground
):
    person = register(services)
    page.open(person.id)
    page.recording.save()
    assert page.recording.missing.isVisible()
    answer(page, "service_contract", ConsentResult.GIVEN)
    page.recording.form.sign.capacity.control.choose(Capacity.AGENT)
    page.recording.save()
    background.drain()
    card = page.recording.form.sign
    assert all(each.error for each in (card.method, card.day, card.signer, card.relation))
    assert card.proof.error
    assert card.proof_day.error
    assert set(statuses(services, person).values()) == {None}


def test_a_day_that_has_not_come_is_refused(
    page: ConsentPage,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
):
    person = register(services)
    page.open(person.id)
    answer(page, "service_contract", ConsentResult.GIVEN)
    sign(page)
    page.recording.form.sign.day.control.setText("20270101")
    page.recording.save()
    background.drain()
    assert len(messages.of_kind("refuse")) == 1
    assert set(statuses(services, person).values()) == {None}


def test_half_filled_forms_come_back(
    page: ConsentPage, services: Services, background: ManualBackground
):
    person = register(services)
    page.open(person.id)
    answer(page, "extra_items", ConsentResult.REFUSED)
    page.recording.form.sign.signer.control.setFocus()
    type_hangul(page.recording.form.sign.signer.control, "홍딸", leave_last=True)
    QTest.keyClick(page.recording.form.sign.signer.control, Qt.Key.Key_Escape)
    background.drain()
    assert page.overview.isVisible()
    page.open(person.id)
    block = page.recording.form.blocks["extra_items"]
    assert block.answer.value() is ConsentResult.REFUSED
    assert page.recording.form.sign.signer.control.text() == "홍딸"
    assert page.recording.banners.restored.isVisible()
    other = register(services, "다른분")
    page.open(other.id)
    assert page.recording.form.sign.signer.control.text() == ""
    assert page.recording.form.blocks["extra_items"].answer.value() is None


def test_the_form_can_be_printed_first(page: ConsentPage, services: Services):
    person = register(services)
    page.open(person.id)
    papers = QSignalSpy(page.paper_wanted)
    QTest.keyClick(page, Qt.Key.Key_F7)
    assert papers.at(0) == ["consent_form", person.id]
