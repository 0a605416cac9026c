"""Both sides of a plan: what is shown of it is true while it waits, and once it was done."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.parts.destruction.wells import wells
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
    plan = decided(services, known_person(services)).plan
    assert plan is not None
    sides = sides_of_plan(services, plan.id)
    assert sides.stays_chip == "분리보관"
    for over, titles in (
        (False, {"파기합니다", "법과 내부방침에 따라 남깁니다"}),
        (True, {"파기한 것", "법과 내부방침에 따라 남긴 것"}),
    ):
        shown = kit.goes_stays(sides.goes, sides.stays, over=over)
        qtbot.addWidget(shown)
        assert titles <= set(words_on(shown))
