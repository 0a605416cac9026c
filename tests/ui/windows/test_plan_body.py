from dataclasses import replace

from pytestqt.qtbot import QtBot

from easycare_desktop.domain.destruction import PlanState
from easycare_desktop.ui.parts.destruction.plan_body import PlanBody
from easycare_desktop.ui.widgets import Kit
from tests.helpers.agency import Agency
from tests.helpers.approving import decided


def test_what_was_approved_stays_in_sight(qtbot: QtBot, kit: Kit, agency: Agency):
    decided(agency)
    (line,) = agency.services.destruction.all()
    mine, other = replace(line, for_me=True), replace(line, id=line.id + 1, for_me=True)
    body = PlanBody(kit)
    qtbot.addWidget(body)
    body.box.choose(True)
    body.show_plans([mine, other])
    body.table.choose(mine.id)
    done = [replace(mine, for_me=False, state=PlanState.DONE), other]
    assert body.show_plans(done) == done[0]
    with qtbot.waitSignal(body.chosen) as told:
        body.box.chosen.emit(True)
    assert told.args == [other]
