"""A list of others that is brought in by mistake is known by its headings."""

from pathlib import Path

import pytest

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from tests.helpers.lists import HEAD, looked_at

RECIPIENT, GUARDIAN, STAFF = PersonKind.RECIPIENT, PersonKind.GUARDIAN, PersonKind.STAFF
JOBSEEKER, ENQUIRER = PersonKind.JOBSEEKER, PersonKind.ENQUIRER
OF_STAFF = "사번,성명,주민등록번호,휴대전화,주소,직종,고용형태,입사일,퇴사일,은행,계좌번호"
OF_GUARDIANS = "보호자 성명,관계,휴대전화,수급자명,수급자 생년월일,대리 자격"
OF_APPLICANTS = "지원자,생년월일,연락처,희망직종,지원일,경력"
OF_ENQUIRERS = "상담자,연락처,상담일,희망급여,상담 내용"


def instead(services: Services, folder: Path, head: str, kind: PersonKind) -> PersonKind | None:
    return looked_at(services, folder, head, "가," * head.count(","), kind=kind).layout.instead


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (HEAD, RECIPIENT),
        ("성명,생년월일,휴대폰", RECIPIENT),
        ("성명,생년월일,휴대폰,주소,보호자명,관계,보호자 연락처", RECIPIENT),
        (OF_STAFF, STAFF),
        ("성명,생년월일,휴대폰,주소", STAFF),
        (OF_GUARDIANS, GUARDIAN),
        (OF_APPLICANTS, JOBSEEKER),
        (OF_ENQUIRERS, ENQUIRER),
    ],
)
def test_of_the_right_list_nothing_is_said(
    services: Services, tmp_path: Path, head: str, kind: PersonKind
):
    assert instead(services, tmp_path, head, kind) is None


@pytest.mark.parametrize(
    ("head", "kind", "rather"),
    [
        (OF_STAFF, RECIPIENT, STAFF),
        (HEAD, STAFF, RECIPIENT),
        (OF_GUARDIANS, STAFF, GUARDIAN),
        (OF_APPLICANTS, RECIPIENT, JOBSEEKER),
        (OF_ENQUIRERS, RECIPIENT, ENQUIRER),
    ],
)
def test_of_another_list_it_is_said_whose_it_seems(
    services: Services, tmp_path: Path, head: str, kind: PersonKind, rather: PersonKind
):
    assert instead(services, tmp_path, head, kind) is rather
