"""Several rows about one person: another service is a further contract, another licence too."""

from pathlib import Path

import pytest

from easycare_desktop.domain.import_preview import ImportPreview
from easycare_desktop.domain.import_refusals import NoRoomForMoreError, RowTwiceError
from easycare_desktop.domain.importing import RowState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.validation_refusals import RequiredMissingError
from easycare_desktop.services.bundle import Services
from tests.helpers.lists import looked_at

CARE_HEAD = "성명,생년월일,인정번호,급여종류,계약일,계약기간"
CARE = "마루한,1940-02-03,L1000000001,방문요양,2025-01-02,2025-01-03~2026-12-31"
BATH = "마루한,1940-02-03,L1000000001,방문목욕,2025-06-01,2025-06-02~2026-06-30"
STAFF_HEAD = "성명,생년월일,직종,입사일,자격증,자격증 번호,자격 취득일"
FIRST = "나래온,1970-02-03,요양보호사,2024-01-02,요양보호사,2015-1111111,2015-03-01"
SECOND = "나래온,1970-02-03,요양보호사,2024-01-02,사회복지사,2018-2222222,2018-04-01"


def of_staff(services: Services, folder: Path, *rows: str) -> ImportPreview:
    return looked_at(services, folder, STAFF_HEAD, *rows, kind=PersonKind.STAFF)


def of_care(services: Services, folder: Path, *rows: str) -> ImportPreview:
    return looked_at(services, folder, CARE_HEAD, *rows)


def stored(services: Services, shown: ImportPreview, name: str) -> dict[str, dict[str, str]]:
    services.imports.store(shown, {row.number for row in shown.rows}, "목록")
    return held(services, name)


def held(services: Services, name: str) -> dict[str, dict[str, str]]:
    (found,) = services.search.find(name)
    contents = services.people.open(found.id).contents
    return {code: dict(each.values) for code, each in contents.items()}


def states(shown: ImportPreview) -> list[RowState]:
    return [row.state for row in shown.rows]


def test_another_service_is_another_contract_with_its_own_period(
    services: Services, tmp_path: Path
):
    shown = of_care(services, tmp_path, CARE, BATH)
    assert states(shown) == [RowState.NEW, RowState.NEW]
    assert shown.rows[1].needs == shown.rows[0].number
    found = stored(services, shown, "마루한")
    assert found["care_contract"]["service"] == "visit_care"
    assert found["care_contract"]["ends_on"] == "2026-12-31"
    assert found["care_contract_2"]["service"] == "visit_bath"
    assert found["care_contract_2"]["ends_on"] == "2026-06-30"
    assert found["care_contract_2"]["party_name"] == "마루한"
    assert services.views.services() == {"visit_care": 1, "visit_bath": 1}


@pytest.mark.parametrize("turned", [False, True])
def test_next_month_each_row_is_held_against_its_own_contract(
    services: Services, tmp_path: Path, turned: bool
):
    stored(services, of_care(services, tmp_path, CARE, BATH), "마루한")
    rows = [CARE, BATH.replace("2026-06-30", "2027-06-30")]
    again = of_care(services, tmp_path, *(reversed(rows) if turned else rows))
    (change,) = [each for row in again.rows for each in row.changes]
    assert change.group == "care_contract_2"
    assert dict(change.before) == {"ends_on": "2026-06-30"}
    found = stored(services, again, "마루한")
    assert found["care_contract"]["ends_on"] == "2026-12-31"
    assert found["care_contract_2"]["ends_on"] == "2027-06-30"
    same = of_care(services, tmp_path, *rows)
    assert states(same) == [RowState.SAME, RowState.SAME]


def test_a_new_service_of_somebody_known_is_added_and_taken_back(
    services: Services, tmp_path: Path
):
    stored(services, of_care(services, tmp_path, CARE), "마루한")
    shown = of_care(services, tmp_path, CARE, BATH)
    assert states(shown) == [RowState.SAME, RowState.CHANGED]
    run = services.imports.store(shown, {row.number for row in shown.rows}, "목록")
    assert "care_contract_2" in held(services, "마루한")
    services.import_undoing.undo(run.id, "되돌림")
    assert set(held(services, "마루한")) >= {"care_contract"}
    assert "care_contract_2" not in held(services, "마루한")


def test_the_same_service_twice_stays_the_same_row_twice(services: Services, tmp_path: Path):
    shown = of_care(services, tmp_path, CARE, CARE)
    assert states(shown) == [RowState.NEW, RowState.BAD]
    assert isinstance(shown.rows[1].problems[0].refusal, RowTwiceError)


