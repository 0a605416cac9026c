"""A PC that began with an older backup gets a newer one: both have gone on since."""

from pathlib import Path

import pytest

from easycare_desktop.domain.consents import ConsentMethod, ConsentResult
from easycare_desktop.domain.measures import MeasureCause, MeasureKind, Order
from easycare_desktop.domain.people import Person
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.evidence import Evidence
from easycare_desktop.storage.restore import carrying, carrying_persons, replay
from tests.helpers.backups import back_up, restore
from tests.helpers.cases import PHOTO, SCAN, agree, approved, decided, known_person
from tests.helpers.office_copies import OTHERS_PASSWORD, SECOND
from tests.services.restore.conftest import CAME_LATER, STAYED, Year
from tests.services.restore.test_another_pc import NEW_PASSWORD, OtherPc
from tests.services.restore.test_this_pc import names, uow_over

CAME_HERE = "여기온이"


@pytest.fixture
def other(year: Year, tmp_path: Path) -> OtherPc:
    return OtherPc(year, tmp_path / "other")


def plan_numbers(services: Services, person: Person) -> list[str]:
    with services.office.files.office() as connection:
        return [each.number for each in uow_over(services, connection).plans.of_person(person.id)]


def newest_of(other: OtherPc) -> str:
    """Return the number of the newest certificate, as the office has it on paper."""
    arrival = other.open(other.year.stick)
    arrival.close()
    return arrival.certificate


def begin_with(other: OtherPc) -> Services:
    """Let the office go on there with the backup of a year ago, and the second officer, too."""
    other.arrive(other.year.stick, other.year.old, newest_of(other))
    services = other.services()
    keys = services.office.keys
    second = next(each for each in keys.accounts() if each.login == SECOND)
    keys.reset_password(second.id, OTHERS_PASSWORD, own=True)
    return services


def leave(year: Year, services: Services) -> None:
    """Back the office up on the former PC and bring its stick up to date."""
    services.key_places.add("금고", year.stick)
    services.key_places.refresh_all()
    year.newest = back_up(services.office, year.backups)
    services.office.close()


def forget_what_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    carry = carrying.carry_persons
    monkeypatch.setattr(
        carrying, "carry_persons", lambda connection, *_keys: carry(connection, (), ())
    )


def end_with(other: OtherPc, services: Services) -> Services:
    """Restore there what the former PC had come to."""
    folder = services.office.info.folder
    services.office.close()
    restore(other.home, folder, other.year.newest, NEW_PASSWORD)
    return other.services()


def forms_of(services: Services, person: Person) -> set[tuple[int, bool]]:
    """Return each signed form that is there, and whether a line of consent names it."""
    with services.office.files.office() as connection:
        uow = uow_over(services, connection)
        named = {each.paper_id for each in uow.consents.of_person(person.id)}
        held = uow.holdings.of_person(person.id)
    return {(each.id, each.id in named) for each in held if each.group == "consent_paper"}


def destroy_here(services: Services) -> tuple[Person, str]:
    gone = known_person(services, CAME_HERE)
    plan = approved(services, gone)
    services.destruction_run.run(plan.id)
    return gone, plan.number


def test_each_destruction_of_both_stays_on_record(other: OtherPc):
    services = begin_with(other)
    gone, number = destroy_here(services)
    services = end_with(other, services)
    assert names(services) == sorted([STAYED, CAME_LATER])
    assert plan_numbers(services, other.year.gone) == [other.year.plan.number]
    assert plan_numbers(services, gone) == [number]
    assert services.log.check().first_broken is None
    services.office.close()


