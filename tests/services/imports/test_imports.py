"""A list comes in: read, compared, stored at once, compared again next month, taken back."""

from pathlib import Path

import pytest

from easycare_desktop.domain.holdings import HoldingChangedMeanwhileError
from easycare_desktop.domain.import_refusals import (
    NothingToImportError,
    PersonFrozenError,
    RowTwiceError,
)
from easycare_desktop.domain.importing import RowState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.validation_refusals import (
    DateImpossibleError,
    RequiredMissingError,
    ResidentNumberNotAllowedError,
)
from easycare_desktop.services.bundle import Services
from tests.helpers.cases import PERSON, decided, known_person
from tests.helpers.lists import ROWS, preview_of, stored_list


def test_new_people_come_with_their_guardians(services: Services, tmp_path: Path):
    shown = preview_of(services, tmp_path, *ROWS)
    assert [row.state for row in shown.rows] == [RowState.NEW, RowState.NEW]
    assert shown.layout.heading == 1
    assert [row.number for row in shown.rows] == [3, 4]
    before = services.search.counts()
    run = services.imports.store(shown, {3, 4}, "엑셀 목록")
    assert (run.added, run.changed, run.number) == (2, 0, "L-00001")
    (found,) = services.search.find("마루한")
    card = services.people.open(found.id)
    assert card.contents["identity"].values["mobile"] == "010-0000-1111"
    assert card.contents["entitlement"].values["grade"] == "3"
    assert [guardian.name for guardian in card.guardians] == ["마보호"]
    after = services.search.counts()
    assert after[PersonKind.RECIPIENT] == before.get(PersonKind.RECIPIENT, 0) + 2
    (other,) = services.search.find("ㄴㄹㅇ")
    values = services.people.open(other.id).contents
    assert values["identity"].values["sex"] == "female"
    assert values["entitlement"].values["copay"] == "reduced_40"


def test_the_same_list_again_changes_nothing_and_next_month_is_compared(
    services: Services, tmp_path: Path
):
    stored_list(services, tmp_path, *ROWS)
    again = preview_of(services, tmp_path, *ROWS)
    assert [row.state for row in again.rows] == [RowState.SAME, RowState.SAME]
    assert again.layout.remembered
    moved = ROWS[0].replace("봄길 1", "가을길 9").replace("3등급", "2등급")
    next_month = preview_of(services, tmp_path, moved)
    (row,) = next_month.rows
    assert row.state is RowState.CHANGED
    assert {name for change in row.changes for name in change.before} == {"address", "grade"}
    missing = {services.search.line(each).name for each in next_month.missing}  # type: ignore[union-attr]
    assert "나래온" in missing
    assert "마루한" not in missing
    services.imports.store(next_month, {row.number}, "10월 목록")
    history = services.people.history(row.person_id)
    assert {(each.field, each.reason) for each in history} == {
        ("address", "10월 목록"),
        ("grade", "10월 목록"),
    }


def test_an_empty_cell_takes_nothing_away(services: Services, tmp_path: Path):
    stored_list(services, tmp_path, ROWS[0])
    emptied = ROWS[0].replace("행복시 봄길 1", "")
    assert preview_of(services, tmp_path, emptied).rows[0].state is RowState.SAME


def test_bad_rows_say_what_is_wrong_and_are_not_stored_list(services: Services, tmp_path: Path):
    rows = (
        ROWS[0],
        ROWS[1].replace("19450506", "1945-02-30"),
        ROWS[0].replace("마루한", "이틀간").replace("L1000000001", "L100000"),
        ROWS[0],
        ROWS[1].replace("나래온", "").replace("02,4", "03,4"),
        ROWS[1].replace("여자", "중성").replace("나래온", "다솜이").replace("02,4", "04,4"),
        ROWS[1]
        .replace("010-0000-3333", "010-00")
        .replace("나래온", "라온이")
        .replace("02,4", "05,4"),
        ROWS[1].replace("나래온,", "800101-1234567,").replace("02,4", "06,4"),
    )
    shown = preview_of(services, tmp_path, *rows)
    wrong = {row.number: [type(each.refusal) for each in row.problems] for row in shown.rows}
    assert shown.rows[0].state is RowState.NEW
    assert wrong[4] == [DateImpossibleError]
    assert wrong[6] == [RowTwiceError]
    assert wrong[7] == [RequiredMissingError]
    assert ResidentNumberNotAllowedError in wrong[10]
    assert all(row.state is RowState.BAD for row in shown.rows[1:])
    run = services.imports.store(shown, {row.number for row in shown.rows}, "목록")
    assert run.added == 1
    with pytest.raises(NothingToImportError):
        services.imports.store(shown, {4, 5}, "목록")


