"""동의 over a real encrypted office: recorded per purpose, proved by a scan, withdrawn."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.consents import Capacity, ConsentMethod, ConsentResult, Signer
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.people import Person
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.consents import Said
from easycare_desktop.ui.appearance import Appearance, Look
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.consents.overview import Standing
from easycare_desktop.ui.parts.consents.sections import Apart, in_sections
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.consent_page import ConsentPage
from tests.helpers.cases import SCAN, agree, known_person, register
from tests.helpers.hangul import type_hangul
from tests.helpers.office_copies import OfficeMould
from tests.helpers.offices import OfficeHome
from tests.helpers.present import present

DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def mould(tmp_path_factory: pytest.TempPathFactory) -> OfficeMould:
    return OfficeMould(tmp_path_factory.mktemp("mould") / "home")


@pytest.fixture
def home(mould: OfficeMould, tmp_path: Path) -> OfficeHome:
    return mould.copy_to(tmp_path / "home")


@pytest.fixture
def services(home: OfficeHome) -> Iterator[Services]:
    office = home.open()
    made = Services(office)
    made.start()
    yield made
    office.close()


@pytest.fixture
def messages() -> RecordingMessages:
    return RecordingMessages()


@pytest.fixture
def background() -> ManualBackground:
    return ManualBackground()


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


def press(page: QWidget, name: str) -> None:
    button = page.findChild(QPushButton, f"consents.{name}")
    assert button is not None, name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def refreshed(page: ConsentPage, background: ManualBackground) -> None:
    page.refresh()
    background.drain()


def sign(page: ConsentPage) -> None:
    card = page.recording.sign
    card.method.control.choose(ConsentMethod.PAPER)
    card.day.control.setFocus()
    QTest.keyClicks(card.day.control, "2026.11.20")
    card.capacity.control.choose(Capacity.SELF)


def answer(page: ConsentPage, code: str, result: ConsentResult) -> None:
    page.recording.blocks[code].answer.choose(result)


def statuses(services: Services, person: Person) -> dict[str, ConsentResult | None]:
    return {
        each.purpose.code: each.line.result if each.line else None
        for each in services.consents.status_of(person.id)
    }


def test_the_overview_puts_the_missing_first(
    page: ConsentPage, services: Services, background: ManualBackground
):
    fine, missing = register(services, "가나다"), register(services, "하하하")
    ending = register(services, "나나나")
    agree(services, fine)
    agree(services, ending)
    services.consents.record(
        ending.id,
        [Said("newsletter_photo", ConsentResult.GIVEN, date(2026, 12, 1))],
        Signer("나나나", Capacity.SELF),
        ConsentMethod.PAPER,
        services.office.today(),
    )
    refreshed(page, background)
    rows = page.overview.model.rows
    assert [row.name for row in rows] == ["하하하", "나나나", "가나다"]
    assert [row.standing for row in rows] == [Standing.MISSING, Standing.ENDING, Standing.GIVEN]
    assert page.head.note.text() == "필수 동의가 빠진 분 1명"
    page.overview.filter.choose((Standing.ENDING,))
    assert [row.name for row in page.overview.model.rows] == ["나나나"]
    page.overview.filter.choose((Standing.MISSING,))
    type_hangul(page.overview.search, "ㅎㅎ", leave_last=True)
    QTest.keyClick(page.overview.search, Qt.Key.Key_Return)
    assert page.head.title.text() == "하하하 님의 동의"
    assert missing.id == rows[0].id


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
    assert {block.answer.value() for block in page.recording.blocks.values()} == {None}
    assert page.recording.sign.capacity.control.value() is None
    assert page.recording.sign.method.control.value() is None


def test_each_purpose_shows_its_whole_text_and_version(page: ConsentPage, services: Services):
    person = register(services)
    page.open(person.id)
    for purpose in services.consents.purposes_for(person.kind):
        block = page.recording.blocks[purpose.code]
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
    photo = page.recording.blocks["newsletter_photo"].more
    assert photo is not None
    photo.until.control.setText("20281120")
    sign(page)
    assert page.recording.sign.signer.control.text() == "홍길순"
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(SCAN)
    messages.answer(scan)
    press(page, "evidence.choose")
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
    more = page.recording.blocks["marketing"].more
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
    page.recording.sign.capacity.control.choose(Capacity.AGENT)
    page.recording.save()
    background.drain()
    card = page.recording.sign
    assert all(each.error for each in (card.method, card.day, card.signer, card.relation))
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
    page.recording.sign.day.control.setText("20270101")
    page.recording.save()
    background.drain()
    assert len(messages.of_kind("refuse")) == 1
    assert set(statuses(services, person).values()) == {None}


def test_evidence_is_judged_by_what_it_is(
    page: ConsentPage, services: Services, messages: RecordingMessages, tmp_path: Path
):
    page.open(register(services).id)
    wrong, right = tmp_path / "scan.pdf", tmp_path / "scan.bin"
    wrong.write_bytes(b"MZ not a scan")
    right.write_bytes(b"\x89PNG\r\n\x1a\n made up")
    box = page.recording.evidence
    for file in (wrong, tmp_path / "gone.pdf"):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file))])
        box.dropEvent(drop(data))
    assert len(messages.of_kind("refuse")) == 2
    assert box.evidence is None
    box.take(right)
    assert box.evidence is not None
    assert box.evidence.media == "image/png"
    press(page, "evidence.drop")
    assert box.evidence is None


def drop(data: QMimeData) -> QDropEvent:
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    return QDropEvent(QPointF(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier)


def test_half_filled_forms_come_back(
    page: ConsentPage, services: Services, background: ManualBackground
):
    person = register(services)
    page.open(person.id)
    answer(page, "extra_items", ConsentResult.REFUSED)
    page.recording.sign.signer.control.setFocus()
    type_hangul(page.recording.sign.signer.control, "홍딸", leave_last=True)
    QTest.keyClick(page.recording.sign.signer.control, Qt.Key.Key_Escape)
    background.drain()
    assert page.overview.isVisible()
    page.open(person.id)
    block = page.recording.blocks["extra_items"]
    assert block.answer.value() is ConsentResult.REFUSED
    assert page.recording.sign.signer.control.text() == "홍딸"
    assert page.recording.restored.isVisible()
    other = register(services, "다른분")
    page.open(other.id)
    assert page.recording.sign.signer.control.text() == ""
    assert page.recording.blocks["extra_items"].answer.value() is None


def test_a_withdrawal_shows_what_becomes_due_and_plans_it(
    page: ConsentPage, services: Services, messages: RecordingMessages
):
    person = known_person(services)
    page.open(person.id)
    page.tabs.setCurrentIndex(1)
    press(page, "withdraw.newsletter_photo")
    dialog = page.dialog
    assert dialog is not None
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "사진·소식지" in said
    press(dialog, "withdraw.go")
    assert dialog.day.error
    QTest.keyClicks(dialog.day.control, "20200101")
    dialog.method.control.choose(ConsentMethod.PHONE)
    press(dialog, "withdraw.go")
    assert len(messages.of_kind("refuse")) == 1
    dialog.day.control.clear()
    QTest.keyClicks(dialog.day.control, "20261123")
    press(dialog, "withdraw.go")
    assert statuses(services, person)["newsletter_photo"] is ConsentResult.WITHDRAWN
    held = {each.group: each for each in services.people.open(person.id).holdings}
    assert held["photo"].state is HoldingState.DUE
    assert held["photo"].destroy_by == date(2026, 11, 28)
    assert held["identity"].state is HoldingState.ACTIVE
    plan = services.destruction.all()[0].plan
    assert [item.holding_id for item in plan.items] == [held["photo"].id]
    assert "파기 승인을 기다립니다" in str(messages.of_kind("toast")[-1].content[0])


def test_a_consent_that_carries_the_contract_leads_to_the_cancellation(
    page: ConsentPage, services: Services, messages: RecordingMessages
):
    person = known_person(services)
    page.open(person.id)
    page.tabs.setCurrentIndex(1)
    wanted = QSignalSpy(page.cancel_wanted)
    press(page, "withdraw.service_contract")
    assert wanted.count() == 0
    messages.answer(True)
    press(page, "withdraw.service_contract")
    assert wanted.at(0) == [person.id]
    assert statuses(services, person)["service_contract"] is ConsentResult.GIVEN


def test_the_form_can_be_printed_first(page: ConsentPage, services: Services):
    person = register(services)
    page.open(person.id)
    papers = QSignalSpy(page.paper_wanted)
    QTest.keyClick(page, Qt.Key.Key_F7)
    assert papers.at(0) == ["consent_form", person.id]


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_clipped(
    qtbot: QtBot,
    page: ConsentPage,
    services: Services,
    background: ManualBackground,
    appearance: Appearance,
    percent: int,
):
    person = known_person(services)
    refreshed(page, background)
    appearance.wear(Look(percent=percent))
    page.resize(1366, 690)
    for tab in (None, 0, 1):
        if tab is not None:
            page.open(person.id)
            page.tabs.setCurrentIndex(tab)
        qtbot.wait(30)
        assert clip_check(page) == []
    assert page.height() == 690
