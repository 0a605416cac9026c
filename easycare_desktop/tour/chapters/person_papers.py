"""The tab 문서 of a person: a scan is blacked out, sealed, and seen inside the program."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from easycare_desktop.tour.chapters.consents import draw_scan
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene

_BLACK, _BAR = 24, 20


def person_papers(scene: Scene, notes: Notes) -> None:
    """Take a signed scan in, with a black box on it, and look at it."""
    scene.go("people")
    scene.tab("people.tabs", "문서")
    before = len(scene.services.person_papers.of_person(notes.person_id).scans)
    scan = notes.out / "contract.png"
    draw_scan(scan)
    scene.program.plan_file(scan)
    scene.click("people.scan_add")
    scene.hand.settle()
    scan.unlink()
    scene.click("scan.add_box")
    for _ in range(5):
        scene.press(Qt.Key.Key_Up, "scan.sheet")
    scene.shot("35_scan_blackout")
    scene.click("scan.save")
    scene.hand.settle()
    after = scene.services.person_papers.of_person(notes.person_id).scans
    scene.check(held=len(after) == before + 1, words="the scan is taken in")
    scene.check(held=_is_blacked_out(scene, notes), words="with its black box")
    # Above it stands the notice of a correction that was made before.
    scene.row("people.papers", 1)
    scene.shot("35_person_papers")
    scene.click("people.scan_open")
    scene.hand.settle()
    scene.check(held=scene.has("preview.desk"), words="the scan is seen inside the program")
    scene.shot("36_scan")
    scene.click("preview.back")


def _is_blacked_out(scene: Scene, notes: Notes) -> bool:
    """Tell whether a black bar crosses the middle of the newest scan, higher than any line."""
    papers = scene.services.person_papers
    newest = papers.of_person(notes.person_id).scans[0]
    image = QImage.fromData(papers.open(notes.person_id, newest.id).content)
    middle = image.width() // 2
    dark = [image.pixelColor(middle, down).value() < _BLACK for down in range(image.height())]
    return any(all(dark[down : down + _BAR]) for down in range(image.height() - _BAR))
