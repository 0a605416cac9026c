"""Rows that count the others are about nobody, whose list it may be."""

from pathlib import Path

import pytest

from easycare_desktop.domain.import_refusals import NobodyInRowError, TotalsRowError
from easycare_desktop.domain.importing import RowState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.validation_refusals import RequiredMissingError
from easycare_desktop.services.bundle import Services
from tests.helpers.lists import HEAD, ROWS, looked_at

ENQUIRERS = "상담자,연락처,상담일,내용"
RECIPIENTS = "수급자명,생년월일,휴대폰"


@pytest.mark.parametrize(
    "name", ["합계", "소 계", "총계", "계", "총 12명", "합계(3명)", "계 : 3명"]
)
def test_a_row_that_counts_is_left_out(services: Services, tmp_path: Path, name: str):
    rows = ("김문의,010-0000-0001,2026-11-01,방문요양 문의", f"{name},,2026-11-01,1건")
    shown = looked_at(services, tmp_path, ENQUIRERS, *rows, kind=PersonKind.ENQUIRER)
    assert [row.state for row in shown.rows] == [RowState.NEW, RowState.BAD]
    (problem,) = shown.rows[1].problems
    assert isinstance(problem.refusal, TotalsRowError)


def test_of_other_lists_too(services: Services, tmp_path: Path):
    shown = looked_at(services, tmp_path, RECIPIENTS, "합계,1941-03-05,1")
    (problem,) = shown.rows[0].problems
    assert isinstance(problem.refusal, TotalsRowError)


@pytest.mark.parametrize("row", ["합계,,,12명", "소계 3명,,,", "총원 3명,,,"])
def test_a_count_may_stand_beside_the_names(services: Services, tmp_path: Path, row: str):
    (found,) = looked_at(services, tmp_path, f"연번,{RECIPIENTS}", row).rows
    (problem,) = found.problems
    assert isinstance(problem.refusal, TotalsRowError)


@pytest.mark.parametrize("cells", ["L1000000001,", ",1941-03-05"])
def test_a_count_beside_what_tells_of_somebody_is_no_total(
    services: Services, tmp_path: Path, cells: str
):
    head = "장기요양인정번호,생년월일,수급자명,가족수"
    (found,) = looked_at(services, tmp_path, head, f"{cells},,2명").rows
    assert {type(each.refusal) for each in found.problems} == {RequiredMissingError}
    (found,) = looked_at(services, tmp_path, head, "12명,3,,2명").rows
    assert {type(each.refusal) for each in found.problems} == {TotalsRowError}


def test_who_is_told_by_a_number_alone_is_nobody_to_leave_out(services: Services, tmp_path: Path):
    services.imports.store(looked_at(services, tmp_path, HEAD, ROWS[0]), {2}, "목록")
    head, row = "장기요양인정번호,휴대폰,동거 가족", "L1000000001,010-0000-3333,2명"
    (found,) = looked_at(services, tmp_path, head, row).rows
    assert (found.state, found.problems) == (RowState.CHANGED, ())
    head, row = (
        "장기요양인정번호,보호자 성명,휴대전화,동거 가족",
        "L1000000001,박보호,01000004444,2명",
    )
    (found,) = looked_at(services, tmp_path, head, row, kind=PersonKind.GUARDIAN).rows
    assert (found.state, found.problems) == (RowState.NEW, ())


def test_what_nobody_sees_is_nothing_that_is_read(services: Services, tmp_path: Path):
    (found,) = looked_at(services, tmp_path, f"연번,{RECIPIENTS}", "끝,\u200b,,\ufeff ").rows
    assert {type(each.refusal) for each in found.problems} == {NobodyInRowError}


def test_a_row_in_which_nothing_is_read_is_about_nobody(services: Services, tmp_path: Path):
    head = f"연번,{RECIPIENTS},참고"
    (found,) = looked_at(services, tmp_path, head, "작성자 김연습,,,,2026년").rows
    (problem,) = found.problems
    assert isinstance(problem.refusal, NobodyInRowError)
    (found,) = looked_at(services, tmp_path, head, "1,,1941-03-05,,").rows
    assert {type(each.refusal) for each in found.problems} == {RequiredMissingError}


@pytest.mark.parametrize("name", ["이하 여백", "- 이하여백 -", "끝."])
def test_what_stands_below_the_last_row_is_nobody(services: Services, tmp_path: Path, name: str):
    (found,) = looked_at(services, tmp_path, ENQUIRERS, f"{name},,,", kind=PersonKind.ENQUIRER).rows
    assert [type(each.refusal) for each in found.problems] == [NobodyInRowError]
    row = f"{name},010-0000-0001,,"
    (found,) = looked_at(services, tmp_path, ENQUIRERS, row, kind=PersonKind.ENQUIRER).rows
    assert not any(isinstance(each.refusal, NobodyInRowError) for each in found.problems)


@pytest.mark.parametrize("name", ["계하나", "소계영", "김총명"])
def test_a_name_that_begins_like_it_is_a_name(services: Services, tmp_path: Path, name: str):
    shown = looked_at(services, tmp_path, RECIPIENTS, f"{name},1941-03-05,010-0000-0001")
    assert shown.rows[0].state is RowState.NEW
