"""백업·열쇠 over a real office: places, their state, and a new recovery sheet."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.rights import Role
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.key_places import PlaceState
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages, Trouble
from easycare_desktop.ui.parts.preview.printing import PrintOrder, Step
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.keys_page import KeysPage
from easycare_desktop.ui.wording.places import place_advice, place_chip
from tests.helpers.offices import CODE, OfficeHome
from tests.helpers.present import present
from tests.helpers.sizes import PERCENTS

LEFT = Qt.MouseButton.LeftButton


class OnePrinter:
    def __init__(self) -> None:
        self.sent: list[PrintOrder] = []

    def names(self) -> Sequence[str]:
        return ["흑백 레이저"]

    def usual(self) -> str:
        return ""

    def send(self, pdf: bytes, order: PrintOrder, step: Step) -> None:
        assert pdf.startswith(b"%PDF")
        step(1, 1)
        self.sent.append(order)


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    made = tmp_path / "usb"
    made.mkdir()
    return made


@pytest.fixture
def printer() -> OnePrinter:
    return OnePrinter()


@pytest.fixture
def page(
    qtbot: QtBot, kit: Kit, services: Services, messages: RecordingMessages,
    background: ManualBackground, printer: OnePrinter,
) -> KeysPage:  # fmt: skip
    made = KeysPage(kit, services, messages, background, printer)
    made.resize(1142, 690)
    present(qtbot, made)
    made.tabs.setCurrentIndex(2)
    made.refresh()
    background.drain()
    return made


def test_a_place_is_added_with_its_name(
    page: KeysPage, messages: RecordingMessages, background: ManualBackground,
    services: Services, usb: Path,
):  # fmt: skip
    assert not page.keys.update_all.isEnabled()
    assert page.head.note.text() == "아직 보호되지 않음 · 이유는 「한눈에」에 있습니다"
    messages.answer(usb, True, "금고 USB")
    QTest.mouseClick(page.keys.add, LEFT)
    background.drain()
    state = services.key_places.states()[0]
    assert (state.label, state.state) == ("금고 USB", PlaceState.NEWEST)
    assert [line.accessibleName() for line in page.keys.places.lines] == [
        "금고 USB, 최신, 이 PC와 같은 열쇠가 있습니다."
    ]
    assert page.keys.update_all.isEnabled()


def test_a_place_on_the_same_disk_is_warned_of(
    page: KeysPage, messages: RecordingMessages, background: ManualBackground,
    services: Services, usb: Path,
):  # fmt: skip
    messages.answer(usb, False)
    QTest.mouseClick(page.keys.add, LEFT)
    background.drain()
    assert services.key_places.states() == []
    assert len(messages.of_kind("confirm")) == 1


def test_a_place_that_lost_its_keys_is_brought_up_to_date(
    page: KeysPage, background: ManualBackground, services: Services, usb: Path
):
    services.key_places.add("금고 USB", usb)
    for file in [each for each in usb.rglob("*.db") if each.is_file()]:
        file.unlink()
    for name in ("kit-1.json", "place.json"):
        next(usb.rglob(name)).unlink()
    page.refresh()
    background.drain()
    assert "열쇠 없음" in page.keys.places.lines[0].accessibleName()
    QTest.mouseClick(page.keys.update_all, LEFT)
    background.drain()
    assert "최신" in page.keys.places.lines[0].accessibleName()


def test_a_place_that_is_not_there_is_named(
    page: KeysPage, background: ManualBackground, services: Services, usb: Path,
    messages: RecordingMessages,
):  # fmt: skip
    services.key_places.add("금고 USB", usb)
    usb.rename(usb.with_name("elsewhere"))
    QTest.mouseClick(page.keys.update_all, LEFT)
    page.keys.update_places()
    background.drain()
    assert "금고 USB" in str(messages.of_kind("inform")[0].content)


def test_striking_off_asks_first(
    page: KeysPage, background: ManualBackground, services: Services, usb: Path,
    messages: RecordingMessages,
):  # fmt: skip
    services.key_places.add("금고 USB", usb)
    page.refresh()
    background.drain()
    QTest.mouseClick(page.keys.places.lines[0].remove, LEFT)
    background.drain()
    assert len(services.key_places.states()) == 1
    messages.answer(True)
    QTest.mouseClick(page.keys.places.lines[0].remove, LEFT)
    background.drain()
    assert services.key_places.states() == []


def test_a_third_place_is_refused(
    page: KeysPage, background: ManualBackground, services: Services, tmp_path: Path,
    messages: RecordingMessages,
):  # fmt: skip
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
    services.key_places.add("하나", tmp_path / "a")
    services.key_places.add("둘", tmp_path / "b")
    messages.answer(tmp_path / "c", True, "셋")
    QTest.mouseClick(page.keys.add, LEFT)
    background.drain()
    trouble = messages.of_kind("refuse")[0].content[0]
    assert isinstance(trouble, Trouble)
    assert trouble.number == "KP-114"


def test_a_new_sheet_is_exchanged_after_two_groups_were_typed_back(
    page: KeysPage, background: ManualBackground, services: Services,
    home: OfficeHome, printer: OnePrinter,
):  # fmt: skip
    QTest.mouseClick(page.keys.sheet.renew, LEFT)
    background.drain()
    dialog, sheet = page.keys.dialog, page.keys.dialog.sheet
    QTest.mouseClick(dialog.print_button, LEFT)
    background.drain()
    assert [order.copies for order in printer.sent] == [2]
    QTest.mouseClick(dialog.go_on, LEFT)
    for field, group in zip(dialog.typed, dialog.asked, strict=True):
        QTest.keyClicks(field.control, sheet.groups[group - 1].lower())
    QTest.mouseClick(dialog.go_on, LEFT)
    background.drain()
    assert page.keys.sheet.number.value.text() == "제2호"
    services.office.close()
    again = home.offices.open_with_sheet(CODE, sheet.code.text)
    again.close()
    assert sheet.code.text not in repr(sheet)


def test_groups_that_do_not_fit_exchange_nothing(
    page: KeysPage, background: ManualBackground, services: Services
):
    QTest.mouseClick(page.keys.sheet.renew, LEFT)
    background.drain()
    dialog = page.keys.dialog
    QTest.mouseClick(dialog.go_on, LEFT)
    QTest.mouseClick(dialog.go_on, LEFT)
    background.drain()
    assert all(field.error for field in dialog.typed)
    dialog.reject()
    assert services.office.keys.sheet_number == 1


def test_who_may_not_change_sees_only_the_state(
    qtbot: QtBot, kit: Kit, services: Services, home: OfficeHome, background: ManualBackground
):
    services.accounts.add("kim.viewer", "김열람", Role.VIEWER, "viewer-pass-phrase")
    services.office.close()
    office = home.open("kim.viewer", "viewer-pass-phrase")
    page = KeysPage(kit, Services(office), RecordingMessages(), background, OnePrinter())
    present(qtbot, page)
    page.tabs.setCurrentIndex(2)
    page.refresh()
    background.drain()
    assert not page.back_up.isVisible()
    assert not page.keys.add.isVisible()
    assert not page.keys.sheet.renew.isVisible()
    page.tabs.setCurrentIndex(0)
    page.restore.wait("")
    for why, button in (
        (page.lease.why, page.lease.give),
        (page.restore.state, page.restore.drill),
    ):
        assert not button.isEnabled()
        assert "책임자만" in why.text()
        assert why.isVisible()
    office.close()


def test_every_state_has_its_words():
    view = type("View", (), {})()
    for state in PlaceState:
        view.state = state
        assert place_chip(view)[0]
        assert place_advice(view).endswith(("니다.", "세요."))


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut(
    qtbot: QtBot, kit: Kit, page: KeysPage, background: ManualBackground,
    services: Services, usb: Path, percent: int,
):  # fmt: skip
    services.key_places.add("금고 USB", usb)
    page.refresh()
    background.drain()
    kit.appearance.wear(Look(percent=percent))
    page.resize(1142 if percent < 150 else 1068 if percent < 175 else 1366, 590)
    qtbot.waitUntil(lambda: not clip_check(page) and not overlaps(page), timeout=1000)
