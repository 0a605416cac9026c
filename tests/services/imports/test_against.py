"""What brackets and signs say against a choice or a status: nothing is chosen without a word."""

from pathlib import Path

import pytest

from easycare_desktop.domain.importing import ImportRow, RowState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.validation_refusals import ChoiceUnknownError
from easycare_desktop.services.bundle import Services
from tests.helpers.lists import looked_at

CONTRACT = "성명,생년월일,인정번호,등급,본인부담률,계약일,계약 시작일,계약 종료일,급여종류"


def of_service(services: Services, folder: Path, cell: str, grade: str = "3") -> ImportRow:
    row = f'마루한,1940-02-03,L1000000001,{grade},15%,2025-01-01,2025-01-01,2026-12-31,"{cell}"'
    return looked_at(services, folder, CONTRACT, row).rows[0]


def is_told(row: ImportRow) -> bool:
    said = {type(each.refusal) for each in row.problems}
    return row.state is RowState.BAD and ChoiceUnknownError in said


@pytest.mark.parametrize(
    "cell",
    [
        "방문요양(중단)",
        "방문요양, 방문목욕(해지)",
        "방문요양 (X)",
        "방문요양(×)",
        "방문목욕(만료)",
        "방문목욕(2024.3.1 만료)",
        "방문목욕(해지 24년 3월)",
        "방문목욕(없음)",
        "방문목욕(예정)",
        "방문목욕(전)",
        "방문목욕(미이용)",
        "방문목욕[취소]",
        "방문목욕（안 함）",
        "방문목욕×",
    ],
)
def test_a_service_that_is_denied_is_told(services: Services, tmp_path: Path, cell: str):
    assert is_told(of_service(services, tmp_path, cell))


@pytest.mark.parametrize("grade", ["3등급(만료)", "3등급(X)", "(해지)3등급", "3등급(신청중)"])
def test_a_grade_that_is_denied_is_told(services: Services, tmp_path: Path, grade: str):
    assert is_told(of_service(services, tmp_path, "방문요양", grade))


@pytest.mark.parametrize(
    "cell", ["방문요양(60분)", "방문요양(가족)", "방문요양(월·수)", "방문요양(O)"]
)
def test_a_note_in_brackets_denies_nothing(services: Services, tmp_path: Path, cell: str):
    row = of_service(services, tmp_path, cell, "3등급(~2028.12.31)")
    assert row.state is RowState.NEW
    said = {name: text for each in row.changes for name, text in each.values.items()}
    assert (said["service"], said["grade"]) == ("visit_care", "3")


@pytest.mark.parametrize("job", ["요양보호사(퇴사)", "요양보호사(X)", "요양보호사(전)"])
def test_a_job_that_is_denied_is_told(services: Services, tmp_path: Path, job: str):
    head = "성명,생년월일,입사일,직종"
    row = f"마루한,1970-02-03,2024-01-02,{job}"
    assert is_told(looked_at(services, tmp_path, head, row, kind=PersonKind.STAFF).rows[0])


def has_left(services: Services, folder: Path, status: str, kind: PersonKind) -> bool:
    row = f"김하나,1941-03-05,010-0000-0001,{status}"
    shown = looked_at(services, folder, "성명,생년월일,휴대폰,상태", row, kind=kind)
    return shown.rows[0].gone is not None


@pytest.mark.parametrize(
    "status",
    [
        *(
            "미종료",
            "미해지",
            "미 퇴소",
            "급여미종료",
            "일시중지",
            "일부 해지",
            "종료 ×",
            "종료(X)",
        ),
        *(
            "퇴소(재입소)",
            "종료(재계약)",
            "해지(재개)",
            "해지(3월 재계약)",
            "종료 후 재계약",
            "종료(예정)",
        ),
        *("중지(일시)", "중지(일시중지)", "해지 [일부 해지]", "일시적 중단", "종료 예정 2099.1.1"),
        *("해지(취소)", "해지→재개", "중지(복귀)", "종료 아님", "퇴소(이용중)"),
    ],
)
def test_a_status_that_is_denied_tells_of_no_leaving(
    services: Services, tmp_path: Path, status: str
):
    assert not has_left(services, tmp_path, status, PersonKind.RECIPIENT)


@pytest.mark.parametrize(
    "status",
    [
        *("이미 종료", "퇴소(사망)", "해지(이전)", "종료(2024.3.1)", "재계약 종료"),
        *("종료 2024.3.1", "종료 2024. 3. 1.", "24년 3월 5일 퇴소", "사망(2024.3.1) 24/3/2"),
    ],
)
def test_a_status_with_a_reason_tells_it(services: Services, tmp_path: Path, status: str):
    assert has_left(services, tmp_path, status, PersonKind.RECIPIENT)


@pytest.mark.parametrize(
    ("status", "left"),
    [("미퇴사", False), ("퇴사(재입사)", False), ("퇴사(예정)", False), ("퇴사(계약만료)", True)],
)
def test_a_status_of_staff_too(services: Services, tmp_path: Path, status: str, *, left: bool):
    assert has_left(services, tmp_path, status, PersonKind.STAFF) is left