def test_more_than_there_is_room_for_or_less_than_it_takes_is_to_be_mended(
    services: Services, tmp_path: Path
):
    nursing, tools = BATH.replace("방문목욕", "방문간호"), BATH.replace("방문목욕", "복지용구")
    shown = of_care(services, tmp_path, CARE, BATH, nursing, tools)
    assert states(shown) == [RowState.NEW] * 3 + [RowState.BAD]
    assert isinstance(shown.rows[3].problems[0].refusal, NoRoomForMoreError)
    lacking = of_care(services, tmp_path, CARE, BATH.replace("2025-06-01", ""))
    assert states(lacking) == [RowState.NEW, RowState.BAD]
    (problem,) = lacking.rows[1].problems
    assert isinstance(problem.refusal, RequiredMissingError)
    assert problem.place is not None
    assert (problem.place.group, problem.place.field) == ("care_contract_2", "contract_on")


def test_another_licence_is_added(services: Services, tmp_path: Path):
    shown = of_staff(services, tmp_path, FIRST, SECOND)
    assert states(shown) == [RowState.NEW, RowState.NEW]
    found = stored(services, shown, "나래온")
    assert found["employment"]["licence_no"] == "2015-1111111"
    assert found["licence_2"] == {
        "licence_kind": "사회복지사",
        "licence_no": "2018-2222222",
        "licence_on": "2018-04-01",
    }
    again = of_staff(services, tmp_path, SECOND, FIRST)
    assert states(again) == [RowState.SAME, RowState.SAME]
    moved = of_staff(services, tmp_path, FIRST, SECOND.replace("2018-04-01", "2018-05-01"))
    (change,) = [each for row in moved.rows for each in row.changes]
    assert (change.group, dict(change.before)) == ("licence_2", {"licence_on": "2018-04-01"})


def test_a_list_of_second_licences_alone_corrects_the_second(services: Services, tmp_path: Path):
    stored(services, of_staff(services, tmp_path, FIRST, SECOND), "나래온")
    head = "성명,생년월일,자격증,자격증 번호,자격 취득일"
    row = "나래온,1970-02-03,사회복지사,2018-2222222,2018-09-09"
    shown = looked_at(services, tmp_path, head, row, kind=PersonKind.STAFF)
    found = stored(services, shown, "나래온")
    assert found["licence_2"]["licence_on"] == "2018-09-09"
    assert found["employment"]["licence_on"] == "2015-03-01"


def test_a_corrected_number_of_the_only_licence_is_a_correction(services: Services, tmp_path: Path):
    stored(services, of_staff(services, tmp_path, FIRST), "나래온")
    shown = of_staff(services, tmp_path, FIRST.replace("1111111", "1111112"))
    (change,) = shown.rows[0].changes
    assert (change.group, dict(change.before)) == ("employment", {"licence_no": "2015-1111111"})


def test_a_second_guardian_and_a_second_contract_come_in_one_row(
    services: Services, tmp_path: Path
):
    head = f"{CARE_HEAD},보호자,보호자 연락처"
    rows = (f"{CARE},마보호,010-0000-2222", f"{BATH},마누리,010-0000-4444")
    shown = looked_at(services, tmp_path, head, *rows)
    found = stored(services, shown, "마루한")
    assert found["care_contract_2"]["service"] == "visit_bath"
    (line,) = services.search.find("마루한")
    guardians = services.people.open(line.id).guardians
    assert [each.name for each in guardians] == ["마보호", "마누리"]


def test_two_of_them_may_stand_in_columns_of_one_row(services: Services, tmp_path: Path):
    head = f"{CARE_HEAD},급여종류2,계약일2,계약기간2"
    row = f"{CARE},목욕,2025-06-01,2025-06-02~2026-06-30"
    found = stored(services, looked_at(services, tmp_path, head, row), "마루한")
    second = found["care_contract_2"]
    assert (second["service"], second["ends_on"]) == ("visit_bath", "2026-06-30")
    assert second["party_name"] == "마루한"
    head = f"{STAFF_HEAD},자격증2,자격증 번호2"
    shown = looked_at(
        services, tmp_path, head, f"{FIRST},사회복지사,2018-2222222", kind=PersonKind.STAFF
    )
    found = stored(services, shown, "나래온")
    assert found["licence_2"]["licence_no"] == "2018-2222222"
    assert [each.name for each in services.search.find("2222222")] == ["나래온"]
