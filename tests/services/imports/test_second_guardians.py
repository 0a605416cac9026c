"""Two rows about one recipient, a guardian in each: the second row adds the second guardian."""

from pathlib import Path

import pytest

from easycare_desktop.domain.import_refusals import NothingToImportError, RowTwiceError
from easycare_desktop.domain.importing import RowState
from easycare_desktop.services.bundle import Services
from tests.helpers.lists import HEAD, ROWS, preview_of

FIRST = ROWS[0]
SECOND = FIRST.replace("마보호,010-0000-2222", "마누리,010-0000-4444")
THIRD = FIRST.replace("마보호,010-0000-2222", "마다온,010-0000-5555")


def guardians_of(services: Services, name: str) -> list[str]:
    (found,) = services.search.find(name)
    return [guardian.name for guardian in services.people.open(found.id).guardians]


def test_a_new_recipient_comes_once_with_all_guardians(services: Services, tmp_path: Path):
    shown = preview_of(services, tmp_path, FIRST, SECOND, THIRD)
    assert [row.state for row in shown.rows] == [RowState.NEW] * 3
    assert [row.follows for row in shown.rows] == [0, 3, 3]
    run = services.imports.store(shown, {3, 4, 5}, "엑셀 목록")
    assert (run.added, run.changed) == (1, 0)
    assert guardians_of(services, "마루한") == ["마보호", "마누리", "마다온"]
    again = preview_of(services, tmp_path, FIRST, SECOND, THIRD)
    assert [row.state for row in again.rows] == [RowState.SAME] * 3
    services.import_undoing.undo(run.id, "되돌림")
    assert services.search.find("마루한") == []
    assert services.search.find("마누리") == []


def test_what_else_the_further_row_says_of_the_recipient_is_not_taken(
    services: Services, tmp_path: Path
):
    moved = SECOND.replace("봄길 1", "가을길 9")
    shown = preview_of(services, tmp_path, FIRST, moved)
    services.imports.store(shown, {3, 4}, "엑셀 목록")
    (found,) = services.search.find("마루한")
    values = services.people.open(found.id).contents["identity"].values
    assert values["address"] == "행복시 봄길 1"
    assert guardians_of(services, "마루한") == ["마보호", "마누리"]


def test_the_further_row_needs_the_first(services: Services, tmp_path: Path):
    shown = preview_of(services, tmp_path, FIRST, SECOND)
    with pytest.raises(NothingToImportError):
        services.imports.store(shown, {4}, "엑셀 목록")
    assert services.search.find("마루한") == []


@pytest.mark.parametrize("row", [FIRST, FIRST.replace("마보호,010-0000-2222", ",")])
def test_the_same_guardian_or_none_is_the_same_row_twice(
    services: Services, tmp_path: Path, row: str
):
    shown = preview_of(services, tmp_path, FIRST, row)
    assert [each.state for each in shown.rows] == [RowState.NEW, RowState.BAD]
    (problem,) = shown.rows[1].problems
    assert isinstance(problem.refusal, RowTwiceError)
    assert problem.refusal.row == 3


def test_a_guardian_in_use_is_tied(services: Services, tmp_path: Path):
    other = ROWS[1].removesuffix(",") + "마누리,010-0000-4444"
    shown = preview_of(services, tmp_path, other.replace(",,마누리", ",마누리"))
    services.imports.store(shown, {3}, "엑셀 목록")
    shown = preview_of(services, tmp_path, FIRST, SECOND)
    assert shown.rows[1].ties
    services.imports.store(shown, {3, 4}, "엑셀 목록")
    assert guardians_of(services, "마루한") == ["마보호", "마누리"]
    assert len(services.search.find("마누리")) == 1


def test_two_rows_that_correct_somebody_known_do_not_stop_each_other(
    services: Services, tmp_path: Path
):
    services.imports.store(preview_of(services, tmp_path, FIRST), {3}, "엑셀 목록")
    moved, further = (each.replace("봄길 1", "가을길 9") for each in (FIRST, SECOND))
    shown = preview_of(services, tmp_path, moved, further, moved)
    assert [row.state for row in shown.rows] == [RowState.CHANGED, RowState.CHANGED, RowState.SAME]
    run = services.imports.store(shown, {3, 4}, "엑셀 목록")
    assert (run.added, run.changed) == (0, 1)
    assert guardians_of(services, "마루한") == ["마보호", "마누리"]


def test_beside_a_row_that_is_wrong_the_further_one_is_the_same_row_twice(
    services: Services, tmp_path: Path
):
    wrong = FIRST.replace("1000001111", "010-00")
    shown = preview_of(services, tmp_path, wrong, SECOND, head=HEAD)
    assert [each.state for each in shown.rows] == [RowState.BAD, RowState.BAD]
