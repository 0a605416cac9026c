"""The tab 문서 of a person: a signed scan is taken in, and seen inside the program."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from easycare_desktop.tour.chapters.consents import draw_scan
from easycare_desktop.tour.hand import press_words
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene


def person_papers(scene: Scene, notes: Notes) -> None:
    """Take a signed scan in and look at it."""
    scene.go("people")
    scene.tab("people.tabs", "문서")
    before = len(scene.services.person_papers.of_person(notes.person_id).scans)
    scan = notes.out / "contract.png"
    draw_scan(scan)
    scene.program.plan_file(scan)
    with scene.meanwhile(_choose(scene)):
        scene.click("people.scan_add")
    scene.hand.settle()
    scan.unlink()
    after = scene.services.person_papers.of_person(notes.person_id).scans
    scene.check(held=len(after) == before + 1, words="the scan is taken in")
    scene.row("people.papers", 0)
    scene.shot("35_person_papers")
    scene.click("people.scan_open")
    scene.hand.settle()
    scene.check(held=scene.has("preview.desk"), words="the scan is seen inside the program")
    scene.shot("36_scan")
    scene.click("preview.back")


def _choose(scene: Scene) -> Callable[[QWidget], None]:
    """Put it to the first holding."""

    def press(window: QWidget) -> None:
        scene.shot("35_scan_whose", window)
        press_words(window, "고르기")

    return press
