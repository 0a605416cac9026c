"""A list is taken back whole: its keys end, its corrections are reversed, or nothing happens."""

from pathlib import Path

import pytest

from easycare_desktop.domain.import_refusals import ImportNotUndoableError, ImportUnknownError
from easycare_desktop.domain.import_undo import Stays, UndoUnfinishedError
from easycare_desktop.domain.people import PersonNotFoundError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.imports import undoing
from easycare_desktop.services.key_places import PlaceState
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.system.refusals import DiskFullError
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
    run = services.import_undoing.undo(run_id, "잘못된 파일").run
    assert run.undone_at is not None
    assert services.search.find("마루한") == []
    assert services.search.find("마보호") == []
    assert ids <= office.keys.tombstones()
    assert office.keys.generation == generation + 1
    (kept,) = services.search.find("나래온")
    assert services.people.open(kept.id).contents["entitlement"].values["grade"] == "4"
    with pytest.raises(ImportUnknownError):
        services.import_undoing.undo(run_id, "또")


def corrected(services: Services, person_id: int) -> None:
    identity = services.people.open(person_id).contents["identity"]
    fields = {**identity.values, "address": "다른 길 5"}
    services.people.save_group(
        person_id, "identity", fields, expected_version=identity.holding.version, reason="이사"
    )


def printed(services: Services, person_id: int) -> None:
    made = services.papers.make(PaperKind.ONE_PAGE_ANSWER, person_id, "문의 답변")
    services.papers.printed(made, 1)


def test_who_got_a_paper_or_was_corrected_stays_and_the_rest_goes(
    services: Services, tmp_path: Path
):
    run_id = stored_list(services, tmp_path, *ROWS)
    (stays,) = services.search.find("마루한")
    (guardian,) = services.search.find("마보호")
    (goes,) = services.search.find("나래온")
    corrected(services, stays.id)
    view = services.import_undoing.look(run_id)
    assert view.stays == {stays.id: Stays.CHANGED, guardian.id: Stays.FAMILY}
    printed(services, stays.id)
    view = services.import_undoing.look(run_id)
    assert view.stays[stays.id] is Stays.PAPER
    assert view.stays.keys() == {stays.id, guardian.id}
    view = services.import_undoing.undo(run_id, "잘못")
    assert view.run.undone_at is not None
    assert services.search.find("나래온") == []
    assert services.people.open(stays.id).guardians[0].id == guardian.id
    with pytest.raises(PersonNotFoundError):
        services.people.open(goes.id)
    with pytest.raises(ImportUnknownError):
        services.import_undoing.undo(run_id, "또")


def test_nothing_is_taken_back_where_everybody_went_on(services: Services, tmp_path: Path):
    run_id = stored_list(services, tmp_path, ROWS[1])
    for line in services.search.find(""):
        corrected(services, line.id)
    with pytest.raises(ImportNotUndoableError):
        services.import_undoing.undo(run_id, "잘못")
    assert services.search.find("나래온")


def test_a_stop_in_a_part_leaves_who_stays(
    home: OfficeHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    services = Services(home.open())
    services.start()
    run_id = stored_list(services, tmp_path, *ROWS)
    (stays,) = services.search.find("나래온")
    corrected(services, stays.id)
    monkeypatch.setattr(services.import_undoing, "_reverse", _stop)
    with pytest.raises(KeyboardInterrupt):
        services.import_undoing.undo(run_id, "잘못")
    services.office.close()
    again = Services(home.open())
    again.start()
    assert again.search.find("마루한") == []
    assert again.people.open(stays.id).contents["identity"].values["address"] == "다른 길 5"
    again.office.close()


def assert_undone_at_next_opening(home: OfficeHome) -> None:
    again = Services(home.open())
    again.start()
    assert again.search.find("마루한") == []
    assert [run.undone_at is not None for run in again.imports.runs()] == [True]
    again.office.close()


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
    assert_undone_at_next_opening(home)


def test_a_stop_before_the_key_places_are_brought_up_is_made_good_at_the_next_opening(
    home: OfficeHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    services = Services(home.open())
    services.start()
    stick = tmp_path / "stick"
    stick.mkdir()
    services.key_places.add("USB", stick)
    run_id = stored_list(services, tmp_path, *ROWS)
    monkeypatch.setattr(services.key_places, "renew_all", _stop)
    with pytest.raises(KeyboardInterrupt):
        services.import_undoing.undo(run_id, "잘못")
    services.office.close()
    again = Services(home.open())
    again.start()
    (place,) = again.key_places.states()
    assert place.state is PlaceState.NEWEST
    assert [run.undone_at is not None for run in again.imports.runs()] == [True]
    again.office.close()


@pytest.mark.parametrize("stopped", ["_bring_up_places", "_reverse", "_remove"])
def test_a_full_disk_after_the_keys_ended_is_told_as_it_is_and_made_good_at_the_next_opening(
    home: OfficeHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stopped: str
):
    services = Services(home.open())
    services.start()
    run_id = stored_list(services, tmp_path, *ROWS)
    monkeypatch.setattr(services.import_undoing, stopped, _full)
    with pytest.raises(UndoUnfinishedError):
        services.import_undoing.undo(run_id, "잘못")
    assert services.search.find("마루한") == []
    services.office.close()
    assert_undone_at_next_opening(home)


def test_a_full_disk_before_the_keys_end_changes_nothing(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    run_id = stored_list(services, tmp_path, *ROWS)
    monkeypatch.setattr(undoing, "switch_generation", _full)
    with pytest.raises(DiskFullError):
        services.import_undoing.undo(run_id, "잘못")
    assert len(services.search.find("마루한")) == 1
    monkeypatch.undo()
    assert services.import_undoing.undo(run_id, "잘못").gone > 0


def _full(*_args: object, **_named: object) -> None:
    raise DiskFullError


def _stop(*_args: object) -> None:
    raise KeyboardInterrupt
