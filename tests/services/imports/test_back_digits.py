"""The last seven digits of resident numbers in a column apart: never read, always covered."""

from pathlib import Path

import pytest

from easycare_desktop.domain.exporting import ExportPurpose, Leaving
from easycare_desktop.domain.import_refusals import BackDigitsReadError
from easycare_desktop.domain.importing import FieldRef, RowState, Special
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.imports.rejects import Rejected
from tests.helpers.lists import brought, codes, looked_at
from tests.helpers.opened_rows import opened_rows

SECRET = "hamster-garden-27"
BACK = "2123459"


@pytest.mark.parametrize(
    "heads",
    [
        "주민번호 앞자리,주민번호 뒷자리",
        "주민등록번호(앞),주민등록번호(뒤)",
        "생년월일,주민번호 뒤 7자리",
        "생년월일,뒷자리",
        "주민등록번호,",
        "생년월일,번호2",
    ],
)
def test_the_column_is_known_and_nothing_is_read_from_it(
    services: Services, tmp_path: Path, heads: str
):
    shown = looked_at(services, tmp_path, f"성명,{heads},연락처", f"마루한,400203,{BACK},")
    assert shown.layout.meanings[2] is Special.RESIDENT_BACK
    held = brought(services, shown, "마루한")
    assert held == {"identity": {"name": "마루한", "birth": "1940-02-03"}}


def test_the_heading_may_stand_in_two_rows(services: Services, tmp_path: Path):
    shown = looked_at(
        services,
        tmp_path,
        "성명,주민등록번호,,보호자,",
        ",앞자리,뒷자리,성명,연락처",
        f"마루한,400203,{BACK},마보호,010-0000-2222",
    )
    assert shown.layout.meanings[2] is Special.RESIDENT_BACK
    assert codes(shown.layout)[3:] == ["guardian:identity.name", "guardian:identity.mobile"]


@pytest.mark.parametrize("heads", ["생년월일,전화", "생년월일,사번", "주민등록번호,연락처"])
def test_seven_digits_under_the_heading_of_a_field_are_that_field(
    services: Services, tmp_path: Path, heads: str
):
    row = "마루한,400203,2345678,요양보호사,2024-01-02"
    head = f"성명,{heads},직종,입사일"
    shown = looked_at(services, tmp_path, head, row, kind=PersonKind.STAFF)
    assert isinstance(shown.layout.meanings[2], FieldRef)


@pytest.mark.parametrize("heads", ["생년월일,주민번호 뒷자리", "생년월일,번호2"])
def test_no_field_is_filled_from_it(services: Services, tmp_path: Path, heads: str):
    path = tmp_path / "목록.csv"
    rows = (f"성명,{heads},직종,입사일", f"마루한,400203,{BACK},요양보호사,2024-01-02")
    path.write_text("\r\n".join(rows), encoding="utf-8")
    file = services.imports.read(path)
    layout = services.imports.layout(file, 0, PersonKind.STAFF)
    number = FieldRef(PersonKind.STAFF, "employment", "staff_number")
    meanings = (*layout.meanings[:2], number, *layout.meanings[3:])
    with pytest.raises(BackDigitsReadError) as refused:
        services.imports.preview(file, 0, type(layout)(layout.kind, 0, layout.titles, meanings))
    assert refused.value.title == heads.split(",")[1]


@pytest.mark.parametrize(
    "heads",
    [
        "생년월일,주민번호 뒷자리",
        "주민등록번호(앞),주민등록번호(뒤)",
        "생년월일,번호2",
        "기타,번호2",
        "생년월일,주민등록번호",
    ],
)
def test_rows_to_mend_do_not_carry_it(services: Services, tmp_path: Path, heads: str):
    head = f"성명,{heads},등급,휴대폰"
    shown = looked_at(services, tmp_path, head, f"마루한,400203,{BACK},3등급,010-00")
    file = services.imports.read(tmp_path / "목록.csv")
    bad = shown.in_state(RowState.BAD)
    told = {each.number: "사유" for each in bad}
    assert told
    rejected = Rejected(file, 0, shown.layout, bad, told, ("고칠 줄", "고칠 사유"))
    path = tmp_path / "고칠 줄.xlsx"
    leaving = Leaving(ExportPurpose.OTHER, "잘못된 줄을 고치려고", SECRET)
    services.rejected_rows.save(rejected, leaving, path)
    (row,) = (row for row in opened_rows(path, SECRET) if "마루한" in row)
    assert "2******" in row
    assert not any(BACK in str(cell) for cell in row)
