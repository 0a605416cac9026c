"""엑셀에서 가져오기: a list is chosen, matched, looked at, stored and taken back."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.importing import FieldRef, RowState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.appearance import Appearance, Look
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages, Trouble
from easycare_desktop.ui.windows.import_page import ImportPage
from tests.helpers.cases import known_person, register
from tests.helpers.import_pages import brought, list_file, press, settle, shoot
from tests.helpers.lists import HEAD, ROWS
from tests.helpers.sizes import PERCENTS

BAD = (
    "다솜이,1945-02-30,여,010-00,,L100,3,2025-01-01,2028-12-31,15%,,",
    "마루한,1940-02-03,남,,,L1000000001,3등급,,,,,",
)


@pytest.fixture
def page(import_page: ImportPage) -> ImportPage:
    return import_page


def test_a_list_comes_in_from_the_file_to_the_end(
    page: ImportPage,
    services: Services,
    background: ManualBackground,
    messages: RecordingMessages,
    tmp_path: Path,
):
    known_person(services)
    assert page.start.none.isVisible()
    assert not page.start.undo.isVisible()
    messages.answer(list_file(tmp_path, *ROWS, *BAD))
    press(page, page.start.box.choose, background)
    assert page.steps.now == 1
    assert page.columns.combos[1].value() == "recipient:identity.birth"
    press(page, page.next, background)
    states = [each.row.state for each in page.rows.model.rows]
    assert states == [RowState.NEW, RowState.NEW, RowState.BAD, RowState.BAD]
    assert page.next.text() == "2줄 가져오기"
    page.rows.table.choose(4)
    press(page, page.rows.leave, background)
    assert page.next.text() == "1줄 가져오기"
    assert services.search.find("마루한") == []
    press(page, page.next, background)
    assert page.end.done.text() == "수급자 1명을 등록했습니다."
    assert [line.name for line in page.end.people.model.rows] == ["홍길순"]
    assert services.search.find("마루한")
    messages.answer(True)
    press(page, page.end.undo, background)
    assert services.search.find("마루한") == []
    assert [run.undone_at is not None for run in page.start.model.rows] == [True]
    assert page.start.table.isVisible()
    assert not page.start.none.isVisible()


def test_who_is_nearly_somebody_else_waits_for_a_decision(
    page: ImportPage, services: Services, background: ManualBackground, tmp_path: Path
):
    known_person(services)
    near = "홍길선,1941-03-05,여,010-0000-1234,,,3,2025-01-01,2028-12-31,15%,,"
    brought(page, background, list_file(tmp_path, near, ROWS[1]))
    assert page.next.text() == "1줄 가져오기"
    waiting = page.rows.table.current_row()
    assert waiting is not None
    assert waiting.row.number == 3
    assert page.rows.other.isVisible()
    assert "홍길순 님" in page.rows.model.rows[0].first
    shoot(page, "similar")
    press(page, page.rows.other, background)
    assert page.next.text() == "2줄 가져오기"
    press(page, page.rows.same, background)
    assert page.rows.model.rows[0].meant.state is RowState.CHANGED
    assert not page.rows.same.isEnabled()
    press(page, page.next, background)
    assert page.end.done.text() == "수급자 1명을 등록했습니다. 수급자 1명의 내용을 고쳤습니다."
    assert [each.name for each in services.search.find("홍길")] == ["홍길선"]


@pytest.mark.look
def test_of_a_short_list_it_is_asked_whether_it_is_whole(
    page: ImportPage,
    services: Services,
    background: ManualBackground,
    tmp_path: Path,
    qtbot: QtBot,
):
    for name in ("다솜이", "라온이", "가온이"):
        register(services, name)
    brought(page, background, list_file(tmp_path, *ROWS))
    press(page, page.next, background)
    assert page.end.question.isVisible()
    assert "3명이 이 파일에 없습니다" in page.end.question.note.text()
    settle(page, qtbot)
    assert clip_check(page) == []
    shoot(page, "whole_question")
    page.end.question.part.click()
    assert not page.end.people.model.rows
    assert not page.end.question.isVisible()
    page.refresh()
    assert not page.end.people.model.rows


def test_a_column_can_be_given_another_meaning_and_is_remembered(
    page: ImportPage,
    services: Services,
    background: ManualBackground,
    tmp_path: Path,
):
    head = HEAD.replace("주소", "사는 곳 이름")
    page.take(list_file(tmp_path, ROWS[0], head=head))
    background.drain()
    assert page.columns.combos[4].value() == ""
    page.columns.combos[4].choose("recipient:identity.address")
    press(page, page.next, background)
    press(page, page.next, background)
    (found,) = services.search.find("마루한")
    address = services.people.open(found.id).contents["identity"].values["address"]
    assert address == "행복시 봄길 1"
    page.take(list_file(tmp_path, ROWS[0], head=head))
    background.drain()
    layout = page.columns.layout_now()
    assert layout is not None
    assert layout.remembered
    assert layout.meanings[4] == FieldRef(PersonKind.RECIPIENT, "identity", "address")


def test_a_file_that_cannot_be_read_is_told_and_nothing_happens(
    page: ImportPage,
    services: Services,
    background: ManualBackground,
    messages: RecordingMessages,
    tmp_path: Path,
):
    path = tmp_path / "목록.xlsx"
    path.write_bytes(b"PK\x03\x04 cut short")
    page.take(path)
    background.drain()
    (said,) = messages.of_kind("refuse")
    trouble = said.content[0]
    assert isinstance(trouble, Trouble)
    assert trouble.number == "EX-105"
    assert page.steps.now == 0
    assert services.imports.runs() == []


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_clipped(
    qtbot: QtBot,
    page: ImportPage,
    background: ManualBackground,
    appearance: Appearance,
    tmp_path: Path,
    percent: int,
):
    appearance.wear(Look(percent=percent))
    page.take(list_file(tmp_path, *ROWS, *BAD))
    for step, name in enumerate(("start", "columns", "rows", "end")):
        if step == 1:
            background.drain()
        elif step > 1:
            press(page, page.next, background)
        assert page.steps.now == step
        settle(page, qtbot)
        assert clip_check(page) == []
        shoot(page, f"{name}_{percent}")
