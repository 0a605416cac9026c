"""An office with a year behind it: a backup of then, and what happened since."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from easycare_desktop.domain.destruction import Plan
from easycare_desktop.domain.people import Person
from easycare_desktop.services.bundle import Services
from easycare_desktop.storage.backup.places import SetPlace
from tests.helpers.backups import back_up
from tests.helpers.cases import approved, known_person, register
from tests.helpers.office_copies import OfficeMould, copy_home
from tests.helpers.offices import OfficeHome
from tests.helpers.two_pcs import Pc

STAYED, CAME_LATER = "남은이", "나중온이"


@dataclass
class Year:
    """A closed office. `old`: a backup of a year ago, when the destroyed person was there.

    `stale`: a stick of then that nobody brought up to date.
    """

    home: OfficeHome
    folder: Path
    stick: Path
    stale: Path
    backups: Path
    old: SetPlace
    newest: SetPlace
    gone: Person
    plan: Plan

    def open(self) -> Services:
        services = Services(self.home.open())
        services.start()
        return services


@pytest.fixture(scope="session")
def made_year(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Year]:
    root = tmp_path_factory.mktemp("year")
    return root, live_a_year(OfficeMould(root / "mould").copy_to(root / "home"), root)


@pytest.fixture
def year(made_year: tuple[Path, Year], tmp_path: Path) -> Year:
    """Return the office with its year as a copy of its own."""
    root, made = made_year

    def moved(path: Path) -> Path:
        return tmp_path / path.relative_to(root)

    home = copy_home(made.home, root / "home", tmp_path / "home", made.home.clock.now())
    shutil.copytree(made.stick, moved(made.stick))
    shutil.copytree(made.stale, moved(made.stale))
    shutil.copytree(made.backups, moved(made.backups))
    return replace(
        made,
        home=home,
        folder=moved(made.folder),
        stick=moved(made.stick),
        stale=moved(made.stale),
        backups=moved(made.backups),
        old=replace(made.old, folder=moved(made.old.folder)),
        newest=replace(made.newest, folder=moved(made.newest.folder)),
    )


def live_a_year(home: OfficeHome, root: Path) -> Year:
    """Let a year go by: somebody is destroyed, somebody comes."""
    services = Services(home.open())
    services.start()
    stick, backups = root / "stick", root / "backups"
    stick.mkdir()
    services.key_places.add("USB", stick)
    register(services, STAYED)
    gone = known_person(services)
    services.key_places.refresh_all()
    stale = shutil.copytree(stick, root / "forgotten")
    old = back_up(services.office, backups)
    home.clock.set(home.clock.now() + timedelta(days=365))
    services.office.accept_clock()
    plan = approved(services, gone)
    services.destruction_run.run(plan.id)
    register(services, CAME_LATER)
    services.key_places.refresh_all()
    newest = back_up(services.office, backups)
    services.office.close()
    # Each test takes a copy; nothing may find the one stick where the keys say it lies.
    stick = stick.rename(root / "safe")
    return Year(home, services.office.info.folder, stick, stale, backups, old, newest, gone, plan)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    path = tmp_path / "stick"
    path.mkdir()
    return path


@pytest.fixture
def here(mould: OfficeMould, tmp_path: Path, stick: Path, monkeypatch: pytest.MonkeyPatch) -> Pc:
    pc = Pc("PC-HERE", mould.copy_to(tmp_path / "here"), monkeypatch)
    services = pc.open()
    services.key_places.add("USB", stick)
    register(services, "처음부터")
    services.office.close()
    return pc


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pc]:
    return Pc("PC-THERE", OfficeHome(tmp_path / "there"), monkeypatch)
