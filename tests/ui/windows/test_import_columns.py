"""칸 맞추기: unknown headings are pointed at, and two fields may stand in one cell."""

from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtWidgets import QLabel

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.appearance import Appearance, Look
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.windows.import_page import ImportPage
from tests.helpers.import_pages import list_file, press, shoot
from tests.helpers.present import settle
from tests.helpers.sizes import PERCENTS


@pytest.fixture
def page(import_page: ImportPage) -> ImportPage:
    return import_page


def test_headings_that_nobody_knows_are_pointed_at(
    page: ImportPage,
    services: Services,
    background: ManualBackground,
    tmp_path: Path,
):
    path = list_file(tmp_path, "마루한,19400203,봄길 1", head="어르신 존함,태어난 날,사는 곳")
    page.take(path)
    background.drain()
    assert page.steps.now == 1
    assert page.columns.guessed.isVisible()
    assert page.columns.heading.currentText() == "2번째 줄: 어르신 존함, 태어난 날, 사는 곳"
    page.columns.heading.choose(2)
    background.drain()
    assert page.columns.combos[0].accessibleName() == "마루한 칸의 뜻"
    assert not page.columns.guessed.isVisible()
    page.columns.heading.choose(-1)
    background.drain()
    assert page.columns.combos[0].accessibleName() == "1번째 칸의 뜻"
    page.columns.heading.choose(1)
    background.drain()
    for place, field in enumerate(("name", "birth", "address")):
        page.columns.combos[place].choose(f"recipient:identity.{field}")
    press(page, page.next, background)
    press(page, page.next, background)
    assert services.search.find("마루한")
    page.take(path)
    background.drain()
    assert not page.columns.guessed.isVisible()
    assert page.columns.combos[2].value() == "recipient:identity.address"


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_two_fields_of_one_cell_and_unknown_headings_are_said(
    page: ImportPage,
    background: ManualBackground,
    appearance: Appearance,
    tmp_path: Path,
    percent: int,
):
    appearance.wear(Look(percent=percent))
    row = "마루한,1940-02-03,2025-01-01~2028-12-31,방문요양"
    page.take(list_file(tmp_path, row, head="성명,생년월일,인정유효기간,급여종류"))
    background.drain()
    said = [combo.currentText() for combo in page.columns.combos[2:]]
    assert said == [
        "장기요양인정 · 인정 시작일 ~ 인정 만료일",
        "급여계약 · 급여종류 + 함께 받는 급여",
    ]
    settle(page)
    shoot(page, f"period_{percent}")
    page.take(list_file(tmp_path, "마루한,19400203,봄길 1", head="어르신 존함,태어난 날,사는 곳"))
    background.drain()
    settle(page)
    assert page.columns.guessed.isVisible()
    shoot(page, f"guessed_{percent}")


def test_a_sheet_that_excel_hides_is_said_to_be_hidden(
    import_page: ImportPage,
    background: ManualBackground,
    messages: RecordingMessages,
    tmp_path: Path,
):
    path = tmp_path / "목록.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        for name, rows in (("11월", 2), ("지난해", 9)):
            page = book.add_worksheet(name)
            for number in range(rows):
                page.write_row(number, 0, ["성명", "생년월일"])
        page.hide()
    import_page.take(path)
    background.drain()
    (asked,) = messages.of_kind("ask_choice")
    assert asked.content[2] == ((0, "11월"), (1, "지난해 (숨긴 시트)"))


@pytest.mark.look
def test_the_list_of_somebody_else_is_told_before_it_comes_in(
    page: ImportPage, background: ManualBackground, tmp_path: Path
):
    head = "사번,성명,생년월일,휴대전화,직종,입사일"
    row = "1,가람솔,1970-01-02,010-0000-0001,요양보호사,2024-01-02"
    page.take(list_file(tmp_path, row, head=head))
    background.drain()
    assert page.columns.instead.isVisible()
    said = [each.text() for each in page.columns.instead.findChildren(QLabel)]
    assert "수급자 목록이 아니라 직원 목록으로 보입니다." in said
    settle(page)
    shoot(page, "instead")
    assert clip_check(page) == []
    page.start.kinds.choose(PersonKind.STAFF)
    page.take(list_file(tmp_path, row, head=head))
    background.drain()
    assert not page.columns.instead.isVisible()
