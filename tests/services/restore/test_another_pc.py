"""The office arrives on another PC; whoever was destroyed stays destroyed, with every key place."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.restore import desk as desks
from easycare_desktop.services.restore.arrival import (
    Arrival,
    Newcomer,
    find_keys,
    open_arrival,
)
from easycare_desktop.services.restore.freshness import (
    CertificateNumberError,
    FreshnessReasonMissingError,
    FreshnessService,
    NewerKnownError,
)
from easycare_desktop.services.restore.shelf import Shelf
from easycare_desktop.storage.backup.places import SetPlace
from easycare_desktop.storage.keys.refusals import (
    KeysOlderError,
    OfficeMovedError,
    WrongLoginError,
    WrongSheetError,
)
from easycare_desktop.storage.restore.refusals import BackupForkedError
from easycare_desktop.storage.restore.replay import Replayed
from tests.helpers.backups import back_up
from tests.helpers.cases import known_person, register
from tests.helpers.offices import CHEAP_KDF, CODE, LOGIN, OfficeHome
from tests.services.restore.conftest import CAME_LATER, STAYED, Year
from tests.services.restore.test_this_pc import names, traces_of

NEW_PASSWORD = "a-brand-new-pass-phrase"


class OtherPc:
    """A second PC with a store of its own, onto which the office of a year arrives."""

    def __init__(self, year: Year, home: Path) -> None:
        self.year = year
        self.home = OfficeHome(home)
        self.home.clock.set(year.home.clock.now())
        self.shelf = Shelf(self.home.paths, self.home.clock, self.home.stores, CHEAP_KDF)
        self.sheet = RecoveryCode.generate()

    def arrive(self, stick: Path, place: SetPlace, certificate: str = "") -> None:
        arrival = self.open(stick)
        arrival.prepare(place)
        self.commit(arrival, certificate)

    def open(self, *sticks: Path) -> Arrival:
        found = find_keys(sticks)
        typed = self.year.home.sheet.text
        return open_arrival(self.shelf, found[0], found, typed)

    def commit(self, arrival: Arrival, certificate: str = "") -> None:
        officer = next(each for each in arrival.officers if each.login == LOGIN)
        arrival.commit(Newcomer(officer.id, NEW_PASSWORD, self.sheet), certificate)
        arrival.close()

    def services(self) -> Services:
        services = Services(self.home.offices.open(CODE, LOGIN, NEW_PASSWORD))
        assert not services.session.must_change
        services.start()
        return services


@pytest.fixture
def other(year: Year, tmp_path: Path) -> OtherPc:
    return OtherPc(year, tmp_path / "other")


@pytest.mark.parametrize("old", [True, False])
def test_the_office_goes_on_without_the_destroyed_person(other: OtherPc, *, old: bool):
    year = other.year
    other.arrive(year.stick, year.old if old else year.newest, year.plan.number)
    services = other.services()
    assert names(services) == sorted([STAYED] if old else [STAYED, CAME_LATER])
    assert traces_of(services, year) == []
    kept = {each.id for each in services.separated.list()}
    assert kept <= year.plan.separated
    assert kept or not year.plan.separated
    assert not FreshnessService(services.office).is_unproven()
    assert services.ledger.check().first_broken is None
    assert services.log.check().first_broken is None
    newcomer = register(services, "새로온이")
    assert newcomer.id > year.gone.id + 1
    assert services.key_places.states()[0].newest
    services.office.close()


def test_everything_is_new_and_the_former_pc_is_told(other: OtherPc):
    year = other.year
    before = year.open()
    was, sheet = before.office.keys.file.identity, before.office.keys.sheet_number
    generation = before.office.keys.generation
    before.office.close()
    other.arrive(year.stick, year.newest, year.plan.number)
    services = other.services()
    keys = services.office.keys
    assert keys.generation == generation + 1
    assert keys.sheet_number == sheet + 1
    assert keys.file.identity.lineage != was.lineage
    assert keys.file.identity.instance != was.instance
    moved = [each for each in keys.ledger_entries() if each.kind == "moved_to_new_pc"]
    assert [each.facts["from"] for each in moved] == [
        {"lineage": was.lineage, "instance": was.instance}
    ]
    former = [each.values for each in services.registers.items()]
    assert [(each["medium"], each["asset"]) for each in former] == [("pc", was.instance)]
    services.office.close()
    with pytest.raises(WrongLoginError):
        other.home.open(LOGIN)
    with pytest.raises(WrongSheetError):
        other.home.offices.open_with_sheet(CODE, year.home.sheet.text)
    assert len(list(other.home.stores.memory.entries())) == 1


def test_the_former_pc_writes_no_more_once_it_sees_the_stick(other: OtherPc, tmp_path: Path):
    year = other.year
    register_stick_at(year)
    other.arrive(year.stick, year.newest, year.plan.number)
    with pytest.raises(OfficeMovedError):
        year.home.open()


def register_stick_at(year: Year) -> None:
    """Let the keys of the former PC know where the copied stick lies."""
    services = year.open()
    services.key_places.remove(services.key_places.states()[0].id)
    services.key_places.add("USB", year.stick)
    services.office.close()


def test_a_stale_key_place_is_refused_while_a_newer_one_is_at_hand(other: OtherPc):
    year = other.year
    found = find_keys([year.stale, year.stick])
    assert [each.place for each in found] == [year.stick, year.stale]
    with pytest.raises(KeysOlderError):
        open_arrival(other.shelf, found[1], found, year.home.sheet.text)


def test_a_stale_key_place_alone_is_found_out_by_the_newest_certificate(other: OtherPc):
    year = other.year
    arrival = other.open(year.stale)
    arrival.prepare(year.old)
    with pytest.raises(NewerKnownError):
        other.commit(arrival, year.plan.number)
    arrival.close()
    assert not list(other.home.paths.offices.glob("*"))


def test_a_stale_key_place_without_any_certificate_is_named_on_every_paper(other: OtherPc):
    year = other.year
    other.arrive(year.stale, year.old)
    services = other.services()
    assert FreshnessService(services.office).is_unproven()
    services.office.close()


def test_without_the_guard_the_person_would_be_in_use_again(
    other: OtherPc, monkeypatch: pytest.MonkeyPatch
):
    year = other.year
    monkeypatch.setattr(desks, "replay", lambda *_args: Replayed(0, 0, 0, 0, frozenset()))
    other.arrive(year.stick, year.old, year.plan.number)
    services = Services(other.home.offices.open(CODE, LOGIN, NEW_PASSWORD))
    assert "in use" in traces_of(services, year)
    services.office.close()


def test_an_older_key_place_alone_does_not_open_newer_data(other: OtherPc, tmp_path: Path):
    year = other.year
    services = year.open()
    known_person(services, "더나중온이")
    newer = back_up(services.office, year.backups)
    services.office.close()
    arrival = other.open(year.stick)
    arrival.prepare(year.newest)
    with pytest.raises(KeysOlderError):
        arrival.prepare(newer)
    arrival.close()
    assert not list(other.home.paths.offices.glob("*"))


def test_a_certificate_that_the_keys_do_not_know_stops_everything(other: OtherPc):
    arrival = other.open(other.year.stick)
    assert arrival.certificate == other.year.plan.number
    with pytest.raises(NewerKnownError):
        arrival.is_shown_fresh("D2027-0009")
    with pytest.raises(CertificateNumberError):
        arrival.is_shown_fresh("모름")
    assert arrival.is_shown_fresh(f" {other.year.plan.number.lower()} ")
    assert not arrival.is_shown_fresh("")
    arrival.close()


def test_unproven_freshness_stands_on_papers_until_an_officer_ends_it(other: OtherPc):
    year = other.year
    other.arrive(year.stick, year.newest)
    services = other.services()
    freshness = FreshnessService(services.office)
    assert freshness.is_unproven()
    marked = services.papers.make(PaperKind.RETENTION_TABLE, 0, "점검").pdf
    with pytest.raises(FreshnessReasonMissingError):
        freshness.confirm(" 네 ")
    freshness.confirm("금고의 모든 USB와 대장을 맞춰 보았습니다")
    assert not freshness.is_unproven()
    last = services.office.keys.ledger_entries()[-1]
    assert (last.kind, last.signature is not None) == ("restriction", True)
    clean = services.papers.make(PaperKind.RETENTION_TABLE, 0, "점검").pdf
    assert text_of(marked).count("최신 여부 미확인") > text_of(clean).count("최신 여부 미확인") == 0
    services.office.close()


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "".join(page.get_textpage().get_text_range() for page in document)


def test_a_wrong_sheet_leaves_nothing_here(other: OtherPc):
    found = find_keys([other.year.stick])
    with pytest.raises(WrongSheetError):
        open_arrival(other.shelf, found[0], found, RecoveryCode.generate().text)
    assert not list(other.home.paths.offices.glob("*"))
    assert other.home.offices.known() == ()


def test_what_the_former_pc_wrote_later_is_not_of_this_line(other: OtherPc):
    year = other.year
    other.arrive(year.stick, year.newest, year.plan.number)
    services = year.open()
    year.home.clock.set(year.home.clock.now().replace(hour=23))
    fork = back_up(services.office, year.backups)
    services.office.close()
    back = OtherPc(year, other.home.paths.home.parent / "third")
    back.year = replace(year)
    found = find_keys([year.stick])
    arrival = open_arrival(back.shelf, found[0], found, other.sheet.text)
    with pytest.raises(BackupForkedError):
        arrival.prepare(fork)
    arrival.close()
