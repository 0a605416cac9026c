"""A list of guardians alone: each row names its recipient, about whom nothing is changed."""

from pathlib import Path

import pytest

from easycare_desktop.domain.import_preview import ImportPreview
from easycare_desktop.domain.import_refusals import (
    PersonAmbiguousError,
    RecipientUnknownError,
    RowTwiceError,
)
from easycare_desktop.domain.importing import RowState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.validation_refusals import RequiredMissingError
from easycare_desktop.services.bundle import Services
from tests.helpers.cases import PERSON, register
from tests.helpers.lists import codes, looked_at

HEAD = "성명,관계,연락처,주소,수급자 성명,수급자 생년월일"
FIRST = "마보호,딸,010-0000-2222,행복시 봄길 1,마루한,1940-02-03"


@pytest.fixture
def served(services: Services) -> Services:
    for name, birth in (("마루한", "1940-02-03"), ("나래온", "1945-05-06")):
        identity = {**PERSON["identity"], "name": name, "birth": birth}
        register(services, name, identity=identity)
    return services


def of_guardians(services: Services, folder: Path, *rows: str, head: str = HEAD) -> ImportPreview:
    return looked_at(services, folder, head, *rows, kind=PersonKind.GUARDIAN)


def refusals(shown: ImportPreview) -> list[type]:
    return [type(each.refusal) for row in shown.rows for each in row.problems]


def guardians_of(services: Services, name: str) -> list[str]:
    (found,) = [each for each in services.search.find(name) if each.name == name]
    return [each.name for each in services.people.open(found.id).guardians]


def test_each_row_registers_a_guardian_and_ties_them(served: Services, tmp_path: Path):
    second = "마누리,아들,010-0000-4444,,마루한,1940-02-03"
    shown = of_guardians(served, tmp_path, FIRST, second)
    assert codes(shown.layout) == [
        *("identity.name", "identity.relation", "identity.mobile", "identity.address"),
        *("recipient:identity.name", "recipient:identity.birth"),
    ]
    assert [(row.name, row.state) for row in shown.rows] == [
        ("마보호", RowState.NEW),
        ("마누리", RowState.NEW),
    ]
    assert shown.missing == ()
    run = served.imports.store(shown, {2, 3}, "보호자 명단")
    assert (run.kind, run.added, run.changed) == (PersonKind.GUARDIAN, 2, 0)
    assert guardians_of(served, "마루한") == ["마보호", "마누리"]
    (guardian,) = served.search.find("마보호")
    values = served.people.open(guardian.id).contents["identity"].values
    assert (values["relation"], values["address"]) == ("child", "행복시 봄길 1")
    again = of_guardians(served, tmp_path, FIRST, second)
    assert [row.state for row in again.rows] == [RowState.SAME, RowState.SAME]
    served.import_undoing.undo(run.id, "되돌림")
    assert guardians_of(served, "마루한") == []


def test_next_month_only_what_differs_is_corrected(served: Services, tmp_path: Path):
    served.imports.store(of_guardians(served, tmp_path, FIRST), {2}, "보호자 명단")
    shown = of_guardians(served, tmp_path, FIRST.replace("봄길 1", "봄길 2"))
    (row,) = shown.rows
    assert row.state is RowState.CHANGED
    assert [dict(each.before) for each in row.changes] == [{"address": "행복시 봄길 1"}]
    run = served.imports.store(shown, {2}, "보호자 명단")
    assert (run.added, run.changed) == (0, 1)


def test_one_guardian_of_two_recipients_is_one_person(served: Services, tmp_path: Path):
    other = FIRST.replace("마루한,1940-02-03", "나래온,1945-05-06")
    run = served.imports.store(of_guardians(served, tmp_path, FIRST, other), {2, 3}, "보호자 명단")
    assert run.added == 1
    assert len(served.search.find("마보호")) == 1
    assert guardians_of(served, "마루한") == guardians_of(served, "나래온") == ["마보호"]


def test_the_care_number_or_the_name_alone_names_the_recipient(served: Services, tmp_path: Path):
    by_name = of_guardians(served, tmp_path, "마보호,마루한", head="보호자,어르신")
    assert by_name.rows[0].state is RowState.NEW
    number = PERSON["entitlement"]["ltc_number"]
    by_number = of_guardians(served, tmp_path, f"마보호,{number}", head="보호자,인정번호")
    assert refusals(by_number) == [PersonAmbiguousError]


def test_a_day_of_birth_that_does_not_fit_is_nobody(served: Services, tmp_path: Path):
    wrong = FIRST.replace("1940-02-03", "1941-02-03")
    unread = FIRST.replace("1940-02-03", "1940-02-33")
    shown = of_guardians(served, tmp_path, wrong, unread)
    assert [row.state for row in shown.rows] == [RowState.BAD, RowState.BAD]
    assert refusals(shown)[0] is RecipientUnknownError
    assert len(refusals(shown)) == 2


def test_who_is_not_in_use_twice_or_unnamed_is_to_be_mended(served: Services, tmp_path: Path):
    register(served, "가나다")
    register(served, "가나다")
    shown = of_guardians(
        served,
        tmp_path,
        FIRST,
        FIRST,
        "마보호,딸,010-0000-2222,,없는분,1950-01-01",
        "마보호,딸,010-0000-2222,,가나다,",
        ",딸,010-0000-2222,,나래온,1945-05-06",
    )
    assert [row.state for row in shown.rows] == [RowState.NEW, *[RowState.BAD] * 4]
    assert refusals(shown) == [
        RowTwiceError,
        RecipientUnknownError,
        PersonAmbiguousError,
        RequiredMissingError,
    ]


def test_nothing_else_of_the_recipient_comes_in(services: Services):
    offered = services.imports.fields(PersonKind.GUARDIAN)
    of_recipient = {ref.code for ref in offered if ref.kind is PersonKind.RECIPIENT}
    assert of_recipient == {
        "recipient:identity.name",
        "recipient:identity.birth",
        "recipient:entitlement.ltc_number",
    }


def test_headings_in_two_rows_tell_whose_they_are(served: Services, tmp_path: Path):
    shown = looked_at(
        served,
        tmp_path,
        "보호자,,,수급자,",
        "성명,관계,연락처,성명,생년월일",
        "마보호,딸,010-0000-2222,마루한,1940-02-03",
        kind=PersonKind.GUARDIAN,
    )
    assert codes(shown.layout) == [
        *("identity.name", "identity.relation", "identity.mobile"),
        *("recipient:identity.name", "recipient:identity.birth"),
    ]
    assert shown.rows[0].state is RowState.NEW
