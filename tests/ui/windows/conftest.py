"""A real encrypted office for each window, copied from one that is made once a run."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.import_page import ImportPage
from tests.helpers.agency import Agency
from tests.helpers.approving import shown
from tests.helpers.joint import ended_together
from tests.helpers.joint_pages import JointScene
from tests.helpers.office_copies import OfficeMould
from tests.helpers.offices import OfficeHome
from tests.helpers.present import present


@pytest.fixture(scope="session")
def mould(tmp_path_factory: pytest.TempPathFactory) -> OfficeMould:
    return OfficeMould(tmp_path_factory.mktemp("mould") / "home")


@pytest.fixture
def home(mould: OfficeMould, tmp_path: Path) -> OfficeHome:
    return mould.copy_to(tmp_path / "home")


@pytest.fixture
def services(home: OfficeHome) -> Iterator[Services]:
    office = home.open()
    made = Services(office)
    made.start()
    yield made
    office.close()


@pytest.fixture
def messages() -> RecordingMessages:
    return RecordingMessages()


@pytest.fixture
def background() -> ManualBackground:
    return ManualBackground()


@pytest.fixture
def import_page(
    qtbot: QtBot,
    kit: Kit,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
) -> Iterator[ImportPage]:
    made = ImportPage(kit, services, messages, background)
    made.resize(1142, 656)
    made.refresh()
    background.drain()
    present(qtbot, made)
    yield made
    made.close()


@pytest.fixture
def scene(
    qtbot: QtBot,
    kit: Kit,
    agency: Agency,
    messages: RecordingMessages,
    background: ManualBackground,
) -> JointScene:
    ids = ended_together(agency.services)
    page = shown(qtbot, kit, agency, messages, background)
    return JointScene(page, agency, ids, background)
