"""A second vault that is older than the data beside it is refused."""

from pathlib import Path

import pytest

from easycare_desktop.services.bundle import Services
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError
from tests.helpers.cases import approved, known_person
from tests.helpers.offices import OfficeHome


def kept_apart(home: OfficeHome, name: str) -> Path:
    """Keep one more person apart, and return the closed vault."""
    services = Services(home.open())
    services.start()
    services.destruction_run.run(approved(services, known_person(services, name)).id)
    services.office.close()
    return services.office.files.folder / "separated.db"


def test_an_older_vault_is_refused(home: OfficeHome):
    vault = kept_apart(home, "김가상")
    older = vault.read_bytes()
    kept_apart(home, "이가상")
    newer = vault.read_bytes()
    vault.write_bytes(older)
    with pytest.raises(FileDamagedError) as refusal:
        home.open()
    assert refusal.value.file == "separated.db"
    vault.write_bytes(newer)
    home.open().close()


def test_rows_whose_keys_have_ended_may_be_missing(
    home: OfficeHome, monkeypatch: pytest.MonkeyPatch
):
    vault = kept_apart(home, "김가상")
    office = home.open()
    rows = len(office.keys.separated_ids())
    assert rows > 0
    monkeypatch.setattr(type(office.keys), "separated_ids", lambda _self: frozenset())
    office.close()
    with office.files.separated() as connection:
        connection.exec_driver_sql("DELETE FROM separated_holding")
    office.files.close()
    assert vault.exists()
    home.open().close()
