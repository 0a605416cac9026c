"""An office that is closed while a page still reads: nothing arrives, nothing is told."""

import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from easycare_desktop.app.ground import Ground
from easycare_desktop.app.pages import PREVIEW
from easycare_desktop.app.workplace import Workplace
from easycare_desktop.domain.destruction import PlanState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.destruction import Approval
from easycare_desktop.services.paper_kinds import PaperKind
from easycare_desktop.system.paths import ProgramPaths
from easycare_desktop.system.system_clock import SystemClock
from easycare_desktop.ui.windows.destruction_page import DestructionPage
from easycare_desktop.ui.windows.preview_page import PreviewPage
from easycare_desktop.ui.windows.purpose_dialog import PurposeDialog
from tests.helpers.agency import SECOND, SECOND_PASSWORD, make_agency
from tests.helpers.joint import NAMES, NOWHERE, ended_together, states_of
from tests.helpers.offices import OfficeHome, Stores


@pytest.fixture
def ground(qapp: QApplication, tmp_path: Path) -> Iterator[Ground]:
    made = Ground(qapp, ProgramPaths(tmp_path / "ground"), SystemClock(), Stores())
    yield made
    made.close()


def test_what_is_under_way_ends_before_the_office_closes(
    ground: Ground, tmp_path: Path, qtbot: QtBot
):
    services = Services(OfficeHome(tmp_path / "home").make())
    services.start()
    workplace = Workplace(ground, services.office, services)
    begun, arrived = Event(), []
    read: list[object] = []

    def slow_reading() -> None:
        begun.set()
        time.sleep(0.2)
        read.append(services.key_places.states())

    workplace.background.run(slow_reading, arrived.append, arrived.append)
    assert begun.wait(5)
    workplace.close()
    qtbot.wait(20)
    assert read == [[]]
    assert arrived == []


def test_whoever_closes_while_work_runs_is_told_that_it_ends_first(
    ground: Ground, tmp_path: Path, qtbot: QtBot
):
    services = Services(OfficeHome(tmp_path / "home").make())
    services.start()
    workplace = Workplace(ground, services.office, services)
    workplace.start()
    qtbot.waitUntil(lambda: not workplace.busy, timeout=20_000)
    go_on, said = Event(), []
    ground.toasts.said.connect(lambda notice: said.append(notice.words))
    workplace.background.run(lambda: go_on.wait(20), lambda _: None)
    workplace.shell.close()
    assert workplace.shell.isVisible()
    assert said == ["하던 일을 마치고 닫습니다."]
    assert said[0] in [each.text() for each in workplace.shell.status.findChildren(QLabel)]
    go_on.set()
    qtbot.waitUntil(lambda: not workplace.shell.isVisible(), timeout=20_000)
    workplace.close()


def test_of_several_destructions_the_one_under_way_is_the_last_when_the_office_closes(
    ground: Ground, tmp_path: Path, qtbot: QtBot
):
    agency = make_agency(tmp_path / "agency")
    services = agency.services
    ids = ended_together(services)
    approval = Approval("3", "20261123", SECOND, SECOND_PASSWORD)
    services.joint_approval.approve_in_place(ids, approval)
    workplace = Workplace(ground, services.office, services)
    workplace.shell.open("destruction")
    page = workplace.shell.page("destruction")
    assert isinstance(page, DestructionPage)
    with qtbot.waitSignal(page.work.reached, timeout=20_000):
        page.work.run_together(ids)
    workplace.close()
    again = Services(agency.home.open())
    again.start()
    assert states_of(again, ids) == [PlanState.PARTIAL, PlanState.APPROVED, PlanState.APPROVED]
    again.office.close()


def test_the_certificates_of_several_are_made_as_one_job(
    ground: Ground, tmp_path: Path, qtbot: QtBot
):
    agency = make_agency(tmp_path / "agency")
    services = agency.services
    ids = ended_together(services, NAMES[:2])
    approval = Approval("2", "20261123", SECOND, SECOND_PASSWORD)
    services.joint_approval.approve_in_place(ids, approval)
    services.joint_approval.tick(ids, NOWHERE)
    for each in ids:
        services.destruction_run.run(each)
    workplace = Workplace(ground, services.office, services)
    workplace.shell.open("destruction")
    page = workplace.shell.page("destruction")
    assert isinstance(page, DestructionPage)
    page.joint.certificates_wanted.emit(ids)
    dialog = workplace.shell.findChild(PurposeDialog)
    with qtbot.waitSignal(workplace.papers.made, timeout=20_000) as made:
        dialog.make.click()
    assert [each.kind for each in made.args[0].parts] == [PaperKind.CERTIFICATE] * 2
    preview = workplace.shell.page(PREVIEW)
    assert isinstance(preview, PreviewPage)
    assert preview.paper is made.args[0]
    assert preview.panel.save_button.isHidden()
    workplace.close()
