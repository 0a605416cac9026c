from pathlib import Path

import pytest

from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.destruction import OutsidePlace, OutsideState, Plan, PlanState
from easycare_desktop.domain.people import PersonNotFoundError, PersonState
from easycare_desktop.domain.requests import RequestState
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.evidence import Evidence
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.separated import ReadingPurpose
from easycare_desktop.storage.keys.refusals import KeyDestroyedError, KeySeparatedError
from tests.helpers.cases import (
    NAME,
    SCAN,
    approval_of,
    approved,
    decided,
    known_person,
    next_day,
    register,
)
from tests.helpers.office_copies import OTHERS_PASSWORD, SECOND
from tests.helpers.offices import OfficeHome


@pytest.fixture
def stick(services: Services, tmp_path: Path) -> Path:
    """A registered key place."""
    folder = tmp_path / "stick"
    folder.mkdir()
    services.key_places.add("USB", folder)
    return folder


def gone(services: Services, plan: Plan) -> None:
    """Nothing of the doomed is left, and what stays is only kept apart."""
    keys = services.office.keys
    assert plan.doomed <= keys.tombstones()
    assert plan.separated <= keys.separated_ids()
    assert not (plan.doomed | plan.separated) & set(keys.living_keys())
    for each in plan.doomed:
        with pytest.raises(KeyDestroyedError):
            keys.key_of(each)
    for each in plan.separated:
        with pytest.raises(KeySeparatedError):
            keys.key_of(each)
    kept = {holding.id for holding in services.separated.list()}
    assert kept == plan.separated
    assert [line.name for line in services.people.find("")] == ["남은이"]


@pytest.mark.usefixtures("new_processes")
def test_after_the_run_nothing_is_left(services: Services, stick: Path):
    register(services, "남은이")
    person = known_person(services)
    plan = approved(services, person)
    stages: list[str] = []
    result = services.destruction_run.run(plan.id, stages.append)
    assert stages == ["look", "separate", "switch", "sweep", "places", "check", "done"]
    assert (result.plan.state, result.open_points) == (PlanState.DONE, ())
    gone(services, plan)
    with pytest.raises(PersonNotFoundError):
        services.people.open(person.id)
    assert services.requests.all()[0].request.state is RequestState.CARRIED_OUT
    assert services.requests.all()[0].name == ""


def test_a_scan_stays_as_long_as_what_it_proves(services: Services, stick: Path):
    person = known_person(services)
    plan = approved(services, person)
    services.destruction_run.run(plan.id)
    files = services.office.info.folder / "files"
    assert len(list(files.iterdir())) == 1
    kept = next(each for each in services.separated.list() if each.group == "consent_paper")
    read = services.separated.evidence(kept.id, ReadingPurpose.DISPUTE, "동의를 다툼")
    assert read == (Evidence(SCAN, "application/pdf"),)
    next_day(services, 366 * 7)
    services.office.accept_clock()
    over = services.destruction.propose_due()
    assert over is not None
    services.destruction.approve_in_place(over.id, approval_of(services, over))
    services.destruction_run.run(over.id)
    assert not any(files.iterdir())


def test_a_restart_sees_the_same(home: OfficeHome, stick: Path, services: Services):
    register(services, "남은이")
    plan = approved(services, known_person(services))
    services.destruction_run.run(plan.id)
    services.office.close()
    office = home.open()
    again = Services(office)
    assert again.start() == 1
    gone(again, plan)
    assert again.log.check().first_broken is None
    office.close()


def test_the_second_person_can_still_open(home: OfficeHome, stick: Path, services: Services):
    register(services, "남은이")
    plan = approved(services, known_person(services))
    services.destruction_run.run(plan.id)
    services.office.close()
    office = home.open(SECOND, OTHERS_PASSWORD)
    again = Services(office)
    again.start()
    gone(again, plan)
    (card,) = [again.people.open(line.id) for line in again.people.find("")]
    assert card.name == "남은이"
    office.close()


def test_the_sheet_still_opens(home: OfficeHome, services: Services):
    register(services, "남은이")
    plan = approved(services, known_person(services))
    services.destruction_run.run(plan.id)
    services.office.close()
    office = home.offices.open_with_sheet(services.office.info.code, home.sheet.text)
    again = Services(office)
    assert again.start() == 1
    gone(again, plan)
    office.close()


