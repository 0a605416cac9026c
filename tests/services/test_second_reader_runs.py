"""Bad days around a destruction: other roles, lost places, forged numbers, unreadable files."""

import json
import shutil
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import text

from easycare_desktop.domain.destruction import (
    Plan,
    PlanState,
    PlanStepError,
)
from easycare_desktop.services import destruction_run
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.destruction_run import RunResult
from easycare_desktop.services.residue import ResidueService
from easycare_desktop.storage.keys.generation import switch_report
from easycare_desktop.storage.residue import search
from easycare_desktop.storage.residue.needles import make_needles
from easycare_desktop.storage.residue.patterns import Patterns
from tests.helpers.cases import approved, decided, known_person, next_day, register
from tests.helpers.office_copies import OTHERS_PASSWORD, VIEWER
from tests.helpers.offices import OfficeHome


class PowerCut(BaseException):
    """The program ends here and now."""


def cut(*_args: object, **_named: object) -> None:
    raise PowerCut


def failing(*_args: object, **_named: object) -> None:
    message = "planted"
    raise OSError(message)


def stopped_after_the_switch(home: OfficeHome, monkeypatch: pytest.MonkeyPatch) -> Plan:
    office = home.open()
    services = Services(office)
    services.start()
    register(services, "남은이")
    plan = approved(services, known_person(services))
    with monkeypatch.context() as power:
        power.setattr(destruction_run, "sweep", cut)
        with pytest.raises(PowerCut):
            services.destruction_run.run(plan.id)
    office.close()
    return plan


def test_a_viewer_can_open_what_only_others_may_finish(
    home: OfficeHome, monkeypatch: pytest.MonkeyPatch
):
    plan = stopped_after_the_switch(home, monkeypatch)
    seen = Services(home.open(VIEWER, OTHERS_PASSWORD))
    seen.start()
    assert [line.name for line in seen.people.find("")] == ["남은이"]
    assert seen.destruction.view(plan.id).plan.state is PlanState.RUNNING
    assert seen.ledger.rows() == ()
    seen.office.close()
    finished = Services(home.open())
    finished.start()
    assert finished.destruction.view(plan.id).plan.state is PlanState.PARTIAL
    finished.office.close()


def test_the_office_opens_where_a_stop_cannot_be_finished_yet(
    home: OfficeHome, monkeypatch: pytest.MonkeyPatch
):
    plan = stopped_after_the_switch(home, monkeypatch)
    office = home.open()
    services = Services(office)
    with monkeypatch.context() as bad:
        bad.setattr(destruction_run, "sweep", failing)
        services.start()
    assert services.destruction.view(plan.id).plan.state is PlanState.RUNNING
    assert [each.plan.id for each in services.destruction_run.resume()] == [plan.id]
    office.close()


def test_closing_waits_for_a_destruction(home: OfficeHome, tmp_path: Path):
    office = home.open()
    services = Services(office)
    services.start()
    services.key_places.add("USB", tmp_path)
    plan = approved(services, known_person(services))
    begun = Event()

    def tell(stage: str) -> None:
        if stage == "sweep":
            begun.set()

    worker = Thread(target=services.destruction_run.run, args=(plan.id, tell))
    worker.start()
    assert begun.wait(20)
    office.close()
    worker.join(20)
    again = Services(home.open())
    again.start()
    assert again.destruction.view(plan.id).plan.state is PlanState.DONE
    again.office.close()


def test_only_what_is_done_in_part_is_checked_again(services: Services):
    plan = approved(services, known_person(services))
    before = services.office.keys.ledger_entries()
    with pytest.raises(PlanStepError):
        services.destruction_run.check_again(plan.id)
    assert services.office.keys.ledger_entries() == before
    assert services.destruction.view(plan.id).plan.state is PlanState.APPROVED


