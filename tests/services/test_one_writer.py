"""Two PCs never both write: data and key places say which installation goes on with the office."""

import shutil
from pathlib import Path

import pytest

from easycare_desktop.services.bundle import Services
from easycare_desktop.storage.keys.generation import switch_generation
from easycare_desktop.storage.keys.identity import Identity, put_identity
from easycare_desktop.storage.keys.refusals import (
    DataForeignError,
    OfficeMovedError,
    OlderCopyError,
)
from easycare_desktop.storage.restore.lineage import move_identity
from tests.helpers.cases import names_in, register
from tests.helpers.office_copies import OfficeMould
from tests.helpers.offices import CODE, OfficeHome


def test_data_of_another_installation_is_not_written(home: OfficeHome, folder: Path):
    office = home.open()
    with office.keys.file.change() as connection:
        put_identity(connection, Identity.fresh())
    office.close()
    with pytest.raises(DataForeignError):
        home.open()


def test_the_office_has_moved_on(mould: OfficeMould, tmp_path: Path):
    stick = tmp_path / "stick"
    stick.mkdir()
    here = mould.copy_to(tmp_path / "here")
    office = here.open()
    Services(office).key_places.add("USB", stick)
    office.close()
    assert names_in(here) == []

    there = OfficeMould.__new__(OfficeMould)
    there.__dict__ |= {"_made": here, "_home": tmp_path / "here"}
    other = there.copy_to(tmp_path / "there").open()
    move_identity(other.keys, {}, here.clock.now())
    switch_generation(
        other.keys,
        destroy=frozenset(),
        separate={},
        digest=b"",
        destruction_number="renewal",
        now=here.clock.now(),
    )
    assert all(place.newest for place in Services(other).key_places.refresh_all())
    other.close()

    with pytest.raises(OfficeMovedError):
        here.open()
    shutil.move(stick, tmp_path / "in the safe")
    assert names_in(here) == []


def test_an_older_copy_of_the_folder_is_named(home: OfficeHome, folder: Path, tmp_path: Path):
    stick = tmp_path / "stick"
    stick.mkdir()
    office = home.open()
    Services(office).key_places.add("USB", stick)
    office.close()
    shutil.copytree(folder, tmp_path / "copied")
    office = home.open()
    for name in ("나중온이", "더나중온이"):
        register(Services(office), name)
    Services(office).key_places.refresh_all()
    office.close()
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "copied", folder)
    with pytest.raises(OlderCopyError):
        home.open()
    with pytest.raises(OlderCopyError):
        home.offices.open_with_sheet(CODE, home.sheet.text)
