"""What can be wrong when an office is opened or saved: a clear refusal, and nothing is lost."""

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from easycare_desktop.domain.destruction import ClockNotTrustedError
from easycare_desktop.services.bundle import Services
from easycare_desktop.storage.keys.refusals import (
    DeviceKeyMissingError,
    KeysForeignError,
    KeysMissingError,
    KeysOlderError,
    TooManyTriesError,
    WrongLoginError,
)
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError, WrongKeyError
from easycare_desktop.system.jumped_clock import Direction
from easycare_desktop.system.refusals import (
    OfficeAlreadyOpenError,
    OfficeUnknownError,
)
from tests.helpers.cases import NAME, approved, known_person, names_in, register
from tests.helpers.office_copies import OfficeMould
from tests.helpers.offices import OfficeHome


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
