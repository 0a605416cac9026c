"""What rows have in common is worked out once, and a row says the same as it would alone."""

import gc
import weakref
from datetime import date
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st

from easycare_desktop.domain.importing import FieldRef, Layout, Special
from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.validation import reader_of
from easycare_desktop.services.imports.rows import Read, RowReader
from easycare_desktop.system.catalogue_files import load_catalogue
from easycare_desktop.system.list_words import load_list_words
from easycare_desktop.system.resources import resource

CATALOGUE = load_catalogue(resource("catalogue"), OfficeKind.AGENCY)
WORDS = load_list_words(resource("exchange"))[PersonKind.RECIPIENT]
FIELDS = (
    ("identity.name", ("마루한", "마", " 나래온 ")),
    ("identity.birth", ("1940-02-03", "40.2.3", "없음")),
    ("identity.mobile", ("1000001111", "010-0000-2222", "12")),
    ("identity.postcode", ("1234", "01234")),
    ("entitlement.grade", ("3등급", "3", "9등급")),
    ("entitlement.ltc_number", ("L0000000001", "L1")),
    ("care_contract.service", ("방문요양", "?")),
    ("guardian:identity.name", ("마보호",)),
)
RESIDENT = ("450506-2******", "450506", "9")
REFS = tuple(FieldRef.of(code, PersonKind.RECIPIENT) for code, _ in FIELDS)
LAYOUT = Layout(PersonKind.RECIPIENT, 0, (), (*REFS, Special.RESIDENT_NUMBER))
CELLS = st.tuples(*(st.sampled_from(("", "  ", *cells)) for _, cells in FIELDS))
ROWS = st.lists(st.tuples(CELLS, st.sampled_from(("", *RESIDENT))), min_size=2, max_size=12)


def reader() -> RowReader:
    return RowReader(LAYOUT, WORDS, CATALOGUE, partial(reader_of, today=date(2026, 11, 23)))


def said(read: Read) -> object:
    wrong = {ref: type(read.refused(place)) for ref, place in read.shape.wrong.items()}
    return [(ref, read.said(ref)) for ref in read.shape.good], wrong, read.shape.assumed


@settings(max_examples=40, deadline=None)
@given(ROWS)
def test_a_row_says_the_same_among_others_as_alone(rows: list[tuple[tuple[str, ...], str]]):
    together = reader()
    for cells, resident in rows:
        row = (*cells, resident)
        assert said(together.read(row)) == said(reader().read(row))


def test_the_resident_number_fills_what_has_no_cell_and_what_follows_from_others_comes_last():
    row = ("마루한", "", "12", "", "", "L0000000001", "방문요양", "마보호", "450506-2******")
    read = reader().read(row)
    codes = {ref.code.removeprefix("recipient:"): read.said(ref) for ref in read.shape.good}
    assert list(codes.items()) == [
        ("identity.name", "마루한"),
        ("entitlement.ltc_number", "L0000000001"),
        ("care_contract.service", "visit_care"),
        ("guardian:identity.name", "마보호"),
        ("identity.birth", "1945-05-06"),
        ("identity.sex", "female"),
        ("care_contract.party_name", "마루한"),
        ("care_contract.ltc_number", "L0000000001"),
        ("guardian:identity.relation", "other"),
    ]
    assert [ref.field for ref in read.shape.wrong] == ["mobile"]
    assert [ref.field for ref in read.shape.assumed] == ["relation"]


def test_what_a_list_said_is_gone_with_its_reader():
    """Nothing waits for the collector: cells are personal data."""
    made = reader()
    made.read(("마루한", "", "", "", "", "", "방문요양", "마보호", ""))
    known = weakref.ref(made)
    gc.disable()
    try:
        del made
        assert known() is None
    finally:
        gc.enable()
