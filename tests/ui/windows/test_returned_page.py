"""돌아온 서류 over a real office: files come in, papers find their record."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from easycare_desktop.domain.returned import Doubt, FormUse
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.returned_folder import WatchedFolder
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.parts.returned.attached import HeldPaper
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.returned_page import ReturnedPage
from tests.helpers.office_copies import OfficeMould
from tests.helpers.present import present
from tests.helpers.returning import Desk, scan_file, scans
from tests.helpers.sizes import PAGE_PERCENTS


@pytest.fixture(scope="module")
def made_desk(mould: OfficeMould, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    home = tmp_path_factory.mktemp("returned")
    office = mould.copy_to(home / "home").open()
    services = Services(office)
    services.start()
    yield Desk(services, home)
    office.close()


@pytest.fixture
def desk(made_desk: Desk) -> Iterator[Desk]:
    yield made_desk
    for each in made_desk.waiting():
        made_desk.services.returned.drop(each.paper.id)


@pytest.fixture
def page(
    qtbot: QtBot, kit: Kit, desk: Desk, messages: RecordingMessages, background: ManualBackground
) -> ReturnedPage:
    made = ReturnedPage(kit, desk.services, messages, background)
    made.resize(1142, 690)
    present(qtbot, made)
    made.refresh()
    background.drain()
    return made


def drop_on(page: ReturnedPage, *paths: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enters = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, *how)
    QApplication.sendEvent(page.take_card, enters)
    event = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, *how)
    QApplication.sendEvent(page.take_card, event)


def test_a_dropped_scan_is_shown_beside_its_record_and_goes_on_to_the_consents(
    page: ReturnedPage, desk: Desk, background: ManualBackground, qtbot: QtBot
):
    form = desk.fresh()
    drop_on(page, scan_file(desk.folder, "dropped.pdf", scans(form)))
    assert page.take_card.stop.isVisible()
    background.drain()
    assert not page.take_card.stop.isVisible()
    assert page.detail.title.text() == "개인정보 동의서"
    assert form.paper.number in page.detail.whose.text()
    assert page.detail.go.isVisible()
    days = (page.take_card.received, page.detail.received)
    assert [each.control.accessibleName() for each in days] == [
        "새 파일을 받은 날, 필수",
        "이 서류를 받은 날, 필수",
    ]
    page.detail.received.control.setText("2026-11-20")
    with qtbot.waitSignal(page.consent_wanted) as told:
        page.detail.go.click()
    (held,) = told.args
    assert isinstance(held, HeldPaper)
    assert (held.person_id, str(held.received_on)) == (desk.guardian.id, "2026-11-20")
    assert len(held.pages) == form.pages


def test_a_request_goes_on_to_the_intake_and_an_open_one_takes_it_in(
    page: ReturnedPage, desk: Desk, background: ManualBackground, qtbot: QtBot
):
    desk.take(scans(desk.fresh(PaperKind.CANCELLATION_FORM)), "request.pdf")
    page.refresh()
    background.drain()
    with qtbot.waitSignal(page.request_wanted):
        page.detail.go.click()
    assert desk.only().use is FormUse.REQUEST


def test_what_nobody_can_name_is_given_to_somebody_by_hand(
    page: ReturnedPage, desk: Desk, background: ManualBackground
):
    desk.take(scans(desk.blank), "blank.pdf")
    page.refresh()
    background.drain()
    assert desk.only().paper.doubt is Doubt.NOBODY
    page.detail.go.click()
    dialog = page.dialog
    assert dialog is not None
    assert dialog.use.value() is FormUse.CONSENT
    held: list[HeldPaper] = []
    page.consent_wanted.connect(held.append)
    dialog.table.choose_first()
    dialog.go.click()
    assert held[0].back.id == desk.only().paper.id


def test_a_doubtful_paper_is_filed_only_after_a_question(
    page: ReturnedPage,
    desk: Desk,
    background: ManualBackground,
    messages: RecordingMessages,
):
    desk.take(scans(desk.fresh(), sign=False), "unsigned.pdf")
    page.refresh()
    background.drain()
    page.detail.keep.click()
    background.drain()
    assert len(messages.of_kind("confirm")) == 1
    assert len(desk.waiting()) == 1
    messages.answer(True)
    page.detail.keep.click()
    background.drain()
    assert desk.waiting() == ()
    assert not page.detail.isVisible()


def test_taking_out_is_asked_first(
    page: ReturnedPage, desk: Desk, background: ManualBackground, messages: RecordingMessages
):
    desk.take(scans(desk.fresh()), "out.pdf")
    page.refresh()
    background.drain()
    messages.answer(True)
    page.detail.drop.click()
    background.drain()
    assert desk.waiting() == ()
    assert "파기 예정" in str(messages.of_kind("toast")[-1].content[0])


def test_the_folder_of_the_scanner_is_read_and_originals_go_only_if_wanted(
    page: ReturnedPage,
    desk: Desk,
    background: ManualBackground,
    messages: RecordingMessages,
    tmp_path: Path,
):
    first = scan_file(tmp_path, "one.pdf", scans(desk.fresh()))
    messages.answer(tmp_path)
    page.take_card.folder.click()
    background.drain()
    page.take_card.read.click()
    background.drain()
    assert first.exists()
    assert not page.take_card.read.isEnabled()
    messages.answer(True)
    page.take_card.removes.click()
    background.drain()
    assert desk.services.returned_folder.watched() == WatchedFolder(str(tmp_path), removes=True)
    second = scan_file(tmp_path, "two.png", scans(desk.fresh(), seed=5)[:1])
    page.refresh()
    background.drain()
    page.take_card.read.click()
    background.drain()
    assert not second.exists()
    assert len(desk.waiting()) == 2


@pytest.mark.look
@pytest.mark.parametrize("percent", PAGE_PERCENTS)
def test_nothing_is_cut(
    page: ReturnedPage,
    desk: Desk,
    background: ManualBackground,
    kit: Kit,
    qtbot: QtBot,
    percent: int,
):
    desk.take(scans(desk.fresh(), sign=False), f"look{percent}.pdf")
    kit.appearance.wear(Look(percent=percent))
    page.resize(1142 if percent < 150 else 1366, 690)
    page.refresh()
    background.drain()
    qtbot.waitUntil(lambda: not clip_check(page) and not overlaps(page), timeout=1000)


def test_the_next_step_of_an_unsigned_form_is_to_have_it_signed_anew(
    page: ReturnedPage,
    desk: Desk,
    background: ManualBackground,
    messages: RecordingMessages,
    qtbot: QtBot,
):
    desk.take(scans(desk.fresh(), sign=False), "unsigned.pdf")
    page.refresh()
    background.drain()
    assert page.detail.go.accessibleName() == "다시 받기"
    with qtbot.waitSignal(page.paper_wanted) as told:
        page.detail.go.click()
    assert told.args == [PaperKind.CONSENT_FORM, desk.guardian.id]
    assert messages.of_kind("confirm") == []
    assert page.detail.keep.isHidden()
    messages.answer(True)
    with qtbot.waitSignal(page.consent_wanted):
        page.detail.anyway.click()


def test_a_signed_form_offers_no_second_signing(
    page: ReturnedPage, desk: Desk, background: ManualBackground
):
    desk.take(scans(desk.fresh()), "signed.pdf")
    page.refresh()
    background.drain()
    assert page.detail.go.accessibleName() == "동의 적고 보관하기"
    assert page.detail.anyway.isHidden()
    assert not page.detail.keep.isHidden()
