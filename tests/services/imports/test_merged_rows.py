"""Cells of a workbook that are shown as one, and what nobody sees in a cell."""

from pathlib import Path

import pytest
import xlsxwriter

from easycare_desktop.domain.import_preview import ImportPreview
from easycare_desktop.domain.importing import RowState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.exchange.incoming.grid import MOST_ROWS, Grid, GridRow, Merged, filled_down
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.imports.rejects import Rejected
from tests.helpers.lists import looked_at

HEAD = ["수급자명", "생년월일", "급여종류", "계약일", "계약기간", "인정번호", "등급", "본인부담"]
CARE = ["방문요양", "2025-01-01", "2025-01-01~2025-12-31", "L1000000001", "3", "15%"]
BATH = ["방문목욕", "2025-02-01", "2025-02-01~2025-12-31", "L1000000001", "3", "15%"]


def workbook(path: Path) -> Path:
    """Write somebody over two rows: the name and the day of birth are one cell each."""
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, HEAD)
        page.merge_range(1, 0, 2, 0, "김하나")
        page.merge_range(1, 1, 2, 1, "1941-03-05")
        page.write_row(1, 2, CARE)
        page.write_row(2, 2, BATH)
        page.write_row(3, 0, ["이두리", "1942-03-05"])
    return path


def shown(services: Services, path: Path) -> ImportPreview:
    file = services.imports.read(path)
    layout = services.imports.layout(file, 0, PersonKind.RECIPIENT)
    return services.imports.preview(file, 0, layout)


def test_whoever_stands_over_two_rows_is_in_both(services: Services, tmp_path: Path):
    preview = shown(services, workbook(tmp_path / "명단.xlsx"))
    first, second, other = preview.rows
    assert [row.name for row in preview.rows] == ["김하나", "김하나", "이두리"]
    assert [row.state for row in preview.rows] == [RowState.NEW] * 3
    assert second.follows == first.number
    assert {change.group for change in second.changes} == {"care_contract_2"}
    services.imports.store(preview, {2, 3, 4}, "목록")
    assert len(services.search.find("김하나")) == 1
    assert not other.follows


def test_a_row_to_mend_is_given_back_with_what_it_shares(services: Services, tmp_path: Path):
    file = services.imports.read(workbook(tmp_path / "명단.xlsx"))
    layout = services.imports.layout(file, 0, PersonKind.RECIPIENT)
    rejected = Rejected(file, 0, layout, (), {3: "왜"}, ("고칠 줄", "고칠 사유"))
    assert [row.cells[0] for row in rejected.cells] == ["김하나"]


def test_only_what_is_one_cell_is_filled():
    rows = [GridRow(number, cells) for number, cells in ((1, ("가", "나")), (2, ("다", "")))]
    more = [GridRow(number, cells) for number, cells in ((3, ("", "라")), (9, ("", "마")))]
    merged = (Merged(1, 0, 2, 0), Merged(2, 0, MOST_ROWS * 9, 0), Merged(2, 1, 3, 2))
    grid = Grid("", 2, (*rows, *more), merged)
    filled = [row.cells for row in filled_down(grid, 0)]
    assert filled == [("다", ""), ("다", "라"), ("다", "마")]
    assert filled_down(grid, -1)[0].cells == ("가", "나")


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u200e", "\u00ad"])
def test_what_nobody_sees_is_no_letter(services: Services, tmp_path: Path, sign: str):
    row = f"김{sign}하나,1941-03-05{sign},{sign}010-0000-0001"
    (found,) = looked_at(services, tmp_path, "성명,생년월일,휴대폰", row).rows
    assert found.state is RowState.NEW
    (change,) = found.changes
    assert change.values == {"name": "김하나", "birth": "1941-03-05", "mobile": "010-0000-0001"}


def test_front_and_back_of_a_resident_number_in_short_words(services: Services, tmp_path: Path):
    head, row = "성명,주민앞,주민뒤,휴대폰", "김하나,410305,2345678,01000000001"
    (found,) = looked_at(services, tmp_path, head, row).rows
    (change,) = found.changes
    assert change.values["birth"] == "1941-03-05"
    assert "2345678" not in str(change)
