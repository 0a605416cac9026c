"""Files called xls that are HTML or XML of Excel 2003, as portals and care programs write them."""

import pytest

from easycare_desktop.exchange.incoming import markup
from easycare_desktop.exchange.incoming.grid import Merged
from easycare_desktop.exchange.incoming.reading import read_content
from easycare_desktop.exchange.incoming.refusals import (
    ListFileDamagedError,
    ListFileUnknownError,
    TooManyColumnsError,
    TooManyRowsError,
)

HTML = """<html xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv="Content-Type" content="text/html; charset=euc-kr">
<style>td { mso-number-format:"\\@" }</style></head>
<body><table border=1>
<tr><th rowspan="2">수급자명</th><th rowspan="2">생년월일</th><th colspan="2">보호자</th></tr>
<tr><th>성명</th><th>연락처</th></tr>
<tr><td>마루한</td><td>1940-02-03<td>마&amp;보호</td><td>010-0000-2222<br>(집)</td></tr>
<tr><td>나래온</td><td></td><td>&nbsp;</td><td><b>010-0000-3333</b></td></tr>
</table></body></html>"""

XML = """<?xml version="1.0" encoding="UTF-8"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
 <Worksheet ss:Name="수급자"><Table>
  <Row><Cell ss:MergeAcross="2"><Data ss:Type="String">수급자 현황</Data></Cell></Row>
  <Row ss:Index="3"><Cell><Data ss:Type="String">성명</Data></Cell>
   <Cell><Data ss:Type="String">생년월일</Data>
    <Comment><ss:Data>확인</ss:Data></Comment></Cell>
   <Cell ss:Index="4"><Data ss:Type="String"><![CDATA[주소]]></Data></Cell></Row>
  <Row><Cell><Data ss:Type="String">마루한</Data></Cell>
   <Cell><Data ss:Type="DateTime">1940-02-03T00:00:00.000</Data></Cell><Cell/>
   <Cell><Data ss:Type="String">봄길 1</Data></Cell></Row>
 </Table></Worksheet>
</Workbook>"""


@pytest.mark.parametrize("encoding", ["cp949", "utf-8", "utf-8-sig", "utf-16"])
def test_a_table_of_html(encoding: str):
    (grid,) = read_content(HTML.encode(encoding))
    assert [row.cells for row in grid.rows] == [
        ("수급자명", "생년월일", "보호자", ""),
        ("", "", "성명", "연락처"),
        ("마루한", "1940-02-03", "마&보호", "010-0000-2222 (집)"),
        ("나래온", "", "", "010-0000-3333"),
    ]
    assert Merged(1, 2, 1, 3) in grid.merged
    assert Merged(1, 0, 2, 0) in grid.merged


def test_a_workbook_of_excel_2003():
    (grid,) = read_content(XML.encode())
    assert grid.name == "수급자"
    assert [(row.number, row.cells) for row in grid.rows] == [
        (1, ("수급자 현황", "", "", "")),
        (3, ("성명", "생년월일", "", "주소")),
        (4, ("마루한", "1940-02-03", "", "봄길 1")),
    ]


def test_a_table_inside_another_is_one_of_its_own():
    text = "<table><tr><td>밖<table><tr><td>안</td><td>쪽</td></tr></table></td></tr></table>"
    grids = read_content(text.encode())
    assert [grid.rows[0].cells for grid in grids] == [("안", "쪽"), ("밖",)]


def test_what_holds_no_table_or_breaks_off():
    with pytest.raises(ListFileUnknownError):
        read_content("<html><body>다시 접속해 주세요</body></html>".encode())
    with pytest.raises(ListFileDamagedError):
        read_content(b"<html><table><tr><td>1<![what[x]]></table>")
    (grid,) = read_content("<table><tr><td>성명</td><td>생년".encode())
    assert grid.rows[0].cells == ("성명", "생년")


def test_more_than_a_register(monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(TooManyColumnsError):
        read_content(b'<table><tr><td colspan="999999999">x</td></tr></table>')
    with pytest.raises(TooManyRowsError):
        read_content(b'<table><row ss:index="999999"><cell>x</cell></row></table>')
    monkeypatch.setattr(markup, "MOST_CELLS", 100)
    with pytest.raises(TooManyRowsError):
        read_content(b"<table>" + b"<tr><td>x<td>y" * 60 + b"</table>")


@pytest.mark.parametrize("open_end", [b"<td ", b"<!--", b"<td a='", b"<style>x"])
def test_tags_that_never_end_are_refused_before_they_cost_time(open_end: bytes):
    with pytest.raises(ListFileDamagedError):
        read_content(b"<table><tr><td>x" + open_end * 20_000)
