"""Several plans in turn: told of, stopped between two, what failed, and their certificates."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.destruction import (
    OutsidePlace,
    OutsideState,
    PlanChangedError,
    PlanState,
)
from easycare_desktop.domain.joint_approval import Way
from easycare_desktop.domain.people import EndingReason, PersonKind
from easycare_desktop.services import destruction_run
from easycare_desktop.services.several_endings import EndingDays
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import Question, RecordingMessages
from tests.helpers.joint import plans_of
from tests.helpers.joint_pages import JointScene


def test_all_go_and_their_certificates_can_be_printed_together(
    scene: JointScene, background: ManualBackground, messages: RecordingMessages
):
    wanted: list[list[int]] = []
    told: list[str] = []
    scene.page.joint.certificates_wanted.connect(wanted.append)
    scene.page.work.reached.connect(lambda *_: told.append(scene.page.top.band.progress.words))
    dialog = scene.approval()
    scene.tick_all(dialog)
    scene.fill(dialog)
    scene.press(dialog.last_press)
    messages.answer(True)
    background.drain()
    assert scene.states == [PlanState.DONE] * 3
    assert any(each.startswith("3건 가운데 2번째 ·") for each in told)
    asked = messages.of_kind("confirm")[-1].content[0]
    assert isinstance(asked, Question)
    assert asked.title == "모두 마쳤습니다"
    assert asked.lines == (
        "3건을 파기했습니다.",
        "파기확인서 3부를 함께 인쇄할 수 있습니다.",
    )
    assert wanted == [scene.ids]
    assert not scene.page.top.band.isVisible()
    assert not scene.page.work.busy


def test_only_what_was_told_anew_is_ticked(
    scene: JointScene, background: ManualBackground, messages: RecordingMessages
):
    services = scene.agency.services
    services.destruction.tick(scene.ids[0], {OutsidePlace.CHAT: OutsideState.CLEARED})
    dialog = scene.approval()
    dialog.outside.choose(OutsidePlace.PAPER, OutsideState.NONE)
    scene.fill(dialog)
    scene.press(dialog.last_press)
    background.drain()
    plans = plans_of(services, scene.ids)
    assert [each.outside[OutsidePlace.CHAT] for each in plans] == [
        OutsideState.CLEARED,
        OutsideState.OPEN,
        OutsideState.OPEN,
    ]
    assert {each.outside[OutsidePlace.PAPER] for each in plans} == {OutsideState.NONE}
    assert scene.states == [PlanState.PARTIAL] * 3
    assert "3건은 일부 완료입니다." in messages.of_kind("inform")[-1].content[1]


def stopped_in(
    scene: JointScene, number: int, then: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Do something in the middle of the plan with this number."""
    sweep, calls = destruction_run.sweep, []

    def counting(*args: object) -> None:
        calls.append(1)
        if len(calls) == number:
            then()
        sweep(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(destruction_run, "sweep", counting)


def test_it_is_stopped_between_two_and_goes_on_later(
    scene: JointScene,
    background: ManualBackground,
    messages: RecordingMessages,
    monkeypatch: pytest.MonkeyPatch,
):
    dialog = scene.approval()
    scene.tick_all(dialog)
    scene.fill(dialog)
    scene.press(dialog.last_press)
    band = scene.page.top.band

    def stop() -> None:
        assert band.isVisible()
        assert not scene.page.body.together.isVisible()
        scene.press(band.stop)

    stopped_in(scene, 2, stop, monkeypatch)
    background.drain()
    assert scene.states == [PlanState.DONE, PlanState.DONE, PlanState.APPROVED]
    asked = messages.of_kind("confirm")[-1].content[0]
    assert isinstance(asked, Question)
    assert asked.title == "모두 하지는 못했습니다"
    assert asked.lines[1].startswith("1건은 시작하지 않았습니다.")
    picker = scene.pick()
    assert [each.way for each in picker.plans.model.rows] == [Way.CARRY_OUT]
    scene.press(picker.pick_all)
    messages.answer(False)
    scene.press(picker.go_on)
    background.drain()
    assert scene.states[2] is PlanState.APPROVED
    assert messages.of_kind("confirm")[-1].content[0].danger  # type: ignore[attr-defined]
    picker = scene.pick()
    scene.press(picker.pick_all)
    messages.answer(True)
    scene.press(picker.go_on)
    background.drain()
    assert scene.states == [PlanState.DONE] * 3


def test_one_that_failed_is_named_and_what_was_destroyed_is_told(
    scene: JointScene,
    background: ManualBackground,
    messages: RecordingMessages,
    monkeypatch: pytest.MonkeyPatch,
):
    begin, second = destruction_run.DestructionRun._begin, scene.ids[1]

    def refusing(run: destruction_run.DestructionRun, plan_id: int) -> object:
        if plan_id == second:
            raise PlanChangedError("x")
        return begin(run, plan_id)

    monkeypatch.setattr(destruction_run.DestructionRun, "_begin", refusing)
    dialog = scene.approval()
    scene.tick_all(dialog)
    scene.fill(dialog)
    scene.press(dialog.last_press)
    background.drain()
    number = plans_of(scene.agency.services, [second])[0].number
    asked = messages.of_kind("confirm")[-1].content[0]
    assert isinstance(asked, Question)
    assert asked.lines[:2] == (
        "2건을 파기했습니다.",
        f"{number}: 파기하지 못했습니다. 승인한 뒤 파기할 내용이 달라졌습니다.",
    )
    assert scene.states == [PlanState.DONE, PlanState.APPROVED, PlanState.DONE]


def test_what_nobody_foresaw_is_told_and_reported(
    qtbot: QtBot,
    scene: JointScene,
    background: ManualBackground,
    messages: RecordingMessages,
    monkeypatch: pytest.MonkeyPatch,
):
    def broken(*_args: object, **_named: object) -> None:
        raise ValueError

    monkeypatch.setattr(destruction_run, "switch_generation", broken)
    dialog = scene.approval()
    scene.tick_all(dialog)
    scene.fill(dialog)
    scene.press(dialog.last_press)
    with qtbot.captureExceptions() as reported:
        background.drain()
    assert [each[0] for each in reported] == [ValueError]
    lines = messages.of_kind("inform")[-1].content
    assert lines[0] == "모두 하지는 못했습니다"
    assert str(lines[2]).startswith("2건은 시작하지 않았습니다.")
    assert scene.states == [PlanState.APPROVED] * 3
    assert not scene.page.work.busy


def test_what_was_only_moved_apart_has_no_certificate(
    scene: JointScene, background: ManualBackground, messages: RecordingMessages
):
    services, wanted = scene.agency.services, []
    scene.page.joint.certificates_wanted.connect(wanted.append)
    person = services.people.register(PersonKind.ENQUIRER, {"identity": {"name": "문의함"}})
    days = EndingDays(EndingReason.NO_CONTRACT, services.office.today(), None)
    plan = services.several_endings.end_one(person.id, EndingReason.NO_CONTRACT, days).plan
    assert not plan.doomed
    dialog = scene.approval()
    scene.tick_all(dialog)
    scene.fill(dialog)
    dialog.fields.name.control.clear()
    QTest.keyClicks(dialog.fields.name.control, "4")
    scene.press(dialog.last_press)
    messages.answer(True)
    background.drain()
    assert wanted == [scene.ids]
