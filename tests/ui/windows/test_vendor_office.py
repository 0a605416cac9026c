"""An office of a maker of programs: the agencies that use them are registered, found, taken out."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.exporting import ExportPurpose
from easycare_desktop.domain.importing import RowState
from easycare_desktop.domain.office_kind import OfficeKind
from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.paper_kinds import PaperKind
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.export_page import ExportPage
from easycare_desktop.ui.windows.import_page import ImportPage
from easycare_desktop.ui.windows.people_page import PeoplePage
from tests.helpers.hangul import type_hangul
from tests.helpers.offices import OfficeHome
from tests.helpers.people_pages import field, key, press, put, shown
from tests.helpers.present import present

pytestmark = pytest.mark.look

KEY = Qt.Key
SUBSCRIBER = PersonKind.SUBSCRIBER
CUSTOMER = {
    "identity": {
        "name": "나대표",
        "office_name": "마루방문요양센터",
        "mobile": "010-0000-4321",
        "address": "행복시 나눔구 봄길 12",
    },
    "subscription": {
        "party_name": "마루방문요양센터",
        "facility_code": "11111000018",
        "business_number": "116-82-00276",
        "started_on": "2024-03-04",
        "login_ids": "maru01, maru02",
    },
}
OTHER = {"identity": {"name": "다대표", "office_name": "365복지센터", "phone": "02-000-0009"}}
LIST = (
    "상호,대표자,기관기호,대표전화,계약자,가입일",
    "새봄요양원,라대표,22222000019,02-000-0555,새봄요양원,2025-02-03",
    "마루방문요양센터,나대표,11111000018,,마루방문요양센터,2024-03-04",
)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    office = OfficeHome(tmp_path / "home").make(kind=OfficeKind.VENDOR)
    made = Services(office)
    made.start()
    yield made
    office.close()


@pytest.fixture
def page(
    qtbot: QtBot, kit: Kit, services: Services, messages: RecordingMessages
) -> Iterator[PeoplePage]:
    made = PeoplePage(kit, services, messages, ManualBackground())
    made.resize(1142, 656)
    made.refresh()
    present(qtbot, made)
    yield made
    made.close()


def shoot(window: QWidget, name: str) -> None:
    folder = os.environ.get("EASYCARE_SHOTS")
    if folder:
        QTest.qWait(60)
        window.grab().save(str(Path(folder, f"{name}.png")))


def test_f2_registers_a_user_of_the_program_with_the_keyboard_alone(
    page: PeoplePage, services: Services
):
    QTest.keyClick(page, KEY.Key_F2)
    assert page.head.head.title.text() == "새 이용자"
    assert not page.form.top.kinds.isVisible()
    type_hangul(field(page, "identity.name"), "나대표", leave_last=True)
    key(page, KEY.Key_Return)
    assert page.focusWidget() is field(page, "identity.office_name")
    put(page, "identity.office_name", "마루방문요양센터")
    put(page, "identity.mobile", "01000004321")
    put(page, "subscription.party_name", "마루방문요양센터")
    put(page, "subscription.facility_code", "11111000018")
    put(page, "subscription.started_on", "20240304")
    press(page, "group.subscription.more")
    put(page, "subscription.business_number", "1168200276")
    shoot(page, "vendor_form")
    key(page, KEY.Key_F4)
    (found,) = services.search.find("나대표")
    assert found.person.kind is SUBSCRIBER
    assert page.sheet.card is not None
    assert page.sheet.card.name == "나대표"
    shoot(page, "vendor_card")


@pytest.mark.parametrize(
    "typed",
    ["마루방문", "ㅁㄹㅂㅁ", "11111000018", "116-82", "maru02", "MARU", "4321", "봄길12", "나대표"],
)
def test_a_user_of_the_program_is_found_by_what_a_caller_says(
    page: PeoplePage, services: Services, typed: str
):
    services.people.register(SUBSCRIBER, CUSTOMER)
    services.people.register(SUBSCRIBER, OTHER)
    for _ in ("as registered", "as opened anew"):
        page.refresh()
        assert shown(page) == ["나대표", "다대표"]
        page.list.search_for(typed)
        assert shown(page) == ["나대표"]
        page.list.search_for("365복지")
        assert shown(page) == ["다대표"]
        page.list.search_for("")
        services.people.load_index()


def test_a_line_shows_the_agency_and_its_telephone(page: PeoplePage, services: Services):
    services.people.register(SUBSCRIBER, CUSTOMER)
    services.people.register(SUBSCRIBER, OTHER)
    page.refresh()
    lines = [page.list.model.index(row, 0).data(Qt.ItemDataRole.UserRole + 1) for row in (0, 1)]
    assert lines[0].second == "마루방문요양센터 · 010-0000-4321 · P-00002"
    assert lines[1].second == "365복지센터 · 02-000-0009 · P-00003"
    assert page.head.note.text() == "이용자 2"
    assert not page.list.kinds.isVisible()
    shoot(page, "vendor_list")


def test_a_view_offers_nothing_of_recipients(page: PeoplePage, services: Services):
    services.people.register(SUBSCRIBER, CUSTOMER)
    page.refresh()
    page.views.ask()
    dialog = page.views.dialog
    assert not dialog.grade.isVisible()
    sorts = dialog.sort.control
    assert [sorts.itemText(each) for each in range(sorts.count())] == [
        *("이름순", "최근 등록순", "번호순"),
    ]
    shoot(dialog, "vendor_view")
    dialog.state.control.choose(PersonState.ACTIVE)
    QTest.keyClick(dialog, KEY.Key_F4)
    assert shown(page) == ["나대표"]


def test_a_corrected_agency_is_found_by_its_new_numbers(page: PeoplePage, services: Services):
    person = services.people.register(SUBSCRIBER, CUSTOMER)
    changed = CUSTOMER["subscription"] | {"facility_code": "22222000019"}
    services.people.save_group(
        person.id, "subscription", changed, expected_version=1, reason="기호가 바뀜"
    )
    assert [line.id for line in services.search.find("22222000019")] == [person.id]
    assert not services.search.find("11111000018")


def test_a_list_of_users_comes_in(
    qtbot: QtBot,
    kit: Kit,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
    tmp_path: Path,
):
    services.people.register(SUBSCRIBER, CUSTOMER)
    bring = ImportPage(kit, services, messages, background)
    bring.resize(1142, 656)
    bring.refresh()
    background.drain()
    present(qtbot, bring)
    shoot(bring, "vendor_import_start")
    path = tmp_path / "이용자.csv"
    path.write_bytes("\r\n".join(LIST).encode("cp949"))
    bring.take(path)
    background.drain()
    shoot(bring, "vendor_import_columns")
    bring.next.click()
    background.drain()
    shoot(bring, "vendor_import_rows")
    assert [each.row.state for each in bring.rows.model.rows] == [RowState.NEW, RowState.SAME]
    bring.next.click()
    background.drain()
    shoot(bring, "vendor_import_end")
    assert [line.office for line in services.search.find("22222000019")] == ["새봄요양원"]
    bring.close()


def test_a_list_of_users_goes_out(
    qtbot: QtBot,
    kit: Kit,
    services: Services,
    messages: RecordingMessages,
    background: ManualBackground,
    tmp_path: Path,
):
    services.people.register(SUBSCRIBER, CUSTOMER)
    out = ExportPage(kit, services, messages, background)
    out.resize(1142, 656)
    present(qtbot, out)
    assert out.foot.note.text() == "이용자 1명 · 1항목. 파일은 암호로 잠급니다."
    shoot(out, "vendor_export")
    out.order.leaving.purpose.control.choose(ExportPurpose.CONTACT)
    out.order.leaving.reason.control.setText("요금 안내")
    for part in (out.order.leaving.secret.first, out.order.leaving.secret.again):
        part.control.focusProxy().setText("hamster-garden-27")
    messages.answer(tmp_path / "이용자.xlsx")
    with qtbot.waitSignal(out.left):
        out.save.click()
        background.drain()
    assert (tmp_path / "이용자.xlsx").is_file()
    out.close()


@pytest.mark.parametrize(
    "kind",
    [
        PaperKind.CONSENT_FORM,
        PaperKind.POWER_OF_ATTORNEY,
        PaperKind.BASIC_CARD,
        PaperKind.ONE_PAGE_ANSWER,
    ],
)
def test_what_the_card_offers_to_print_is_made(services: Services, kind: PaperKind):
    person = services.people.register(SUBSCRIBER, CUSTOMER)
    assert services.papers.make(kind, person.id, "제출").pdf
