"""What can be wrong when an office is opened or saved: a clear refusal, and nothing is lost."""

import errno
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from easycare_desktop.domain.destruction import ClockNotTrustedError
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.keys.refusals import (
    DeviceKeyMissingError,
    KeysForeignError,
    KeysMissingError,
    KeysOlderError,
    TooManyTriesError,
    WrongLoginError,
)
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError, WrongKeyError
from easycare_desktop.storage.repositories.holdings import NewHolding
from easycare_desktop.system import atomic_files
from easycare_desktop.system.jumped_clock import Direction
from easycare_desktop.system.refusals import (
    DiskFullError,
    FolderNotWritableError,
    OfficeAlreadyOpenError,
    OfficeUnknownError,
)
from tests.helpers.cases import NAME, PERSON, approved, known_person, register
from tests.helpers.office_copies import OfficeMould
from tests.helpers.offices import OfficeHome


@pytest.fixture
def folder(home: OfficeHome) -> Path:
    """The folder of a closed office with one person."""
    office = home.open()
    register(Services(office))
    office.close()
    return office.info.folder


def names_in(home: OfficeHome) -> list[str]:
    office = home.open()
    services = Services(office)
    services.start()
    names = [line.name for line in services.people.find("")]
    assert services.log.check().first_broken is None
    office.close()
    return names


def test_a_wrong_password(home: OfficeHome, folder: Path):
    with pytest.raises(WrongLoginError):
        home.open(password="not the right one")
    with pytest.raises(WrongLoginError):
        home.open(login="nobody")
    assert names_in(home) == [NAME]


def test_too_many_wrong_passwords(home: OfficeHome, folder: Path):
    for _ in range(4):
        with pytest.raises(WrongLoginError):
            home.open(password="not the right one")
    with pytest.raises(TooManyTriesError):
        home.open(password="not the right one")
    with pytest.raises(TooManyTriesError):
        home.open()
    home.clock.set(home.clock.now() + timedelta(minutes=11))
    assert names_in(home) == [NAME]


def test_an_unknown_office(home: OfficeHome):
    with pytest.raises(OfficeUnknownError):
        home.offices.open("00000000000", "x", "y")


@pytest.mark.parametrize("name", ["keys-1.db", "slots-1.json", "office.json"])
def test_missing_keys(home: OfficeHome, folder: Path, name: str):
    away = (folder / name).rename(folder.parent / name)
    with pytest.raises(KeysMissingError):
        home.open()
    away.rename(folder / name)
    assert names_in(home) == [NAME]


def test_older_keys(home: OfficeHome, folder: Path):
    older = (folder / "keys-1.db").read_bytes()
    office = home.open()
    register(Services(office), "나중에온")
    office.close()
    newer = (folder / "keys-1.db").read_bytes()
    (folder / "keys-1.db").write_bytes(older)
    with pytest.raises(KeysOlderError):
        home.open()
    (folder / "keys-1.db").write_bytes(newer)
    assert sorted(names_in(home)) == sorted([NAME, "나중에온"])


def test_keys_of_another_office(home: OfficeHome, folder: Path, tmp_path: Path):
    other = OfficeMould(tmp_path / "other").copy_to(tmp_path / "copy")
    office = other.open()
    office.close()
    for name in ("keys-1.db", "slots-1.json"):
        (folder / name).write_bytes((office.info.folder / name).read_bytes())
    with pytest.raises((KeysForeignError, DeviceKeyMissingError)):
        home.open()


def test_a_lost_device_key(home: OfficeHome, folder: Path):
    for entry in home.stores.memory.entries():
        home.stores.memory.delete(entry)
    with pytest.raises(DeviceKeyMissingError):
        home.open()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def plain(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + b"\0" * 4080)


def noise(path: Path) -> None:
    path.write_bytes(os.urandom(8192))


