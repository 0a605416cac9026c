"""One office, two PCs: it goes back and forth with a stick, and only one of them ever writes."""

from datetime import datetime
from pathlib import Path

import pytest

from easycare_desktop.domain.destruction import PlanState
from easycare_desktop.domain.people import sequence_of
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.restore import arriving
from easycare_desktop.services.restore.arrival import find_keys, open_arrival
from easycare_desktop.services.restore.freshness import FreshnessService
from easycare_desktop.services.restore.session import sign_in
from easycare_desktop.storage.keys.lease_file import read_lease
from easycare_desktop.storage.keys.place_stamp import keys_folder
from easycare_desktop.storage.keys.refusals import (
    HandedOverError,
    LeaseTakenError,
    NoLeaseThereError,
    WrongLoginError,
)
from tests.helpers.cases import approved, known_person, register
from tests.helpers.new_keys import new_keys_in
from tests.helpers.office_copies import OTHERS_PASSWORD, SECOND
from tests.helpers.offices import CODE, LOGIN, PASSWORD
from tests.helpers.two_pcs import NEW_PASSWORD, Pc, give, give_from, lease, names


def test_the_pc_that_gave_the_office_away_may_only_look(here: Pc, stick: Path):
    services = here.open()
    person = services.people.find("")[0]
    give(services)
    for again in (False, True):
        if again:
            services.office.close()
            services = here.open()
        assert services.office.looks_only
        assert lease(services).state().place == "USB"
        assert services.people.open(person.id).person.id == person.id
        with pytest.raises(HandedOverError):
            register(services, "못 들어갈이")
        with pytest.raises(HandedOverError):
            new_keys_in(services.office.keys.holdings, 1)
        with pytest.raises(HandedOverError):
            services.key_places.refresh_all()
        assert services.backup.ready() == ()
    denied = [each for each in services.log.newest(50) if each.outcome == "denied"]
    assert denied
    assert services.log.check().first_broken is None
    services.office.close()
    with pytest.raises(HandedOverError):
        sign_in(here.shelf, CODE, LOGIN, PASSWORD)


def test_it_is_taken_back_with_the_stick_that_nobody_has_taken(
    here: Pc, stick: Path, tmp_path: Path
):
    give_from(here)
    services = here.open()
    other = tmp_path / "other"
    other.mkdir()
    with pytest.raises(NoLeaseThereError):
        lease(services).take_back(other)
    lease(services).take_back(stick)
    assert not services.office.looks_only
    register(services, "다시 적은이")
    assert services.key_places.states()[0].newest
    services.office.close()
    services = here.open()
    assert names(services) == ["다시 적은이", "처음부터"]
    services.office.close()


def test_the_office_goes_there_and_comes_back(here: Pc, there: Pc, stick: Path):
    give_from(here)
    there.arrive(stick, here.home.sheet)
    looked = look_in_vain(here, stick)
    _write_there(there)
    with pytest.raises(WrongLoginError):
        here.take(stick)
    here.password = NEW_PASSWORD
    here.take(stick)
    services = here.open()
    assert not services.office.looks_only
    assert names(services) == ["저쪽에서", "처음부터"]
    log = services.log.newest(200)
    assert looked in [each.at for each in log if each.action == Action.PERSON_OPENED.code]
    assert services.log.check().first_broken is None
    assert services.ledger.check().first_broken is None
    assert services.key_places.states()[0].newest
    register(services, "돌아와서")
    services.office.close()
    assert len(list(here.home.paths.offices.glob("*"))) == 1
    assert len([e for e in here.home.stores.memory.entries() if not e.endswith(" pc")]) == 1
    services = there.open()
    assert services.office.looks_only
    services.office.close()


def look_in_vain(here: Pc, stick: Path) -> datetime:
    """Open the PC that gave the office away: nothing can be had back; return when it looked."""
    services = here.open()
    services.people.open(services.people.find("")[0].id)
    looked = services.log.newest(1)[0]
    with pytest.raises(LeaseTakenError):
        lease(services).can_be_taken_back(stick)
    with pytest.raises(LeaseTakenError):
        lease(services).take_back(stick)
    assert services.office.looks_only
    services.office.close()
    with pytest.raises(NoLeaseThereError):
        here.take(stick)
    return looked.at


def _write_there(there: Pc) -> None:
    services = there.open()
    assert not FreshnessService(services.office).is_unproven()
    assert services.registers.items() == []
    assert names(services) == ["처음부터"]
    register(services, "저쪽에서")
    numbers = sorted(sequence_of(each.person.number) for each in services.people.find(""))
    assert numbers[1] == numbers[0] + 1
    assert lease(services).state().pcs == ("PC-HERE",)
    give(services)
    services.office.close()


def test_only_one_of_two_gets_it(here: Pc, there: Pc, stick: Path, monkeypatch: pytest.MonkeyPatch):
    """Whoever claims it first: the other is refused, whichever comes first."""
    services = here.open()
    give(services)
    folder = keys_folder(stick, services.office.info.id)
    there.sit()
    claim = arriving.claim_name(services.office.info.id, "PC-THERE")
    told = read_lease(folder)
    assert told is not None
    arriving.write_lease(folder, told.claimed(claim))
    with pytest.raises(LeaseTakenError):
        lease(services).take_back(stick)
    services.office.close()
    # The PC that claimed it was stopped; it goes on, and a third one does not get it unproved.
    third = Pc("PC-THIRD", there.home, monkeypatch)
    third.sit()
    found = find_keys([stick])
    arrival = open_arrival(third.shelf, found[0], found, here.home.sheet.text)
    assert not arrival.is_handed_over
    arrival.close()
    there.arrive(stick, here.home.sheet)
    services = there.open()
    assert not services.office.looks_only
    services.office.close()


@pytest.mark.long
def test_without_the_guard_both_would_write(
    here: Pc, there: Pc, stick: Path, monkeypatch: pytest.MonkeyPatch
):
    give_from(here)
    there.arrive(stick, here.home.sheet)
    monkeypatch.setattr("easycare_desktop.services.one_writer.given_lease", lambda _keys: None)
    monkeypatch.setattr("easycare_desktop.services.one_writer.newer_place", lambda _keys: None)
    services = here.open()
    register(services, "갈라진이")
    services.office.close()


def test_keys_of_the_other_pc_stay_an_open_point_until_it_is_brought_up(
    here: Pc, there: Pc, stick: Path
):
    services = here.open()
    person = known_person(services)
    give(services)
    services.office.close()
    there.arrive(stick, here.home.sheet)
    services = there.open()
    assert services.office.keys.verify_password(SECOND, OTHERS_PASSWORD).login == SECOND
    plan = approved(services, person)
    result = services.destruction_run.run(plan.id)
    assert [each for each in result.open_points if each.startswith("pc.")]
    assert result.plan.state is PlanState.PARTIAL
    give(services)
    services.office.close()
    here.password = NEW_PASSWORD
    here.take(stick)
    services = here.open()
    result = services.destruction_run.check_again(plan.id)
    assert not [each for each in result.open_points if each.startswith("pc.")]
    services.office.close()
