"""The open data files of an office that was made once and copied for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.databases.office_files import OfficeFiles
from easycare_desktop.storage.unit_of_work import UnitOfWork
from tests.helpers.office_copies import OfficeMould


@pytest.fixture(scope="session")
def storage_mould(tmp_path_factory: pytest.TempPathFactory) -> OfficeMould:
    return OfficeMould(tmp_path_factory.mktemp("storage") / "home")


@pytest.fixture
def office(storage_mould: OfficeMould, tmp_path: Path) -> Iterator[OpenOffice]:
    opened = storage_mould.copy_to(tmp_path / "home").open()
    yield opened
    opened.close()


@pytest.fixture
def files(office: OpenOffice) -> OfficeFiles:
    return office.files


@pytest.fixture
def uow(files: OfficeFiles) -> Iterator[UnitOfWork]:
    with files.office() as connection:
        yield UnitOfWork(connection, files.folder, files.keys)
