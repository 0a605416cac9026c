"""What is half typed is kept, found in 임시 보관함, gone on with, and thrown away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from easycare_desktop.tour.hand import press_words
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene

_NAME = "나은솔"


def half_typed(scene: Scene, notes: Notes) -> None:
    """Leave a form half typed, find it again, throw it away."""
    scene.go("people")
    scene.click("people.new")
    scene.type("people.identity.name", _NAME)
    scene.press(Qt.Key.Key_Escape, "people.identity.name")
    scene.go("today")
    scene.click("today.drafts")
    scene.hand.settle()
    scene.shot("21_drafts")
    scene.click("drafts.resume")
    scene.hand.settle()
    kept = scene.text("people.identity.name")
    scene.check(held=kept == _NAME, words="half-typed work comes back")
    scene.click("people.back")
    scene.click("people.drafts")
    scene.hand.settle()
    with scene.meanwhile(_throw_away):
        scene.click("drafts.drop")
    scene.hand.settle()
    scene.shot("22_drafts_empty")
    scene.check(held=not scene.services.drafts.all(), words="what was thrown away is gone")
    scene.click("drafts.close")
    notes.values.append(_NAME)
    scene.go("today")


def _throw_away(window: QWidget) -> None:
    """Confirm."""
    press_words(window, "버리기")
