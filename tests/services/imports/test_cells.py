"""Cells as offices and Excel write them: days, choices, covered numbers, and nothing at all."""

from pathlib import Path

import pytest

from easycare_desktop.domain.import_preview import ImportPreview
from easycare_desktop.domain.importing import ImportRow, RowState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.validation_refusals import (
    ChoiceUnknownError,
    DateNotReadableError,
    LunarDateError,
    ResidentNumberUnreadError,
)
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.imports.against import folded
from easycare_desktop.system.list_words import load_list_words
from easycare_desktop.system.resources import resource
from easycare_desktop.ui.wording.refusals import field_words
from tests.helpers.lists import looked_at

STAFF = PersonKind.STAFF


def values(row: ImportRow) -> dict[str, str]:
    return {name: said for each in row.changes for name, said in each.values.items()}


def refusals(row: ImportRow) -> list[type[Exception]]:
    return [type(each.refusal) for each in row.problems]


def one(services: Services, folder: Path, head: str, cell: str) -> ImportRow:
    """Return the row of somebody with a cell more."""
    text = cell.replace('"', '""')
    shown: ImportPreview = looked_at(services, folder, f"성명,{head}", f'마루한,"{text}"')
    return shown.rows[0]


@pytest.mark.parametrize(
    ("cell", "birth", "sex"),
    [
        ("410305-2******", "1941-03-05", "female"),
        ("410305-2●●●●●●", "1941-03-05", "female"),
        ("410305 – 2●●●●●●", "1941-03-05", "female"),
        ("４１０３０５－２＊＊＊＊＊＊", "1941-03-05", "female"),
        ("4103051XXXXXX", "1941-03-05", "male"),
        ("410305-1○○○○○○", "1941-03-05", "male"),
        ("410305-*******", "1941-03-05", None),
        ("410305", "1941-03-05", None),
        ("410305-2****** (만85세)", "1941-03-05", "female"),
        ("1941-03-05", "1941-03-05", None),
        ("1941. 3. 5.", "1941-03-05", None),
        ("19410305", "1941-03-05", None),
    ],
)
def test_a_resident_number_is_read_however_it_is_covered(
    services: Services, tmp_path: Path, cell: str, birth: str, sex: str | None
):
    said = values(one(services, tmp_path, "주민등록번호", cell))
    assert (said["birth"], said.get("sex")) == (birth, sex)


@pytest.mark.parametrize("cell", ["4103", "410305-23456789", "외국인1"])
def test_what_is_no_resident_number_is_told(services: Services, tmp_path: Path, cell: str):
    row = one(services, tmp_path, "주민등록번호", cell)
    assert refusals(row) == [ResidentNumberUnreadError]
    assert cell not in repr(row)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("1941-03-05 00:00:00", "1941-03-05"),
        ("1941-03-05 09:30", "1941-03-05"),
        ("1941-03-05 오전 12:00:00", "1941-03-05"),
        ("1941-03-05 12:00:00 AM", "1941-03-05"),
        ("1941-03-05T00:00:00", "1941-03-05"),
        ("1941-03-05T09:30:00.000Z", "1941-03-05"),
        ("19410305.0", "1941-03-05"),
        ("15040", "1941-03-05"),
        ("15040.0", "1941-03-05"),
        ("１９４１．３．５", "1941-03-05"),
    ],
)
def test_days_as_excel_shows_them(services: Services, tmp_path: Path, cell: str, day: str):
    assert values(one(services, tmp_path, "생년월일", cell))["birth"] == day


@pytest.mark.parametrize("head", ["생년월일", "주민등록번호"])
def test_a_lunar_day_of_birth_is_told(services: Services, tmp_path: Path, head: str):
    assert refusals(one(services, tmp_path, head, "1941-03-05(음)")) == [LunarDateError]


@pytest.mark.parametrize("cell", ["10305", "99999", "09:30"])
def test_a_count_that_may_be_another_day_is_no_day(services: Services, tmp_path: Path, cell: str):
    assert refusals(one(services, tmp_path, "생년월일", cell)) == [DateNotReadableError]


@pytest.mark.parametrize("cell", ["-", ".", "없음", "해당 없음", "－", "미정"])
def test_a_sign_for_nothing_is_nothing(services: Services, tmp_path: Path, cell: str):
    head = "성명,생년월일,성별,휴대폰,계약일,월 급여비용,보호자명,우편번호,주소,상세주소"
    row = ",".join(("마루한", "1940-02-03", *[cell] * 8))
    shown = looked_at(services, tmp_path, head, row)
    assert shown.rows[0].state is RowState.NEW
    kept = {"name": "마루한", "birth": "1940-02-03", "address_detail": cell}
    assert values(shown.rows[0]) == kept


