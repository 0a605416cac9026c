"""Old workbooks that are meant to hurt: seen before anything is unfolded."""

import struct

import pytest

from easycare_desktop.exchange.incoming import workbooks
from easycare_desktop.exchange.incoming.reading import read_content
from easycare_desktop.exchange.incoming.refusals import (
    ListFileDamagedError,
    TooManyColumnsError,
    TooManyRowsError,
)
from easycare_desktop.exchange.incoming.workbooks import COMPOUND
from tests.helpers.old_workbooks import old_workbook


@pytest.mark.parametrize(
    ("row", "column", "refusal"),
    [(1, 1, None), (65_535, 250, TooManyRowsError), (1, 255, None), (1, 400, TooManyColumnsError)],
)
def test_far_cells_of_old_workbooks_are_refused_before_they_unfold(
    row: int, column: int, refusal: type[Exception] | None, monkeypatch: pytest.MonkeyPatch
):
    value = struct.pack("<d", 12345.0)
    content = old_workbook([["성명", "수"], ["가상일", 12345.0]])
    here, there = (struct.pack("<HHH", *place, 0) + value for place in ((1, 1), (row, column)))
    assert content.count(here) == 1
    harmed = content.replace(here, there)
    if refusal is None:
        assert read_content(harmed)
        return
    monkeypatch.setattr(workbooks, "import_module", None)  # nothing is unfolded before
    with pytest.raises(refusal):
        read_content(harmed)


def test_what_only_begins_like_an_old_workbook_is_damaged():
    for content in (COMPOUND, COMPOUND + bytes(600), old_workbook([["성명"]])[:1_000]):
        with pytest.raises(ListFileDamagedError):
            read_content(content)