def test_resident_numbers_tell_birth_and_sex_and_are_not_kept(services: Services, tmp_path: Path):
    head = "성명,주민등록번호,장기요양인정번호,등급,인정시작일,인정만료일,본인부담구분"
    rows = (
        "마루한,400203-1******,L1000000001,3,2025-01-01,2028-12-31,일반",
        "나래온,450506-2345678,L1000000002,3,2025-01-01,2028-12-31,일반",
    )
    shown = preview_of(services, tmp_path, *rows, head=head)
    services.imports.store(shown, {3, 4}, "목록")
    (found,) = services.search.find("나래온")
    values = services.people.open(found.id).contents["identity"].values
    assert (values["birth"], values["sex"]) == ("1945-05-06", "female")
    assert not any("345678" in value for value in values.values())


def test_a_group_that_lacks_something_is_left_out_and_told(services: Services, tmp_path: Path):
    head = "성명,생년월일,등급,급여종류,계약일"
    shown = preview_of(services, tmp_path, "마루한,1940-02-03,3,방문요양,2025-01-02", head=head)
    (row,) = shown.rows
    assert row.state is RowState.NEW
    assert {each.place.group for each in row.left_out if each.place} == {
        "entitlement",
        "care_contract",
    }
    services.imports.store(shown, {row.number}, "목록")
    (found,) = services.search.find("마루한")
    assert set(services.people.open(found.id).contents) == {"identity"}


def test_who_is_about_to_end_is_left_alone(services: Services, tmp_path: Path):
    person = known_person(services)
    decided(services, person)
    row = "홍길순,1941-03-05,,,새 주소 3,L0012345678,,,,,,"
    (shown,) = preview_of(services, tmp_path, row).rows
    assert [type(each.refusal) for each in shown.problems] == [PersonFrozenError]


def test_what_changed_meanwhile_stops_the_whole_list(services: Services, tmp_path: Path):
    stored_list(services, tmp_path, *ROWS)
    shown = preview_of(services, tmp_path, ROWS[0].replace("봄길 1", "봄길 2"), ROWS[1])
    (found,) = services.search.find("마루한")
    card = services.people.open(found.id)
    identity = card.contents["identity"]
    fields = {**identity.values, "address": "다른 길 5"}
    services.people.save_group(
        found.id, "identity", fields, expected_version=identity.holding.version, reason="이사"
    )
    with pytest.raises(HoldingChangedMeanwhileError):
        services.imports.store(shown, {row.number for row in shown.rows}, "목록")
    assert services.people.open(found.id).contents["identity"].values["address"] == "다른 길 5"
    assert len(services.imports.runs()) == 1


def test_a_group_that_was_added_meanwhile_is_not_added_by_the_list(
    services: Services, tmp_path: Path
):
    identity = {"name": "마루한", "birth": "1940-02-03", "mobile": "010-0000-1111"}
    person = services.people.register(PersonKind.RECIPIENT, {"identity": identity})
    shown = preview_of(services, tmp_path, ROWS[0])
    assert shown.rows[0].person_id == person.id
    entitlement = PERSON["entitlement"] | {"ltc_number": "L1000000001"}
    services.people.save_group(person.id, "entitlement", entitlement)
    with pytest.raises(HoldingChangedMeanwhileError):
        services.imports.store(shown, {row.number for row in shown.rows}, "목록")
    held = services.people.open(person.id).holdings
    assert [each.group for each in held] == ["entitlement", "identity"]


def test_an_unusual_length_is_told_and_taken(services: Services, tmp_path: Path):
    shown = preview_of(services, tmp_path, ROWS[0].replace("2028-12-31", "2027-12-31"), ROWS[1])
    assert [bool(row.unusual) for row in shown.rows] == [True, False]
    run = services.imports.store(shown, {row.number for row in shown.rows}, "엑셀 목록")
    assert run.added == 2
