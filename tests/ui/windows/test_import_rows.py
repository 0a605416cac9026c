"""엑셀에서 가져오기: what becomes of single rows, and of who is no longer in the list."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.exporting import ExportPurpose
from easycare_desktop.domain.people import EndingReason, Person, PersonKind, PersonState
from easycare_desktop.domain.registers import RegisterKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.endings.endings_dialog import EndingsDialog
from easycare_desktop.ui.parts.lists.rejects_dialog import RejectsDialog
from easycare_desktop.ui.parts.shared.leaving_fields import LeavingFields
from easycare_desktop.ui.windows.import_page import ImportPage
from tests.helpers.cases import LAST_SERVICE, NAME, known_person, register
from tests.helpers.import_pages import brought, list_file, press, settle, shoot
from tests.helpers.lists import HEAD, ROWS
from tests.helpers.opened_rows import opened_rows

SECRET = "hamster-garden-27"
STAFF_HEAD = "성명,생년월일,휴대폰,주소,직종,고용형태,입사일,퇴사일"
STAFF = (
    "마루한,1980-02-03,010-0000-1111,행복시 봄길 1,요양보호사,시간제,2019-01-02,2020-01-31",
    "나래온,1981-05-06,010-0000-3333,행복시 봄길 2,요양보호사,시간제,2019-01-02,",
)


@pytest.fixture
def page(import_page: ImportPage) -> ImportPage:
    return import_page


def test_a_name_of_one_syllable_is_taken_and_told(
    page: ImportPage, services: Services, background: ManualBackground, tmp_path: Path
):
    brought(page, background, list_file(tmp_path, ROWS[0].replace("마루한", "김"), ROWS[1]))
    told, usual = page.rows.model.rows
    assert "이름이 한 글자입니다. 맞는지 보아 주세요." in told.second
    assert "한 글자" not in usual.second
    press(page, page.next, background)
    assert services.search.find("김")[0].name == "김"


def test_a_second_guardian_goes_with_the_row_of_the_recipient(
    page: ImportPage, services: Services, background: ManualBackground, tmp_path: Path
):
    second = ROWS[0].replace("마보호,010-0000-2222", "마누리,010-0000-4444")
    brought(page, background, list_file(tmp_path, ROWS[0], second))
    assert page.next.text() == "2줄 가져오기"
    about = page.rows.model.rows[1]
    assert about.first == "3번째 줄의 분에게 보호자 마누리 님을 더합니다."
    assert about.second.startswith("수급자 내용은 3번째 줄대로 가져옵니다.")
    page.rows.table.choose(3)
    press(page, page.rows.leave, background)
    assert page.rows.taken == frozenset()
    page.rows.table.choose(4)
    assert not page.rows.leave.isEnabled()
    page.rows.table.choose(3)
    press(page, page.rows.leave, background)
    press(page, page.next, background)
    assert page.end.done.text() == "수급자 1명을 등록했습니다."
    (found,) = services.search.find("마루한")
    card = services.people.open(found.id)
    assert [each.name for each in card.guardians] == ["마보호", "마누리"]


def test_what_hangs_on_who_has_left_is_out_with_them_from_the_first(
    page: ImportPage, background: ManualBackground, tmp_path: Path
):
    first = f"{ROWS[0]},종료"
    second = f"{ROWS[0].replace('마보호,010-0000-2222', '마누리,010-0000-4444')},"
    brought(page, background, list_file(tmp_path, first, second, ROWS[1], head=f"{HEAD},상태"))
    assert (page.rows.taken, page.rows.untaken) == ({5}, 2)
    page.rows.table.choose(4)
    assert page.rows.presses.why.text() == "3번째 줄을 빼 두어 이 줄도 함께 빠집니다."
    page.rows.table.choose(3)
    press(page, page.rows.leave, background)
    assert page.rows.taken == {3, 4, 5}


@pytest.mark.look
def test_who_has_left_is_told_and_left_out_until_somebody_takes_them_in(
    page: ImportPage,
    services: Services,
    background: ManualBackground,
    tmp_path: Path,
    qtbot: QtBot,
):
    page.start.kinds.choose(PersonKind.STAFF)
    path = list_file(tmp_path, *STAFF, head=STAFF_HEAD)
    brought(page, background, path)
    assert page.rows.counts.text().startswith("새로 등록 1줄")
    assert "떠난 분 1줄(빼 두었습니다)" in page.rows.counts.text()
    assert page.rows.model.rows[0].second.startswith("퇴사일이 2020-01-31로 지났습니다.")
    assert page.next.text() == "1줄 가져오기"
    settle(page, qtbot)
    shoot(page, "gone")
    page.rows.table.choose(3)
    press(page, page.rows.leave, background)
    assert page.next.text() == "2줄 가져오기"
    press(page, page.next, background)
    brought(page, background, path)
    press(page, page.previous, background)
    brought(
        page, background, list_file(tmp_path, STAFF[0].replace("길 1", "길 9"), head=STAFF_HEAD)
    )
    assert page.next.text() == "목록에 없는 분 보기"
    (left,) = services.search.find("마루한")
    assert left.id in {line.id for line in page._work.missing().lines}


def secret_typed(fields: LeavingFields) -> None:
    for field in (fields.secret.first, fields.secret.again):
        line = field.control.focusProxy()
        assert isinstance(line, QLineEdit)
        line.setText(SECRET)


@pytest.mark.look
def test_rows_to_mend_leave_as_any_list_does(
    page: ImportPage,
    services: Services,
    background: ManualBackground,
    messages: RecordingMessages,
    tmp_path: Path,
):
    head = HEAD.replace("생년월일", "주민등록번호")
    bad = "다솜이,450230-2123456,,010-00,,L100,3,2025-01-01,2028-12-31,15%,,"
    in_a_name = "800101-1234567,400203-1234567,,,,L1000000009,3등급,2025-01-01,2028-12-31,15%,,"
    brought(page, background, list_file(tmp_path, bad, in_a_name, head=head))
    press(page, page.save_bad, background)
    dialog = page.dialogs.shown
    assert isinstance(dialog, RejectsDialog)
    press(page, dialog.save, background)
    assert dialog.leaving.purpose.error
    assert dialog.leaving.reason.error
    assert dialog.leaving.secret.first.error
    dialog.leaving.purpose.control.choose(ExportPurpose.CARE_PROGRAM)
    dialog.leaving.reason.control.setText("잘못된 줄을 고치려고")
    secret_typed(dialog.leaving)
    assert clip_check(dialog) == []
    shoot(dialog, "rejects")
    saved = tmp_path / "고칠 줄.xlsx"
    messages.answer(saved)
    dialog.save.click()
    dialog.reject()
    assert page.dialogs.shown is dialog
    background.drain()
    assert page.dialogs.shown is None
    rows = opened_rows(saved, SECRET)
    assert rows[0][-1] == "고칠 사유"
    assert rows[1][:2] == ["다솜이", "450230-2******"]
    assert "휴대전화:" in str(rows[1][-1])
    assert rows[2][:2] == ["800101-1******", "400203-1******"]
    (copy,) = services.registers.items()
    assert copy.kind is RegisterKind.OUTSIDE
    assert copy.values["reason"] == "잘못된 줄을 고치려고"
    (said,) = messages.of_kind("inform")
    assert copy.number in str(said.content)


def picked(page: ImportPage, *people: Person) -> None:
    for person in people:
        page.end.people.table.choose(person.id)
        page.end.people.pick.click()


def told(page: ImportPage, background: ManualBackground, qtbot: QtBot) -> EndingsDialog:
    page.end.end.click()
    dialog = page.dialogs.shown
    assert isinstance(dialog, EndingsDialog)
    press(page, dialog.ask, background)
    assert dialog.reason.error
    assert dialog.last.error
    dialog.reason.control.choose(EndingReason.FACILITY)
    dialog.last.set_day(LAST_SERVICE)
    dialog.last.picked.emit(LAST_SERVICE)
    background.drain()
    assert [each.line.name for each in dialog.model.rows] == [NAME, "다솜이"]
    assert "건강·신체, 비상연락망" in dialog.full.words  # cut in the row, told below it
    assert all("까지" in each.stays[0] for each in dialog.model.rows)
    qtbot.wait(40)
    assert clip_check(dialog) == []
    return dialog


@pytest.mark.look
def test_who_is_no_longer_in_the_list_is_ended_together_and_taken_back(
    page: ImportPage,
    services: Services,
    background: ManualBackground,
    messages: RecordingMessages,
    tmp_path: Path,
    qtbot: QtBot,
):
    gone = [known_person(services), register(services, "다솜이"), register(services, "라온이")]
    brought(page, background, list_file(tmp_path, *ROWS))
    press(page, page.next, background)
    assert page.end.question.isVisible()
    assert not page.end.people.table.isVisible()
    page.end.question.whole.click()
    assert not page.end.end.isEnabled()
    picked(page, *gone[:2])
    assert page.end.end.text() == "고른 2명 급여 종료·퇴사"
    settle(page, qtbot)
    assert clip_check(page) == []
    shoot(page, "missing")
    dialog = told(page, background, qtbot)
    shoot(dialog, "endings")
    dialog.ask.click()
    dialog.reject()
    dialog.close()
    assert page.dialogs.shown is dialog  # what comes of it would be told to nobody
    background.drain()
    assert page.dialogs.shown is None
    assert [line.name for line in page.end.people.model.rows] == ["라온이"]
    assert page.end.ended.text() == "2명을 종료하고 파기 승인을 요청했습니다."
    settle(page, qtbot)
    shoot(page, "ended")
    messages.answer(True)
    press(page, page.end.take_back, background)
    assert len(page.end.people.model.rows) == len(gone)
    assert not page.end.ended.isVisible()
    assert {services.people.open(each.id).person.state for each in gone} == {PersonState.ACTIVE}
