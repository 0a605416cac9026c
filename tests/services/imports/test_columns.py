"""Which columns a list may bring, and what is remembered of its headings."""

from pathlib import Path

import pytest

from easycare_desktop.domain.import_refusals import HeadingNotFoundError
from easycare_desktop.domain.importing import FieldRef, Layout
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.rights import Action
from easycare_desktop.domain.validation_refusals import BeforeBirthError
from easycare_desktop.exchange.incoming.memory import fingerprint
from easycare_desktop.services.bundle import Services
from tests.helpers.lists import brought, codes, looked_at

RECIPIENT, STAFF = PersonKind.RECIPIENT, PersonKind.STAFF


def test_what_an_office_keeps_of_its_staff_comes_in(services: Services, tmp_path: Path):
    shown = looked_at(
        services,
        tmp_path,
        "사번,성명,생년월일,직종,입사일,서약일,보수교육일,인권교육일,개인정보 교육일,건강진단일,"
        "범죄경력 조회일,은행,계좌번호,시급,4대보험 취득일",
        "A-7,마루한,1970-02-03,요양보호사,2024-01-02,2024-01-03,2025-05-01,2025-06-01,2025-07-01,"
        "2025-02-01,2024-01-01,나눔은행,110-123-456789,12500,2024-01-05",
        kind=STAFF,
    )
    assert shown.unread == ()
    held = brought(services, shown, "마루한")
    assert held["employment"]["staff_number"] == "A-7"
    assert held["employment"]["pledge_on"] == "2024-01-03"
    assert held["payroll"] | {"hourly_wage": "12500", "insured_on": "2024-01-05"} == held["payroll"]
    assert held["training"] == {
        "care_training_on": "2025-05-01",
        "rights_training_on": "2025-06-01",
        "privacy_training_on": "2025-07-01",
    }
    assert held["staff_check"] == {
        "health_check_on": "2025-02-01",
        "record_check_on": "2024-01-01",
    }


def test_what_an_office_keeps_of_its_recipients_comes_in(services: Services, tmp_path: Path):
    shown = looked_at(
        services,
        tmp_path,
        "성명,생년월일,사망일,급여종류,인정번호,계약일,계약기간,월 급여비용,마지막 급여제공일,은행,"
        "계좌번호,예금주,납부자,납부방법,비상연락처 성명,비상연락처,둘째 비상연락자,"
        "둘째 비상연락처,서류 보관장소",
        "마루한,1940-02-03,2026-01-02,방문요양,L1000000001,2025-01-02,2025. 1. 3.~2026. 1. 2.,"
        "1200000,2025-12-31,나눔은행,110-123-456789,마보호,마보호,자동이체,마보호,010-0000-2222,"
        "마둘째,010-0000-3333,1번 캐비닛",
    )
    assert shown.unread == ()
    left_out = {each.place.group for each in shown.rows[0].left_out if each.place}
    assert left_out == {"entitlement"}
    held = brought(services, shown, "마루한")
    assert held["identity"]["died_on"] == "2026-01-02"
    contract = held["care_contract"]
    assert (contract["starts_on"], contract["ends_on"]) == ("2025-01-03", "2026-01-02")
    assert (contract["monthly_cost"], contract["last_service_on"]) == ("1200000", "2025-12-31")
    assert contract["paper_place"] == "1번 캐비닛"
    assert held["bank"]["holder"] == "마보호"
    assert held["payment"]["method"] == "cms"
    assert held["emergency"]["second_phone"] == "010-0000-3333"


def test_a_day_before_the_birth_is_told_in_the_row(services: Services, tmp_path: Path):
    head = "성명,생년월일,급여종류,인정번호,계약일,계약기간"
    row = "마루한,1940-02-03,방문요양,L1000000001,{},2025-01-03~2026-01-02"
    shown = looked_at(services, tmp_path, head, row.format("1940-02-02"), row.format("1940-02-03"))
    wrong = [[(each.place, type(each.refusal)) for each in row.problems] for row in shown.rows]
    place = FieldRef(RECIPIENT, "care_contract", "contract_on")
    assert wrong[0] == [(place, BeforeBirthError)]
    assert (place, BeforeBirthError) not in wrong[1]


@pytest.mark.parametrize("kind", list(PersonKind))
def test_nothing_comes_that_rests_on_a_consent_or_a_permit(services: Services, kind: PersonKind):
    offered = {ref.group for ref in services.imports.fields(kind)}
    assert not offered & {"health", "photo", "extra", "unique_id", "resident_number"}
    assert not offered & {"consent_paper", "received_paper", "cancellation", "notice"}


@pytest.mark.parametrize("kind", [PersonKind.JOBSEEKER, PersonKind.ENQUIRER])
def test_a_short_list_of_who_asked_or_applied(services: Services, tmp_path: Path, kind: PersonKind):
    birth = ",1980-01-02" if kind is PersonKind.JOBSEEKER else ","
    shown = looked_at(
        services, tmp_path, "이름,연락처,생년월일", f"마루한,010-0000-1111{birth}", kind=kind
    )
    assert brought(services, shown, "마루한")["identity"]["mobile"] == "010-0000-1111"


