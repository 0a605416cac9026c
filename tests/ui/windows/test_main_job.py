"""The main job through the real windows: taken in, decided, approved in place, destroyed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.consents import Capacity
from easycare_desktop.domain.destruction import OutsidePlace, OutsideState, PlanState
from easycare_desktop.domain.people import PersonNotFoundError
from easycare_desktop.domain.requests import Proof, RequestState
from easycare_desktop.domain.second_notices import Telling
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.destruction.destroy_dialog import DestroyDialog
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.cancel_page import CancelPage
from easycare_desktop.ui.windows.destruction_page import DestructionPage
from easycare_desktop.ui.windows.ledger_page import LedgerPage
from tests.helpers.agency import (
    ACCOUNT,
    NAME,
    PHONE,
    SECOND,
    SECOND_PASSWORD,
    Agency,
)
from tests.helpers.hangul import type_hangul
from tests.helpers.present import present

ADDRESS = "행복시 나눔구 봄길 77"
TRACES = (NAME, PHONE, ACCOUNT, ADDRESS, "010-0000-5678")


def click(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def take_in_and_decide(page: CancelPage, person_id: int) -> int:
    """Go through the five steps up to the decision; return the plan's id."""
    QTest.keyClick(page, Qt.Key.Key_F2)
    type_hangul(page.start.search, "ㅎㄱㄷ")
    QTest.keyClick(page.start.search, Qt.Key.Key_Return)
    QTest.keyClick(page.start.table, Qt.Key.Key_Return)
    case, form = page.case, page.case.steps.form
    assert case.person_id == person_id
    form.fields.capacity.control.choose(Capacity.SELF)
    QTest.keyClicks(form.fields.wish.control, "+0")
    QTest.keyClicks(form.fields.last.control, "20261120")
    form.fields.reason.control.choose("end")
    for item in ("service_ends", "law_keeps", "no_return"):
        form.findChild(type(form.told.copy), f"cancel.told.{item}").click()
    click(case.foot.next)
    case.steps.verify.proofs[Proof.KNOWN_IN_PERSON].click()
    for _ in range(3):
        click(case.foot.next)
    assert case.request is not None
    assert case.request.state is RequestState.DECIDED
    return case.request.destruction_id or 0


def destroy(page: DestructionPage, plan_id: int, background: ManualBackground) -> None:
    """Tick the outside places, approve in place and let the run end."""
    page.show_subject(plan_id)
    for place in OutsidePlace:
        page.panel.outside.choose(place, OutsideState.NONE)
    click(page.foot.approve)
    dialog = page.dialogs.shown
    assert isinstance(dialog, DestroyDialog)
    fields = dialog.fields
    type_hangul(fields.name.control, NAME)
    QTest.keyClicks(fields.day.control, "20261123")
    QTest.keyClicks(fields.login.control, SECOND)
    QTest.keyClicks(fields.password.control.focusProxy(), SECOND_PASSWORD)
    click(dialog.last_press)
    background.drain()


def found_in(folder: Path, words: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return (file, word) for every word found in a file in UTF-8, UTF-16 or CP949."""
    hits = []
    for file in sorted(each for each in folder.rglob("*") if each.is_file()):
        content = file.read_bytes()
        hits += [
            (file.name, word)
            for word in words
            if any(word.encode(code) in content for code in ("utf-8", "utf-16-le", "cp949"))
        ]
    return hits


def test_the_main_job_leaves_nothing(qtbot: QtBot, kit: Kit, agency: Agency, tmp_path: Path):
    services, messages, background = agency.services, RecordingMessages(), ManualBackground()
    cancel = CancelPage(kit, services, messages)
    cancel.refresh()
    present(qtbot, cancel)
    plan_id = take_in_and_decide(cancel, agency.person.id)
    assert services.people.open(agency.person.id).name == NAME

    page = DestructionPage(kit, services, messages, background)
    present(qtbot, page)
    destroy(page, plan_id, background)
    assert services.destruction.view(plan_id).plan.state is PlanState.DONE
    assert services.people.find("ㅎㄱㄷ") == []
    with pytest.raises(PersonNotFoundError):
        services.people.open(agency.person.id)

    cancel.refresh()
    assert cancel.case.request is not None
    assert cancel.case.request.state is RequestState.CARRIED_OUT
    with qtbot.waitSignal(cancel.paper_wanted) as notice:
        click(cancel.case.steps.result.notice)
    assert notice.args == ["result_notice", cancel.case.request.id]
    cancel.case.steps.result.told.how.control.choose(Telling.HANDED)
    click(cancel.case.foot.next)
    assert cancel.case.request.state is RequestState.CLOSED

    ledger = LedgerPage(kit, services, messages, background)
    ledger.refresh()
    background.drain()
    model = ledger.table.model()
    assert model.index(0, 1).data() == agency.person.number
    assert not messages.of_kind("refuse")
    for window in (cancel, page, ledger):
        window.close()


def test_after_reopening_nothing_is_readable_and_nobody_is_back(
    qtbot: QtBot, kit: Kit, agency: Agency, tmp_path: Path
):
    services, messages, background = agency.services, RecordingMessages(), ManualBackground()
    cancel = CancelPage(kit, services, messages)
    present(qtbot, cancel)
    cancel.refresh()
    plan_id = take_in_and_decide(cancel, agency.person.id)
    page = DestructionPage(kit, services, messages, background)
    present(qtbot, page)
    destroy(page, plan_id, background)
    cancel.close()
    page.close()
    services.office.close()
    again = Services(agency.home.open())
    again.start()
    assert again.people.find("ㅎㄱㄷ") == []
    assert again.destruction.view(plan_id).plan.state is PlanState.DONE
    assert {each.group for each in again.separated.list()} >= {"care_contract", "payment"}
    again.office.close()
    assert found_in(tmp_path, TRACES) == []
    canary = tmp_path / "canary.txt"
    canary.write_bytes(f"남은 글 {NAME}".encode("cp949"))
    assert found_in(tmp_path, TRACES) == [("canary.txt", NAME)]
