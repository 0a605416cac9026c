"""One guardian of two recipients stands in two rows of a list: they do not stop each other."""

from pathlib import Path

import pytest

from easycare_desktop.domain.import_preview import ImportPreview
from easycare_desktop.domain.import_refusals import GuardianDiffersError
from easycare_desktop.domain.importing import FieldRef, RowState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from tests.helpers.lists import looked_at

HEAD = "수급자명,생년월일,성별,보호자명,관계,보호자 연락처,보호자 주소"
HER = "김하나,1941-03-05,여,이보호,아들,010-0000-1001,행복시 1"
HIM = "남궁두리,1942-03-05,남,이보호,아들,010-0000-1001,행복시 1"
RELATION = FieldRef(PersonKind.GUARDIAN, "identity", "relation")
ADDRESS = FieldRef(PersonKind.GUARDIAN, "identity", "address")


def couple(services: Services, folder: Path, *rows: str) -> ImportPreview:
    return looked_at(services, folder, HEAD, *rows)


def stored(services: Services, shown: ImportPreview, *numbers: int) -> None:
    chosen = numbers or tuple(row.number for row in shown.rows)
    services.imports.store(shown, chosen, "엑셀 목록")


def guardian(services: Services) -> dict[str, str]:
    (line,) = services.search.find("이보호")
    return dict(services.people.open(line.id).contents["identity"].values)


def moved(row: str, number: str) -> str:
    return row.replace("010-0000-1001", number)


@pytest.mark.parametrize("taken", [(2, 3), (2,), (3,)])
def test_a_new_number_of_the_guardian_of_a_couple_is_stored_once(
    services: Services, tmp_path: Path, taken: tuple[int, ...]
):
    stored(services, couple(services, tmp_path, HER, HIM))
    shown = couple(services, tmp_path, *(moved(each, "010-0000-9999") for each in (HER, HIM)))
    assert [row.state for row in shown.rows] == [RowState.CHANGED] * 2
    stored(services, shown, *taken)
    assert guardian(services)["mobile"] == "010-0000-9999"
    (line,) = services.search.find("이보호")
    assert len(services.people.history(line.id)) == 1


def test_what_only_one_of_the_rows_tells_is_stored_too(services: Services, tmp_path: Path):
    bare = HER.replace("행복시 1", "")
    stored(services, couple(services, tmp_path, bare, HIM))
    assert guardian(services)["address"] == "행복시 1"
    shown = couple(
        services, tmp_path, moved(bare, "010-0000-9999"), HIM.replace("행복시 1", "행복시 2")
    )
    assert [row.state for row in shown.rows] == [RowState.CHANGED, RowState.BAD]
    stored(services, shown)
    assert guardian(services)["mobile"] == "010-0000-9999"


@pytest.mark.parametrize("first", ["010-0000-1001", "010-0000-8888"])
def test_two_numbers_of_one_guardian_are_wrong_and_name_the_other_row(
    services: Services, tmp_path: Path, first: str
):
    stored(services, couple(services, tmp_path, HER, HIM))
    shown = couple(services, tmp_path, moved(HER, first), moved(HIM, "010-0000-7777"))
    assert shown.rows[1].state is RowState.BAD
    (problem,) = shown.rows[1].problems
    assert isinstance(problem.refusal, GuardianDiffersError)
    assert problem.refusal.row == 2


def test_what_two_rows_say_otherwise_is_told_and_does_not_go_to_and_fro(
    services: Services, tmp_path: Path
):
    him = HIM.replace("아들", "사위").replace("행복시 1", "행복시 2")
    shown = couple(services, tmp_path, HER, him)
    assert shown.rows[1].differs == ((RELATION, 2), (ADDRESS, 2))
    stored(services, shown)
    for _ in range(2):
        again = couple(services, tmp_path, HER, him)
        assert [row.state for row in again.rows] == [RowState.SAME] * 2
        assert again.rows[1].differs == ((RELATION, 2), (ADDRESS, 2))
    assert guardian(services)["relation"] == "child"


def test_beside_what_differs_the_rest_of_a_row_is_taken(services: Services, tmp_path: Path):
    him = HIM.replace("아들", "사위")
    stored(services, couple(services, tmp_path, HER, him))
    shown = couple(services, tmp_path, HER, him.replace("남,", "여,"))
    (change,) = shown.rows[1].changes
    assert change.before == {"sex": "male"}


def test_a_row_that_is_not_taken_leaves_a_new_guardian_whole(services: Services, tmp_path: Path):
    him = HIM.replace("아들", "사위")
    stored(services, couple(services, tmp_path, HER, him), 3)
    assert guardian(services)["relation"] == "child_in_law"


def test_who_has_left_decides_nothing_about_the_guardian_of_another(
    services: Services, tmp_path: Path
):
    head, here, gone = f"{HEAD},상태", ",이용중", ",사망"
    stored(services, looked_at(services, tmp_path, head, HER + here, HIM + here))
    left = HER.replace("행복시 1", "옛시 9") + gone
    shown = looked_at(services, tmp_path, head, left, HIM.replace("행복시 1", "새시 2") + here)
    assert shown.rows[0].gone is not None
    assert shown.rows[1].state is RowState.CHANGED
    stored(services, shown, 3)
    assert guardian(services)["address"] == "새시 2"
