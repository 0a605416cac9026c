"""A scan in the wrong place: moved under the key of the right one, or taken out; nothing stays."""

from pathlib import Path

import pytest

from easycare_desktop.domain.backups import BackupCause
from easycare_desktop.domain.measures import (
    HoldingFrozenError,
    MeasureCause,
    MeasureKind,
    Order,
)
from easycare_desktop.domain.people import Person, PersonHasEndedError, PersonNotFoundError
from easycare_desktop.domain.rights import Action, NotPermittedError
from easycare_desktop.security.sealing import SealBrokenError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.evidence import read_evidence
from easycare_desktop.services.person_papers import Scan, ScanNotFoundError
from easycare_desktop.services.scan_moving import ScanIsProofError, WhyTakenOut
from easycare_desktop.storage.repositories.files import FilesRepository
from tests.helpers.cases import decided, known_person
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD, VIEWER
from tests.helpers.offices import OfficeHome
from tests.services.test_person_papers import photo

WHY = WhyTakenOut.WRONG_PERSON


def holding(services: Services, person: Person, group: str) -> int:
    return services.people.open(person.id).contents[group].holding.id


def scanned(services: Services, person: Person, group: str = "health") -> Scan:
    place = holding(services, person, group)
    services.person_papers.add(person.id, place, read_evidence(photo()))
    return scans(services, person)[0]


def scans(services: Services, person: Person) -> tuple[Scan, ...]:
    return services.person_papers.of_person(person.id).scans


def sealed(services: Services) -> set[Path]:
    return set((services.office.info.folder / "files").iterdir())


def test_a_scan_moves_to_another_person(services: Services):
    wrong, right = known_person(services), known_person(services, "나둘째")
    scan, before = scanned(services, wrong), sealed(services)
    services.scan_moving.move(wrong.id, scan.id, holding(services, right, "care_contract"))
    assert scan.id not in {each.id for each in scans(services, wrong)}
    with pytest.raises(ScanNotFoundError):
        services.person_papers.open(wrong.id, scan.id)
    (moved,) = [each for each in scans(services, right) if each.media == "image/jpeg"]
    assert (moved.label, moved.added_at, moved.added_by) == ("급여계약", scan.added_at, "박책임")
    assert services.person_papers.open(right.id, moved.id).content == photo()
    assert len(sealed(services)) == len(before)
    assert len(before - sealed(services)) == 1
    entries = [each for each in services.log.newest(20) if each.action == "people.scan_move"]
    assert {each.person_id for each in entries} == {wrong.id, right.id}


def test_a_moved_scan_opens_with_the_new_key_alone(services: Services):
    wrong, right = known_person(services), known_person(services, "나둘째")
    scan, old = scanned(services, wrong), holding(services, wrong, "health")
    services.scan_moving.move(wrong.id, scan.id, holding(services, right, "health"))
    (moved,) = [each for each in scans(services, right) if each.media == "image/jpeg"]
    with services.office.door.enter(Action.EVIDENCE_READ) as step:
        file = step.uow.files.get(moved.id)
        with pytest.raises(SealBrokenError):
            step.uow.files.open(file, step.uow.keys.key_of(old))


def test_a_scan_moves_to_another_group_of_the_same_person(services: Services):
    person = known_person(services)
    scan = scanned(services, person)
    services.scan_moving.move(person.id, scan.id, scan_place := holding(services, person, "photo"))
    (moved,) = [each for each in scans(services, person) if each.media == "image/jpeg"]
    assert moved.label == "사진·소식지"
    services.scan_moving.move(person.id, moved.id, scan_place)
    assert moved in scans(services, person)


def test_a_scan_is_taken_out_and_the_log_says_why(services: Services):
    person = known_person(services)
    before = sealed(services)
    scan = scanned(services, person)
    services.scan_moving.take_out(person.id, scan.id, WHY)
    assert scan not in scans(services, person)
    assert sealed(services) == before
    entry = [each for each in services.log.newest(20) if each.action == "people.scan_out"][-1]
    assert (entry.person_id, entry.detail) == (person.id, f"file {scan.id} wrong_person")


