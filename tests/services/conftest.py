"""A fresh real office for each test, copied from one that is made once a run."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from easycare_desktop.services.bundle import Services
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.keys import new_process
from tests.helpers.cases import register
from tests.helpers.handed_out import Case, hand_out
from tests.helpers.office_copies import OfficeMould
from tests.helpers.offices import OfficeHome
from tests.helpers.quick import one_process
from tests.helpers.returning import Desk


@pytest.fixture(scope="module", autouse=True)
def proofs() -> Iterator[None]:
    with one_process():
        yield


@pytest.fixture
def new_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let generations be proved by new processes, as for everybody."""
    monkeypatch.setattr(new_process, "subprocess", subprocess)


@pytest.fixture
def office(home: OfficeHome) -> Iterator[OpenOffice]:
    opened = home.open()
    yield opened
    opened.close()


@pytest.fixture
def services(office: OpenOffice) -> Services:
    made = Services(office)
    made.start()
    return made


@pytest.fixture
def folder(home: OfficeHome) -> Path:
    """The folder of a closed office with one person."""
    office = home.open()
    register(Services(office))
    office.close()
    return office.info.folder


@pytest.fixture(scope="session")
def case(mould: OfficeMould, tmp_path_factory: pytest.TempPathFactory) -> Case:
    """What an office handed out after a destruction."""
    return hand_out(mould, tmp_path_factory.mktemp("handed-out") / "home")


@pytest.fixture(scope="module")
def made_desk(mould: OfficeMould, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    home = tmp_path_factory.mktemp("returned")
    office = mould.copy_to(home / "home").open()
    services = Services(office)
    services.start()
    yield Desk(services, home)
    office.close()


@pytest.fixture
def desk(made_desk: Desk) -> Iterator[Desk]:
    """Forms of an open office; what a test leaves waiting is taken out after it."""
    yield made_desk
    for each in made_desk.waiting():
        made_desk.services.returned.drop(each.paper.id)
