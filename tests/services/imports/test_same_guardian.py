"""A guardian gets a new number in one row of a list, and comes with it in another: one person."""

from pathlib import Path

import pytest

from easycare_desktop.domain.importing import FieldRef, RowState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from tests.helpers.lists import looked_at

HEAD = "수급자명,생년월일,성별,보호자명,관계,보호자 연락처,보호자 주소"
KNOWN = "김하나,1941-03-05,여,이보호,아들,010-0000-1001,행복시 1"
MOVED = KNOWN.replace("1001", "2002")
NEW = "남궁두리,1942-03-05,남,이 보호,,010-0000-2002,"
MOBILE = FieldRef(PersonKind.GUARDIAN, "identity", "mobile")
ADDRESS = FieldRef(PersonKind.GUARDIAN, "identity", "address")


@pytest.fixture(autouse=True)
def _known(services: Services, tmp_path: Path) -> None:
    services.imports.store(looked_at(services, tmp_path, HEAD, KNOWN), {2}, "엑셀 목록")


def guardians(services: Services, name: str) -> list[int]:
    (line,) = services.search.find(name)
    return [each.id for each in services.people.open(line.id).guardians]


@pytest.mark.parametrize("rows", [(MOVED, NEW), (NEW, MOVED)])
@pytest.mark.parametrize("taken", [{2, 3}, {2}, {3}])
def test_the_guardian_of_both_rows_is_one_person(
    services: Services, tmp_path: Path, rows: tuple[str, str], taken: set[int]
):
    shown = looked_at(services, tmp_path, HEAD, *rows)
    assert {row.state for row in shown.rows} == {RowState.NEW, RowState.CHANGED}
    services.imports.store(shown, taken, "엑셀 목록")
    (line,) = [*services.search.find("이보호"), *services.search.find("이 보호")][:1]
    identity = services.people.open(line.id).contents["identity"].values
    assert (identity["mobile"], identity["relation"]) == ("010-0000-2002", "child")
    everybody = guardians(services, "김하나")
    if rows.index(NEW) + 2 in taken:
        everybody += guardians(services, "남궁두리")
    assert {*everybody} == {line.id}


def test_the_row_tells_that_it_ties_and_what_it_corrects(services: Services, tmp_path: Path):
    _, row = looked_at(services, tmp_path, HEAD, MOVED, NEW.replace("이 보호", "이보호")).rows
    assert row.ties
    assert (row.person_id, row.assumed, row.differs) == (0, (), ())
    (change,) = row.changes_of(PersonKind.GUARDIAN)
    assert dict(change.before) == {"mobile": "010-0000-1001"}


def test_what_the_other_row_says_otherwise_is_told_and_left(services: Services, tmp_path: Path):
    elsewhere = MOVED.replace("행복시 1", "새시 2")
    new = NEW.replace("2002,", "2002,다른시 3")
    shown = looked_at(services, tmp_path, HEAD, elsewhere, new)
    assert shown.rows[1].differs == ((ADDRESS, 2),)
    services.imports.store(shown, {2, 3}, "엑셀 목록")
    (guardian,) = {*guardians(services, "김하나"), *guardians(services, "남궁두리")}
    identity = services.people.open(guardian).contents["identity"].values
    assert identity["address"] == "새시 2"


def test_of_a_row_that_is_decided_later_too(services: Services, tmp_path: Path):
    near = MOVED.replace("김하나", "김하니")
    shown = looked_at(services, tmp_path, HEAD, near, NEW)
    assert shown.rows[0].as_known is not None
    services.imports.store(shown, {2, 3}, "엑셀 목록", known={2})
    (mine,) = services.search.find("김하니")
    (guardian,) = services.people.open(mine.id).guardians
    assert guardians(services, "남궁두리") == [guardian.id]


def test_in_a_list_of_guardians_the_second_row_ties(services: Services, tmp_path: Path):
    other = "남궁두리,1942-03-05,남,,,,"
    services.imports.store(looked_at(services, tmp_path, HEAD, other), {2}, "엑셀 목록")
    head = "보호자 성명,관계,휴대전화,수급자명,수급자 생년월일"
    shown = looked_at(
        services,
        tmp_path,
        head,
        "이보호,아들,010-0000-2002,김하나,1941-03-05",
        "이보호,아들,010-0000-2002,남궁두리,1942-03-05",
        kind=PersonKind.GUARDIAN,
    )
    assert [row.state for row in shown.rows] == [RowState.CHANGED] * 2
    services.imports.store(shown, {2, 3}, "엑셀 목록")
    assert guardians(services, "남궁두리") == guardians(services, "김하나")
