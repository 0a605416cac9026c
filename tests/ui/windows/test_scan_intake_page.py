"""스캔 붙이기: boxes by mouse and by keys, undo, and nothing below them in what is sealed."""

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.app.scan_desk import ScanDesk
from easycare_desktop.domain.people import Person
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.appearance import Appearance, Look
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages, Trouble
from easycare_desktop.ui.parts.shared.file_drop import FileDrop
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.people_page import PeoplePage
from easycare_desktop.ui.windows.scan_intake_page import ScanIntakePage
from tests.documents.coming_in import files
from tests.helpers.cases import known_person
from tests.helpers.present import present
from tests.helpers.sizes import PERCENTS

LEFT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def person(services: Services) -> Person:
    return known_person(services)


@pytest.fixture
def page(
    qtbot: QtBot,
    kit: Kit,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
) -> Iterator[ScanIntakePage]:
    made = ScanIntakePage(kit, services.person_papers, messages, background)
    made.resize(1142, 656)
    present(qtbot, made)
    yield made
    made.close()


def show(
    page: ScanIntakePage,
    services: Services,
    background: ManualBackground,
    person: Person,
    path: Path,
) -> None:
    page.show_file(services.person_papers.look_at(person.id, path), "기초자료로 돌아가기")
    background.drain()


def a_photo(folder: Path) -> Path:
    path = folder / "scan.jpg"
    path.write_bytes(files.photo_with("000000-0000000"))
    return path


def dragged(page: ScanIntakePage, start: tuple[float, float], end: tuple[float, float]) -> None:
    sheet = page.sheet
    places = [
        QPoint(round(across * sheet.width()), round(down * sheet.height()))
        for across, down in (start, end)
    ]
    QTest.mousePress(sheet, LEFT, NONE, places[0])
    QTest.mouseMove(sheet, places[1])
    QTest.mouseRelease(sheet, LEFT, NONE, places[1])


def test_a_box_drawn_by_hand_is_black_in_what_is_sealed(
    qtbot: QtBot,
    page: ScanIntakePage,
    services: Services,
    background: ManualBackground,
    person: Person,
    tmp_path: Path,
):
    show(page, services, background, person, a_photo(tmp_path))
    assert page.save.accessibleName() == "보관하기"
    dragged(page, (0.4, 0.3), (0.95, 0.6))
    assert page.boxes.count == 1
    assert page.save.accessibleName() == "가리고 보관하기"
    with qtbot.waitSignal(page.taken):
        page.save.click()
        background.drain()
    newest = services.person_papers.of_person(person.id).scans[0]
    content = services.person_papers.open(person.id, newest.id).content
    picture = Image.open(io.BytesIO(content)).convert("L")
    width, height = picture.size
    inside = (round(0.42 * width), round(0.33 * height), round(0.93 * width), round(0.57 * height))
    assert picture.crop(inside).getextrema()[1] < 24
    assert picture.getpixel((5, height - 5)) > 200


def test_whoever_goes_elsewhere_is_told_apart_from_whoever_kept_the_file(
    qtbot: QtBot,
    page: ScanIntakePage,
    services: Services,
    background: ManualBackground,
    person: Person,
    tmp_path: Path,
):
    show(page, services, background, person, a_photo(tmp_path))
    with qtbot.waitSignal(page.left):
        page.hide()
    page.show()
    show(page, services, background, person, a_photo(tmp_path))
    with qtbot.waitSignal(page.taken):
        page.save.click()
        background.drain()
    with qtbot.assertNotEmitted(page.left):
        page.hide()