def test_headings_that_nobody_knows_can_be_pointed_at(services: Services, tmp_path: Path):
    rows = (
        "우리 어르신들,,",
        "어르신 존함,태어난 날,비고란",
        "마루한,1940-02-03,",
        "나래온,450506,",
    )
    (tmp_path / "목록.csv").write_text("\r\n".join(rows), encoding="utf-8")
    file = services.imports.read(tmp_path / "목록.csv")
    layout = services.imports.layout(file, 0, RECIPIENT)
    assert (layout.guessed, layout.heading, codes(layout)) == (True, 1, ["", "", ""])
    other = services.imports.layout(file, 0, RECIPIENT, heading=0)
    assert (other.guessed, other.titles[0]) == (False, "우리 어르신들")
    meanings = (*(FieldRef(RECIPIENT, "identity", each) for each in ("name", "birth")), None)
    mapped = Layout(RECIPIENT, 1, layout.titles, meanings)
    services.imports.store(services.imports.preview(file, 0, mapped), {3, 4}, "목록")
    assert services.search.find("마루한")
    again = services.imports.layout(file, 0, RECIPIENT)
    assert (again.guessed, again.remembered, again.meanings) == (False, True, meanings)


def test_a_list_without_headings_comes_in_from_its_first_row(services: Services, tmp_path: Path):
    (tmp_path / "목록.csv").write_text("마루한,010-0000-1111\r\n나래온,", encoding="utf-8")
    file = services.imports.read(tmp_path / "목록.csv")
    layout = services.imports.layout(file, 0, PersonKind.ENQUIRER, heading=-1)
    assert layout.titles == ("", "")
    assert file.samples(0, layout) == (("마루한", "나래온"), ("010-0000-1111",))
    name, mobile = (FieldRef(PersonKind.ENQUIRER, "identity", each) for each in ("name", "mobile"))
    mapped = Layout(PersonKind.ENQUIRER, -1, layout.titles, (name, mobile))
    shown = services.imports.preview(file, 0, mapped)
    assert services.imports.store(shown, {1, 2}, "목록").added == 2
    assert not services.imports.layout(file, 0, PersonKind.ENQUIRER).remembered


def test_a_list_of_one_column_is_no_list(services: Services, tmp_path: Path):
    with pytest.raises(HeadingNotFoundError):
        looked_at(services, tmp_path, "아무 것", "가", "나")


def test_one_heading_more_or_renamed_keeps_what_was_remembered(services: Services, tmp_path: Path):
    head, row = "성명,생년월일,연락처,사는 곳,등급", "마루한,1940-02-03,010-0000-1111,봄길 1,3"
    (tmp_path / "목록.csv").write_text(f"{head}\r\n{row}", encoding="utf-8")
    file = services.imports.read(tmp_path / "목록.csv")
    layout = services.imports.layout(file, 0, RECIPIENT)
    by_hand = list(layout.meanings)
    by_hand[2] = FieldRef(RECIPIENT, "identity", "phone")
    by_hand[3] = FieldRef(RECIPIENT, "identity", "address")
    by_hand[4] = None
    mapped = Layout(RECIPIENT, layout.heading, layout.titles, tuple(by_hand))
    services.imports.store(services.imports.preview(file, 0, mapped), {2}, "목록")
    more = looked_at(
        services, tmp_path, "번호,성명,태어난 날,연락처,사는 곳,등급,성별", f"1,{row},남"
    )
    assert more.layout.remembered
    assert codes(more.layout) == [
        *("", "identity.name", "", "identity.phone", "identity.address", "", "identity.sex"),
    ]
    other = looked_at(services, tmp_path, "성명,생일,휴대폰,연락처,주소,집전화", f"{row},")
    assert not other.layout.remembered


def test_what_was_remembered_as_a_whole_still_counts(services: Services, tmp_path: Path):
    with services.office.door.enter(Action.PEOPLE_IMPORTED) as step:
        mark = fingerprint(RECIPIENT, ("성명", "생년월일", "사는 곳"))
        kept = ["recipient:identity.name", "", "recipient:identity.address"]
        step.uow.imports.remember(mark, kept, services.office.clock.now())
    shown = looked_at(services, tmp_path, "성명,생년월일,사는 곳", "마루한,1940-02-03,봄길 1")
    assert shown.layout.remembered
    assert codes(shown.layout) == ["identity.name", "", "identity.address"]


@pytest.mark.parametrize(
    ("head", "meant"),
    [
        ("비상연락자,관계,비상연락처", "emergency.first_relation"),
        ("보호자명,관계,비상연락처", "guardian:identity.relation"),
        ("비상연락자,휴대폰,관계", "guardian:identity.relation"),
    ],
)
def test_a_bare_heading_behind_another_is_of_the_same(
    services: Services, tmp_path: Path, head: str, meant: str
):
    shown = looked_at(services, tmp_path, f"수급자명,생년월일,{head}", "김하나,1941-03-05,,,")
    assert meant in codes(shown.layout)
