"""People go out: a list under a password, labels for letters, the card of one person."""

from PySide6.QtWidgets import QWidget

from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.registers import RegisterKind
from easycare_desktop.exchange.incoming.reading import read_list
from easycare_desktop.exchange.incoming.refusals import ListFileLockedError
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.tour.hand import press_words
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene

_TYPED = "hamster-garden-27"


def going_out(scene: Scene, notes: Notes) -> None:
    """Take a list out of the basic data, and find the copy among the registers."""
    del notes
    why = "정기 지도점검 자료"
    scene.go("people")
    scene.choose("people.kinds", "수급자")
    scene.shot("67_people_to_go_out")
    scene.click("people.export")
    scene.click("export.every.recipient.identity")
    scene.choose("export.purpose", "공단·감독기관 제출")
    scene.type("export.reason", why)
    scene.type("export.password", _TYPED)
    scene.type("export.password_again", _TYPED)
    scene.shot("67_export")
    path = scene.report.out / "수급자 목록.xlsx"
    scene.program.plan_file(path)
    with scene.meanwhile(_close):
        scene.click("export.save")
        scene.hand.settle()
    scene.check(held=_is_locked(scene), words="the list opens with its password alone")
    copies = [each for each in scene.services.registers.items() if each.values.get("reason") == why]
    scene.check(held=len(copies) == 1, words="the copy is in the register")
    scene.check(held=copies[0].kind is RegisterKind.OUTSIDE, words="as an outside copy")
    path.unlink()
    _labels(scene)
    _card(scene)


def _labels(scene: Scene) -> None:
    """Make labels for everybody in the list."""
    scene.go("people")
    scene.click("people.labels")
    scene.shot("67_labels")
    scene.click("labels.make")
    scene.click("purpose.make")
    scene.hand.settle()
    scene.shot("67_labels_preview")
    paper = scene.program.last_paper
    scene.check(
        held=paper is not None and paper.kind is PaperKind.ADDRESS_LABELS, words="labels are made"
    )
    scene.click("preview.back")


def _card(scene: Scene) -> None:
    """Make the card of the first person in the list, as the dialog of papers does."""
    line = scene.services.search.find("", (PersonKind.RECIPIENT,))[0]
    card = scene.services.papers.make(PaperKind.BASIC_CARD, line.id, "방문 전에 보기")
    scene.check(held=line.name in text_of(card.pdf), words="the card names the person")
    scene.keep_paper(card, "basic_card")


def _is_locked(scene: Scene) -> bool:
    try:
        read_list(scene.report.out / "수급자 목록.xlsx")
    except ListFileLockedError:
        return True
    return False


def _close(window: QWidget) -> None:
    press_words(window, "닫기")
