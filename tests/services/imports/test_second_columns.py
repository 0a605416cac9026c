"""Columns of a second guardian: 보호자2, 보호자 2, 제2보호자."""

from pathlib import Path

import pytest

from easycare_desktop.domain.import_refusals import UndecidedFirstError
from easycare_desktop.domain.importing import RowState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from tests.helpers.cases import known_person
from tests.helpers.lists import codes, looked_at

OWN = "마루한,1940-02-03,010-0000-1111"
FIRST, SECOND = "마보호,딸,010-0000-2222", "마누리,아들,010-0000-4444"
HEAD = (
    "성명,생년월일,연락처,보호자1,보호자1 관계,보호자1 연락처,보호자2,보호자2 관계,보호자2 연락처"
)


def guardians_of(services: Services, name: str) -> list[str]:
    (found,) = services.search.find(name)
    return [guardian.name for guardian in services.people.open(found.id).guardians]


@pytest.mark.parametrize("word", ["보호자2", "보호자 2", "제2보호자", "둘째 보호자", "보호자②"])
@pytest.mark.parametrize("named", ["", " 성명", "명"])
def test_the_headings_are_known(services: Services, tmp_path: Path, word: str, named: str):
    head = f"성명,생년월일,보호자,{word}{named},{word} 휴대폰,{word} 관계"
    shown = looked_at(services, tmp_path, head, "마루한,1940-02-03,마보호,마누리,,아들")
    assert codes(shown.layout)[2:] == [
        "guardian:identity.name",
        "guardian:identity.name@2",
        "guardian:identity.mobile@2",
        "guardian:identity.relation@2",
    ]
    assert shown.unread == ()


def test_both_guardians_come_and_are_compared_next_month(services: Services, tmp_path: Path):
    row = f"{OWN},{FIRST},{SECOND}"
    shown = looked_at(services, tmp_path, HEAD, row)
    assert [(each.line, each.state) for each in shown.rows] == [
        (2, RowState.NEW),
        (2, RowState.NEW),
    ]
    chosen = {each.number for each in shown.rows}
    assert len(chosen) == 2
    run = services.imports.store(shown, chosen, "목록")
    assert (run.added, run.changed) == (1, 0)
    assert guardians_of(services, "마루한") == ["마보호", "마누리"]
    (second,) = services.search.find("마누리")
    values = services.people.open(second.id).contents["identity"].values
    assert (values["relation"], values["mobile"]) == ("child", "010-0000-4444")
    again = looked_at(services, tmp_path, HEAD, row)
    assert [each.state for each in again.rows] == [RowState.SAME]
    assert again.layout.remembered
    moved = looked_at(services, tmp_path, HEAD, row.replace("4444", "5555"))
    (_, changed) = moved.rows
    assert changed.state is RowState.CHANGED
    assert changed.changes[0].before == {"mobile": "010-0000-4444"}
    services.import_undoing.undo(run.id, "되돌림")
    assert services.search.find("마누리") == []


def test_headings_in_two_rows(services: Services, tmp_path: Path):
    shown = looked_at(
        services,
        tmp_path,
        "수급자,,,보호자1,,,보호자2,,",
        "성명,생년월일,연락처,성명,관계,연락처,성명,관계,연락처",
        f"{OWN},{FIRST},{SECOND}",
    )
    assert codes(shown.layout)[3:] == [
        *("guardian:identity.name", "guardian:identity.relation", "guardian:identity.mobile"),
        *("guardian:identity.name@2", "guardian:identity.relation@2", "guardian:identity.mobile@2"),
    ]
    services.imports.store(shown, {each.number for each in shown.rows}, "목록")
    assert guardians_of(services, "마루한") == ["마보호", "마누리"]


@pytest.mark.parametrize("second", [",,", FIRST])
def test_nobody_or_the_same_once_more_is_one_row(services: Services, tmp_path: Path, second: str):
    shown = looked_at(services, tmp_path, HEAD, f"{OWN},{FIRST},{second}")
    assert [each.state for each in shown.rows] == [RowState.NEW]


def test_what_is_wrong_with_the_second_does_not_stop_the_first(services: Services, tmp_path: Path):
    wrong = SECOND.replace("010-0000-4444", "010-00")
    shown = looked_at(services, tmp_path, HEAD, f"{OWN},{FIRST},{wrong}")
    first, second = shown.rows
    assert (first.state, second.state) == (RowState.NEW, RowState.BAD)
    assert second.line == first.number
    services.imports.store(shown, {first.number, second.number}, "목록")
    assert guardians_of(services, "마루한") == ["마보호"]


def test_without_the_row_itself_the_second_does_not_come(services: Services, tmp_path: Path):
    shown = looked_at(services, tmp_path, HEAD, f"{OWN},{FIRST},{SECOND}")
    assert shown.rows[1].needs == shown.rows[0].number
    other = looked_at(services, tmp_path, HEAD, f"{OWN},,,,{SECOND}")
    services.imports.store(other, {each.number for each in other.rows}, "목록")
    assert guardians_of(services, "마루한") == ["마누리"]


def test_of_somebody_undecided_the_second_waits(services: Services, tmp_path: Path):
    known_person(services)
    shown = looked_at(services, tmp_path, HEAD, f"홍길선,1941-03-05,010-0000-1234,,,,{SECOND}")
    first, second = shown.rows
    assert first.similar is not None
    assert second.state is RowState.BAD
    assert [type(each.refusal) for each in second.problems] == [UndecidedFirstError]


def test_a_second_telephone_of_one_guardian_is_no_second_guardian(
    services: Services, tmp_path: Path
):
    head = "성명,생년월일,보호자,보호자 연락처,보호자 연락처2"
    shown = looked_at(
        services, tmp_path, head, "마루한,1940-02-03,마보호,010-0000-2222,02-000-0000"
    )
    assert codes(shown.layout)[3:] == ["guardian:identity.mobile", ""]
    assert shown.unread == ("보호자 연락처2",)


def test_only_lists_of_recipients_tell_of_a_second_guardian(services: Services):
    for kind in services.imports.kinds():
        seconds = [ref for ref in services.imports.fields(kind) if ref.is_second]
        assert bool(seconds) is (kind is PersonKind.RECIPIENT)
