"""One cell that holds two fields: a period, or several choices."""

from pathlib import Path

import pytest

from easycare_desktop.domain.importing import RowState
from easycare_desktop.domain.validation_refusals import DateNotReadableError
from easycare_desktop.services.bundle import Services
from tests.helpers.lists import brought, looked_at


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("2025-01-01~2028-12-31", ("2025-01-01", "2028-12-31")),
        ("2025. 1. 1. ~ 2028. 12. 31.", ("2025-01-01", "2028-12-31")),
        ("2025년 1월 1일부터 2028년 12월 31일까지", ("2025-01-01", "2028-12-31")),
        ("20250101-20281231", ("2025-01-01", "2028-12-31")),
        ("'25.01.01 – '28.12.31", ("2025-01-01", "2028-12-31")),
        ("2025.01.01 ~ 12.31", ("2025-01-01", "2025-12-31")),
    ],
)
def test_a_period_in_one_cell(services: Services, tmp_path: Path, cell: str, days: tuple[str, str]):
    shown = looked_at(
        services,
        tmp_path,
        "성명,생년월일,장기요양인정번호,등급,인정유효기간,본인부담률",
        f'마루한,1940-02-03,L1000000001,3등급,"{cell}",15%',
    )
    held = brought(services, shown, "마루한")["entitlement"]
    assert (held["valid_from"], held["valid_until"]) == days


@pytest.mark.parametrize("cell", ["2028-12-31", "내년까지", "2025~2028"])
def test_half_a_period_is_no_period(services: Services, tmp_path: Path, cell: str):
    shown = looked_at(services, tmp_path, "성명,생년월일,인정유효기간", f"마루한,1940-02-03,{cell}")
    (row,) = shown.rows
    wrong = [
        type(each.refusal)
        for each in row.problems
        if each.place and each.place.field == "valid_from"
    ]
    assert wrong == [DateNotReadableError]


def test_a_period_with_columns_of_its_own_keeps_those(services: Services, tmp_path: Path):
    shown = looked_at(
        services,
        tmp_path,
        "성명,생년월일,인정번호,등급,유효기간,인정만료일,본인부담률",
        "마루한,1940-02-03,L1000000001,3,2025-01-01~,2028-12-31,15%",
    )
    assert brought(services, shown, "마루한")["entitlement"]["valid_until"] == "2028-12-31"


@pytest.mark.parametrize(
    ("cell", "service", "more"),
    [
        ("방문요양,방문목욕", "visit_care", "방문목욕"),
        ("목욕/요양/간호", "visit_bath", "방문요양, 방문간호"),
        ("방문 요양", "visit_care", None),
    ],
)
def test_several_services_in_one_cell(
    services: Services, tmp_path: Path, cell: str, service: str, more: str | None
):
    shown = looked_at(
        services,
        tmp_path,
        "성명,생년월일,인정번호,급여종류,계약일,계약시작일",
        f'마루한,1940-02-03,L1000000001,"{cell}",2025-01-02,2025-01-03',
    )
    held = brought(services, shown, "마루한")["care_contract"]
    assert (held["service"], held.get("service_more")) == (service, more)


def test_a_service_that_is_none_is_told(services: Services, tmp_path: Path):
    shown = looked_at(
        services, tmp_path, "성명,생년월일,급여종류", '마루한,1940-02-03,"방문요양,주 3회"'
    )
    assert shown.rows[0].state is RowState.BAD
