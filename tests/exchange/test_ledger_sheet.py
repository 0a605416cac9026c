import io
import re
import zipfile
from dataclasses import fields, replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from python_calamine import CalamineWorkbook

from easycare_desktop.exchange.ledger_sheet import LedgerLine, ledger_workbook
from easycare_desktop.exchange.sheets import ExportFacts, Sheet, SheetColumn
from easycare_desktop.exchange.workbook import LONGEST_TEXT, workbook

NOW = datetime(2026, 11, 24, 10, 12, 5, tzinfo=ZoneInfo("Asia/Seoul"))
FACTS = ExportFacts("행복방문요양센터", NOW, "박담당", "월 점검")
LINE = LedgerLine(
    sequence=98,
    person_number="R-0042",
    person_kind="수급자",
    groups="사진(소식지), 환불계좌",
    medium="전자(암호 열쇠)",
    keys=16,
    collected_on=None,
    destroyed_on=date(2026, 11, 24),
    reason="동의 철회",
    article="개인정보 보호법 제37조제3항",
    handled_by="계정 3",
    approved_by="계정 1",
    state="완료",
    approval_number="D2026-0012",
    entry_hash="9f2c" * 16,
)
LIST = Sheet(
    "수급자 목록",
    tuple(map(SheetColumn, ("관리번호", "성명", "생년월일", "연락처"))),
    (("R-0042", "홍길동", date(1941, 3, 5), "010-0000-0042"),),
)
DANGEROUS = (
    '=HYPERLINK("http://example.invalid")',
    "+1+1",
    "-2",
    "@SUM(A1)",
    "http://example.invalid",
    "=1+1",
    "{=1}",
    "00123",
)


def rows_of(xlsx: bytes, sheet: int = 0) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(xlsx)).get_sheet_by_index(sheet).to_python()


def parts_of(xlsx: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(xlsx)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_the_ledger_comes_back_as_it_was():
    heads, row = rows_of(ledger_workbook([LINE], FACTS))
    assert len(heads) == len(fields(LedgerLine))
    assert row[:6] == [98.0, "R-0042", "수급자", "사진(소식지), 환불계좌", "전자(암호 열쇠)", 16.0]
    assert row[6:8] == ["", date(2026, 11, 24)]
    assert row[-1] == LINE.entry_hash


def test_people_come_back_with_text_and_dates():
    _, row = rows_of(workbook(LIST, FACTS))
    assert row == list(LIST.rows[0])


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_stays_text(text: str):
    xlsx = workbook(replace(LIST, rows=((text,) * 4,)), FACTS)
    assert rows_of(xlsx)[1] == [text] * 4
    page = parts_of(xlsx)["xl/worksheets/sheet1.xml"]
    assert "<f>" not in page
    assert "<hyperlink" not in page


def test_the_search_for_formulas_can_find_one():
    assert re.search("<f>", "<c><f>1+1</f></c>")


def test_the_head_is_frozen_and_filtered_and_repeated():
    parts = parts_of(ledger_workbook([LINE] * 3, FACTS))
    page = parts["xl/worksheets/sheet1.xml"]
    assert 'state="frozen"' in page
    assert 'ySplit="1"' in page
    assert "<autoFilter" in page
    assert "Print_Titles" in parts["xl/workbook.xml"]


def test_who_took_it_out_and_why_stands_on_the_second_sheet():
    told = dict(rows_of(ledger_workbook([LINE], FACTS), 1))
    assert told["내보낸 사람"] == "박담당"
    assert told["사유"] == "월 점검"
    assert told["내보낸 일시"] == NOW.replace(tzinfo=None)
    assert told["건수"] == 1


def test_a_practice_list_is_marked_on_sheet_head_and_record():
    parts = parts_of(workbook(LIST, replace(FACTS, practice=True)))
    assert 'name="연습용 수급자 목록"' in parts["xl/workbook.xml"]
    assert "[연습용]" in parts["xl/worksheets/sheet1.xml"]
    assert "연습용" not in parts_of(workbook(LIST, FACTS))["xl/workbook.xml"]


def test_equal_lists_give_equal_bytes():
    assert ledger_workbook([LINE], FACTS) == ledger_workbook([LINE], FACTS)


def test_an_empty_list_has_its_heads():
    assert len(rows_of(ledger_workbook([], FACTS))) == 1


def test_odd_titles_and_long_text_are_fitted():
    sheet = Sheet("가[나]:다*라?/마\\" * 6, (SheetColumn("글"),), (("가" * (LONGEST_TEXT + 9),),))
    xlsx = workbook(sheet, replace(FACTS, office="가&나"))
    assert len(rows_of(xlsx)[1][0]) == LONGEST_TEXT
    assert "가&amp;&amp;나" in parts_of(xlsx)["xl/worksheets/sheet1.xml"]


def test_nothing_is_written_to_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    workbook(replace(LIST, rows=LIST.rows * 500), FACTS)
    assert list(tmp_path.iterdir()) == []
