"""Where things stand on every paper: as approved, inside the margins, nothing over another."""

import io
import json

import pikepdf
import pytest

from easycare_desktop.documents.layout import measures
from tests.documents.geometry import FILE, Piece, pages_of, summary
from tests.documents.papers import NAMES, pdf_of, sized_text, value_of

GOLDEN: dict[str, list[list[int]]] = json.loads(FILE.read_text(encoding="utf-8"))
SMALL = 0.15
FOOT, SMALL_TYPE = measures.FOOT, {8.0, 8.5, 9.0, 9.4, 9.5}
MANY_ROWS = 60
SHORT = [name for name in NAMES if not name.endswith("_long")]


def covers(one: Piece, two: Piece) -> bool:
    """Tell whether one piece of text lies over another by more than a sliver."""
    wide = min(one.right, two.right) - max(one.left, two.left)
    tall = min(one.high, two.high) - max(one.low, two.low)
    if wide <= 0.5 or tall <= 0.5:
        return False
    areas = [(each.right - each.left) * (each.high - each.low) for each in (one, two)]
    return wide * tall > SMALL * min(areas)


def test_overlaps_are_found_where_there_are_any():
    one = Piece("가", 100, 100, 140, 110)
    assert covers(one, Piece("나", 120, 103, 160, 113))
    assert not covers(one, Piece("나", 120, 111, 160, 121))
    assert not covers(one, Piece("나", 141, 100, 160, 110))


@pytest.mark.parametrize("name", NAMES)
def test_everything_stands_where_it_was_approved(name: str):
    assert summary(name) == GOLDEN[name]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_runs_off_or_lies_over_another(name: str):
    for (width, height), pieces in pages_of(name):
        side = measures.WIDE_SIDE if width > height else measures.SIDE
        below, above = 20, 25
        if name.startswith("sample_labels"):  # labels fill the sheet; printers leave 12 pt
            side, below, above = 0, 12, 12
        for each in pieces:
            assert each.left >= side - 2, each
            assert each.right <= width - side + 2, each
            assert each.low >= below, each
            assert each.high <= height - above, each
        inside = pieces[:MANY_ROWS] if name not in SHORT else pieces
        laid = [
            (one.text, two.text)
            for place, one in enumerate(inside)
            for two in inside[place + 1 :]
            if covers(one, two)
        ]
        assert laid == []


@pytest.mark.parametrize("name", [each for each in NAMES if not each.startswith("sample_labels")])
def test_letters_are_large_enough_for_older_readers(name: str):
    """Below 10 pt stand foot, notes, hints to sign, codes to compare, and who approves."""
    told = [(text.strip(), round(size, 1)) for text, size, *_ in sized_text(pdf_of(name))]
    assert [each for each in told if each[0] and each[1] < FOOT] == []
    small = {size for text, size in told if text and size < measures.BODY}
    assert small <= {FOOT, *SMALL_TYPE}, small
    body = sum(len(text) for text, size in told if size >= measures.BODY)
    assert body > 0.5 * sum(len(text) for text, size in told if size > FOOT + 1)


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_sound_and_tells_what_it_is(name: str):
    value = value_of(name)
    with pikepdf.open(io.BytesIO(pdf_of(name))) as document:
        assert document.check_pdf_syntax() == []
        assert document.Root.Lang == "ko-KR"
        with document.open_metadata() as told:
            assert told["dc:title"] == str(document.docinfo["/Title"])
            assert told["dc:creator"] == [value.office.name]
            assert told["dc:language"] == {"ko-KR"}
            assert told["xmp:CreateDate"] == "2026-11-24T10:12:05+09:00"
            assert "pdfaid:part" not in told
