"""What windows are tried over: real encrypted offices, copied from what is made once a run."""

from collections.abc import Iterator

import pytest

from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from tests.helpers.agency import Agency, AgencyMould
from tests.helpers.offices import OfficeHome


@pytest.fixture(scope="session")
def agency_mould(tmp_path_factory: pytest.TempPathFactory) -> AgencyMould:
    return AgencyMould(tmp_path_factory.mktemp("agency"))


@pytest.fixture
def agency(agency_mould: AgencyMould) -> Iterator[Agency]:
    made = agency_mould.fresh()
    yield made
    made.services.office.close()


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
