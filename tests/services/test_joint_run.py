"""Approved plans one after the other: stopped between two, one that fails, a power cut."""

from collections.abc import Callable
from pathlib import Path

import pytest

from easycare_desktop.documents.preview import text_of
from easycare_desktop.domain.destruction import PlanChangedError, PlanState, PlanUnfinishedError
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.measures import HoldingFrozenError
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.services import destruction_run
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.destruction import Approval
from easycare_desktop.services.joint_run import run_together
from easycare_desktop.services.mistakes import WorkOnRecordError
from easycare_desktop.services.paper_kinds import PaperKind
from easycare_desktop.storage.keys.refusals import WrongLoginError
from easycare_desktop.system.refusals import DiskFullError
from tests.helpers.joint import NAMES, NOWHERE, ended_together, states_of
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD, SECOND
from tests.helpers.offices import OfficeHome


class PowerCut(BaseException):
    """The program ends here and now."""


@pytest.fixture
def ids(services: Services, tmp_path: Path) -> list[int]:
    """Three plans, approved together and with nothing outside, in an office with a key place."""
    stick = tmp_path / "stick"
    stick.mkdir()
    services.key_places.add("USB", stick)
    found = ended_together(services)
    approval = Approval("3", "20261123", SECOND, OTHERS_PASSWORD)
    services.joint_approval.approve_in_place(found, approval)
    services.joint_approval.tick(found, NOWHERE)
    return found


def never() -> bool:
    return False


def at_call(number: int, original: Callable[..., object], error: BaseException) -> object:
    """Return what does as `original`, and fails when it is called for the `number`th time."""
    calls: list[int] = []

    def stand_in(*args: object, **named: object) -> object:
        calls.append(1)
        if len(calls) == number:
            raise error
        return original(*args, **named)

    return stand_in


def test_all_are_destroyed_and_each_is_told_of(services: Services, ids: list[int]):
    told: list[tuple[int, str]] = []
    result = run_together(
        services.destruction_run, ids, lambda before, stage: told.append((before, stage)), never
    )
    assert result.done == tuple(ids)
    assert (result.failed, result.unreached) == ({}, ())
    assert states_of(services, ids) == [PlanState.DONE] * 3
    assert told == [(each, stage) for each in range(3) for stage in destruction_run.STAGES]
    assert not [each for name in NAMES for each in services.search.find(name)]
    begun = [each for each in services.log.newest() if each.detail == "begin"]
    assert len(begun) == 3


def test_it_stops_between_two_plans(services: Services, ids: list[int]):
    reached: set[int] = set()
    result = run_together(
        services.destruction_run, ids, lambda n, _: reached.add(n), lambda: len(reached) == 2
    )
    assert result.done == tuple(ids[:2])
    assert result.unreached == (ids[2],)
    assert states_of(services, ids) == [PlanState.DONE, PlanState.DONE, PlanState.APPROVED]


@pytest.mark.parametrize(
    "refusal",
    [PlanChangedError("x"), WorkOnRecordError(), HoldingFrozenError(HoldingState.SUSPENDED)],
)
def test_one_that_changed_is_left_out_and_the_others_go(
    services: Services, ids: list[int], monkeypatch: pytest.MonkeyPatch, refusal: Refusal
):
    begin = at_call(2, destruction_run.DestructionRun._begin, refusal)
    monkeypatch.setattr(destruction_run.DestructionRun, "_begin", begin)
    result = run_together(services.destruction_run, ids, lambda *_: None, never)
    assert result.done == (ids[0], ids[2])
    assert result.failed[ids[1]] is refusal
    assert states_of(services, ids)[1] is PlanState.APPROVED


def test_what_stops_one_switch_stops_those_that_follow(
    services: Services, ids: list[int], monkeypatch: pytest.MonkeyPatch
):
    switch = at_call(2, destruction_run.switch_generation, DiskFullError())
    monkeypatch.setattr(destruction_run, "switch_generation", switch)
    result = run_together(services.destruction_run, ids, lambda *_: None, never)
    assert result.done == (ids[0],)
    assert isinstance(result.failed[ids[1]], DiskFullError)
    assert result.unreached == (ids[2],)
    assert states_of(services, ids)[1:] == [PlanState.APPROVED] * 2


def test_one_that_is_not_finished_stops_those_that_follow(
    services: Services, ids: list[int], monkeypatch: pytest.MonkeyPatch
):
    sweep = at_call(1, destruction_run.sweep, DiskFullError())
    monkeypatch.setattr(destruction_run, "sweep", sweep)
    result = run_together(services.destruction_run, ids, lambda *_: None, never)
    assert isinstance(result.failed[ids[0]], PlanUnfinishedError)
    assert result.unreached == tuple(ids[1:])
    assert states_of(services, ids)[0] is PlanState.RUNNING


@pytest.mark.parametrize("stage", ["switch_generation", "sweep"])
def test_what_was_confirmed_survives_a_power_cut(
    home: OfficeHome,
    services: Services,
    ids: list[int],
    monkeypatch: pytest.MonkeyPatch,
    stage: str,
):
    with monkeypatch.context() as power:
        power.setattr(
            destruction_run, stage, at_call(2, getattr(destruction_run, stage), PowerCut())
        )
        with pytest.raises(PowerCut):
            run_together(services.destruction_run, ids, lambda *_: None, never)
    services.office.close()
    again = Services(home.open())
    again.start()
    before = stage == "switch_generation"
    second = PlanState.APPROVED if before else PlanState.PARTIAL
    states = states_of(again, ids)
    assert states[0] is PlanState.DONE
    assert states[1] in {second, PlanState.DONE} - ({PlanState.DONE} if before else set())
    assert states[2] is PlanState.APPROVED
    left = [each for each, state in zip(ids, states, strict=True) if state is PlanState.APPROVED]
    assert run_together(again.destruction_run, left, lambda *_: None, never).done == tuple(left)
    again.office.close()


def test_the_certificates_of_all_are_one_job_and_each_is_signed(
    home: OfficeHome, services: Services, ids: list[int]
):
    run_together(services.destruction_run, ids, lambda *_: None, never)
    services.office.close()
    clerk = Services(home.open(CLERK, OTHERS_PASSWORD))
    clerk.start()
    jobs, kind = clerk.paper_jobs, PaperKind.CERTIFICATE
    with pytest.raises(WrongLoginError):
        jobs.same_for(kind, ids, "본인 교부", signer=(SECOND, "falsch"))
    job = jobs.same_for(kind, ids, "본인 교부", signer=(SECOND, OTHERS_PASSWORD))
    assert len(job.parts) == 3
    assert all(b"/ByteRange" in each.pdf for each in job.parts)
    text = "".join("".join(text_of(job.pdf)).split())
    assert all(each.number in text for each in clerk.destruction.all())
    assert b"/AcroForm" not in job.pdf
    assert not job.as_file
    clerk.office.close()