def test_who_still_works_has_no_last_day_and_none_may_be_a_choice(
    services: Services, tmp_path: Path
):
    shown = looked_at(
        services,
        tmp_path,
        "성명,생년월일,직종,입사일,퇴사일,범죄경력 조회일,조회 결과",
        "마루한,1970-02-03,요양보호사,2024-01-02,재직 중,2024-01-01,없음",
        kind=STAFF,
    )
    said = values(shown.rows[0])
    assert "left_on" not in said
    assert said["record_check_result"] == "none"


def test_the_name_itself_may_not_be_nothing(services: Services, tmp_path: Path):
    shown = looked_at(services, tmp_path, "성명,생년월일", "없음,1940-02-03")
    assert shown.rows[0].state is RowState.BAD


GRADES = "인정번호,유효기간 시작일,유효기간 종료일,등급,본인부담률,성별"


@pytest.mark.parametrize(
    ("grade", "copay", "sex", "codes"),
    [
        ("3등급(치매)", "감경(40%)", "여(F)", ("3", "reduced_40", "female")),
        ("３", "일반(15)", "Female", ("3", "general", "female")),
        ("3.0", "15.0%", "女", None),
        ("장기요양3등급", "기초생활수급자", "남 ", ("3", "basic", "male")),
        ("인지지원 등급", "15%(일반)", "남(M)", ("cognitive", "general", "male")),
        ("3급", "의료 6%", "m", ("3", "medical_aid", "male")),
        ("3", "경감 60%", "여", ("3", "reduced_60", "female")),
        ("3", "15%(감경 9%)", "여", None),
        ("3", "6%", "여", None),
    ],
)
def test_choices_with_brackets_blanks_and_signs(
    services: Services,
    tmp_path: Path,
    grade: str,
    copay: str,
    sex: str,
    codes: tuple[str, str, str] | None,
):
    head = f"성명,생년월일,{GRADES}"
    row = f"마루한,1940-02-03,L1000000001,2025-01-01,2028-12-31,{grade},{copay},{sex}"
    (found,) = looked_at(services, tmp_path, head, row).rows
    if codes is None:
        assert refusals(found) == [ChoiceUnknownError]
        return
    said = values(found)
    assert (said["grade"], said["copay"], said["sex"]) == codes


@pytest.mark.parametrize(
    ("cell", "first", "more"),
    [
        ("방문요양(60분)", "visit_care", None),
        ("방문요양(월, 수)", "visit_care", None),
        ("방문요양 방문목욕", "visit_care", "방문목욕"),
        ("방문요양(60분), 방문목욕", "visit_care", "방문목욕"),
        ("방문 요양", "visit_care", None),
    ],
)
def test_services_with_brackets(
    services: Services, tmp_path: Path, cell: str, first: str, more: str | None
):
    head = "성명,생년월일,인정번호,등급,본인부담률,계약일,계약 시작일,계약 종료일,급여종류"
    row = f'마루한,1940-02-03,L1000000001,3,15%,2025-01-01,2025-01-01,2026-12-31,"{cell}"'
    said = values(looked_at(services, tmp_path, head, row).rows[0])
    assert (said["service"], said.get("service_more")) == (first, more)


def test_an_unknown_choice_names_those_there_are(services: Services, tmp_path: Path):
    shown = looked_at(services, tmp_path, "성명,생년월일,성별", "마루한,1940-02-03,?")
    (problem,) = shown.rows[0].problems
    assert field_words(problem.refusal) == "고를 수 없는 값입니다. 여, 남 가운데 하나여야 합니다."


def test_no_two_choices_of_a_field_are_written_alike():
    for words in load_list_words(resource("exchange")).values():
        for choices in words.choices.values():
            met: dict[str, str] = {}
            for word, code in choices.items():
                assert met.setdefault(folded(word), code) == code, word


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("１０１２３４５６７８", "010-1234-5678"),
        ("10-1234-5678", "010-1234-5678"),
        ("10 1234 5678", "010-1234-5678"),
        ("2-123-4567", "02-123-4567"),
        ("010)123-4567", None),
        ("2345-6789", None),
        ("1588-1234", "1588-1234"),
    ],
)
def test_a_phone_without_its_zero(
    services: Services, tmp_path: Path, cell: str, number: str | None
):
    shown = looked_at(services, tmp_path, "성명,생년월일,휴대폰", f"마루한,1940-02-03,{cell}")
    assert values(shown.rows[0]).get("mobile") == number
