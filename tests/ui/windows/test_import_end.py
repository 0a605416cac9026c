"""엑셀에서 가져오기: the last step, also where the list brought nothing new."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.people import EndingReason, PersonState
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.endings.endings_dialog import EndingsDialog
from easycare_desktop.ui.windows.import_page import ImportPage
from tests.helpers.cases import LAST_SERVICE, known_person, register
from tests.helpers.import_pages import brought, list_file, press, settle, shoot
from tests.helpers.lists import ROWS


@pytest.fixture
def page(import_page: ImportPage) -> ImportPage:
    return import_page


@pytest.mark.look
def test_who_is_missing_is_shown_where_nothing_is_new(
    page: ImportPage,
    services: Services,
    background: ManualBackground,
    tmp_path: Path,
    qtbot: QtBot,
):
    brought(page, background, list_file(tmp_path, *ROWS))
    press(page, page.next, background)
    runs = services.imports.runs()
    brought(page, background, list_file(tmp_path, ROWS[0]))
    assert page.next.text() == "목록에 없는 분 보기"
    assert page.next.isEnabled()
    press(page, page.next, background)
    assert page.end.done.text() == "가져온 것이 없습니다."
    assert not page.end.undo.isVisibleTo(page)
    assert [line.name for line in page.end.people.model.rows] == ["나래온"]
    assert services.imports.runs() == runs
    settle(page, qtbot)
    shoot(page, "import_end_same")
    assert clip_check(page) == []
    press(page, page.next, background)
    brought(page, background, list_file(tmp_path, ROWS[0].replace("봄길 1", "봄길 2")))
    press(page, page.next, background)
    assert page.end.undo.isVisibleTo(page)


def test_a_list_of_bad_rows_alone_leads_nowhere(
    page: ImportPage, background: ManualBackground, tmp_path: Path
):
    bad = "다솜이,1945-02-30,여,,,,,,,,,"
    brought(page, background, list_file(tmp_path, bad))
    assert page.next.text() == "0줄 가져오기"
    assert not page.next.isEnabled()


@pytest.mark.look
def test_after_the_list_those_who_were_ended_can_be_taken_back_too(
    page: ImportPage,
    services: Services,
    background: ManualBackground,
    messages: RecordingMessages,
    tmp_path: Path,
    qtbot: QtBot,
):
    gone = [known_person(services), register(services, "다솜이")]
    brought(page, background, list_file(tmp_path, *ROWS))
    press(page, page.next, background)
    for person in gone:
        page.end.people.table.choose(person.id)
        page.end.people.pick.click()
    page.end.end.click()
    dialog = page.dialogs.shown
    assert isinstance(dialog, EndingsDialog)
    dialog.reason.control.choose(EndingReason.FACILITY)
    dialog.last.set_day(LAST_SERVICE)
    dialog.last.picked.emit(LAST_SERVICE)
    background.drain()
    press(page, dialog.ask, background)
    messages.answer(True)
    press(page, page.end.undo, background)
    assert services.search.find("마루한") == []
    assert page.end.done.text() == "가져온 것을 되돌렸습니다."
    assert not page.end.undo.isVisibleTo(page)
    settle(page, qtbot)
    shoot(page, "import_undone")
    assert clip_check(page) == []
    messages.answer(True)
    press(page, page.end.take_back, background)
    assert {services.people.open(each.id).person.state for each in gone} == {PersonState.ACTIVE}
