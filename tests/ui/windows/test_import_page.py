"""엑셀로 가져오기: a list is chosen, matched, looked at, stored and taken back."""

import io
import os
from collections.abc import Iterator
from pathlib import Path

import msoffcrypto
import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from easycare_desktop.domain.exporting import ExportPurpose
from easycare_desktop.domain.importing import FieldRef, RowState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.registers import RegisterKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.appearance import Appearance, Look
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages, Trouble
from easycare_desktop.ui.parts.lists.rejects_dialog import RejectsDialog
from easycare_desktop.ui.parts.shared.leaving_fields import LeavingFields
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.import_page import ImportPage
from tests.helpers.cases import known_person
from tests.helpers.lists import HEAD, ROWS
from tests.helpers.present import present
from tests.helpers.sizes import PERCENTS

SECRET = "hamster-garden-27"
BAD = (
    "다솜이,1945-02-30,여,010-00,,L100,3,2025-01-01,2028-12-31,15%,,",
    "마루한,1940-02-03,남,,,L1000000001,3등급,,,,,",
)


@pytest.fixture
def page(
    qtbot: QtBot,
    kit: Kit,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
) -> Iterator[ImportPage]:
    made = ImportPage(kit, services, messages, background)
    made.resize(1142, 656)
    made.refresh()
    background.drain()
    present(qtbot, made)
    yield made
    made.close()


def list_file(folder: Path, *rows: str, head: str = HEAD) -> Path:
    path = folder / "목록.csv"
    path.write_bytes("\r\n".join(("수급자 현황", head, *rows)).encode("cp949"))
    return path


def press(page: ImportPage, button: QPushButton, background: ManualBackground) -> None:
    button.click()
    background.drain()


def settle(page: ImportPage, qtbot: QtBot) -> None:
    page.resize(1142, 690)
    qtbot.wait(40)


def shoot(page: QWidget, name: str) -> None:
    folder = os.environ.get("EASYCARE_SHOTS")
    if folder:
        page.grab().save(str(Path(folder, f"{name}.png")))


def brought(page: ImportPage, background: ManualBackground, path: Path) -> None:
    page.take(path)
    background.drain()
    press(page, page.next, background)


def test_a_list_comes_in_from_the_file_to_the_end(
    page: ImportPage,
    services: Services,
    background: ManualBackground,
    messages: RecordingMessages,
    tmp_path: Path,
):
    known_person(services)
    messages.answer(list_file(tmp_path, *ROWS, *BAD))
    press(page, page.start.box.choose, background)
    assert page.steps.now == 1
    assert page.columns.combos[1].value() == "recipient:identity.birth"
    press(page, page.next, background)
    states = [each.row.state for each in page.rows.model.rows]
    assert states == [RowState.NEW, RowState.NEW, RowState.BAD, RowState.BAD]
    assert page.next.text() == "2줄 들이기"
    page.rows.table.choose(4)
    press(page, page.rows.leave, background)
    assert page.next.text() == "1줄 들이기"
    assert services.search.find("마루한") == []
    press(page, page.next, background)
    assert page.end.done.text() == "1명을 등록하고 0명을 고쳤습니다."
    assert [line.name for line in page.end.model.rows] == ["홍길순"]
    assert services.search.find("마루한")
    messages.answer(True)
    press(page, page.end.undo, background)
    assert services.search.find("마루한") == []
    assert [run.undone_at is not None for run in page.start.model.rows] == [True]


def test_who_is_nearly_somebody_else_waits_for_a_decision(
    page: ImportPage, services: Services, background: ManualBackground, tmp_path: Path
):
    known_person(services)
    near = "홍길선,1941-03-05,여,010-0000-1234,,,3,2025-01-01,2028-12-31,15%,,"
    brought(page, background, list_file(tmp_path, near, ROWS[1]))
    assert page.next.text() == "1줄 들이기"
    page.rows.table.choose(3)
    assert "홍길순 님" in page.rows.model.rows[0].first
    shoot(page, "similar")
    press(page, page.rows.other, background)
    assert page.next.text() == "2줄 들이기"
    press(page, page.rows.same, background)
    assert page.rows.model.rows[0].meant.state is RowState.CHANGED
    assert not page.rows.same.isEnabled()
    press(page, page.next, background)
    assert page.end.done.text() == "1명을 등록하고 1명을 고쳤습니다."
    assert [each.name for each in services.search.find("홍길")] == ["홍길선"]


