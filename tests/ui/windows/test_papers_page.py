"""문서·인쇄 and the dialog of purposes over a real office."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.documents.preview import text_of
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.papers_page import PapersPage
from easycare_desktop.ui.windows.purpose_dialog import PurposeDialog
from tests.helpers.offices import make_office
from tests.helpers.present import present
from tests.helpers.sizes import PERCENTS

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    office = make_office(tmp_path / "home")
    yield Services(office)
    office.close()


@pytest.fixture
def page(qtbot: QtBot, kit: Kit, services: Services, background: ManualBackground) -> PapersPage:
    made = PapersPage(kit, services, RecordingMessages(), background)
    made.resize(1142, 690)
    present(qtbot, made)
    return made


@pytest.fixture
def dialog(qtbot: QtBot, kit: Kit) -> PurposeDialog:
    made = PurposeDialog(kit, PaperKind.RESULT_NOTICE)
    present(qtbot, made)
    return made


def test_papers_are_listed_with_what_became_of_them(
    page: PapersPage, services: Services, background: ManualBackground
):
    made = services.papers.make(PaperKind.RETENTION_TABLE, 0, "월별 점검")
    services.papers.printed(made, 2)
    services.papers.saved(made)
    page.refresh()
    background.drain()
    line = page.papers.model.rows[0]
    assert (line.number, line.purpose, line.made_by) == (made.number, "월별 점검", "박책임")
    assert (line.copies, line.saved) == (2, True)
    assert "1건" in page.head.note.text()


def test_an_empty_list_says_so(page: PapersPage, background: ManualBackground):
    page.refresh()
    background.drain()
    assert not page.papers.table.isVisible()


def test_every_form_on_the_page_can_be_made(qtbot: QtBot, page: PapersPage, services: Services):
    for form in page.forms.rows:
        with qtbot.waitSignal(page.paper_wanted) as wanted:
            QTest.mouseClick(form.button, LEFT)
        kind, subject = wanted.args
        assert services.papers.make(kind, subject, "기관 보관").pdf.startswith(b"%PDF")


def test_the_form_of_the_office_itself_goes_to_the_maker_of_its_program(services: Services):
    office = services.vendor.subject()
    assert office is not None
    own = services.papers.make(PaperKind.CANCELLATION_FORM, office.id, "업체에 보내기")
    assert "프로그램 이용취소" in text_of(own.pdf)


def test_the_usual_purpose_is_one_press_away(qtbot: QtBot, dialog: PurposeDialog):
    with qtbot.waitSignal(dialog.purpose_given) as given:
        QTest.keyClick(dialog.make, Qt.Key.Key_Return)
    assert given.args == ["신청인에게 드리기"]


def test_an_own_purpose_must_be_written(qtbot: QtBot, dialog: PurposeDialog):
    dialog.choice.control.choose("")
    QTest.keyClick(dialog, Qt.Key.Key_F4)
    assert dialog.own.error
    assert dialog.isVisible()
    dialog.own.control.setText("법원 제출")
    with qtbot.waitSignal(dialog.purpose_given) as given:
        QTest.keyClick(dialog.own.control, Qt.Key.Key_Return)
    assert given.args == ["법원 제출"]
    assert not dialog.isVisible()


def test_esc_makes_nothing(qtbot: QtBot, dialog: PurposeDialog):
    with qtbot.assertNotEmitted(dialog.purpose_given):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut(
    qtbot: QtBot, kit: Kit, page: PapersPage, services: Services,
    background: ManualBackground, percent: int,
):  # fmt: skip
    services.papers.make(PaperKind.RETENTION_TABLE, 0, "월별 점검")
    page.refresh()
    background.drain()
    kit.appearance.wear(Look(percent=percent))
    lowest = page.forms.editable  # the last of the cards that are built once the first is painted
    page.resize(1142 if percent < 150 else 1068 if percent < 175 else 1366, 590)
    qtbot.waitUntil(lowest.isVisible, timeout=1000)
    qtbot.waitUntil(lambda: not clip_check(page) and not overlaps(page), timeout=1000)


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut_in_the_dialog(qtbot: QtBot, kit: Kit, dialog: PurposeDialog, percent: int):
    dialog.choice.control.choose("")
    kit.appearance.wear(Look(percent=percent))
    qtbot.waitUntil(lambda: not clip_check(dialog), timeout=1000)
