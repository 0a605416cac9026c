"""Files that come in as scans: several in a row, pages of a TIFF, and what a phone keeps."""

from pathlib import Path

import pytest
from PIL import Image

from easycare_desktop.app.scan_desk import ScanDesk
from easycare_desktop.documents.preview import page_count
from easycare_desktop.domain.people import Person
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.person_papers import ComingScan
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages, Trouble
from tests.documents.coming_in import files
from tests.helpers.cases import known_person


@pytest.fixture
def person(services: Services) -> Person:
    return known_person(services)


def a_photo(folder: Path) -> Path:
    path = folder / "scan.jpg"
    path.write_bytes(files.photo_with("000000-0000000"))
    return path


def test_several_files_are_taken_one_after_the_other(
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
    person: Person,
    tmp_path: Path,
):
    desk = ScanDesk(services.person_papers, messages, background)
    shown: list[ComingScan] = []
    desk.coming.connect(shown.append)
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no scan")
    desk.take(person.id, a_photo(tmp_path), broken, a_photo(tmp_path))
    background.drain()
    assert [each.more for each in shown] == [2]
    desk.go_on()
    background.drain()
    assert len(messages.of_kind("refuse")) == 1
    assert [each.more for each in shown] == [2, 0]
    desk.go_on()
    background.drain()
    assert len(shown) == 2


def test_whoever_goes_back_is_told_of_the_files_that_are_left(
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
    person: Person,
    tmp_path: Path,
):
    desk = ScanDesk(services.person_papers, messages, background)
    desk.take(person.id, *(a_photo(tmp_path) for _ in range(3)))
    background.drain()
    desk.stop()
    assert messages.said[-1].content[0] == "남은 파일 2개는 붙이지 않았습니다."
    desk.go_on()
    background.drain()
    assert messages.said[-1].kind == "toast"


def test_the_pages_of_a_tiff_are_kept(services: Services, person: Person, tmp_path: Path):
    path = tmp_path / "scan.tif"
    pages = [Image.new("1", (400, 560), 1), Image.new("L", (400, 560), 90)]
    pages[0].save(path, save_all=True, append_images=pages[1:], dpi=(200, 200))
    coming = services.person_papers.look_at(person.id, path)
    services.person_papers.add(person.id, coming.places[0][0], coming.evidence)
    newest = services.person_papers.of_person(person.id).scans[0]
    assert newest.media == "application/pdf"
    assert page_count(services.person_papers.open(person.id, newest.id).content) == 2


def test_a_photo_of_a_phone_is_refused_with_what_to_do(
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
    person: Person,
    tmp_path: Path,
):
    desk = ScanDesk(services.person_papers, messages, background)
    path = tmp_path / "IMG_0001.jpg"
    path.write_bytes(b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00")
    desk.take(person.id, path)
    background.drain()
    trouble = messages.of_kind("refuse")[-1].content[0]
    assert isinstance(trouble, Trouble)
    assert trouble.number == "CO-113"
    assert "높은 호환성" in str(trouble)
