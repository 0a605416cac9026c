"""An older office.db that somebody put back by hand beside newer keys is noticed at once."""

import shutil
from pathlib import Path

import pytest

from easycare_desktop.services.bundle import Services
from easycare_desktop.storage.keys.refusals import DataOlderError
from tests.helpers.backups import back_up, restore
from tests.helpers.cases import names_in, register
from tests.helpers.offices import OfficeHome


def test_an_older_file_put_back_by_hand_is_refused_and_a_restore_helps(
    home: OfficeHome, tmp_path: Path
):
    services = Services(home.open())
    services.start()
    register(services, "처음부터")
    place = back_up(services.office, tmp_path / "backups")
    stick = tmp_path / "stick"
    stick.mkdir()
    services.key_places.add("USB", stick)
    services.office.close()
    data = services.office.files.folder / "office.db"
    older = data.read_bytes()
    for name in ("나중온이", "더나중온이"):
        services = Services(home.open())
        services.start()
        assert services.key_places.states()[0].newest
        register(services, name)
        services.key_places.refresh_all()
        services.office.close()
    newer = data.read_bytes()
    data.write_bytes(older)
    with pytest.raises(DataOlderError):
        home.open()
    data.write_bytes(newer)
    assert names_in(home) == ["나중온이", "더나중온이", "처음부터"]
    data.write_bytes(older)
    shutil.rmtree(stick)
    restore(home, services.office.info.folder, place)
    assert names_in(home) == ["처음부터"]


def test_without_the_guard_the_older_file_would_open(
    home: OfficeHome, monkeypatch: pytest.MonkeyPatch
):
    services = Services(home.open())
    services.start()
    services.office.close()
    data = services.office.files.folder / "office.db"
    older = data.read_bytes()
    services = Services(home.open())
    services.log.check()
    services.office.close()
    data.write_bytes(older)
    monkeypatch.setattr("easycare_desktop.services.offices.check_age", lambda *_given: None)
    home.open().close()
