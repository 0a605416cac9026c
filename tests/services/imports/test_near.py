"""A list says nearly the same as what is in use: nothing is registered twice without a word."""

import unicodedata
from pathlib import Path

import pytest

from easycare_desktop.domain.importing import ImportRow, Likeness, RowState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from tests.helpers.lists import HEAD, ROWS, preview_of, stored_list

FIRST = ROWS[0]
NO_NUMBER = FIRST.replace("L1000000001", "")


def only(services: Services, tmp_path: Path, row: str, head: str = HEAD) -> ImportRow:
    (found,) = preview_of(services, tmp_path, row, head=head).rows
    return found


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (NO_NUMBER.replace("마루한", "마 루한"), Likeness.SPELLING),
        (NO_NUMBER.replace("마루한", "마로한"), Likeness.SPELLING),
        (NO_NUMBER.replace("마루한", "개명한"), Likeness.PHONE),
        (NO_NUMBER.replace("1940-02-03", "1940-03-02"), Likeness.BIRTH),
        (FIRST.replace("L1000000001", "L2000000002"), Likeness.NUMBERS),
        (
            NO_NUMBER.replace("1000001111", "1099998888").replace("봄길 1", "다른길 2"),
            Likeness.NUMBERS,
        ),
        (FIRST.replace("마루한", "다른이").replace("1940-02-03", "1950-01-01"), Likeness.NUMBERS),
        (
            FIRST.replace("마루한", "가")
            .replace("마보호", "마루한")
            .replace("가,", "마보호,")
            .replace("L1000000001", "")
            .replace("1940-02-03", "1970-07-07"),
            Likeness.SWAPPED,
        ),
    ],
)
def test_a_row_that_is_nearly_somebody_asks(
    services: Services, tmp_path: Path, row: str, why: Likeness
):
    stored_list(services, tmp_path, FIRST)
    (person,) = services.search.find("마루한")
    found = only(services, tmp_path, row)
    assert found.similar is not None
    assert (found.similar.why, found.similar.person_id) == (why, person.id)
    assert found.state is RowState.NEW
    assert found.as_known is not None
    assert found.as_known.person_id == person.id


def test_a_name_in_other_letters_of_the_same_sound_is_the_same(services: Services, tmp_path: Path):
    stored_list(services, tmp_path, FIRST)
    path = tmp_path / "자모.csv"
    text = unicodedata.normalize("NFD", "\r\n".join((HEAD, NO_NUMBER)))
    path.write_bytes(text.encode("utf-8-sig"))
    file = services.imports.read(path)
    layout = services.imports.layout(file, 0, PersonKind.RECIPIENT)
    (row,) = services.imports.preview(file, 0, layout).rows
    assert row.state is RowState.SAME


def test_a_changed_phone_of_the_same_number_is_a_change_and_no_question(
    services: Services, tmp_path: Path
):
    stored_list(services, tmp_path, FIRST)
    row = only(services, tmp_path, FIRST.replace("1000001111", "1099998888"))
    assert (row.state, row.similar) == (RowState.CHANGED, None)


def test_the_same_person_is_corrected_and_another_is_registered(services: Services, tmp_path: Path):
    stored_list(services, tmp_path, FIRST)
    before = len(services.search.find(""))
    shown = preview_of(services, tmp_path, NO_NUMBER.replace("마루한", "마로한"))
    (row,) = shown.rows
    services.imports.store(shown, {row.number}, "같은 분", known={row.number})
    assert len(services.search.find("")) == before
    assert services.search.find("마로한")[0].id == services.search.find("마로한")[0].person.id
    shown = preview_of(services, tmp_path, NO_NUMBER)
    (row,) = shown.rows
    assert row.similar is not None
    services.imports.store(shown, {row.number}, "다른 분")
    assert [each.name for each in services.search.find("마루한")] == ["마루한"]
    assert len(services.search.find("마로한")) == 1


def test_two_rows_of_one_list_that_are_nearly_the_same(services: Services, tmp_path: Path):
    second = NO_NUMBER.replace("마루한", "마 루한")
    shown = preview_of(services, tmp_path, NO_NUMBER, second)
    assert shown.rows[0].similar is None
    assert shown.rows[1].similar is not None
    assert shown.rows[1].similar.row == shown.rows[0].number


def test_a_guardian_of_two_recipients_comes_once_and_is_known_later(
    services: Services, tmp_path: Path
):
    same = ROWS[1].removesuffix(",,") + ",마보호,010-0000-2222"
    stored_list(services, tmp_path, FIRST, same)
    (guardian,) = services.search.find("마보호")
    assert len(services.people.open(guardian.id).recipients) == 2
    third = "다온,1950-01-01,여,,,L1000000003,5,2025-01-01,2026-12-31,15%,마 보호,010-0000-2222"
    row = only(services, tmp_path, third)
    assert row.guardian_id == guardian.id
    assert row.ties
    stored_list(services, tmp_path, third)
    assert len(services.people.open(guardian.id).recipients) == 3
