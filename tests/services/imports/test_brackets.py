"""Headings with brackets: what stands in them says whose, or which, the column is."""

import hashlib
from collections import Counter
from pathlib import Path

import pytest

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.rights import Action
from easycare_desktop.exchange.incoming.terms import plain
from easycare_desktop.services.bundle import Services
from tests.helpers.lists import brought, codes, looked_at

RECIPIENT, STAFF = PersonKind.RECIPIENT, PersonKind.STAFF


def meant(
    services: Services, folder: Path, *titles: str, kind: PersonKind = RECIPIENT
) -> list[str]:
    head = ("성명", "생년월일", *titles)
    return codes(looked_at(services, folder, ",".join(head), "가", kind=kind).layout)[2:]


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("연락처(보호자)", "guardian:identity.mobile"),
        ("휴대폰 (보호자)", "guardian:identity.mobile"),
        ("주소[보호자]", "guardian:identity.address"),
        ("연락처(배우자)", "guardian:identity.mobile"),
        ("연락처（보호자2）", "guardian:identity.mobile@2"),
        ("보호자(관계)", "guardian:identity.relation"),
        ("보호자(연락처)", "guardian:identity.mobile"),
        ("보호자(주)", "guardian:identity.name"),
        ("보호자명(관계)", "guardian:identity.name"),
        ("보호자1(연락처)", "guardian:identity.mobile"),
        ("보호자 연락처(휴대폰)", "guardian:identity.mobile"),
        ("연락처(요양보호사)", ""),
        ("휴대폰(딸)", ""),
        ("생년월일(요양보호사)", ""),
        ("주민번호(보호자)", ""),
        ("연락처(비상)", "emergency.first_phone"),
        ("비상연락처(보호자)", "emergency.first_phone"),
        ("등급(이전)", ""),
        ("등급(현재)", "entitlement.grade"),
        ("계약일(해지)", ""),
        ("유효기간(시작)", "entitlement.valid_from"),
        ("유효기간(만기일)", "entitlement.valid_until"),
        ("인정유효기간(부터)", "entitlement.valid_from"),
        ("계약기간(종료)", "care_contract.ends_on"),
        ("월 급여비용(원)", "care_contract.monthly_cost"),
        ("본인부담률(%)", "entitlement.copay"),
        ("연락처(휴대폰)", "identity.mobile"),
        ("전화번호(휴대폰)", "identity.mobile"),
        ("연락처(자택)", "identity.phone"),
        ("주소(도로명)", "identity.address"),
        ("H.P", "identity.mobile"),
        ("Tel.", "identity.phone"),
        ("보호자 H.P", "guardian:identity.mobile"),
    ],
)
def test_brackets_say_whose_or_which(services: Services, tmp_path: Path, title: str, code: str):
    assert meant(services, tmp_path, title) == [code]


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("연락처(비상)", ""),
        ("연락처(배우자)", ""),
        ("주소(가족)", ""),
        ("계좌번호(급여)", "payroll.account"),
        ("기본급(세전)", "payroll.base_wage"),
        ("입사일(최초)", "employment.hired_on"),
    ],
)
def test_a_number_of_the_family_is_not_the_staffs(
    services: Services, tmp_path: Path, title: str, code: str
):
    assert meant(services, tmp_path, title, kind=STAFF) == [code]


def test_a_guardians_number_in_brackets_is_stored_with_the_guardian(
    services: Services, tmp_path: Path
):
    shown = looked_at(
        services,
        tmp_path,
        "성명(수급자),생년월일,연락처(수급자),성명(보호자),연락처(보호자)",
        "마루한,1940-02-03,010-0000-1111,마보호,010-0000-2222",
    )
    assert brought(services, shown, "마루한")["identity"]["mobile"] == "010-0000-1111"
    (guardian,) = services.search.find("마보호")
    assert services.people.open(guardian.id).contents["identity"].values["mobile"][-4:] == "2222"


def test_what_is_remembered_of_a_heading_is_not_taken_for_one_with_brackets(
    services: Services, tmp_path: Path
):
    shown = looked_at(services, tmp_path, "성명,생년월일,연락처", "마루한,1940-02-03,010-0000-1111")
    brought(services, shown, "마루한")
    assert meant(services, tmp_path, "연락처(요양보호사)") == [""]


def test_former_marks_are_not_taken_for_those_of_headings_with_brackets(
    services: Services, tmp_path: Path
):
    """Before, brackets did not count: the second 연락처 of then is the first one now."""
    titles = ("성명", "생년월일", "보호자명", "연락처(보호자)", "연락처")
    meant = (
        *("recipient:identity.name", "recipient:identity.birth", "guardian:identity.name"),
        *("guardian:identity.mobile", "recipient:identity.mobile"),
    )
    met = Counter[str]()
    entries = []
    for title, code in zip(map(plain, titles), meant, strict=True):
        met[title] += 1
        words = "\n".join(("recipient", title, str(met[title])))
        entries.append(f"{hashlib.sha256(words.encode()).hexdigest()[:4]}={code}")
    with services.office.door.enter(Action.PEOPLE_LISTED) as step:
        step.uow.imports.remember("0" * 64, entries, services.office.clock.now())
    row = "김하나,1941-03-05,이보호,010-1111-1111,010-2222-2222"
    shown = looked_at(services, tmp_path, ",".join(titles), row)
    mobiles = {
        change.kind: change.values["mobile"]
        for change in shown.rows[0].changes
        if "mobile" in change.values
    }
    assert mobiles == {
        PersonKind.GUARDIAN: "010-1111-1111",
        PersonKind.RECIPIENT: "010-2222-2222",
    }
