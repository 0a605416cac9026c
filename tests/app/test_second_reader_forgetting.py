"""After a destruction no paper that was made before can be seen or printed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from easycare_desktop.app.ground import Ground
from easycare_desktop.app.workplace import Workplace
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.system.paths import ProgramPaths
from easycare_desktop.system.system_clock import SystemClock
from easycare_desktop.ui.windows.destruction_page import DestructionPage
from easycare_desktop.ui.windows.preview_page import PreviewPage
from tests.helpers.cases import known_person
from tests.helpers.offices import OfficeHome, Stores

WAIT = 20_000


@pytest.fixture
def ground(qapp: QApplication, tmp_path: Path) -> Iterator[Ground]:
    made = Ground(qapp, ProgramPaths(tmp_path / "ground"), SystemClock(), Stores())
    yield made
    made.close()


def test_the_preview_lets_go_of_the_paper(ground: Ground, tmp_path: Path, qtbot: QtBot):
    services = Services(OfficeHome(tmp_path / "home").make())
    services.start()
    paper = services.papers.make(PaperKind.CONSENT_FORM, known_person(services).id, "서명 받기")
    workplace = Workplace(ground, services.office, services)
    workplace.start()
    workplace.papers.last = paper
    workplace.papers.made.emit(paper)
    preview = workplace.shell.page("preview")
    assert isinstance(preview, PreviewPage)
    qtbot.waitUntil(lambda: not workplace.background.busy, timeout=WAIT)
    assert preview.paper == paper
    workplace.shell.open("destruction")
    page = workplace.shell.page("destruction")
    assert isinstance(page, DestructionPage)
    page.finished.emit(1)
    assert preview.paper is None
    assert workplace.papers.last is None
    workplace.shell.back()
    preview.print_paper()
    preview.save()
    qtbot.waitUntil(lambda: not workplace.background.busy, timeout=WAIT)
    assert services.papers.all()[0].copies == 0
    workplace.close()
