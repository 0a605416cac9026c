"""A second person approves in place; then the keys end and what the law keeps moves away."""

from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.destruction import OutsidePlace, PlanState
from easycare_desktop.domain.people import PersonNotFoundError, PersonState
from easycare_desktop.tour.chapters.register import NAME
from easycare_desktop.tour.chapters.registers import record_twins
from easycare_desktop.tour.hand import press_words
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene


def destroy(scene: Scene, notes: Notes) -> None:
    """Approve, destroy, separate."""
    office = notes.office
    if office is None:
        return
    plan = scene.services.destruction.view(notes.plan_id).plan
    keys = scene.services.office.keys
    scene.check(held=all(keys.is_living(each) for each in plan.doomed), words="keys live before")
    scene.click("cancel.next")
    scene.shot("50_destroy_plan")
    for place in OutsidePlace:
        scene.choose(f"destroy.outside.{place.value}", "사본 없음")
    if scene.has("destroy.twins"):
        record_twins(scene)
    scene.click("destroy.approve")
    scene.shot("51_destroy_dialog_empty", scene.window)
    scene.type("destroy.name", NAME)
    scene.type("destroy.day", "20261123")
    scene.type("destroy.login", office.officer)
    scene.type("destroy.password", office.password)
    scene.shot("52_destroy_dialog", scene.window)
    scene.click("destroy.last_press")
    if scene.has("destroy.last_press"):
        with scene.meanwhile(_go_on):
            scene.click("destroy.last_press")
    scene.hand.settle()
    _judge(scene, notes)
    scene.shot("53_destroyed")


def _judge(scene: Scene, notes: Notes) -> None:
    view = scene.services.destruction.view(notes.plan_id)
    plan, keys = view.plan, scene.services.office.keys
    scene.check(held=plan.state is PlanState.DONE, words=f"done, not {plan.state.value}")
    scene.check(held=plan.doomed <= keys.tombstones(), words="every doomed key has a tombstone")
    scene.check(held=not plan.doomed & set(keys.living_keys()), words="no doomed key lives")
    scene.check(held=plan.separated <= keys.separated_ids(), words="the rest is kept apart")
    scene.check(held=not scene.services.people.find(NAME), words="search finds nobody")
    person = next(each for each in view.persons if each.id == notes.person_id)
    scene.check(held=person.state is PersonState.SEPARATED, words="the person is kept apart")
    try:
        scene.services.people.open(notes.person_id)
        opened = True
    except PersonNotFoundError:
        opened = False
    scene.check(held=not opened, words="the person cannot be opened")
    scene.report.destroyed += sorted(plan.doomed)
    notes.certificate = plan.number


def _go_on(window: QWidget) -> None:
    """Press the last button."""
    press_words(window, "파기하기")
