"""The scan of a signed form: judged by what it is, and read beside the screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.consents import ConsentResult
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.consent_page import ConsentPage
from tests.helpers.cases import register
from tests.helpers.consent_pages import answer, drop, press, sign, statuses
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


def test_evidence_is_judged_by_what_it_is(
    page: ConsentPage,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
    tmp_path: Path,
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
        background.drain()
    assert len(messages.of_kind("refuse")) == 2
    assert box.evidence is None
    box.take(right)
    background.drain()
    assert box.evidence is not None
    assert box.evidence.media == "image/png"
    press(page, "evidence.drop")
    assert box.evidence is None


def test_a_scan_is_read_beside_the_screen(
    page: ConsentPage,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
    tmp_path: Path,
):
    person, other = register(services), register(services, "다른분")
    page.open(person.id)
    scan = tmp_path / "scan.tif"
    Image.new("L", (600, 800), 255).save(scan, "TIFF")
    box = page.recording.evidence
    box.take(scan)
    assert box.evidence is None
    answer(page, "service_contract", ConsentResult.GIVEN)
    sign(page)
    page.recording.save()
    background.drain()
    assert len(messages.of_kind("toast")) == 1
    assert statuses(services, person)["service_contract"] is None
    page.recording.save()
    background.drain()
    assert statuses(services, person)["service_contract"] is ConsentResult.GIVEN
    (line,) = services.consents.lines_of(person.id)
    evidence = services.consents.evidence(line)
    assert evidence is not None
    assert evidence.media == "application/pdf"
    box.take(scan)
    page.open(other.id)
    background.drain()
    assert box.evidence is None