def test_the_key_place_holds_the_new_generation_only(services: Services, stick: Path):
    before = {path.name for path in stick.rglob("keys-*.db")}
    plan = approved(services, known_person(services))
    services.destruction_run.run(plan.id)
    after = {path.name for path in stick.rglob("keys-*.db")}
    assert before == {"keys-1.db"}
    assert after == {"keys-2.db"}
    assert services.office.keys.generation == 2


def test_without_a_key_place_it_is_done_in_part_only(services: Services):
    plan = approved(services, known_person(services))
    result = services.destruction_run.run(plan.id)
    assert (result.plan.state, result.open_points) == (PlanState.PARTIAL, ("no_place",))


def test_an_absent_key_place_is_named_and_caught_up_with(services: Services, stick: Path):
    plan = approved(services, known_person(services))
    away = stick.rename(stick.with_name("away"))
    (place,) = services.key_places.states()
    result = services.destruction_run.run(plan.id)
    assert result.open_points == (f"place.{place.id}",)
    assert result.plan.state is PlanState.PARTIAL
    away.rename(stick)
    again = services.destruction_run.check_again(plan.id)
    assert (again.plan.state, again.open_points) == (PlanState.DONE, ())


def test_what_is_not_ticked_outside_stays_open(services: Services, stick: Path):
    plan = decided(services, known_person(services)).plan
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    result = services.destruction_run.run(plan.id)
    assert set(result.open_points) == {f"outside.{place.value}" for place in OutsidePlace}
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.NONE))
    assert services.destruction_run.check_again(plan.id).plan.state is PlanState.DONE


def test_a_trace_in_plain_text_is_found(services: Services, stick: Path):
    plan = approved(services, known_person(services))
    note = services.office.info.folder / "note.txt"
    note.write_text(f"전화 {NAME} 010-0000-1234", encoding="utf-8")
    result = services.destruction_run.run(plan.id)
    assert result.open_points == ("found",)
    assert result.plan.state is PlanState.PARTIAL


def test_whoever_is_kept_apart_is_destroyed_when_the_stay_is_over(services: Services, stick: Path):
    person, guardian = known_person(services), register(services, "다른보호")
    services.people.link_guardian(register(services, "남은이").id, guardian.id)
    services.people.link_guardian(person.id, guardian.id)
    services.destruction_run.run(approved(services, person).id)
    next_day(services, 366 * 7)
    services.office.accept_clock()
    plan = services.destruction.propose_due()
    assert plan is not None
    services.destruction.tick(plan.id, dict.fromkeys(OutsidePlace, OutsideState.NONE))
    services.destruction.approve_in_place(plan.id, approval_of(services, plan))
    assert services.destruction_run.run(plan.id).plan.state is PlanState.DONE
    assert services.separated.list() == ()
    with services.office.door.enter(Action.PEOPLE_LISTED) as step:
        assert step.uow.people.get(person.id).state is PersonState.GONE
        assert step.uow.people.guardians_of(person.id) == []
        assert len(step.uow.people.recipients_of(guardian.id)) == 1


def test_the_living_are_untouched(services: Services):
    stays = known_person(services, "남은이")
    before = services.people.open(stays.id).contents
    services.destruction_run.run(approved(services, known_person(services)).id)
    assert services.people.open(stays.id).contents == before
    line = next(line for line in services.consents.lines_of(stays.id) if line.evidence_id)
    assert services.consents.evidence(line) is not None


def test_a_mention_elsewhere_is_counted(services: Services, stick: Path):
    other = register(services, "남은이")
    fields = dict(services.people.open(other.id).contents["emergency"].values)
    services.people.save_group(
        other.id,
        "emergency",
        fields | {"second_name": NAME},
        expected_version=1,
        reason="이웃",
    )
    plan = approved(services, known_person(services))
    assert services.destruction_run.run(plan.id).plan.state is PlanState.DONE
    paper = text_of(services.papers.make(PaperKind.CERTIFICATE, plan.id, "기관 보관").pdf)
    words = "".join(paper.split())
    assert "다른자료에적힌5건은지우지않았습니다." in words
    assert "그대로둠" in words