@pytest.mark.parametrize("name", ["office.db", "separated.db"])
@pytest.mark.parametrize("harm", [cut, empty, plain, noise, Path.unlink])
def test_a_damaged_database(
    home: OfficeHome, folder: Path, name: str, harm: Callable[[Path], None]
):
    whole = (folder / name).read_bytes()
    harm(folder / name)
    with pytest.raises((FileDamagedError, WrongKeyError)):
        home.open()
    (folder / name).write_bytes(whole)
    assert names_in(home) == [NAME]


def test_a_damaged_page_inside(home: OfficeHome, folder: Path):
    body = bytearray((folder / "office.db").read_bytes())
    for page in range(2, len(body) // 4096):
        body[page * 4096 + 100] ^= 1
    (folder / "office.db").write_bytes(body)
    with pytest.raises(FileDamagedError):
        home.open()


def test_a_second_instance(home: OfficeHome, folder: Path):
    office = home.open()
    with pytest.raises(OfficeAlreadyOpenError):
        home.open()
    office.close()
    assert names_in(home) == [NAME]


def fill_disk(office: OpenOffice) -> None:
    """Leave SQLite no further page in office.db, as a full disk does."""
    with office.files.office() as connection:
        used = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {used}")


def test_the_disk_fills_while_a_person_is_saved(home: OfficeHome, folder: Path):
    office = home.open()
    services = Services(office)
    services.start()
    fill_disk(office)
    saved: list[int] = []

    def save_many() -> None:
        while len(saved) < 200:
            saved.append(register(services, "홍채움").id)

    with pytest.raises(DiskFullError):
        save_many()
    office.close()
    assert len(names_in(home)) == len(saved) + 1


@pytest.mark.parametrize(
    ("code", "refusal"),
    [(errno.ENOSPC, DiskFullError), (errno.EACCES, FolderNotWritableError)],
)
def test_a_scan_cannot_be_written(
    services: Services,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    refusal: type[Exception],
):
    def refuse(path: Path, content: bytes) -> None:
        raise OSError(code, os.strerror(code))

    person = register(services)
    with monkeypatch.context() as bad:
        bad.setattr(atomic_files, "_write_synced", refuse)
        with pytest.raises(refusal):
            known_person(services, "못들어온")
    assert services.consents.lines_of(person.id + 1) == []
    known_person(services)


def test_the_folder_of_scans_cannot_be_made(services: Services):
    (services.office.info.folder / "files").write_bytes(b"")
    with pytest.raises((FolderNotWritableError, FileExistsError)):
        known_person(services)


@pytest.mark.parametrize(
    ("days", "direction"), [(-2, Direction.BACKWARDS), (400, Direction.FORWARDS)]
)
def test_the_clock_jumped(home: OfficeHome, folder: Path, days: int, direction: Direction):
    home.clock.set(home.clock.now() + timedelta(days=days))
    office = home.open()
    assert office.jump is not None
    assert office.jump.direction is direction
    services = Services(office)
    services.start()
    plan = approved(services, known_person(services))
    with pytest.raises(ClockNotTrustedError):
        services.destruction_run.run(plan.id)
    office.accept_clock()
    services.destruction_run.run(plan.id)
    office.close()


def test_a_crash_between_keys_and_data_leaves_an_orphan_key(home: OfficeHome, folder: Path):
    office = home.open()
    before = set(office.keys.living_keys())

    class CrashError(BaseException):
        pass

    def crash() -> None:
        with office.door.enter(Action.PERSON_REGISTERED) as step:
            person = step.uow.people.add(PersonKind.RECIPIENT, office.today())
            step.uow.holdings.add(
                [
                    NewHolding(person.id, code, fields, "contract", "visit", office.today())
                    for code, fields in PERSON.items()
                ]
            )
            raise CrashError

    with pytest.raises(CrashError):
        crash()
    office.close()
    assert names_in(home) == [NAME]
    office = home.open()
    with office.door.enter(Action.PEOPLE_LISTED) as step:
        rows = {
            holding.id
            for each in step.uow.people.all()
            for holding in step.uow.holdings.of_person(each.id)
        }
    assert set(office.keys.living_keys()) - rows == set(office.keys.living_keys()) - before
    assert rows <= before
    office.close()
