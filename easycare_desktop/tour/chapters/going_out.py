"""A list of people goes out: chosen fields, a purpose, a password; the copy is on record."""

from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.registers import RegisterKind
from easycare_desktop.exchange.incoming.reading import read_list
from easycare_desktop.exchange.incoming.refusals import ListFileLockedError
from easycare_desktop.tour.hand import press_words
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene

_TYPED = "hamster-garden-27"


def going_out(scene: Scene, notes: Notes) -> None:
    """Take a list out of the basic data, and find the copy among the registers."""
    del notes
    scene.go("people")
    scene.choose("people.kinds", "수급자")
    scene.shot("67_people_to_go_out")
    scene.click("people.export")
    scene.click("export.every.recipient.identity")
    scene.choose("export.purpose", "공단·감독기관 제출")
    scene.type("export.reason", "정기 지도점검 자료")
    scene.type("export.password", _TYPED)
    scene.type("export.password_again", _TYPED)
    scene.shot("67_export")
    path = scene.report.out / "수급자 목록.xlsx"
    scene.program.plan_file(path)
    with scene.meanwhile(_close):
        scene.click("export.save")
        scene.hand.settle()
    scene.check(held=_is_locked(scene), words="the list opens with its password alone")
    copies = [each for each in scene.services.registers.items() if each.values.get("reason")]
    scene.check(held=len(copies) == 1, words="the copy is in the register")
    scene.check(held=copies[0].kind is RegisterKind.OUTSIDE, words="as an outside copy")
    path.unlink()


def _is_locked(scene: Scene) -> bool:
    try:
        read_list(scene.report.out / "수급자 목록.xlsx")
    except ListFileLockedError:
        return True
    return False


def _close(window: QWidget) -> None:
    press_words(window, "닫기")
