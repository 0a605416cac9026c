"""A number is corrected with reason and evidence, brought back from the history, and undone."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.tour.chapters.choose_items import show_holding
from easycare_desktop.tour.chapters.register import NAME
from easycare_desktop.tour.hand import press_words
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene

_MISTAKEN, _HIS_NUMBER = "잘못이", "010-0000-4505"
_FORMER, _NUMBER = "010-9999-0001", "010-9999-0002"


def correct(scene: Scene, notes: Notes) -> None:
    """Correct a number, bring the former one back, undo that by the notice."""
    scene.go("people")
    scene.type("people.search", NAME, clear=True)
    scene.press(Qt.Key.Key_Return, "people.search")
    scene.click("people.edit")
    scene.type("people.identity.mobile", _NUMBER, clear=True)
    scene.click("people.save")
    scene.type("people.reason", "번호를 바꾸셨음")
    scene.type("people.evidence", "통신사 문자")
    scene.shot("35_reason")
    scene.click("people.save")
    scene.check(held=_mobile(scene, notes) == _NUMBER, words="the number is corrected")
    scene.tab("people.tabs", "이력")
    scene.shot("36_history")
    with scene.meanwhile(_say_why):
        scene.click("people.bring_back")
    scene.check(held=_mobile(scene, notes) == _FORMER, words="the former number is back")
    press_words(scene.window, "되돌리기")
    scene.hand.settle()
    scene.check(held=_mobile(scene, notes) == _NUMBER, words="the last step is undone")
    notes.values.append(_NUMBER)
    _asked(scene, notes)
    _taken_back(scene, notes)


def _asked(scene: Scene, notes: Notes) -> None:
    """Note that a correction is asked: nothing of it goes out until it is over."""
    show_holding(scene, NAME, notes.person_id, "identity")
    scene.click("measures.ask")
    scene.type("measure.reason", "전화로 주소를 고쳐 달라고 하심")
    scene.shot("36a_correction_asked")
    scene.click("measure.set")
    scene.tab("people.tabs", "기본")
    scene.shot("36b_correcting")
    scene.check(held=_state(scene, notes) is HoldingState.CORRECTING, words="asked")
    show_holding(scene, NAME, notes.person_id, "identity")
    scene.click("measures.answered")
    scene.shot("36d_answer")
    scene.click("answer.set")
    scene.shot("36e_notice_offered")
    scene.click("purpose.cancel")
    scene.check(held=_state(scene, notes) is HoldingState.ACTIVE, words="over")


def _taken_back(scene: Scene, notes: Notes) -> None:
    """Register somebody by mistake, and take that back by the notice: it goes with its key."""
    destroyed = len(scene.services.office.keys.tombstones())
    scene.click("people.new")
    for name, words in (("name", _MISTAKEN), ("birth", "440505"), ("mobile", _HIS_NUMBER)):
        scene.type(f"people.identity.{name}", words)
    scene.choose("people.identity.sex", "남")
    scene.click("people.save")
    found = len(scene.services.search.find(_MISTAKEN))
    scene.check(held=found == 1, words="somebody was registered")
    with scene.meanwhile(partial(_take_back, scene)):
        press_words(scene.window, "되돌리기")
    scene.hand.settle()
    scene.check(held=not scene.services.search.find(_MISTAKEN), words="nobody was registered")
    ended = len(scene.services.office.keys.tombstones()) - destroyed
    scene.check(held=ended == 1, words="the key has ended")
    notes.values += [_MISTAKEN, _HIS_NUMBER]
    scene.type("people.search", NAME, clear=True)
    scene.row("people.list", 0)


def _take_back(scene: Scene, window: QWidget) -> None:
    """Confirm."""
    scene.shot("36c_registration_back", window)
    press_words(window, "되돌리기")


def _state(scene: Scene, notes: Notes) -> HoldingState:
    return scene.services.people.open(notes.person_id).contents["identity"].holding.state


def _mobile(scene: Scene, notes: Notes) -> str:
    card = scene.services.people.open(notes.person_id)
    return card.contents["identity"].values["mobile"]


def _say_why(window: QWidget) -> None:
    """Give the reason that is asked for."""
    for edit in window.findChildren(QLineEdit):
        edit.setText("잘못 들었음")
    press_words(window, "적어 넣기")
