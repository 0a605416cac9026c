"""A day of leaving in a row is told, and ends nobody; who is ending already is left alone."""

from datetime import date, timedelta
from pathlib import Path

from easycare_desktop.domain.import_preview import ImportPreview
from easycare_desktop.domain.people import EndingReason, PersonKind, PersonState
from easycare_desktop.services.bundle import Services

HEAD = "성명,생년월일,휴대폰,주소,직종,고용형태,입사일,퇴사일"
ROW = "마루한,1980-02-03,010-0000-1111,행복시 봄길 1,요양보호사,시간제,2019-01-02,"
OTHER = ROW.replace("마루한", "나래온").replace("1111", "3333")


def staff(services: Services, folder: Path, *rows: str) -> ImportPreview:
    path = folder / "직원.csv"
    path.write_bytes("\r\n".join((HEAD, *rows)).encode("cp949"))
    file = services.imports.read(path)
    return services.imports.preview(file, 0, services.imports.layout(file, 0, PersonKind.STAFF))


def test_only_a_day_that_has_come_tells_that_somebody_has_left(services: Services, tmp_path: Path):
    today = services.office.today()
    days = (date(2020, 1, 31), today, today + timedelta(days=1))
    shown = [staff(services, tmp_path, f"{ROW}{day}").rows[0].gone for day in days]
    assert [each[1] if each else None for each in shown] == ["2020-01-31", f"{today}", None]
    assert staff(services, tmp_path, ROW).rows[0].gone is None


def test_who_has_left_by_the_list_is_among_those_to_be_ended(services: Services, tmp_path: Path):
    shown = staff(services, tmp_path, f"{ROW}2020-01-31", OTHER)
    services.imports.store(shown, {2, 3}, "직원 목록")
    (left,) = services.search.find("마루한")
    assert services.people.open(left.id).person.state is PersonState.ACTIVE
    assert left.id in staff(services, tmp_path, f"{ROW}2020-01-31", OTHER).missing
    assert left.id not in staff(services, tmp_path, ROW, OTHER).missing


def test_who_is_ending_already_is_not_offered_again(services: Services, tmp_path: Path):
    services.imports.store(staff(services, tmp_path, ROW, OTHER), {2, 3}, "직원 목록")
    (left,) = services.search.find("마루한")
    assert left.id in staff(services, tmp_path, OTHER).missing
    ended = services.office.today()
    request = services.requests.take_ending(
        left.id, EndingReason.LEFT_JOB, last_service_on=None, ended_on=ended
    )
    services.decisions.decide(request.id)
    assert left.id not in staff(services, tmp_path, OTHER).missing
