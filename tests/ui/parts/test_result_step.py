"""Where the result of a case is told lie the papers that the applicant is given."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.destruction import PlanState
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.parts.cancel.result_step import ResultStep
from easycare_desktop.ui.parts.shared.parse_days import DayReader
from easycare_desktop.ui.parts.shared.sides import plan_sides
from easycare_desktop.ui.widgets import Kit
from tests.helpers.cases import decided, known_person


@pytest.mark.parametrize("with_form", [True, False])
def test_the_copy_for_the_applicant_is_printed_beside_the_notice(
    qtbot: QtBot, kit: Kit, services: Services, with_form: bool
):
    made = decided(services, known_person(services))
    assert made.plan is not None
    office = services.office
    view = services.destruction.view(made.plan.id)
    sides = plan_sides(
        view.plan, view.persons, office.catalogue, office.law.rules_on(office.today())
    )
    step = ResultStep(kit, DayReader(office))
    qtbot.addWidget(step)
    asked: list[tuple[object, object]] = []
    step.paper_wanted.connect(lambda kind, subject: asked.append((kind, subject)))
    request = replace(made.request, with_form=with_form)
    step.show_result(request, replace(made.plan, state=PlanState.AWAITING), sides)
    step.person_copy.click()
    assert asked == []
    step.show_result(request, replace(made.plan, state=PlanState.DONE), sides)
    assert step.person_copy.isHidden() is not with_form
    assert step.notice.isHidden() is not with_form
    step.person_copy.click()
    assert asked == [("certificate_person", made.plan.id)]
    step.show_without_plan(request)
    assert step.person_copy.isHidden()
