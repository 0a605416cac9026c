"""Both sides of a plan: what is shown of it is true while it waits, and once it was done."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.destruction import PlanState
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.parts.cancel.result_step import ResultStep
from easycare_desktop.ui.parts.destruction.wells import wells
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.parts.shared.sides import Sides, plan_sides
from easycare_desktop.ui.widgets import Kit
from tests.helpers.cases import decided, known_person


def sides_of_plan(services: Services, plan_id: int) -> Sides:
    office = services.office
    view = services.destruction.view(plan_id)
    rules = office.law.rules_on(office.today())
    return plan_sides(view.plan, view.persons, office.catalogue, rules)


def words_on(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_where_single_items_go_the_rest_of_the_group_is_shown_to_stay(
    qtbot: QtBot, kit: Kit, services: Services
):
    health = services.people.open(known_person(services).id).contents["health"].holding.id
    plan = services.selection.plan_fields(health, ["medicines"], "본인의 요구")
    sides = sides_of_plan(services, plan.id)
    assert [(line.what, line.right) for line in sides.stays] == [
        ("건강·신체의 나머지", "계속 이용")
    ]
    shown = wells(kit, sides)
    qtbot.addWidget(shown)
    assert "분리보관" not in words_on(shown)
    assert "없습니다" not in words_on(shown)


def test_what_is_done_is_told_as_done(qtbot: QtBot, kit: Kit, services: Services):
    made = decided(services, known_person(services))
    assert made.plan is not None
    sides = sides_of_plan(services, made.plan.id)
    assert sides.stays_chip == "분리보관"
    step = ResultStep(kit, DayReader(services.office))
    qtbot.addWidget(step)
    for state, titles in (
        (PlanState.AWAITING, {"파기합니다", "법과 내부방침에 따라 남깁니다"}),
        (PlanState.DONE, {"파기한 것", "법과 내부방침에 따라 남긴 것"}),
    ):
        step.show_result(made.request, replace(made.plan, state=state), sides)
        assert titles <= set(words_on(step))
        assert step.why.isHidden() is step.certificate.isEnabled() is (state is PlanState.DONE)