def test_the_number_of_another_plan_proves_nothing(
    services: Services, monkeypatch: pytest.MonkeyPatch
):
    done = approved(services, known_person(services))
    services.destruction_run.run(done.id)
    other = approved(services, known_person(services, "홍둘째"))
    found = switch_report(services.office.keys, done.number)
    with monkeypatch.context() as bad:
        bad.setattr(destruction_run, "switch_report", lambda *_: found)
        bad.setattr(destruction_run, "switch_generation", failing)
        with pytest.raises(OSError, match="planted"):
            services.destruction_run.run(other.id)
    assert services.destruction.view(other.id).plan.state is PlanState.APPROVED
    assert len(services.people.find("홍둘째")) == 1
    with services.office.files.office() as connection:
        rows = connection.execute(text("SELECT id FROM holding")).scalars().all()
    assert other.doomed | other.separated <= set(rows)


def run_with_stick_away(services: Services, stick: Path) -> RunResult:
    stick.mkdir()
    services.key_places.add("USB", stick)
    plan = approved(services, known_person(services))
    shutil.move(stick, stick.with_name("away"))
    return services.destruction_run.run(plan.id)


def test_striking_off_an_old_place_completes_nothing(services: Services, tmp_path: Path):
    result = run_with_stick_away(services, tmp_path / "stick")
    place = services.key_places.states()[0]
    other = tmp_path / "other"
    other.mkdir()
    services.key_places.add("USB 2", other)
    services.key_places.remove(place.id)
    for _ in range(3):
        result = services.destruction_run.check_again(result.plan.id)
        assert result.open_points == (f"place.{place.id}",)
        assert result.plan.state is PlanState.PARTIAL
    with services.office.files.office() as connection:
        facts = json.loads(connection.execute(text("SELECT facts FROM plan")).scalar_one())
    assert [(each["label"], each["newest"]) for each in facts["places"]] == [
        ("USB 2", True),
        ("USB (등록에서 뺌)", False),
    ]


def test_the_day_of_destruction_stays_when_the_rest_is_done_later(
    services: Services, tmp_path: Path
):
    stick = tmp_path / "stick"
    result = run_with_stick_away(services, stick)
    day = services.office.today()
    next_day(services, 40)
    shutil.move(stick.with_name("away"), stick)
    again = services.destruction_run.check_again(result.plan.id)
    assert again.plan.state is PlanState.DONE
    assert {line.destroyed_on for line in services.ledger.rows()} == {day}


def test_a_late_proof_reaches_the_certificate(services: Services, tmp_path: Path):
    stick = tmp_path / "stick"
    result = run_with_stick_away(services, stick)
    with services.office.files.office() as connection:
        facts = json.loads(connection.execute(text("SELECT facts FROM plan")).scalar_one())
        facts["switch"]["finished_at"] = None
        connection.execute(text("UPDATE plan SET facts = :facts"), {"facts": json.dumps(facts)})
    shutil.move(stick.with_name("away"), stick)
    services.destruction_run.check_again(result.plan.id)
    with services.office.files.office() as connection:
        facts = json.loads(connection.execute(text("SELECT facts FROM plan")).scalar_one())
    assert facts["switch"]["finished_at"] is not None


def test_a_file_that_cannot_be_read_is_not_called_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in ("good.bin", "locked.bin"):
        (tmp_path / name).write_bytes(b"\0" * 64)
    real = search.count_in_file

    def locked(path: Path, patterns: Patterns) -> int:
        if path.name == "locked.bin":
            raise PermissionError
        return real(path, patterns)

    monkeypatch.setattr(search, "count_in_file", locked)
    needles = make_needles(["010-0000-1234"])
    found = search.search_files("office_files", sorted(tmp_path.iterdir()), needles)
    assert (found.files, found.hits, found.unread) == (1, 0, 1)
    (tmp_path / "locked.bin").unlink()
    found = search.search_files("office_files", sorted(tmp_path.iterdir()), needles)
    assert (found.files, found.unread) == (1, 0)


def test_the_lock_of_the_office_is_not_read(services: Services, monkeypatch: pytest.MonkeyPatch):
    plan = decided(services, known_person(services)).plan
    residue = ResidueService(services.office)
    traces = residue.collect(plan)
    read: list[str] = []
    real = search.count_in_file

    def watched(path: Path, patterns: Patterns) -> int:
        read.append(path.name)
        return real(path, patterns)

    monkeypatch.setattr(search, "count_in_file", watched)
    residue.search(traces)
    assert "office.json" in read
    assert "office.lock" not in read
