"""Somebody was registered twice: looked at side by side, merged, and parted again."""

from PySide6.QtWidgets import QLineEdit, QWidget

from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.domain.relations import LinkEnding
from easycare_desktop.tour.chapters.register import NAME
from easycare_desktop.tour.hand import press_words
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene
from easycare_desktop.ui.wording.labels import label

_NAME = "두번이"
_FIRST = {"name": _NAME, "birth": "1944-04-04", "mobile": "010-0000-4401"}
_GUARDIAN = {"name": "옛보호", "relation": "child", "mobile": "010-0000-4403"}
_AGAIN = {"name": _NAME, "birth": "1944-04-04", "mobile": "010-0000-4402"}


def merge(scene: Scene, notes: Notes) -> None:
    """Merge two numbers of one person, and undo it."""
    services = scene.services
    kept, gone = (
        services.people.register(PersonKind.RECIPIENT, {"identity": each})
        for each in (_FIRST, _AGAIN)
    )
    scene.go("people")
    scene.type("people.search", _NAME, clear=True)
    scene.row("people.list", 0)
    scene.shot("37_twice")
    with scene.meanwhile(_choose):
        scene.click("people.merge")
    scene.hand.settle()
    found = [each.id for each in services.search.find(_NAME)]
    scene.check(held=found == [kept.id], words="one number is left")
    mobile = services.people.open(kept.id).contents["identity"].values["mobile"]
    scene.check(held=mobile == _AGAIN["mobile"], words="the chosen value stays")
    scene.tab("people.tabs", "보유기간")
    scene.shot("39_merged")
    with scene.meanwhile(_say_why):
        scene.click("people.part")
    scene.check(held=len(services.search.find(_NAME)) == 2, words="both numbers are back")
    scene.check(held=services.people.open(gone.id).name == _NAME, words="with what they carried")
    notes.values += [_NAME, _FIRST["mobile"], _AGAIN["mobile"]]
    _untie(scene, notes, kept.id)
    scene.type("people.search", NAME, clear=True)
    scene.row("people.list", 0)
    scene.type("people.search", "", clear=True)


def _untie(scene: Scene, notes: Notes, recipient_id: int) -> None:
    """End the tie of a guardian, whose data stay: somebody else will need them."""
    services = scene.services
    guardian = services.people.register(
        PersonKind.GUARDIAN, {"identity": _GUARDIAN}, guardian_of=recipient_id
    )
    scene.go("today")
    scene.go("people")
    scene.type("people.search", _NAME, clear=True)
    first = services.search.find(_NAME)[0].id
    scene.row("people.list", int(first != recipient_id))
    scene.tab("people.tabs", "관계")
    scene.click(f"people.untie.{guardian.id}")
    scene.choose("untie.reason", label(LinkEnding.MISTAKE))
    scene.shot("39a_untie")
    scene.click("untie.end")
    scene.hand.settle()
    card = services.people.open(recipient_id)
    scene.check(held=not card.guardians, words="nobody is tied")
    (ended,) = services.relations.ended(recipient_id)
    scene.check(held=ended.reason is LinkEnding.MISTAKE, words="when and why is on record")
    state = services.people.open(guardian.id).person.state
    scene.check(held=state is PersonState.ACTIVE, words="the guardian stays")
    scene.shot("39b_untied")
    notes.values += [_GUARDIAN["name"], _GUARDIAN["mobile"]]


def _choose(window: QWidget) -> None:
    """Take the newer number, say why, merge."""
    press_words(window, _AGAIN["mobile"])
    for edit in window.findChildren(QLineEdit):
        edit.setText("두 번 등록함")
    press_words(window, "합치기")


def _say_why(window: QWidget) -> None:
    """Give the reason that is asked for."""
    for edit in window.findChildren(QLineEdit):
        edit.setText("연습으로 되돌림")
    press_words(window, "적어 넣기")