def test_a_backup_of_before_keeps_the_scan_after_others_are_made(
    services: Services, tmp_path: Path
):
    disk = tmp_path / "disk"
    disk.mkdir()
    services.backup_targets.add("백업 USB", disk)
    person = known_person(services)
    before = sealed(services)
    scan = scanned(services, person)
    (file,) = sealed(services) - before
    services.backup.back_up(BackupCause.BY_HAND)
    services.scan_moving.take_out(person.id, scan.id, WHY)
    services.backup.back_up(BackupCause.BY_HAND)
    assert not file.exists()
    (kept,) = disk.rglob(file.name)
    assert kept.is_file()


def test_what_proves_something_or_is_frozen_or_has_ended_stays(services: Services):
    person, other = known_person(services), known_person(services, "나둘째")
    proof = next(each for each in scans(services, person) if each.media == "application/pdf")
    with pytest.raises(ScanIsProofError):
        services.scan_moving.take_out(person.id, proof.id, WHY)
    scan = scanned(services, person)
    with pytest.raises(ScanNotFoundError):
        services.scan_moving.take_out(other.id, scan.id, WHY)
    with pytest.raises(PersonNotFoundError):
        services.scan_moving.move(person.id, scan.id, 4711)
    order = Order(MeasureKind.SUSPENSION, MeasureCause.PERSON_ASKED, "요구서를 받음")
    services.measures.order([holding(services, other, "health")], order)
    with pytest.raises(HoldingFrozenError):
        services.scan_moving.move(person.id, scan.id, holding(services, other, "health"))
    decided(services, other)
    with pytest.raises((PersonHasEndedError, PersonNotFoundError)):
        services.scan_moving.move(person.id, scan.id, holding(services, other, "identity"))
    assert scan in scans(services, person)


def test_who_may_move_and_who_may_take_out(home: OfficeHome, services: Services):
    person = known_person(services)
    scan, target = scanned(services, person), holding(services, person, "photo")
    services.office.close()
    viewer = Services(home.open(VIEWER, OTHERS_PASSWORD))
    for forbidden in (
        lambda: viewer.scan_moving.move(person.id, scan.id, target),
        lambda: viewer.scan_moving.take_out(person.id, scan.id, WHY),
    ):
        with pytest.raises(NotPermittedError):
            forbidden()
    viewer.office.close()
    clerk = Services(home.open(CLERK, OTHERS_PASSWORD))
    clerk.scan_moving.take_out(person.id, scan.id, WHY)
    clerk.office.close()


@pytest.mark.parametrize("moves", [True, False])
def test_a_stop_in_between_leaves_all_or_nothing(
    services: Services, home: OfficeHome, monkeypatch: pytest.MonkeyPatch, moves: bool
):
    person, other = known_person(services), known_person(services, "나둘째")
    scan, target = scanned(services, person), holding(services, other, "health")
    names = sealed(services)

    def act() -> None:
        if moves:
            services.scan_moving.move(person.id, scan.id, target)
        else:
            services.scan_moving.take_out(person.id, scan.id, WHY)

    def stop(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as planted:
        planted.setattr(FilesRepository, "delete", stop)
        with pytest.raises(RuntimeError):
            act()
    assert services.person_papers.open(person.id, scan.id).content == photo()
    with monkeypatch.context() as planted:
        planted.setattr(FilesRepository, "remove_files", stop)
        with pytest.raises(RuntimeError):
            act()
    assert scan not in scans(services, person)
    services.office.close()
    again = Services(home.open())
    again.start()
    assert len(sealed(again)) == len(names) - (not moves)
    moved = [again.person_papers.open(other.id, each.id).content for each in scans(again, other)]
    assert (photo() in moved) is moves
    again.office.close()
