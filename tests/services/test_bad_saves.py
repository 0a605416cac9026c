"""What can be wrong while something is saved: a clear refusal, and all or nothing is there."""

import errno
import os
from pathlib import Path

import pytest

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.repositories.beginning import NewHolding
from easycare_desktop.system import atomic_files
from easycare_desktop.system.refusals import (
    DiskFullError,
    FolderNotWritableError,
)
from tests.helpers.cases import NAME, PERSON, known_person, names_in, register
from tests.helpers.offices import OfficeHome


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
