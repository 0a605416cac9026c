"""The agency whose main job the windows do, made once a run."""

from collections.abc import Iterator

import pytest

from tests.helpers.agency import Agency, AgencyMould


@pytest.fixture(scope="session")
def agency_mould(tmp_path_factory: pytest.TempPathFactory) -> AgencyMould:
    return AgencyMould(tmp_path_factory.mktemp("agency"))


@pytest.fixture
def agency(agency_mould: AgencyMould) -> Iterator[Agency]:
    made = agency_mould.fresh()
    yield made
    made.services.office.close()
