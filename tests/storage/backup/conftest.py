from collections.abc import Iterator
from pathlib import Path

import pytest

from easycare_desktop.services.office import OpenOffice
from tests.helpers.office_copies import OfficeMould
from tests.storage.backup.helpers import Stick, add_scan


@pytest.fixture(scope="session")
def backup_mould(tmp_path_factory: pytest.TempPathFactory) -> OfficeMould:
    return OfficeMould(tmp_path_factory.mktemp("backup") / "home")


@pytest.fixture
def office(backup_mould: OfficeMould, tmp_path: Path) -> Iterator[OpenOffice]:
    opened = backup_mould.copy_to(tmp_path / "home").open()
    for number in range(3):
        add_scan(opened, number)
    yield opened
    opened.close()


@pytest.fixture
def stick(office: OpenOffice, tmp_path: Path) -> Stick:
    return Stick(office, tmp_path / "stick")