def test_boxes_are_made_moved_and_taken_back_by_keys_alone(
    page: ScanIntakePage,
    services: Services,
    background: ManualBackground,
    person: Person,
    tmp_path: Path,
):
    show(page, services, background, person, a_photo(tmp_path))
    QTest.keyClick(page, Qt.Key.Key_Insert)
    page.sheet.setFocus()
    first = page.boxes.here()[0]
    QTest.keyClick(page.sheet, Qt.Key.Key_Right)
    QTest.keyClick(page.sheet, Qt.Key.Key_Down, SHIFT)
    moved = page.boxes.here()[0]
    assert moved.left == pytest.approx(first.left + 0.01)
    assert moved.bottom == pytest.approx(first.bottom + 0.01)
    QTest.keyClick(page, Qt.Key.Key_Insert)
    assert page.boxes.chosen == 1
    QTest.keyClick(page.sheet, Qt.Key.Key_Space)
    assert page.boxes.chosen == 0
    QTest.keyClick(page.sheet, Qt.Key.Key_Delete)
    assert page.boxes.count == 1
    assert page.sheet.accessibleName() == "1쪽, 가린 곳 1곳"
    for _ in range(5):
        page.side.undo.click()
    assert page.boxes.count == 0
    assert not page.side.undo.isEnabled()


def test_boxes_belong_to_their_page_and_undo_turns_back_to_it(
    page: ScanIntakePage,
    services: Services,
    background: ManualBackground,
    person: Person,
    tmp_path: Path,
):
    pdf = files.new_pdf()
    pdf.add_blank_page(page_size=files.SIDE)
    path = tmp_path / "scan.pdf"
    path.write_bytes(files.bytes_of(pdf))
    show(page, services, background, person, path)
    page.side.add.click()
    page.side.later.click()
    background.drain()
    assert page.side.page.text() == "2 / 2쪽"
    assert page.boxes.here() == ()
    page.side.add.click()
    assert {number: len(boxes) for number, boxes in page.boxes.all().items()} == {0: 1, 1: 1}
    page.desk.turn(0)
    page.side.undo.click()
    assert page.desk.page == 1
    assert page.boxes.count == 1


def test_a_hostile_file_is_told_and_nothing_is_kept(
    services: Services,
    kit: Kit,
    messages: RecordingMessages,
    background: ManualBackground,
    person: Person,
    tmp_path: Path,
):
    desk = ScanDesk(services.person_papers, messages, background)
    before = len(services.person_papers.of_person(person.id).scans)
    for content, number in ((files.scripted(), "PA-117"), (files.flood(), "PA-115")):
        path = tmp_path / "scan.bin"
        path.write_bytes(content)
        desk.take(person.id, path)
        background.drain()
        trouble = messages.of_kind("refuse")[-1].content[0]
        assert isinstance(trouble, Trouble)
        assert trouble.number == number
    assert len(services.person_papers.of_person(person.id).scans) == before


def test_a_file_dropped_on_a_person_is_about_that_person(
    qtbot: QtBot,
    services: Services,
    kit: Kit,
    messages: RecordingMessages,
    person: Person,
    tmp_path: Path,
):
    people = PeoplePage(kit, services, messages, ManualBackground())
    present(qtbot, people)
    people.open(person.id)
    carried = QMimeData()
    paths = (a_photo(tmp_path), tmp_path / "second.jpg")
    carried.setUrls([QUrl.fromLocalFile(str(each)) for each in paths])
    dropped = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, carried, LEFT, NONE)
    with qtbot.waitSignal(people.sheet.files_dropped) as told:
        assert people.sheet.findChild(FileDrop).eventFilter(people.sheet, dropped)
    assert told.args == [person.id, paths]


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut(
    qtbot: QtBot,
    page: ScanIntakePage,
    appearance: Appearance,
    services: Services,
    background: ManualBackground,
    person: Person,
    tmp_path: Path,
    percent: int,
):
    appearance.wear(Look(percent=percent))
    page.resize(1142 if percent < 150 else 1366, 690)
    show(page, services, background, person, a_photo(tmp_path))
    page.side.add.click()
    background.drain()
    qtbot.wait(200)
    background.drain()
    qtbot.waitUntil(lambda: not clip_check(page), timeout=2000)
    folder = os.environ.get("EASYCARE_SHOTS")
    if folder:
        page.grab().save(str(Path(folder, f"scan_in_{percent}.png")))
