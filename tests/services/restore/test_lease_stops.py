"""Handing an office over is refused, or stops half-way: it stays on the PC that it is on."""

import json
import shutil
from pathlib import Path

import pytest

from easycare_desktop.services import lease as leases
from easycare_desktop.services import older_copy
from easycare_desktop.services.departure import Departure
from easycare_desktop.services.departure_run import Order, depart
from easycare_desktop.services.lease import DraftsWaitingError, LeaseService, PlaceNotAtHandError
from easycare_desktop.services.office_setup import ID_FILE
from easycare_desktop.services.restore import arriving
from easycare_desktop.services.restore.taking_over import SheetNeededError
from easycare_desktop.storage.keys import key_places
from easycare_desktop.storage.keys.refusals import (
    HandedOverError,
    LeaseTakenError,
)
from easycare_desktop.system.office_registry import ARRIVING
from easycare_desktop.system.refusals import DiskFullError
from tests.helpers.cases import register
from tests.helpers.offices import CODE, LOGIN, PASSWORD
from tests.helpers.two_pcs import NEW_PASSWORD, Pc, give, give_from, lease


def test_nothing_half_done_is_left_behind(here: Pc, stick: Path, tmp_path: Path):
    services = here.open()
    services.saved_files.note(tmp_path / "a paper.pdf")  # which nobody has typed
    services.drafts.keep("people.new", 0, {"identity.name": "적다만이"})
    with pytest.raises(DraftsWaitingError) as refused:
        give(services)
    assert refused.value.count == 1
    services.drafts.drop("people.new", 0)
    place = services.key_places.states()[0].id
    away = stick.rename(tmp_path / "away")
    with pytest.raises(PlaceNotAtHandError):
        lease(services).give(place)
    away.rename(stick)
    register(services, "아직 적는이")
    services.office.close()


def test_a_stick_that_goes_before_the_lease_leaves_the_office_here(
    here: Pc, stick: Path, monkeypatch: pytest.MonkeyPatch
):
    services = here.open()
    service = lease(services)

    def fails(*_given: object) -> None:
        raise PlaceNotAtHandError

    with monkeypatch.context() as patch:
        patch.setattr(leases.leasing, "give_lease", fails)
        with pytest.raises(PlaceNotAtHandError):
            give(services)
    register(services, "그대로 적는이")
    with monkeypatch.context() as patch:
        patch.setattr(LeaseService, "_write_stick", fails)
        with pytest.raises(PlaceNotAtHandError):
            give(services)
    assert services.office.looks_only
    service.take_back(stick)
    register(services, "다시 적는이")
    services.office.close()


def test_a_stick_that_is_full_once_the_office_was_taken_gives_it_to_nobody_else(
    here: Pc, there: Pc, stick: Path, monkeypatch: pytest.MonkeyPatch
):
    give_from(here)
    with monkeypatch.context() as patch:
        patch.setattr(key_places, "renew_place", _full)
        there.arrive(stick, here.home.sheet)
    _cannot_take_back(here, stick)
    services = there.open()
    assert {each.newest for each in services.key_places.refresh_all()} == {True}
    services.office.close()
    _cannot_take_back(here, stick)


def test_an_older_copy_that_a_stop_left_here_goes_when_the_program_starts(
    here: Pc, there: Pc, stick: Path, monkeypatch: pytest.MonkeyPatch
):
    give_from(here)
    there.arrive(stick, here.home.sheet)
    give_from(there)
    here.password = NEW_PASSWORD
    with monkeypatch.context() as patch:
        patch.setattr(older_copy, "_erase_copy", _stop)
        patch.setattr(arriving, "finish_arriving", _stop)
        with pytest.raises(KeyboardInterrupt):
            here.take(stick)
    assert _left(here) == (2, 2)
    (record,) = here.home.offices.known()
    assert _left(here) == (1, 1)
    assert not record.is_unfinished
    services = here.open()
    assert not services.office.looks_only
    services.office.close()


@pytest.mark.parametrize(
    "harmed",
    [b"", b"[]", b"{}", b'{"older": 1}', b'{"older": "/nowhere", "generations": [1]}', None],
)
def test_a_harmed_note_of_an_older_copy_erases_nothing(
    here: Pc, tmp_path: Path, harmed: bytes | None
):
    (record,) = here.home.offices.known()
    other = tmp_path / "other"
    shutil.copytree(record.folder, other)
    (other / ID_FILE).write_bytes(b'{"id": "another"}')
    note = json.dumps({"older": str(other), "generations": [1]}).encode()
    (record.folder / ARRIVING).write_bytes(note if harmed is None else harmed)
    assert here.home.offices.known() == (record,)
    assert (other / "keys-1.db").is_file()
    here.open().office.close()


def _cannot_take_back(pc: Pc, stick: Path) -> None:
    services = pc.open()
    with pytest.raises(LeaseTakenError):
        lease(services).take_back(stick)
    assert services.office.looks_only
    services.office.close()


def _full(*_given: object) -> None:
    raise DiskFullError


def _stop(*_args: object) -> None:
    raise KeyboardInterrupt


def _left(pc: Pc) -> tuple[int, int]:
    """Return how many folders of the office lie on a PC, and how many device keys."""
    entries = [each for each in pc.home.stores.memory.entries() if not each.endswith(" pc")]
    return len(list(pc.home.paths.offices.glob("*/keys-*.db"))), len(entries)


@pytest.mark.long
def test_a_pc_that_was_never_asked_needs_the_sheet(
    here: Pc, there: Pc, stick: Path, monkeypatch: pytest.MonkeyPatch
):
    give_from(here)
    there.arrive(stick, here.home.sheet)
    services = there.open()
    with services.office.keys.file.change() as connection:
        connection.execute("UPDATE pc SET public_key = NULL")
    give(services)
    services.office.close()
    here.password = NEW_PASSWORD
    with pytest.raises(SheetNeededError):
        here.take(stick)


def test_the_copy_of_a_pc_that_gave_the_office_away_may_go(here: Pc, stick: Path):
    give_from(here)
    kept = sorted(each.name for each in stick.rglob("keys-*.db"))
    with pytest.raises(HandedOverError):
        depart(here.home.offices, CODE, Order(Departure.CERTIFICATE, LOGIN, PASSWORD))
    left = depart(here.home.offices, CODE, Order(Departure.BACKUP, LOGIN, PASSWORD))
    assert left.whole
    assert here.home.stores.memory.entries() == frozenset()
    assert sorted(each.name for each in stick.rglob("keys-*.db")) == kept