def test_a_second_guardian_goes_with_the_row_of_the_recipient(
    page: ImportPage, services: Services, background: ManualBackground, tmp_path: Path
):
    second = ROWS[0].replace("마보호,010-0000-2222", "마누리,010-0000-4444")
    brought(page, background, list_file(tmp_path, ROWS[0], second))
    assert page.next.text() == "2줄 들이기"
    about = page.rows.model.rows[1]
    assert about.first == "3번째 줄의 분에게 보호자 마누리 님을 더합니다."
    assert about.second.startswith("수급자 내용은 3번째 줄대로 들입니다.")
    page.rows.table.choose(3)
    press(page, page.rows.leave, background)
    assert page.rows.taken == frozenset()
    page.rows.table.choose(4)
    assert not page.rows.leave.isEnabled()
    page.rows.table.choose(3)
    press(page, page.rows.leave, background)
    press(page, page.next, background)
    assert page.end.done.text() == "1명을 등록하고 0명을 고쳤습니다."
    (found,) = services.search.find("마루한")
    card = services.people.open(found.id)
    assert [each.name for each in card.guardians] == ["마보호", "마누리"]


STAFF_HEAD = "성명,생년월일,휴대폰,주소,직종,고용형태,입사일,퇴사일"
STAFF = (
    "마루한,1980-02-03,010-0000-1111,행복시 봄길 1,요양보호사,시간제,2019-01-02,2020-01-31",
    "나래온,1981-05-06,010-0000-3333,행복시 봄길 2,요양보호사,시간제,2019-01-02,",
)


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
    assert page.next.text() == "1줄 들이기"
    settle(page, qtbot)
    shoot(page, "gone")
    page.rows.table.choose(3)
    press(page, page.rows.leave, background)
    assert page.next.text() == "2줄 들이기"
    press(page, page.next, background)
    brought(page, background, path)
    press(page, page.previous, background)
    brought(
        page, background, list_file(tmp_path, STAFF[0].replace("길 1", "길 9"), head=STAFF_HEAD)
    )
    assert page.next.text() == "0줄 들이기"
    (left,) = services.search.find("마루한")
    assert left.id in {line.id for line in page._work.missing()}


def secret_typed(fields: LeavingFields) -> None:
    for field in (fields.secret.first, fields.secret.again):
        line = field.control.focusProxy()
        assert isinstance(line, QLineEdit)
        line.setText(SECRET)


def rows_saved(path: Path) -> list[list[object]]:
    plain = io.BytesIO()
    with path.open("rb") as file:
        book = msoffcrypto.OfficeFile(file)
        book.load_key(password=SECRET)
        book.decrypt(plain)
    plain.seek(0)
    return CalamineWorkbook.from_filelike(plain).get_sheet_by_index(0).to_python()


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
    dialog = page.dialog
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
    press(page, dialog.save, background)
    assert page.dialog is None
    rows = rows_saved(saved)
    assert rows[0][-1] == "고칠 까닭"
    assert rows[1][:2] == ["다솜이", "450230-2******"]
    assert "휴대전화:" in str(rows[1][-1])
    assert rows[2][:2] == ["800101-1******", "400203-1******"]
    (copy,) = services.registers.items()
    assert copy.kind is RegisterKind.OUTSIDE
    assert copy.values["reason"] == "잘못된 줄을 고치려고"
    (said,) = messages.of_kind("inform")
    assert copy.number in str(said.content)


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
    assert layout.column_of(FieldRef(PersonKind.RECIPIENT, "identity", "address")) == 4


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
