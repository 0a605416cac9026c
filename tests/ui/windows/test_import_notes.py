"""엑셀에서 가져오기: what is told beside single rows, before anything is stored."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.widgets.cut_words import CutWords
from easycare_desktop.ui.windows.import_page import ImportPage
from tests.helpers.import_pages import brought, list_file, press, settle, shoot

COUPLE_HEAD = "수급자명,생년월일,성별,보호자명,관계,보호자 연락처"
COUPLE = (
    "김하나,1941-03-05,여,이보호,아들,010-0000-1001",
    "남궁두리,1942-03-05,남,이보호,사위,010-0000-1001",
)


@pytest.fixture
def page(import_page: ImportPage) -> ImportPage:
    return import_page


@pytest.mark.look
def test_what_two_rows_say_otherwise_of_one_guardian_is_told(
    page: ImportPage, background: ManualBackground, tmp_path: Path, qtbot: QtBot
):
    brought(page, background, list_file(tmp_path, *COUPLE, head=COUPLE_HEAD))
    _, told = page.rows.model.rows
    assert told.second == "보호자 수급자와의 관계: 3번째 줄과 달라 그 줄대로 둡니다."
    press(page, page.next, background)
    moved = (COUPLE[0], COUPLE[1].replace("1001", "9999"))
    brought(page, background, list_file(tmp_path, *moved, head=COUPLE_HEAD))
    _, wrong = page.rows.model.rows
    assert "3번째 줄에 적힌 같은 보호자의 번호와 다릅니다." in wrong.first
    settle(page, qtbot)
    shoot(page, "import_notes")
    assert clip_check(page) == []


def test_what_is_said_of_a_guardian_without_a_name_is_told(
    page: ImportPage, background: ManualBackground, tmp_path: Path
):
    head = "수급자명,생년월일,휴대폰,보호자 연락처"
    row = "김하나,1941-03-05,010-0000-0001,010-0000-1001"
    for _ in range(2):
        brought(page, background, list_file(tmp_path, row, head=head))
        (told,) = page.rows.model.rows
        assert told.second == "보호자 휴대전화: 보호자 성명이 없어 가져오지 못합니다."
        press(page, page.next, background)


def test_a_second_guardian_without_a_name_is_told(
    page: ImportPage, background: ManualBackground, tmp_path: Path
):
    head = "수급자명,생년월일,보호자1,보호자1 연락처,보호자2,보호자2 연락처"
    row = "김하나,1941-03-05,이보호,010-0000-1001,,010-0000-1002"
    brought(page, background, list_file(tmp_path, row, head=head))
    (told,) = page.rows.model.rows
    assert "둘째 보호자 휴대전화: 보호자 성명이 없어 가져오지 못합니다." in told.second


@pytest.mark.look
def test_who_has_left_by_the_status_is_left_out_at_first(
    page: ImportPage, background: ManualBackground, tmp_path: Path, qtbot: QtBot
):
    rows = ("김하나,1941-03-05,010-0000-0001,이용중", "이두리,1942-03-05,010-0000-0002,사망")
    page.take(list_file(tmp_path, *rows, head="성명,생년월일,휴대폰,상태"))
    background.drain()
    assert page.columns.combos[3].currentText() == "상태 (종료·퇴사한 분만 알아보고 버림)"
    press(page, page.next, background)
    _, left = page.rows.model.rows
    assert left.second.startswith("상태가 「사망」입니다. 가져오면 「이용 중」이 되니")
    assert page.rows.taken == {3}
    settle(page, qtbot)
    shoot(page, "import_status")
    assert clip_check(page) == []


@pytest.mark.look
def test_what_lacks_a_column_is_named_and_counted(
    page: ImportPage, background: ManualBackground, tmp_path: Path, qtbot: QtBot
):
    path = list_file(
        tmp_path, "김하나,1941-03-05,L1000000001,3", head="성명,생년월일,인정번호,등급"
    )
    brought(page, background, path)
    (told,) = page.rows.model.rows
    assert told.second == (
        "장기요양인정: 필수 칸이 비어 빼고 가져옵니다(인정 시작일, 인정 만료일, 본인부담 구분)."
    )
    assert "필수 칸이 비어 일부를 빼는 줄 1줄." in page.rows.counts.text()
    assert page.save_bad.isVisibleTo(page)
    (reasons,) = page.rows.to_mend.values()
    assert reasons.startswith("인정 시작일: ")
    press(page, page.next, background)
    brought(page, background, path)
    (told,) = page.rows.model.rows
    assert told.first == "이 줄에서 가져올 수 있는 것이 없습니다."
    assert "빈 칸 1줄." in page.rows.counts.text()
    settle(page, qtbot)
    shoot(page, "import_lacks")
    assert clip_check(page) == []


@pytest.mark.look
def test_everything_that_is_wrong_with_a_row_is_told(
    page: ImportPage, background: ManualBackground, tmp_path: Path, qtbot: QtBot
):
    head = "수급자명,생년월일,휴대폰,인정번호,등급"
    brought(page, background, list_file(tmp_path, "김하나,언제,12,없는번호,구십등급", head=head))
    (told,) = page.rows.model.rows
    settle(page, qtbot)
    (below,) = page.rows.findChildren(CutWords)
    for each in ("생년월일", "휴대전화", "장기요양인정번호", "장기요양등급"):
        assert f"{each}:" in told.first
        assert f"{each}:" in below.words
    assert told.second == "이 줄은 가져오지 않습니다. 고칠 곳이 7곳입니다."
    shoot(page, "import_problems")
    assert clip_check(page) == []


def test_a_newcomer_whose_guardian_gets_a_new_number_in_another_row_says_so(
    page: ImportPage, background: ManualBackground, tmp_path: Path
):
    brought(page, background, list_file(tmp_path, COUPLE[0], head=COUPLE_HEAD))
    press(page, page.next, background)
    moved = [each.replace("1001", "9999").replace("사위", "") for each in COUPLE]
    brought(page, background, list_file(tmp_path, *moved, head=COUPLE_HEAD))
    _, new = page.rows.model.rows
    assert new.first == "기본·연락처 · 보호자 휴대전화: 010-0000-1001 → 010-0000-9999"
    assert new.second == "보호자는 이미 등록된 분입니다. 연결합니다."
