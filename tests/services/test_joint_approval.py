"""Several plans under one proof: all or none, a line of the log for each, one note for all."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from easycare_desktop.domain.destruction import (
    NoteMissingError,
    OutsidePlace,
    OutsideState,
    PlanChangedError,
    PlanEmptyError,
    PlanState,
    PlanStepError,
    SameApproverError,
    TypedDateDiffersError,
    WaitForNextDayError,
)
from easycare_desktop.domain.joint_approval import NonePickedError, TypedCountDiffersError, Way
from easycare_desktop.domain.people import EndAheadError
from easycare_desktop.domain.rights import NotPermittedError
from easycare_desktop.services import joint_approval
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.destruction import Approval
from easycare_desktop.services.unnamed import NameInTextError
from easycare_desktop.storage.keys.refusals import WrongLoginError
from tests.helpers.holds import hold
from tests.helpers.joint import NAMES, NOWHERE, ended_together, plans_of, states_of
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD, SECOND, OfficeMould
from tests.helpers.offices import LOGIN, NOW, PASSWORD, OfficeHome

TODAY = "20261123"
WAITING = [PlanState.AWAITING] * 3


def typed(count: int, login: str = SECOND, password: str = OTHERS_PASSWORD) -> Approval:
    return Approval(str(count), TODAY, login, password)


def logged(services: Services, action: str) -> list[tuple[str, int]]:
    lines = services.log.newest()
    return [(each.detail, each.count) for each in lines if each.action == action]


@pytest.fixture
def alone(home: OfficeHome, tmp_path: Path) -> Iterator[tuple[OfficeHome, Services]]:
    del home
    single = OfficeMould(tmp_path / "alone", alone=True).copy_to(tmp_path / "copy")
    made = Services(single.open())
    made.start()
    yield single, made
    made.office.close()


def test_all_are_approved_by_who_is_proved_once(
    services: Services, monkeypatch: pytest.MonkeyPatch
):
    ids = ended_together(services)
    desk = services.office.keys.desk
    proofs: list[str] = []
    prove = desk.prove
    monkeypatch.setattr(desk, "prove", lambda *who: (proofs.append(who[0]), prove(*who))[1])
    approved = services.joint_approval.approve_in_place(ids, typed(3))
    assert proofs == [SECOND]
    assert [each.id for each in approved] == ids
    assert states_of(services, ids) == [PlanState.APPROVED] * 3
    second = next(each.id for each in services.accounts.all() if each.login == SECOND)
    assert {each.approved_by for each in plans_of(services, ids)} == {second}
    lines = logged(services, "destruction.approve")
    numbers = [each.number for each in approved]
    assert sorted(detail for detail, _ in lines if detail != "letters") == sorted(numbers)
    assert {count for detail, count in lines if detail != "letters"} == {1}


@pytest.mark.parametrize(
    ("approval", "refusal"),
    [
        (typed(2), TypedCountDiffersError),
        (Approval("3", "20261122", SECOND, OTHERS_PASSWORD), TypedDateDiffersError),
        (Approval("3", "11/23", SECOND, OTHERS_PASSWORD), TypedDateDiffersError),
        (typed(3, password="falsch"), WrongLoginError),
        (typed(3, LOGIN, PASSWORD), SameApproverError),
        (typed(3, CLERK), NotPermittedError),
    ],
)
def test_what_does_not_fit_approves_none(
    services: Services, approval: Approval, refusal: type[Exception]
):
    ids = ended_together(services)
    with pytest.raises(refusal):
        services.joint_approval.approve_in_place(ids, approval)
    assert states_of(services, ids) == WAITING


def test_one_that_is_not_to_be_approved_keeps_all(services: Services):
    ids = ended_together(services)
    services.destruction.cancel(ids[1])
    with pytest.raises(PlanStepError):
        services.joint_approval.approve_in_place(ids, typed(3))
    assert states_of(services, ids) == [
        PlanState.AWAITING,
        PlanState.CANCELLED,
        PlanState.AWAITING,
    ]
    assert not [each for each, _ in logged(services, "destruction.approve")]


def test_nobody_picked_is_refused(services: Services):
    for call in (
        lambda: services.joint_approval.approve([], typed(0)),
        lambda: services.joint_approval.note_alone([], "혼자 일합니다"),
        lambda: services.joint_approval.tick([], NOWHERE),
    ):
        with pytest.raises(NonePickedError):
            call()


def test_what_is_told_of_copies_counts_for_all_and_leaves_what_was_ticked(services: Services):
    ids = ended_together(services)
    services.destruction.tick(ids[0], {OutsidePlace.CHAT: OutsideState.CLEARED})
    services.joint_approval.tick(ids, {OutsidePlace.PAPER: OutsideState.NONE})
    plans = plans_of(services, ids)
    assert {each.outside[OutsidePlace.PAPER] for each in plans} == {OutsideState.NONE}
    assert plans[0].outside[OutsidePlace.CHAT] is OutsideState.CLEARED
    assert plans[1].outside.get(OutsidePlace.CHAT, OutsideState.OPEN) is OutsideState.OPEN
    services.joint_approval.tick(ids[1:], {OutsidePlace.PAPER: OutsideState.OPEN})
    said = [each.outside[OutsidePlace.PAPER] for each in plans_of(services, ids)]
    assert said == [OutsideState.NONE, OutsideState.OPEN, OutsideState.OPEN]
    details = [detail for detail, _ in logged(services, "destruction.outside")][2:]
    assert sorted(details[:3]) == sorted(each.number for each in plans)


def test_a_closed_plan_is_ticked_no_more_and_neither_are_the_others(services: Services):
    ids = ended_together(services)
    services.destruction.cancel(ids[2])
    with pytest.raises(PlanStepError):
        services.joint_approval.tick(ids, NOWHERE)
    assert OutsideState.NONE not in plans_of(services, ids)[0].outside.values()


def test_the_list_says_who_can_bring_what_on(home: OfficeHome, services: Services):
    ids = ended_together(services)
    services.joint_approval.approve_in_place(ids[2:], typed(1))
    waiting = services.joint_approval.waiting()
    assert {each.id: each.way for each in waiting.plans} == {
        ids[0]: Way.IN_PLACE,
        ids[1]: Way.IN_PLACE,
        ids[2]: Way.CARRY_OUT,
    }
    assert [each.line.name for each in waiting.plans] == list(NAMES)
    assert all(each.plan.doomed for each in waiting.plans)
    services.office.close()
    second = Services(home.open(SECOND, OTHERS_PASSWORD))
    second.start()
    ways = {each.id: each.way for each in second.joint_approval.waiting().plans}
    assert ways == {ids[0]: Way.OWN, ids[1]: Way.OWN, ids[2]: Way.CARRY_OUT}
    second.joint_approval.approve(ids[:2], Approval("2", TODAY, "", ""))
    assert states_of(second, ids) == [PlanState.APPROVED] * 3
    second.office.close()


def test_who_is_alone_writes_one_note_for_all_and_waits(alone: tuple[OfficeHome, Services]):
    home, services = alone
    ids = ended_together(services)
    joint = services.joint_approval
    assert {each.way for each in joint.waiting().plans} == {Way.NOTE}
    with pytest.raises(NoteMissingError):
        joint.note_alone(ids, " ")
    with pytest.raises(NameInTextError):
        joint.note_alone(ids, "상하나 님이 원하십니다")
    joint.note_alone(ids, "상담만 하신 분들입니다")
    assert states_of(services, ids) == [PlanState.WAITING_DAY] * 3
    assert {each.note for each in plans_of(services, ids)} == {"상담만 하신 분들입니다"}
    details = [detail for detail, _ in logged(services, "destruction.plan")]
    assert sorted(details[:3]) == sorted(f"alone {each.number}" for each in plans_of(services, ids))
    waiting = joint.waiting()
    assert (waiting.plans, waiting.left_out) == ((), 3)
    with pytest.raises(WaitForNextDayError):
        joint.approve_in_place(ids, typed(3, LOGIN, PASSWORD))
    home.clock.set(NOW + timedelta(days=1))
    assert {each.way for each in joint.waiting().plans} == {Way.IN_PLACE}
    joint.approve_in_place(ids, Approval("3", "20261124", LOGIN, PASSWORD))
    assert states_of(services, ids) == [PlanState.APPROVED] * 3


def test_a_note_is_refused_where_another_officer_is_there(services: Services):
    ids = ended_together(services)
    with pytest.raises(SameApproverError):
        services.joint_approval.note_alone(ids, "상담만 하신 분들입니다")
    assert states_of(services, ids) == WAITING


def test_a_plan_of_which_all_is_held_is_left_out_and_one_that_changed_keeps_all(
    services: Services, monkeypatch: pytest.MonkeyPatch
):
    ids = ended_together(services)
    first = plans_of(services, ids[:1])[0]
    hold(services, first.doomed | first.separated)
    waiting = services.joint_approval.waiting()
    assert {each.id for each in waiting.plans} == set(ids[1:])
    assert waiting.left_out == 1
    with pytest.raises(PlanEmptyError):
        services.joint_approval.approve_in_place(ids, typed(3))

    def changed(_office: object, plan_id: int) -> None:
        if plan_id == ids[2]:
            raise PlanChangedError("x")

    monkeypatch.setattr(joint_approval, "settle_plan", changed)
    with pytest.raises(PlanChangedError):
        services.joint_approval.approve_in_place(ids[1:], typed(2))
    assert states_of(services, ids) == WAITING


def test_a_plan_whose_day_lies_ahead_is_left_out_and_refused(home: OfficeHome, services: Services):
    ids = ended_together(services)
    home.clock.set(NOW - timedelta(days=10))
    assert services.joint_approval.waiting().plans == ()
    with pytest.raises(EndAheadError):
        services.joint_approval.approve_in_place(
            ids, Approval("3", "20261113", SECOND, OTHERS_PASSWORD)
        )
