"""A destruction that is stopped at any point goes on at the next opening, or never began."""

from collections.abc import Callable
from pathlib import Path

import pytest

from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.destruction import Plan, PlanState, PlanUnfinishedError
from easycare_desktop.services import destruction_run, residue
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.key_places import KeyPlaceService
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.residue import ResidueService
from easycare_desktop.system.refusals import DiskFullError
from tests.helpers.cases import approved, known_person, register
from tests.helpers.offices import OfficeHome


class PowerCut(BaseException):
    """The program ends here and now."""


def cut(*_args: object, **_named: object) -> None:
    raise PowerCut


BEFORE_THE_SWITCH: dict[str, tuple[object, str]] = {
    "look": (ResidueService, "collect"),
    "separate": (destruction_run, "copy_separated"),
    "switch": (destruction_run, "switch_generation"),
}
AFTER_THE_SWITCH: dict[str, tuple[object, str]] = {
    "sweep": (destruction_run, "sweep"),
    "places": (KeyPlaceService, "renew_all"),
    "search": (ResidueService, "search"),
    "check": (destruction_run, "check"),
    "finish": (destruction_run, "finish"),
}


def stopped_at(
    home: OfficeHome, stick: Path, monkeypatch: pytest.MonkeyPatch, stage: tuple[object, str]
) -> tuple[Services, Plan]:
    """Run until the power goes at a stage; return the office as it is opened again."""
    office = home.open()
    services = Services(office)
    services.start()
    stick.mkdir(exist_ok=True)
    services.key_places.add("USB", stick)
    register(services, "남은이")
    plan = approved(services, known_person(services))
    with monkeypatch.context() as power:
        power.setattr(*stage, cut)
        with pytest.raises(PowerCut):
            services.destruction_run.run(plan.id)
    office.close()
    again = Services(home.open())
    again.start()
    return again, plan


@pytest.mark.parametrize("stage", BEFORE_THE_SWITCH)
def test_before_the_switch_nothing_is_destroyed(
    home: OfficeHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str
):
    services, plan = stopped_at(home, tmp_path / "stick", monkeypatch, BEFORE_THE_SWITCH[stage])
    assert services.destruction.view(plan.id).plan.state is PlanState.APPROVED
    assert all(services.office.keys.is_living(each) for each in plan.doomed | plan.separated)
    assert services.separated.list() == ()
    assert len(services.people.find("")) == 2
    done = services.destruction_run.run(plan.id)
    assert (done.plan.state, done.open_points) == (PlanState.DONE, ())
    services.office.close()


@pytest.mark.parametrize("stage", AFTER_THE_SWITCH)
def test_after_the_switch_it_only_goes_forward(
    home: OfficeHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str
):
    services, plan = stopped_at(home, tmp_path / "stick", monkeypatch, AFTER_THE_SWITCH[stage])
    shown = services.destruction.view(plan.id).plan
    assert shown.state is PlanState.DONE
    assert services.destruction.view(plan.id).open_points == ()
    paper = text_of(services.papers.make(PaperKind.CERTIFICATE, plan.id, "기관 보관").pdf)
    assert ("다시 찾음" in paper) == (stage != "finish")
    assert plan.doomed <= services.office.keys.tombstones()
    assert {holding.id for holding in services.separated.list()} == plan.separated
    assert [line.name for line in services.people.find("")] == ["남은이"]
    assert services.log.check().first_broken is None
    assert services.ledger.check().first_broken is None
    services.office.close()


def test_without_a_letter_the_search_stays_open(
    home: OfficeHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(residue, "LETTER_GROUP", "none of these")
    services, plan = stopped_at(home, tmp_path / "stick", monkeypatch, AFTER_THE_SWITCH["search"])
    assert services.destruction.view(plan.id).plan.state is PlanState.PARTIAL
    assert services.destruction.view(plan.id).open_points == ("search",)
    monkeypatch.undo()
    done = services.destruction_run.check_again(plan.id)
    assert (done.plan.state, done.open_points) == (PlanState.DONE, ())
    services.office.close()


def test_a_search_with_nothing_left_to_look_for_is_closed_by_an_officer(
    home: OfficeHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(residue, "LETTER_GROUP", "none of these")
    services, plan = stopped_at(home, tmp_path / "stick", monkeypatch, AFTER_THE_SWITCH["search"])
    assert services.destruction_run.check_again(plan.id).open_points == ("search",)
    services.destruction_search.close(plan.id, "확인할 값이 남아 있지 않음")
    done = services.destruction_run.check_again(plan.id)
    assert (done.plan.state, done.open_points) == (PlanState.DONE, ())
    paper = text_of(services.papers.make(PaperKind.CERTIFICATE, plan.id, "기관 보관").pdf)
    assert "책임자 확인: 확인할 값이 남아 있지 않음 (박책임, 2026-11-23)" in paper
    assert "찾아보지 않았습니다" in paper
    services.office.close()


def failing(error: Exception) -> Callable[..., None]:
    def fail(*_args: object, **_named: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize("stage", BEFORE_THE_SWITCH)
def test_an_error_before_the_switch_gives_the_plan_back(
    services: Services, monkeypatch: pytest.MonkeyPatch, stage: str
):
    plan = approved(services, known_person(services))
    with monkeypatch.context() as bad:
        bad.setattr(*BEFORE_THE_SWITCH[stage], failing(OSError("planted")))
        with pytest.raises(OSError, match="planted"):
            services.destruction_run.run(plan.id)
    assert services.destruction.view(plan.id).plan.state is PlanState.APPROVED
    assert all(services.office.keys.is_living(each) for each in plan.doomed | plan.separated)
    assert services.separated.list() == ()
    services.destruction_run.run(plan.id)
    assert plan.doomed <= services.office.keys.tombstones()


@pytest.mark.parametrize("stage", ["sweep", "finish"])
def test_a_full_disk_after_the_switch_is_told_as_what_it_is(
    services: Services, monkeypatch: pytest.MonkeyPatch, stage: str
):
    plan = approved(services, known_person(services))
    with monkeypatch.context() as bad:
        bad.setattr(*AFTER_THE_SWITCH[stage], failing(DiskFullError()))
        with pytest.raises(PlanUnfinishedError):
            services.destruction_run.run(plan.id)
    assert services.destruction.view(plan.id).plan.state is PlanState.RUNNING
    assert plan.doomed <= services.office.keys.tombstones()
    (finished,) = services.destruction_run.resume()
    assert finished.plan.id == plan.id


def test_resuming_twice_changes_nothing(
    home: OfficeHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    services, plan = stopped_at(home, tmp_path / "stick", monkeypatch, AFTER_THE_SWITCH["check"])
    first = services.destruction.view(plan.id)
    assert services.destruction_run.resume() == []
    assert services.destruction.view(plan.id) == first
    services.office.close()
