"""One item of a person is chosen to go; an officer finds it in 승인함 later and approves it."""

from PySide6.QtWidgets import QWidget

from easycare_desktop.domain.destruction import OutsidePlace, PlanCause, PlanState
from easycare_desktop.tour.chapters.sign_in import open_as
from easycare_desktop.tour.hand import press_words
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene
from easycare_desktop.ui.parts.destruction.plan_list import in_order
from easycare_desktop.ui.parts.people.holdings_tab import HoldingsTab

_WHY = "본인이 11월 20일에 지워 달라고 함"


def choose_items(scene: Scene, notes: Notes) -> None:
    """Choose one item of a holding as the clerk; nothing is destroyed yet."""
    people = scene.services.people
    line = next(
        each
        for each in people.find("")
        if "diseases" in _values(scene, each.id, "health") and not people.open(each.id).requests
    )
    notes.chosen_id = line.id
    show_holding(scene, line.name, line.id, "health")
    scene.click("measures.choose")
    scene.choose("choose.scope", "그 가운데 일부만")
    scene.tick("choose.medicines")
    scene.type("choose.why", _WHY)
    scene.shot("90_choose_item")
    scene.click("choose.ask")
    plan = scene.services.destruction.view(scene.services.destruction.all()[0].id).plan
    scene.check(held=plan.cause is PlanCause.ITEM, words="the item is planned")
    scene.check(held=plan.state is PlanState.AWAITING, words="nothing is destroyed")
    notes.item_plan_id = plan.id
    scene.shot("91_item_plan")


def approval_box(scene: Scene, notes: Notes) -> None:
    """Approve it as the officer, from 승인함, and see the item gone and the rest there."""
    office = notes.office
    if office is None:
        return
    old = scene.services.destruction.view(notes.item_plan_id).plan
    before = _values(scene, notes.chosen_id, "health")
    scene.program.close_office()
    scene.hand.settle()
    open_as(scene, notes, office.officer, office.password)
    scene.go("destruction")
    scene.choose("destroy.box", "승인함")
    mine = [line.id for line in in_order(scene.services.destruction.all()) if line.for_me]
    scene.row("destroy.list", mine.index(old.id))
    scene.shot("92_approval_box")
    for place in OutsidePlace:
        scene.choose(f"destroy.outside.{place.value}", "사본 없음")
    scene.click("destroy.approve")
    scene.type("destroy.name", scene.services.destruction.view(old.id).to_type)
    scene.type("destroy.day", "20261123")
    scene.shot("93_own_approval", scene.window)
    scene.click("destroy.last_press")
    scene.hand.settle()
    if scene.services.destruction.view(old.id).plan.state is PlanState.APPROVED:
        with scene.meanwhile(_go_on):
            scene.click("destroy.last_press")
        scene.hand.settle()
    plan = scene.services.destruction.view(old.id).plan
    scene.check(held=plan.state is PlanState.DONE, words=f"done, not {plan.state.value}")
    keys = scene.services.office.keys
    scene.check(held=plan.doomed <= keys.tombstones(), words="the old key has a tombstone")
    left = _values(scene, notes.chosen_id, "health")
    scene.check(held="medicines" not in left, words="the item is gone")
    notes.certificate = plan.number
    scene.check(held=left.get("diseases") == before.get("diseases"), words="the rest stays")
    scene.shot("94_item_gone")


def show_holding(scene: Scene, name: str, person_id: int, group: str) -> None:
    """Open the tab 보유기간 of a person at one item group."""
    scene.go("people")
    scene.type("people.search", name, clear=True)
    scene.hand.settle()
    scene.row("people.list", 0)
    scene.tab("people.tabs", "보유기간")
    card = scene.services.people.open(person_id)
    scene.row("people.holdings", _row_of(scene, card.contents[group].holding.id))


def _row_of(scene: Scene, holding_id: int) -> int:
    tab = next(each for each in scene.window.findChildren(HoldingsTab) if each.isVisible())
    return [row.id for row in tab.rows].index(holding_id)


def _values(scene: Scene, person_id: int, group: str) -> dict[str, str]:
    content = scene.services.people.open(person_id).contents.get(group)
    return dict(content.values) if content else {}


def _go_on(window: QWidget) -> None:
    press_words(window, "파기하기")
