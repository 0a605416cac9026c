"""엑셀에서 가져오기: single corrections of a row are left out."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.importing import FieldRef, RowState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.ui.appearance.clip_check import clip_check
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.parts.lists.fields_dialog import FieldsDialog
from easycare_desktop.ui.windows.import_page import ImportPage
from tests.helpers.import_pages import brought, list_file, press, settle, shoot
from tests.helpers.lists import ROWS

RECIPIENT = PersonKind.RECIPIENT
ADDRESS = FieldRef(RECIPIENT, "identity", "address")
UNTIL = FieldRef(RECIPIENT, "entitlement", "valid_until")
FROM = FieldRef(RECIPIENT, "entitlement", "valid_from")
CHANGED = (
    ROWS[0]
    .replace("봄길 1", "가을길 9")
    .replace("3등급", "2등급")
    .replace("2025-01-01,2028-12-31", "2029-01-01,2032-12-31")
)


@pytest.fixture
def page(import_page: ImportPage) -> ImportPage:
    return import_page


def fields_of(page: ImportPage) -> FieldsDialog:
    page.rows.table.choose(3)
    page.rows.fields.click()
    dialog = page.rows.dialogs.shown
    assert isinstance(dialog, FieldsDialog)
    return dialog


@pytest.mark.look
def test_a_correction_is_unticked_and_stays_as_it_is_stored(
    page: ImportPage,
    services: Services,
    background: ManualBackground,
    tmp_path: Path,
    qtbot: QtBot,
):
    brought(page, background, list_file(tmp_path, *ROWS))
    assert not page.rows.fields.isVisible()
    press(page, page.next, background)
    brought(page, background, list_file(tmp_path, CHANGED))
    dialog = fields_of(page)
    assert dialog.boxes[ADDRESS].text() == "주소: 행복시 봄길 1 → 행복시 가을길 9"
    dialog.boxes[UNTIL].click()
    dialog.take.click()
    assert dialog.wrong.text().startswith("이렇게 나누어 고칠 수 없습니다.")
    dialog.boxes[UNTIL].click()
    dialog.boxes[ADDRESS].click()
    qtbot.wait(40)
    assert clip_check(dialog) == []
    shoot(dialog, "fields")
    dialog.take.click()
    assert page.rows.dialogs.shown is None
    (shown,) = page.rows.model.rows
    assert "주소" not in shown.first
    assert shown.second.startswith("뺀 칸: 주소.")
    settle(page, qtbot)
    shoot(page, "fields_out")
    press(page, page.next, background)
    (found,) = services.search.find("마루한")
    contents = services.people.open(found.id).contents
    assert contents["identity"].values["address"] == "행복시 봄길 1"
    assert contents["entitlement"].values["grade"] == "2"


def test_a_row_of_which_nothing_is_left_is_not_taken(
    page: ImportPage, background: ManualBackground, tmp_path: Path
):
    brought(page, background, list_file(tmp_path, *ROWS))
    press(page, page.next, background)
    brought(page, background, list_file(tmp_path, CHANGED))
    dialog = fields_of(page)
    for box in dialog.boxes.values():
        box.click()
    dialog.take.click()
    assert page.next.text() == "목록에 없는 분 보기"
    (shown,) = page.rows.model.rows
    assert shown.meant.state is RowState.SAME
    assert shown.first == "저장된 그대로 둡니다."
    again = fields_of(page)
    assert not again.boxes[FROM].isChecked()
