"""엑셀에서 가져오기: a list of guardians, each row with the recipient whom it names."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.appearance import Appearance, Look
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.windows.import_page import ImportPage
from tests.helpers.cases import known_person, register
from tests.helpers.import_pages import brought, press, settle, shoot
from tests.helpers.sizes import PAGE_PERCENTS

ROWS = (
    "성명,관계,연락처,수급자 성명,수급자 생년월일",
    "마보호,딸,010-0000-2222,홍길순,1941-03-05",
    "마누리,아들,010-0000-4444,없는분,1941-03-05",
)


@pytest.fixture
def guardians(tmp_path: Path) -> Path:
    path = tmp_path / "보호자.csv"
    path.write_bytes("\r\n".join(ROWS).encode("cp949"))
    return path


def test_guardians_come_in_and_are_tied(
    import_page: ImportPage, services: Services, background: ManualBackground, guardians: Path
):
    page, person = import_page, known_person(services)
    page.start.kinds.choose(PersonKind.GUARDIAN)
    page.take(guardians)
    background.drain()
    told = page.columns.combos[3].currentText()
    assert told == "수급자 기본·연락처 · 성명"
    assert page.columns.combos[0].currentText() == "기본·연락처 · 성명"
    press(page, page.next, background)
    good, bad = page.rows.model.rows
    assert good.first == f"홍길순 님({person.number})의 보호자로 등록합니다."
    assert bad.first == "이 줄의 수급자가 등록되어 있지 않습니다."
    press(page, page.next, background)
    assert page.end.done.text() == "보호자 1명을 등록했습니다."
    assert not page.end.people.table.isVisibleTo(page)
    shown = [each.text() for each in page.end.findChildren(QLabel) if each.isVisibleTo(page)]
    assert not any("모두 목록에" in each for each in shown)
    assert [each.name for each in services.people.open(person.id).guardians] == ["마보호"]
    brought(page, background, guardians)
    assert page.rows.model.rows[0].first.startswith("홍길순 님")
    assert page.rows.model.rows[0].first.endswith("저장된 것과 같습니다.")


def test_who_only_gets_a_guardian_is_not_said_to_be_corrected(
    import_page: ImportPage, services: Services, background: ManualBackground, tmp_path: Path
):
    register(services, "마루한")
    known_person(services)
    page, kept = import_page, "홍길순,1941-03-05,마보호,010-0000-2222"
    first, more = (tmp_path / name for name in ("하나.csv", "둘.csv"))
    first.write_text(f"성명,생년월일,보호자명,보호자 연락처\n{kept}", encoding="utf-8")
    brought(page, background, first)
    press(page, page.next, background)
    assert page.end.done.text() == "수급자 1명의 내용이나 보호자 연결을 고쳤습니다."
    head, row = "성명,관계,연락처,수급자 성명", "마보호,,010-0000-2222,마루한"
    more.write_text(f"{head}\n{row}", encoding="utf-8")
    page.start.kinds.choose(PersonKind.GUARDIAN)
    brought(page, background, more)
    assert page.rows.model.rows[0].first.endswith("의 보호자로 연결합니다.")
    press(page, page.next, background)
    assert page.end.done.text() == "보호자 1명의 내용이나 보호자 연결을 고쳤습니다."


def test_a_second_guardian_in_the_same_row_is_a_row_of_its_own(
    qtbot: QtBot,
    import_page: ImportPage,
    services: Services,
    background: ManualBackground,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    page, path = import_page, tmp_path / "두 보호자.csv"
    head = "성명,생년월일,보호자1,보호자1 연락처,보호자 2,보호자 2 연락처"
    row = "마루한,1940-02-03,마보호,010-0000-2222,마누리,010-00"
    path.write_bytes("\r\n".join((head, row, row.replace("루", "하"))).encode("cp949"))
    page.take(path)
    background.drain()
    settle(page, qtbot)
    shoot(page, "second-columns")
    assert page.columns.combos[4].currentText() == "둘째 보호자 기본·연락처 · 성명"
    page.columns.combos[5].choose("")
    press(page, page.next, background)
    first, second, *_ = page.rows.model.rows
    assert second.first == "같은 줄의 분에게 둘째 보호자 마누리 님을 더합니다."
    assert "줄대로" not in second.second
    assert [page.rows.model.index(each, 0).data() for each in (0, 1)] == ["2", "2"]
    settle(page, qtbot)
    shoot(page, "second-rows")
    page.rows.table.choose(first.row.number)
    press(page, page.rows.leave, background)
    assert second.row.number not in page.rows.taken
    press(page, page.previous, background)
    page.columns.combos[5].choose("guardian:identity.mobile@2")
    press(page, page.next, background)
    assert len(page.rows.to_mend) == 2
    asked: list[Mapping[int, str]] = []
    monkeypatch.setattr(page._work, "rejected", asked.append)
    page.save_bad.click()
    assert set(asked[0]) == {2, 3}
    assert "휴대전화" in asked[0][2]


def test_a_row_that_waits_for_another_is_not_to_be_mended_in_the_file(
    import_page: ImportPage, services: Services, background: ManualBackground, tmp_path: Path
):
    known_person(services)
    page, path = import_page, tmp_path / "두 보호자.csv"
    head = "성명,생년월일,보호자1,보호자1 연락처,보호자 2,보호자 2 연락처"
    row = "홍길선,1941-03-05,마보호,010-0000-2222,마누리,010-0000-3333"
    path.write_text(f"{head}\n{row}", encoding="utf-8")
    brought(page, background, path)
    _, second = page.rows.model.rows
    assert "먼저 정해야" in second.first
    page.rows.table.choose(second.row.number)
    assert page.rows.presses.why.text() == "가져오는 것이 없어 뺄 것도 없습니다."


@pytest.mark.look
@pytest.mark.parametrize("percent", PAGE_PERCENTS)
def test_nothing_is_clipped(
    qtbot: QtBot,
    import_page: ImportPage,
    services: Services,
    background: ManualBackground,
    appearance: Appearance,
    guardians: Path,
    percent: int,
):
    known_person(services)
    appearance.wear(Look(percent=percent))
    page = import_page
    settle(page, qtbot)
    shoot(page, f"guardians-start-{percent}")
    assert clip_check(page) == []
    page.start.kinds.choose(PersonKind.GUARDIAN)
    brought(page, background, guardians)
    settle(page, qtbot)
    shoot(page, f"guardians-rows-{percent}")
    assert clip_check(page) == []
    press(page, page.next, background)
    settle(page, qtbot)
    shoot(page, f"guardians-end-{percent}")
    assert clip_check(page) == []
