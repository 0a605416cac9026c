"""엑셀에서 가져오기: rows and columns that Excel hides, rows there is nothing to mend in."""

from pathlib import Path

import pytest
import xlsxwriter
from pytestqt.qtbot import QtBot

from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.appearance import Appearance, Look
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.widgets import Button
from easycare_desktop.ui.windows.import_page import ImportPage
from tests.helpers.cases import known_person
from tests.helpers.import_pages import brought, list_file, press, settle, shoot
from tests.helpers.sizes import PAGE_PERCENTS

HEAD = ["성명", "생년월일", "휴대폰", "주소"]
PEOPLE = (
    ["김하나", "1941-03-05", "010-0000-0001", "행복시 1"],
    ["이두리", "1942-03-05", "010-0000-0002", "행복시 2"],
    ["박세리", "1943-03-05", "010-0000-0003", "행복시 3"],
)


@pytest.fixture
def page(import_page: ImportPage) -> ImportPage:
    return import_page


@pytest.fixture
def filtered(tmp_path: Path) -> Path:
    """A list of three of whom two are filtered out, and whose addresses are hidden."""
    path = tmp_path / "명단.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate((HEAD, *PEOPLE)):
            sheet.write_row(number, 0, row)
        for number in (2, 3):
            sheet.set_row(number, options={"hidden": True})
        sheet.set_column(3, 3, options={"hidden": True})
    return path


def shown_kinds(page: ImportPage) -> list[str]:
    marks = [page.rows.model.columns[3].cell(each).mark for each in page.rows.model.rows]
    return [mark.word if mark else "" for mark in marks]


@pytest.mark.look
def test_what_excel_hides_is_named_and_may_be_left_out_at_once(
    page: ImportPage, background: ManualBackground, filtered: Path, qtbot: QtBot
):
    page.take(filtered)
    background.drain()
    settle(page, qtbot)
    shoot(page, "hidden-columns")
    assert page.columns._told.text().endswith("(숨긴 칸)은 엑셀에서 숨겨 둔 칸입니다.")
    assert clip_check(page) == []
    press(page, page.next, background)
    assert "엑셀에서 숨겨 둔 줄 2줄이 들어 있습니다." in page.rows.counts.text()
    first, second, third = page.rows.model.rows
    assert first.second == ""
    assert second.second == third.second == "엑셀에서 숨겨 둔 줄입니다."
    settle(page, qtbot)
    shoot(page, "hidden-rows")
    assert clip_check(page) == []
    press(page, page.rows.presses.hidden, background)
    assert page.rows.taken == {2}
    assert shown_kinds(page) == ["새로 등록", "뺌", "뺌"]
    assert page.rows.presses.hidden.text().strip() == "숨긴 줄 모두 다시 넣기"
    press(page, page.rows.presses.hidden, background)
    assert page.rows.taken == {2, 3, 4}


def test_a_row_that_needs_a_hidden_one_goes_and_comes_with_it(
    page: ImportPage, background: ManualBackground, tmp_path: Path
):
    path = tmp_path / "명단.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, [*HEAD, "보호자명", "보호자 연락처"])
        sheet.write_row(1, 0, [*PEOPLE[0], "마보호", "010-0000-2222"])
        sheet.write_row(2, 0, [*PEOPLE[0], "마누리", "010-0000-4444"])
        sheet.set_row(1, options={"hidden": True})
    brought(page, background, path)
    assert page.rows.taken == {2, 3}
    press(page, page.rows.presses.hidden, background)
    assert (page.rows.taken, page.rows.untaken) == (set(), 2)
    press(page, page.rows.presses.hidden, background)
    assert page.rows.taken == {2, 3}


def test_without_hidden_rows_nothing_is_said_of_them(
    page: ImportPage, background: ManualBackground, tmp_path: Path
):
    brought(page, background, list_file(tmp_path, ",".join(PEOPLE[0]), head=",".join(HEAD)))
    assert "숨겨" not in page.rows.counts.text()
    assert not page.rows.presses.hidden.isVisible()


@pytest.mark.look
@pytest.mark.parametrize("percent", PAGE_PERCENTS)
def test_a_row_that_is_there_for_nobody_is_none_to_mend(
    page: ImportPage,
    background: ManualBackground,
    tmp_path: Path,
    qtbot: QtBot,
    appearance: Appearance,
    percent: int,
):
    appearance.wear(Look(percent=percent))
    rows = [",".join(PEOPLE[0])] * 2 + ["합계,,,", "이두리,언제,,", ",,,,작성자: 김연습"]
    brought(page, background, list_file(tmp_path, *rows, head=",".join((*HEAD, "참고"))))
    assert shown_kinds(page) == ["새로 등록", "겹친 줄", "합계 줄", "고칠 줄", "빈 줄"]
    assert "고칠 줄 1줄 · 겹친·빈 줄 3줄" in page.rows.counts.text()
    assert set(page.rows.to_mend) == {6}
    assert page.save_bad.text().strip() == "고칠 1줄만 엑셀로 저장"
    page.rows.table.choose(4)
    assert not page.rows.leave.isEnabled()
    assert page.rows.presses.why.text() == "가져오는 것이 없어 뺄 것도 없습니다."
    page.rows.table.choose(6)
    assert page.rows.presses.why.text().endswith("파일에서 고쳐 다시 가져와 주세요.")
    assert page.rows.leave.toolTip() == page.rows.presses.why.text()
    settle(page, qtbot)
    shoot(page, f"for-nobody-{percent}")
    assert clip_check(page) == []
    page.rows.table.choose(3)
    assert page.rows.leave.isEnabled()
    assert page.rows.untaken == 1
    press(page, page.next, background)
    assert page.end.note.text().endswith("가져오지 않은 줄이 1줄 있습니다.")
    assert page.rows.presses.why.text() == page.rows.leave.toolTip() == ""


def test_rows_that_are_not_decided_are_said_at_the_foot(
    page: ImportPage, services: Services, background: ManualBackground, tmp_path: Path
):
    known_person(services)
    near = "홍길선,1941-03-05,010-0000-1234,L1000000009,"
    head = "성명,생년월일,휴대폰,인정번호,등급"
    brought(page, background, list_file(tmp_path, near, "마루한,1940-02-03,,,", head=head))
    assert page.foot.note.text() == "정하지 않은 1줄은 가져오지 않습니다."
    assert page.rows.to_mend == {}
    assert not page.save_bad.isVisible()
    page.rows.table.choose(3)
    press(page, page.rows.other, background)
    assert page.foot.note.text() == ""
    assert isinstance(page.save_bad, Button)
    assert page.save_bad.isVisible()
    press(page, page.previous, background)
    assert page.foot.note.text() == ""


def test_a_list_of_which_nothing_is_to_be_mended_offers_no_file(
    page: ImportPage, background: ManualBackground, tmp_path: Path
):
    brought(page, background, list_file(tmp_path, ",".join(PEOPLE[0]), head=",".join(HEAD)))
    assert not page.save_bad.isVisible()
    page.rows.table.choose(3)
    press(page, page.rows.leave, background)
    assert page.rows.leave.text().strip().startswith("다시 넣기")
