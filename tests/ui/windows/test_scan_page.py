"""문서 of a person, and 받은 문서 보기: scans are seen inside the program and then forgotten."""

from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from easycare_desktop.app.scan_desk import ScanDesk
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.person_papers import OpenedScan, Scan
from easycare_desktop.system.clock import SEOUL
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.people.person_sheet import PAPERS
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.people_page import PeoplePage
from easycare_desktop.ui.windows.scan_intake_page import ScanIntakePage
from easycare_desktop.ui.windows.scan_page import ScanPage
from tests.helpers.cases import known_person
from tests.helpers.present import present
from tests.helpers.sizes import PERCENTS

AT = datetime(2026, 11, 23, 9, 0, tzinfo=SEOUL)


def png(width: int, height: int, colour: str) -> bytes:
    made = BytesIO()
    Image.new("RGB", (width, height), colour).save(made, "PNG")
    return made.getvalue()


def turned_jpeg() -> bytes:
    made = BytesIO()
    picture = Image.new("RGB", (40, 20), "teal")
    exif = picture.getexif()
    exif[274] = 6
    picture.save(made, "JPEG", exif=exif)
    return made.getvalue()


def opened(content: bytes, media: str) -> OpenedScan:
    scan = Scan(1, 7, 3, "동의서 원본", media, len(content), AT, "김담당")
    return OpenedScan(scan, content)


@pytest.fixture
def page(
    qtbot: QtBot, kit: Kit, messages: RecordingMessages, background: ManualBackground
) -> ScanPage:
    made = ScanPage(kit, messages, background)
    made.resize(1142, 690)
    present(qtbot, made)
    return made


def test_a_photo_is_seen_upright_and_forgotten_when_the_page_is_left(
    qtbot: QtBot, page: ScanPage, background: ManualBackground
):
    page.show_scan(opened(turned_jpeg(), "image/jpeg"), "기초자료로 돌아가기")
    background.drain()
    qtbot.waitUntil(lambda: page.desk.sheet.drawn)
    size = page.desk.sheet.sizeHint()
    assert size.height() == pytest.approx(size.width() * 2, abs=2)
    page.hide()
    assert not page.desk.sheet.drawn
    page.show()
    assert page.bar.head.title.text() == "받은 문서 보기"


def test_a_pdf_turns_its_pages(page: ScanPage, services: Services, background: ManualBackground):
    paper = services.papers.make(PaperKind.BLANK_CONSENT_FORM, 0, "기관 보관")
    page.show_scan(opened(paper.pdf, "application/pdf"), "")
    background.drain()
    page.desk.turn(1)
    background.drain()
    assert page.desk.page == 1


@pytest.mark.parametrize(
    ("content", "media"),
    [
        (b"%PDF-1.7 torn", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n torn", "image/png"),
        (b"\xff\xd8\xff torn", "image/jpeg"),
    ],
)
def test_what_is_damaged_is_said(
    page: ScanPage,
    messages: RecordingMessages,
    background: ManualBackground,
    content: bytes,
    media: str,
):
    page.show_scan(opened(content, media), "")
    background.drain()
    assert len(messages.of_kind("refuse")) == 1


def test_a_scan_is_taken_in_and_opened_from_the_person(
    qtbot: QtBot,
    kit: Kit,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
    tmp_path: Path,
):
    person = known_person(services)
    file = tmp_path / "scan.png"
    file.write_bytes(png(30, 40, "navy"))
    sheets = PeoplePage(kit, services, messages, ManualBackground())
    desk = ScanDesk(services.person_papers, messages, background)
    intake = ScanIntakePage(kit, services.person_papers, messages, background)
    wire(sheets, desk, intake)
    present(qtbot, sheets)
    sheets.open(person.id)
    sheets.sheet.tabs.setCurrentIndex(PAPERS)
    before = len(sheets.sheet.papers.model.rows)
    messages.answer(file)
    sheets.sheet.papers.add.click()
    background.drain()
    intake.save.click()
    background.drain()
    assert len(sheets.sheet.papers.model.rows) == before + 1
    sheets.sheet.papers.table.choose_first()
    with qtbot.waitSignal(desk.opened) as seen:
        sheets.sheet.papers.open.click()
        background.drain()
    assert seen.args[0].content == file.read_bytes()


def wire(page: PeoplePage, desk: ScanDesk, intake: ScanIntakePage) -> None:
    page.sheet.scan_wanted.connect(desk.want)
    page.sheet.scan_offered.connect(desk.offer)
    desk.coming.connect(lambda scan: intake.show_file(scan, "돌아가기"))
    intake.taken.connect(page.refresh)


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut(
    qtbot: QtBot, kit: Kit, page: ScanPage, background: ManualBackground, percent: int
):
    page.show_scan(opened(png(30, 40, "navy"), "image/png"), "기초자료로 돌아가기")
    background.drain()
    kit.appearance.wear(Look(percent=percent))
    qtbot.waitUntil(lambda: not clip_check(page) and not overlaps(page), timeout=5000)
