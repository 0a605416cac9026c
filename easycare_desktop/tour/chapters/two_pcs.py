"""The office goes to a second PC with the stick, the first one only looks, and it comes back."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.rights import Action
from easycare_desktop.tour.chapters.another_pc import WORD, give_new_secrets
from easycare_desktop.tour.chapters.sign_in import open_as
from easycare_desktop.tour.hand import press_words
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene

_PASSWORD = "on-the-second-pc-phrase-6"  # noqa: S105 - of an office that lives as long as the tour


def two_pcs(scene: Scene, notes: Notes) -> None:
    """Hand the office to a second PC and fetch it back; only one of both ever writes."""
    office = notes.office
    if office is None:
        return
    scene.program.close_office()
    open_as(scene, notes, office.officer, office.password)
    _give(scene, "94a_handed_over")
    scene.open_page("people")
    scene.shot("94b_looks_only")
    scene.check(held=not scene.services.backup.ready(), words="the first PC writes no backup")
    scene.hand.settle()
    off = not scene.control("people.new").isEnabled()
    scene.check(held=off, words="nothing is begun that could not be saved")
    _arrive(scene, notes)
    scene.check(held=not scene.services.office.looks_only, words="the second PC writes")
    scene.check(held=not scene.services.freshness.is_unproven(), words="it is shown to be newest")
    _give(scene, "94d_handed_back")
    scene.program.first_pc()
    open_as(scene, notes, office.officer, office.password)
    scene.check(held=scene.services.office.looks_only, words="the first PC still only looks")
    scene.hand.settle()
    scene.program.plan_file(notes.out / "key-place")
    scene.click("shell.take_back")
    scene.hand.settle()
    scene.type("take.password", _PASSWORD)
    scene.shot("94e_take_over")
    with scene.meanwhile(_close):
        scene.click("take.take")
        scene.hand.settle()
    open_as(scene, notes, office.officer, _PASSWORD)
    services = scene.services
    scene.check(held=not services.office.looks_only, words="the first PC writes again")
    scene.open_page("people")
    scene.check(held=scene.control("people.new").isEnabled(), words="and its buttons are on again")
    scene.check(held=services.log.check().first_broken is None, words="the access log is whole")
    looked = [each for each in services.log.newest(200) if each.action == Action.PEOPLE_LISTED.code]
    scene.check(held=bool(looked), words="what was looked at stands in the log")
    scene.program.close_office()


def _give(scene: Scene, shot: str) -> None:
    scene.open_page("keys")
    scene.hand.settle()
    with scene.meanwhile(_agree, _close):
        scene.click("keys.give")
        scene.hand.settle()
    scene.check(held=scene.services.office.looks_only, words="the PC that gave it only looks")
    scene.shot(shot)


def _arrive(scene: Scene, notes: Notes) -> None:
    """Bring the office to the second PC with the sheet; no certificate is asked for."""
    office = notes.office
    if office is None:
        return
    stick = notes.out / "key-place"
    scene.program.another_pc(notes.out / "second-pc")
    scene.hand.settle()
    scene.click("login.restore")
    scene.hand.settle()
    scene.choose("restore.way", "다른 PC에서 옮겨 오기")
    scene.program.plan_file(stick)
    scene.click("restore.key_place")
    for number, group in enumerate(office.sheet.groups, start=1):
        scene.type(f"restore.group_{number}", group)
    scene.click("restore.next")
    scene.hand.settle()
    scene.program.plan_file(stick)
    scene.click("restore.backup_folder")
    scene.hand.settle()
    scene.row("restore.sets", 0)
    scene.shot("94c_second_backup")
    scene.click("restore.next")
    scene.hand.settle()
    scene.click("restore.next")
    notes.office = replace(office, sheet=give_new_secrets(scene, _PASSWORD))
    scene.type("restore.word", WORD)
    with scene.meanwhile(_close):
        scene.click("restore.last")
        scene.hand.settle()
    open_as(scene, notes, office.officer, _PASSWORD)


def _agree(window: QWidget) -> None:
    press_words(window, "넘기기")


def _close(window: QWidget) -> None:
    press_words(window, "닫기")
