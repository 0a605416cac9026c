"""A year-old backup comes back on this PC; whom the office destroyed since does not."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Connection

from easycare_desktop.domain.people import (
    EndingReason,
    PersonKind,
    PersonNotFoundError,
    PersonState,
)
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.restore import desk as desks
from easycare_desktop.services.restore.desk import RestoreDesk
from easycare_desktop.services.several_endings import EndingDays
from easycare_desktop.storage.databases.data_pointer import POINTER, data_folder
from easycare_desktop.storage.keys.refusals import KeyDestroyedError
from easycare_desktop.storage.restore import carrying
from easycare_desktop.storage.restore.replay import Replayed
from easycare_desktop.storage.unit_of_work import UnitOfWork
from tests.helpers.backups import restore, site_of
from tests.helpers.cases import NAME, STAFF, approval_of, approved, known_person, register
from tests.services.restore.conftest import CAME_LATER, STAYED, Year


def traces_of(services: Services, year: Year) -> list[str]:
    """Return every way in which the destroyed person is still, or again, in the office."""
    found = [f"found as {line.number}" for line in services.people.find(NAME)]
    try:
        found.append(f"opened as {services.people.open(year.gone.id).name}")
    except Refusal as refusal:
        found += [type(refusal).__name__] * (not isinstance(refusal, PersonNotFoundError))
    with services.office.files.office() as connection:
        uow = uow_over(services, connection)
        if uow.people.get(year.gone.id).state not in {PersonState.SEPARATED, PersonState.GONE}:
            found.append("in use")
        rows = set(uow.outline.persons()) & (year.plan.doomed | year.plan.separated)
        found += [f"row {each}" for each in rows]
        found += [f"file {each.name}" for each in uow.files.of_holdings(year.plan.doomed)]
    for holding_id in year.plan.doomed:
        try:
            services.office.keys.key_of(holding_id)
            found.append(f"key {holding_id}")
        except KeyDestroyedError:
            pass
    return found


def uow_over(services: Services, connection: Connection) -> UnitOfWork:
    return UnitOfWork(connection, services.office.files.folder, services.office.keys)


def names(services: Services) -> list[str]:
    return sorted(line.name for line in services.people.find(""))


def test_the_destroyed_person_does_not_come_back(year: Year):
    log_before = len(log_of(year))
    restore(year.home, year.folder, year.old)
    services = year.open()
    assert names(services) == [STAYED]
    assert traces_of(services, year) == []
    assert {each.id for each in services.separated.list()} == year.plan.separated
    assert services.log.check().first_broken is None
    assert services.ledger.check().first_broken is None
    services.office.close()
    assert len(log_of(year)) > log_before
    assert (year.folder / POINTER).exists()
    assert not (year.folder / "office.db").exists()


def log_of(year: Year) -> list[str]:
    services = year.open()
    with services.office.files.office() as connection:
        lines = uow_over(services, connection).log.newest(5000)
    services.office.close()
    return [line.action for line in lines]


def test_the_destruction_stays_on_record(year: Year):
    restore(year.home, year.folder, year.old)
    services = year.open()
    lines = [line for line in services.ledger.rows() if line.number == year.plan.number]
    assert [line.person_number for line in lines] == [year.gone.number]
    newcomer = register(services, "새로온이")
    assert newcomer.number == "P-00005"
    assert services.destruction.view(year.plan.id).plan.number == year.plan.number
    services.office.close()


def test_the_difference_is_told_before(year: Year):
    site = site_of(year.home, year.folder)
    desk = RestoreDesk(site)
    found = desk.sets(year.backups)
    assert [each.place.name for each in found] == [year.newest.name, year.old.name]
    told = desk.prepare(year.old)
    assert told.people == 1
    assert (told.appear, [each.name for each in told.disappear]) == ((), [CAME_LATER])
    assert (told.served, told.present_readable, told.log_carried) == (1, True, True)
    assert told.newer_only > 0
    assert told.newer_backup
    desk.give_up()
    site.keys.close()
    services = year.open()
    assert names(services) == sorted([STAYED, CAME_LATER])
    services.office.close()
    assert data_folder(year.folder) == year.folder


def test_without_the_present_data_the_keys_alone_refuse_the_person(year: Year):
    (year.folder / "office.db").write_bytes(b"torn")
    site = site_of(year.home, year.folder)
    desk = RestoreDesk(site)
    told = desk.prepare(year.old)
    assert (told.present_readable, told.people) == (False, 1)
    assert (told.served, told.log_carried) == (0, False)
    assert 0 < told.dropped <= len(year.plan.doomed)
    desk.finish()
    site.keys.close()
    services = year.open()
    assert names(services) == [STAYED]
    assert traces_of(services, year) == []
    kept = services.separated.list()
    assert {each.id for each in kept} == year.plan.separated
    assert all(each.until > date(2026, 1, 1) for each in kept)
    newcomer = register(services, "새로온이")
    assert newcomer.id > year.gone.id + 1
    services.office.close()


@pytest.mark.parametrize("present", [True, False])
def test_without_the_guards_the_person_would_be_back(
    year: Year, monkeypatch: pytest.MonkeyPatch, *, present: bool
):
    def nothing(*_args: object) -> Replayed:
        return Replayed(0, 0, 0, 0, frozenset())

    monkeypatch.setattr(desks, "replay", nothing)
    if present:
        monkeypatch.setattr(carrying, "carry_persons", lambda *_given: 0)
        monkeypatch.setattr(carrying, "carry_separated", nothing)
    else:
        (year.folder / "office.db").write_bytes(b"torn")
    restore(year.home, year.folder, year.old)
    services = Services(year.home.open())
    assert "in use" in traces_of(services, year)
    services.office.close()


def test_who_came_after_the_backup_and_is_kept_apart_has_a_line_though_the_data_was_lost(
    year: Year,
):
    services = year.open()
    came = known_person(services, "나중갈이")
    services.destruction_run.run(approved(services, came).id)
    left = services.people.register(PersonKind.STAFF, STAFF)
    today = services.office.today()
    days = EndingDays(EndingReason.LEFT_JOB, today, None)
    plan = services.several_endings.end_one(left.id, EndingReason.LEFT_JOB, days).plan
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    services.destruction_run.run(plan.id)
    services.office.close()
    (data_folder(year.folder) / "office.db").write_bytes(b"torn")
    restore(year.home, year.folder, year.old)
    services = year.open()
    assert came.id in {each.person_id for each in services.separated.list()}
    with services.office.files.office() as connection:
        found = uow_over(services, connection).people.some([came.id, left.id])
    assert [(each.number, each.kind, each.state) for each in found.values()] == [
        (came.number, PersonKind.RECIPIENT, PersonState.SEPARATED),
        (left.number, PersonKind.STAFF, PersonState.SEPARATED),
    ]
    year.home.clock.set(year.home.clock.now() + timedelta(days=6 * 365))
    services.office.clock_trusted()
    services.office.accept_clock()
    plan = services.destruction.propose_due()
    assert plan is not None
    shown = {each.id for each in services.destruction.view(plan.id).persons}
    assert {came.id, left.id} <= shown
    services.office.close()
