"""A list is taken back whole: its keys end, its corrections are reversed, or nothing happens."""

from pathlib import Path

import pytest

from easycare_desktop.domain.importing import ImportNotUndoableError, ImportUnknownError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.office import OpenOffice
from tests.helpers.lists import ROWS, stored_list
from tests.helpers.offices import OfficeHome


def test_taking_a_list_back_ends_its_keys_and_reverses_its_corrections(
    services: Services, office: OpenOffice, tmp_path: Path
):
    stored_list(services, tmp_path, ROWS[1])
    changed = ROWS[1].replace("4,2025.1.1", "5,2025.1.1")
    run_id = stored_list(services, tmp_path, ROWS[0], changed)
    (newcomer,) = services.search.find("마루한")
    ids = {each.id for each in services.people.open(newcomer.id).holdings}
    generation = office.keys.generation
    run = services.import_undoing.undo(run_id, "잘못된 파일")
    assert run.undone_at is not None
    assert services.search.find("마루한") == []
    assert services.search.find("마보호") == []
    assert ids <= office.keys.tombstones()
    assert office.keys.generation == generation + 1
    (kept,) = services.search.find("나래온")
    assert services.people.open(kept.id).contents["entitlement"].values["grade"] == "4"
    with pytest.raises(ImportUnknownError):
        services.import_undoing.undo(run_id, "또")


def test_what_went_on_since_cannot_be_taken_back(services: Services, tmp_path: Path):
    run_id = stored_list(services, tmp_path, *ROWS)
    (found,) = services.search.find("마루한")
    identity = services.people.open(found.id).contents["identity"]
    fields = {**identity.values, "address": "다른 길 5"}
    services.people.save_group(
        found.id, "identity", fields, expected_version=identity.holding.version, reason="이사"
    )
    with pytest.raises(ImportNotUndoableError):
        services.import_undoing.undo(run_id, "잘못")
    assert services.search.find("나래온")


def test_a_stop_after_the_keys_ended_is_finished_at_the_next_opening(
    home: OfficeHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    services = Services(home.open())
    services.start()
    run_id = stored_list(services, tmp_path, *ROWS)
    monkeypatch.setattr(services.import_undoing, "_reverse", _stop)
    with pytest.raises(KeyboardInterrupt):
        services.import_undoing.undo(run_id, "잘못")
    services.office.close()
    again = Services(home.open())
    again.start()
    assert again.search.find("마루한") == []
    assert [run.undone_at is not None for run in again.imports.runs()] == [True]
    again.office.close()


def _stop(*_args: object) -> None:
    raise KeyboardInterrupt
