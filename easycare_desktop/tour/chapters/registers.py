"""Boxes and media are entered; a disk is destroyed by hand, with its certificate."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.registers import RegisterState, Twin
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.tour.chapters.papers import make_paper
from easycare_desktop.tour.chapters.register import NAME
from easycare_desktop.tour.hand import press_words
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene

_TABS = 3
_BOX = (("label", "2026년 수급자 서류"), ("cabinet", "가"), ("key_holder", "봉열쇠"))
_PLACE, _WITNESS = "사무실 뒷마당", "김입회"


def registers(scene: Scene, notes: Notes) -> None:
    """Enter a box and a disk, tie a person to the box, destroy the disk."""
    scene.go("holdings")
    for _ in range(_TABS):
        scene.press(Qt.Key.Key_Right, "holdings.tabs")
    scene.click("registers.add")
    for field, words in _BOX:
        scene.type(f"register.{field}", words)
    scene.shot("35_register_box")
    scene.click("register.save")
    box = scene.services.registers.items()[-1]
    _disk(scene, notes)
    _tie(scene, notes, box.id)
    scene.go("holdings")
    scene.choose("registers.kind", "서류함")
    scene.shot("38_registers")


def _tie(scene: Scene, notes: Notes, box_id: int) -> None:
    scene.go("people")
    scene.type("people.search", NAME, clear=True)
    scene.row("people.list", 0)
    scene.tab("people.tabs", "보유기간")
    with scene.meanwhile(_take_first, _take_first):
        scene.click("people.twin.add")
    tied = scene.services.registers.twins_of(notes.person_id)
    scene.check(
        held=tied == [Twin(box_id, notes.person_id)], words="the box holds the person's paper"
    )
    scene.shot("38_twin")
    scene.type("people.search", "", clear=True)


def _take_first(window: QWidget) -> None:
    press_words(window, "고르기")


def _disk(scene: Scene, notes: Notes) -> None:
    scene.choose("registers.kind", "저장매체")
    scene.click("registers.add")
    scene.choose("register.medium", "하드디스크")
    scene.type("register.serial", "WD-20261123")
    scene.choose("register.held_data", "들어 있음")
    scene.click("register.save")
    scene.click("registers.dispose")
    scene.choose("disposal.method", "천공")
    scene.type("disposal.place", _PLACE)
    scene.type("disposal.witness", _WITNESS)
    scene.shot("36_disposal")
    scene.click("disposal.save")
    disk = scene.services.registers.items()[-1]
    scene.check(held=disk.state is RegisterState.DESTROYED, words="the disk is on record as gone")
    kind = PaperKind.MEDIUM_CERTIFICATE
    make_paper(scene, "registers.paper", kind, kind.code, officer=notes.office)
    scene.shot("37_medium_certificate")
    scene.click("preview.back")


def record_twins(scene: Scene) -> None:
    """Record that the paper of the person was shredded too."""
    scene.click("destroy.twins")
    scene.type("disposal.place", _PLACE)
    scene.type("disposal.witness", _WITNESS)
    scene.shot("50_twin_disposal")
    scene.click("disposal.save")
