"""The officer holds an item group for a dispute and lifts it; the clocks show it meanwhile."""

from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.tour.chapters.choose_items import show_holding
from easycare_desktop.tour.hand import press_words
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene


def hold(scene: Scene, notes: Notes) -> None:
    """Hold, see it in the clocks, suspend another one, lift both."""
    name = scene.services.office.index.name_of(notes.chosen_id)
    show_holding(scene, name, notes.chosen_id, "health")
    scene.click("measures.hold")
    scene.choose("measure.cause", "소송")
    scene.type("measure.until", "20270630")
    scene.type("measure.reason", "가상법원 2026가단0000")
    scene.shot("95_hold_dialog")
    scene.click("measure.set")
    scene.check(held=_state(scene, notes, "health") is HoldingState.HELD, words="held")
    scene.shot("96_held_card")
    show_holding(scene, name, notes.chosen_id, "emergency")
    scene.click("measures.suspend")
    scene.type("measure.reason", "11월 20일 서면 요구")
    scene.click("measure.set")
    scene.check(held=_state(scene, notes, "emergency") is HoldingState.SUSPENDED, words="suspended")
    scene.shot("97_suspended_card")
    scene.go("holdings")
    scene.shot("98_clock_of_a_hold")
    lifts = {"lift_hold": _lift_hold, "lift_suspension": _lift_suspension}
    for group, button in (("health", "lift_hold"), ("emergency", "lift_suspension")):
        show_holding(scene, name, notes.chosen_id, group)
        with scene.meanwhile(lifts[button]):
            scene.click(f"measures.{button}")
        state = _state(scene, notes, group)
        scene.check(held=state is HoldingState.ACTIVE, words=f"{group} is in use again")


def _state(scene: Scene, notes: Notes, group: str) -> HoldingState:
    return scene.services.people.open(notes.chosen_id).contents[group].holding.state


def _lift_hold(window: QWidget) -> None:
    press_words(window, "분쟁보존 풀기")


def _lift_suspension(window: QWidget) -> None:
    press_words(window, "처리정지 풀기")
