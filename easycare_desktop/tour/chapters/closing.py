"""The office closes: what law hands to the insurer leaves as files under a password."""

from PySide6.QtWidgets import QWidget

from easycare_desktop.tour.chapters.sign_in import open_as
from easycare_desktop.tour.hand import press_words
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene

_SECRET = "closing-the-office-31"  # noqa: S105 - of files that live as long as the tour


def closing(scene: Scene, notes: Notes) -> None:
    """Make the files of a closing office: both lists, the records, the hashes."""
    office = notes.office
    if office is None:
        return
    open_as(scene, notes, office.officer, office.password)
    scene.hand.settle()
    scene.open_page("holdings")
    scene.tab("holdings.tabs", "분리보관")
    scene.click("holdings.handover")
    scene.hand.settle()
    scene.type("handover.reason", "2026-12-31 폐업 신고")
    scene.type("handover.lost", "2019년 종이 기록지 석 장, 물에 젖음")
    scene.type("handover.password", _SECRET)
    scene.type("handover.password_again", _SECRET)
    scene.shot("99g_closing")
    target = notes.out / "closing"
    target.mkdir(exist_ok=True)
    scene.program.plan_file(target)

    def close(window: QWidget) -> None:
        scene.shot("99h_closed", window)
        press_words(window, "닫기")

    with scene.meanwhile(_stay, close):
        scene.click("handover.make")
        scene.hand.settle()
    (folder,) = target.iterdir()
    people = scene.services.handover.counts().people
    files = list((folder / "기록").iterdir())
    scene.check(held=len(files) == people > 0, words="a file of everybody with such records")
    opened = [each for each in files if b"/Encrypt" not in each.read_bytes()]
    scene.check(held=not opened, words="nothing opens without the password")
    scene.program.close_office()
    scene.hand.settle()


def _stay(_window: QWidget) -> None:
    """Leave the dialog alone that is in front already."""