def test_without_blocks_of_numbers_one_would_take_the_place_of_the_other(
    other: OtherPc, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(replay, "_BEGINNINGS", frozenset[str]())
    monkeypatch.setattr(replay, "_FIRST_BLOCK", 0)
    services = begin_with(other)
    destroy_here(services)
    services = end_with(other, services)
    assert plan_numbers(services, other.year.gone) != [other.year.plan.number]
    services.office.close()


@pytest.mark.parametrize("guarded", [True, False])
def test_what_the_newer_data_alone_holds_of_somebody_stays(
    year: Year, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, guarded: bool
):
    """Since, a group came there; here, a hold was put on another one of the same person."""
    services = year.open()
    (line,) = services.people.find(STAYED)
    agree(services, services.people.open(line.id).person)
    services.people.save_group(line.id, "photo", PHOTO)
    leave(year, services)
    other = OtherPc(year, tmp_path / "other")
    services = begin_with(other)
    held = next(each.holding for each in services.people.open(line.id).contents.values())
    until = services.office.today().replace(year=services.office.today().year + 1)
    order = Order(MeasureKind.HOLD, MeasureCause.LAWSUIT, "가상 소송", until)
    services.measures.order([held.id], order)
    if not guarded:
        forget_what_is_unknown(monkeypatch)
    services = end_with(other, services)
    found = services.people.open(line.id).contents
    assert found[held.group].holding.state.value == "held"
    assert ("photo" in found) is guarded
    services.office.close()


@pytest.mark.parametrize("guarded", [True, False])
def test_each_signed_form_of_both_stays(
    year: Year, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, guarded: bool
):
    """Somebody signed there and, as nobody here knew of it, here again: no form is another."""
    services = year.open()
    (line,) = services.people.find(STAYED)
    person = services.people.open(line.id).person
    agree(services, person, evidence=Evidence(SCAN, "application/pdf"))
    there = forms_of(services, person)
    leave(year, services)
    other = OtherPc(year, tmp_path / "other")
    services = begin_with(other)
    agree(services, person, evidence=Evidence(SCAN, "application/pdf"))
    services.withdrawals.withdraw(
        person.id, "newsletter_photo", ConsentMethod.IN_PERSON, services.office.today()
    )
    here = forms_of(services, person)
    if not guarded:
        monkeypatch.setattr(carrying_persons, "OF_CASES", frozenset[str]())
    services = end_with(other, services)
    assert forms_of(services, person) == (here | there if guarded else here)
    given = {
        each.purpose.code
        for each in services.consents.status_of(person.id)
        if each.line is not None and each.line.result is ConsentResult.GIVEN
    }
    assert given
    assert "newsletter_photo" not in given
    services.office.close()


@pytest.mark.parametrize("guarded", [True, False])
def test_what_was_to_be_kept_apart_is_kept_apart_though_nobody_here_knew_of_it(
    year: Year, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, guarded: bool
):
    """A form that was signed after the older backup, and separated on the former PC since."""
    services = year.open()
    (line,) = services.people.find(STAYED)
    person = services.people.open(line.id).person
    agree(services, person, evidence=Evidence(SCAN, "application/pdf"))
    services.key_places.add("금고", year.stick)
    year.newest = back_up(services.office, year.backups)
    plan = approved(services, person)
    services.destruction_run.run(plan.id)
    services.key_places.refresh_all()
    apart = {
        each.id
        for each in services.separated.list()
        if (each.person_id, each.group) == (person.id, "consent_paper")
    }
    services.office.close()
    other = OtherPc(year, tmp_path / "other")
    services = begin_with(other)
    assert not apart & {each.id for each in services.separated.list()}
    if not guarded:
        forget_what_is_unknown(monkeypatch)
    services = end_with(other, services)
    found = {each.id for each in services.separated.list()}
    assert apart
    assert (apart <= found) is guarded
    assert STAYED not in names(services)
    services.office.close()


def test_one_number_for_two_plans_that_were_never_begun_stops_no_restore(
    year: Year, tmp_path: Path
):
    services = year.open()
    (line,) = services.people.find(STAYED)
    there = decided(services, services.people.open(line.id).person).plan
    leave(year, services)
    other = OtherPc(year, tmp_path / "other")
    services = begin_with(other)
    here = decided(services, services.people.open(line.id).person).plan
    assert (here.number, here.id) != (there.number, there.id)
    with services.office.files.office() as connection:
        connection.exec_driver_sql(
            "UPDATE plan SET number = ? WHERE id = ?", (there.number, here.id)
        )
    services = end_with(other, services)
    assert plan_numbers(services, services.people.open(line.id).person) == [there.number]
    assert names(services) == sorted([STAYED, CAME_LATER])
    services.office.close()
