"""A column of the status, and a last day of service, tell who has left; nobody is ended by it."""

from pathlib import Path

import pytest

from easycare_desktop.domain.importing import FieldRef, Gone, ImportRow, Special
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from tests.helpers.lists import looked_at

HEAD = "성명,생년월일,휴대폰,상태"
LAST = FieldRef(PersonKind.RECIPIENT, "care_contract", "last_service_on")
CONTRACT = (
    "성명,생년월일,인정번호,등급,유효기간 시작일,유효기간 종료일,본인부담률,급여종류,계약일,"
    "계약 시작일,계약 종료일,해지일"
)
SERVED = "김하나,1941-03-05,L1000000001,3,2025-01-01,2028-12-31,15,방문요양,2025-01-01,2025-01-01,"


def row(services: Services, folder: Path, status: str, kind: PersonKind) -> ImportRow:
    shown = looked_at(
        services, folder, HEAD, f"김하나,1941-03-05,010-0000-0001,{status}", kind=kind
    )
    assert shown.layout.meanings[3] is Special.STATUS
    assert shown.unread == ()
    return shown.rows[0]


@pytest.mark.parametrize(
    "status", ["종료", "이용 종료", "계약해지", "사망", "퇴소", "급여중지", "종료(사망)", "해지자"]
)
def test_a_status_tells_that_a_recipient_has_left(services: Services, tmp_path: Path, status: str):
    assert row(services, tmp_path, status, PersonKind.RECIPIENT).gone == Gone(None, status)


@pytest.mark.parametrize("status", ["", "이용중", "종료예정", "수급 중", "대기"])
def test_other_statuses_tell_nothing(services: Services, tmp_path: Path, status: str):
    assert row(services, tmp_path, status, PersonKind.RECIPIENT).gone is None


@pytest.mark.parametrize(("status", "gone"), [("퇴사", True), ("퇴직", True), ("재직", False)])
def test_a_status_of_staff(services: Services, tmp_path: Path, status: str, *, gone: bool):
    assert (row(services, tmp_path, status, PersonKind.STAFF).gone is not None) is gone


def test_who_has_left_by_the_status_is_among_those_to_be_ended(services: Services, tmp_path: Path):
    rows = ("김하나,1941-03-05,010-0000-0001,이용중", "이두리,1942-03-05,010-0000-0002,이용중")
    shown = looked_at(services, tmp_path, HEAD, *rows)
    services.imports.store(shown, {each.number for each in shown.rows}, "목록")
    (left,) = services.search.find("이두리")
    shown = looked_at(services, tmp_path, HEAD, rows[0], rows[1].replace("이용중", "종료"))
    assert shown.missing == (left.id,)
    assert shown.left == {left.id}


def test_a_last_day_of_service_that_has_come_tells_it_too(services: Services, tmp_path: Path):
    def gone(last: str, head: str = CONTRACT) -> Gone | None:
        return looked_at(services, tmp_path, head, f"{SERVED}2026-12-31,{last}").rows[0].gone

    assert gone("2026-06-30") == Gone(LAST, "2026-06-30")
    assert gone("") is None
    assert gone("2099-06-30") is None
    assert gone("2026-06-30,이용중", f"{CONTRACT},상태") is None
    assert gone("2026-06-30", CONTRACT.replace("해지일", "마지막 급여제공일")) is None
