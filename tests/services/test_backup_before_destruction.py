"""Before keys end, the data goes to every place at hand; what cannot be written stops nothing.

What remains of a holding that lost one item lies in no earlier backup: it goes there afterwards.
"""

import shutil
from pathlib import Path

import pytest

from easycare_desktop.domain.backups import BackupCause, BackupOutcome
from easycare_desktop.services.bundle import Services
from tests.helpers.cases import approval_of, approved, known_person


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


def causes(services: Services) -> list[tuple[BackupCause, BackupOutcome]]:
    return [(row.cause, row.outcome) for row in services.backup.register()]


def test_a_destruction_backs_the_data_up_first(services: Services, disk: Path):
    services.backup_targets.add("백업 USB", disk)
    plan = approved(services, known_person(services))
    generation = services.office.keys.generation
    services.destruction_run.run(plan.id)
    assert causes(services) == [(BackupCause.BEFORE_DESTRUCTION, BackupOutcome.DONE)]
    assert services.office.keys.generation == generation + 1
    assert not plan.doomed & services.office.keys.living_keys().keys()


def test_what_remains_of_a_holding_is_in_a_backup_at_once(services: Services, disk: Path):
    services.backup_targets.add("백업 USB", disk)
    person = known_person(services)
    health = services.people.open(person.id).contents["health"].holding.id
    plan = services.selection.plan_fields(health, ["medicines"], "본인의 요구")
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    services.destruction_run.run(plan.id)
    assert causes(services) == [
        (BackupCause.AFTER_DESTRUCTION, BackupOutcome.DONE),
        (BackupCause.BEFORE_DESTRUCTION, BackupOutcome.DONE),
    ]


def test_without_a_place_at_hand_it_goes_on(services: Services, disk: Path):
    services.backup_targets.add("백업 USB", disk)
    shutil.rmtree(disk)
    plan = approved(services, known_person(services))
    services.destruction_run.run(plan.id)
    assert causes(services) == []
    assert plan.doomed <= services.office.keys.tombstones()
