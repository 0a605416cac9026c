"""Pages and papers that several tests of windows begin with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.security.credential_store import MemoryCredentialStore
from easycare_desktop.security.protector import protector_over
from easycare_desktop.services.bundle import Services
from easycare_desktop.system.settings_file import SettingsFile
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.import_page import ImportPage
from easycare_desktop.ui.windows.people_page import PeoplePage
from easycare_desktop.ui.windows.review_page import ReviewPage
from easycare_desktop.ui.windows.settings_page import SettingsPage
from tests.helpers.agency import Agency
from tests.helpers.approving import shown
from tests.helpers.joint import ended_together
from tests.helpers.joint_pages import JointScene
from tests.helpers.present import present
from tests.helpers.settings_pages import settings_page


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


@pytest.fixture
def review_page(
    qtbot: QtBot, kit: Kit, services: Services, messages: RecordingMessages,
    background: ManualBackground,
) -> ReviewPage:  # fmt: skip
    made = ReviewPage(kit, services, messages, background)
    made.resize(1142, 690)
    present(qtbot, made)
    made.refresh()
    background.drain()
    return made


@pytest.fixture
def people_page(
    qtbot: QtBot,
    kit: Kit,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
) -> Iterator[PeoplePage]:
    made = PeoplePage(kit, services, messages, background)
    made.resize(1142, 656)
    made.refresh()
    present(qtbot, made)
    yield made
    made.close()


@pytest.fixture
def settings_file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "settings.json", protector_over(MemoryCredentialStore()))


@pytest.fixture
def settings_window(
    qtbot: QtBot,
    kit: Kit,
    services: Services,
    settings_file: SettingsFile,
    messages: RecordingMessages,
    background: ManualBackground,
) -> SettingsPage:
    made = settings_page(services, settings_file, kit, messages, background)
    present(qtbot, made)
    return made
