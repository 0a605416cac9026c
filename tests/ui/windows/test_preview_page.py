"""문서 미리보기 over a real office: what is seen is what is printed and saved."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from easycare_desktop.documents.preview import text_of
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import MadePaper, PaperKind
from easycare_desktop.storage.repositories.papers import PaperRecord
from easycare_desktop.ui.appearance import Look
from easycare_desktop.ui.appearance.clip_check import clip_check, overlaps
from easycare_desktop.ui.background import ManualBackground
from easycare_desktop.ui.messages import RecordingMessages, Trouble
from easycare_desktop.ui.parts.preview.desk import Fit
from easycare_desktop.ui.parts.preview.printing import PrinterSilentError, PrintOrder, Step
from easycare_desktop.ui.widgets import Kit
from easycare_desktop.ui.windows.preview_page import PreviewPage
from easycare_desktop.ui.wording.papers import TITLES, paper_title, purposes_of
from tests.helpers.offices import make_office
from tests.helpers.present import present
from tests.helpers.sizes import PERCENTS

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


class Printers:
    """Printers on paper only; `silent` ones take nothing."""

    def __init__(self, *names: str) -> None:
        self._names = names
        self.silent = False
        self.sent: list[tuple[bytes, PrintOrder]] = []

    def names(self) -> Sequence[str]:
        return self._names

    def usual(self) -> str:
        return self._names[-1] if self._names else ""

    def send(self, pdf: bytes, order: PrintOrder, step: Step) -> None:
        if self.silent:
            raise PrinterSilentError
        step(len(order.pages), len(order.pages))
        self.sent.append((pdf, order))


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    office = make_office(tmp_path / "home")
    yield Services(office)
    office.close()


@pytest.fixture
def printers() -> Printers:
    return Printers("둘째 프린터", "흑백 레이저")


@pytest.fixture
def paper(services: Services) -> MadePaper:
    return services.papers.make(PaperKind.BLANK_CONSENT_FORM, 0, "서명 받기")


@pytest.fixture
def page(
    qtbot: QtBot, kit: Kit, services: Services, messages: RecordingMessages,
    background: ManualBackground, printers: Printers, paper: MadePaper,
) -> PreviewPage:  # fmt: skip
    made = PreviewPage(kit, services, messages, background, printers)
    made.resize(1142, 690)
    present(qtbot, made)
    made.show_paper(paper, "접수로 돌아가기")
    background.drain()
    return made


def record(services: Services, paper: MadePaper) -> PaperRecord:
    return next(each for each in services.papers.all() if each.id == paper.id)


def test_the_pages_are_drawn_and_named(page: PreviewPage, paper: MadePaper):
    assert page.desk.sheet.drawn
    assert page.desk.sheet.accessibleName() == "1쪽 미리보기"
    assert paper.number in page.bar.head.note.text()
    assert "접수로 돌아가기" in page.bar.back.text()


def test_the_keyboard_turns_the_pages(page: PreviewPage, background: ManualBackground):
    page.desk.fit(Fit.PAGE)
    page.desk.setFocus()
    QTest.keyClick(page.desk, Qt.Key.Key_PageDown)
    background.drain()
    assert page.desk.page == 1
    QTest.keyClick(page.desk, Qt.Key.Key_End)
    QTest.keyClick(page.desk, Qt.Key.Key_PageDown)
    assert page.desk.page == 2
    QTest.keyClick(page.desk, Qt.Key.Key_PageUp)
    assert page.desk.page == 1


def test_zoom_and_fit_tell_the_size(page: PreviewPage, background: ManualBackground):
    before = page.bar.percent.text()
    QTest.mouseClick(page.bar.larger, LEFT)
    background.drain()
    assert page.bar.percent.text() != before
    page.desk.fit(Fit.WIDTH)
    assert page.bar.percent.text() == before


def test_ctrl_p_prints_these_bytes_and_records_it(
    page: PreviewPage, background: ManualBackground, printers: Printers,
    services: Services, paper: MadePaper, messages: RecordingMessages,
):  # fmt: skip
    page.panel.form.copies.control.setText("2")
    QTest.keyClick(page, Qt.Key.Key_P, CTRL)
    background.drain()
    sent, order = printers.sent[0]
    assert sent == paper.pdf
    assert (order.printer, order.copies, order.pages) == ("흑백 레이저", 2, (0, 1, 2))
    assert record(services, paper).copies == 2
    assert messages.of_kind("toast")


def test_printing_once_more_wants_a_reason(
    page: PreviewPage, background: ManualBackground, printers: Printers, services: Services
):
    QTest.mouseClick(page.panel.print_button, LEFT)
    background.drain()
    QTest.mouseClick(page.panel.print_button, LEFT)
    background.drain()
    assert len(printers.sent) == 1
    assert page.panel.form.reason.error
    page.panel.form.reason.control.choose("misprint")
    QTest.mouseClick(page.panel.print_button, LEFT)
    background.drain()
    assert len(printers.sent) == 2
    assert services.log.newest(1)[0].detail == "misprint"
    assert ["재발행" in text_of(sent) for sent, _ in printers.sent] == [False, True]


@pytest.mark.parametrize(("copies", "pages"), [("0", "1"), ("", "1"), ("1", "9"), ("1", "x")])
def test_what_does_not_fit_is_said_under_the_field(
    page: PreviewPage, background: ManualBackground, printers: Printers, copies: str, pages: str
):
    form = page.panel.form
    form.copies.control.setText(copies)
    form.pages.control.choose("typed")
    form.typed.control.setText(pages)
    QTest.mouseClick(page.panel.print_button, LEFT)
    background.drain()
    assert printers.sent == []
    assert form.copies.error or form.typed.error


def test_a_silent_printer_is_told_and_nothing_is_recorded(
    page: PreviewPage, background: ManualBackground, printers: Printers,
    services: Services, paper: MadePaper, messages: RecordingMessages,
):  # fmt: skip
    printers.silent = True
    QTest.mouseClick(page.panel.print_button, LEFT)
    background.drain()
    trouble = messages.of_kind("refuse")[0].content[0]
    assert isinstance(trouble, Trouble)
    assert "프린터" in trouble.happened
    assert record(services, paper).copies == 0
    assert page.panel.print_button.isEnabled()


def test_saving_writes_the_very_bytes_and_records_it(
    page: PreviewPage, background: ManualBackground, services: Services,
    paper: MadePaper, messages: RecordingMessages, tmp_path: Path,
):  # fmt: skip
    messages.answer(tmp_path / "동의서")
    QTest.mouseClick(page.panel.save_button, LEFT)
    background.drain()
    assert (tmp_path / "동의서.pdf").read_bytes() == paper.pdf
    assert record(services, paper).saved
    suggested = messages.of_kind("save_as")[0].content[1]
    assert suggested == f"개인정보 동의서 (빈 서식) {paper.number}.pdf"


def test_a_folder_that_cannot_be_written_is_told(
    page: PreviewPage, background: ManualBackground, messages: RecordingMessages, tmp_path: Path
):
    messages.answer(tmp_path / "none" / "a.pdf")
    QTest.mouseClick(page.panel.save_button, LEFT)
    background.drain()
    trouble = messages.of_kind("refuse")[0].content[0]
    assert isinstance(trouble, Trouble)
    assert trouble.number == "PC-102"


def test_without_a_printer_saving_is_offered(
    qtbot: QtBot, kit: Kit, services: Services, background: ManualBackground, paper: MadePaper
):
    page = PreviewPage(kit, services, RecordingMessages(), background, Printers())
    present(qtbot, page)
    page.show_paper(paper, "")
    background.drain()
    assert not page.panel.print_button.isEnabled()
    assert page.panel.save_button.isEnabled()
    assert page.panel.form.no_printer.isVisible()


def test_a_paper_that_was_printed_before_asks_why(
    page: PreviewPage, background: ManualBackground, paper: MadePaper
):
    again = MadePaper(paper.id, paper.number, paper.kind, paper.pdf, reissued=True)
    page.show_paper(again, "")
    background.drain()
    assert page.panel.form.reason.isVisible()


def test_esc_goes_back(qtbot: QtBot, page: PreviewPage):
    with qtbot.waitSignal(page.back_wanted):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_every_kind_of_paper_has_a_title_and_purposes():
    assert set(TITLES) == {kind.code for kind in PaperKind}
    for kind in PaperKind:
        assert paper_title(kind)
        assert 2 <= len(purposes_of(kind)) <= 4


@pytest.mark.look
@pytest.mark.parametrize("percent", PERCENTS)
def test_nothing_is_cut(
    qtbot: QtBot, kit: Kit, page: PreviewPage, background: ManualBackground, percent: int
):
    kit.appearance.wear(Look(percent=percent))
    page.resize(1142 if percent < 150 else 1068 if percent < 175 else 1366, 590)
    background.drain()
    qtbot.waitUntil(lambda: not clip_check(page) and not overlaps(page), timeout=1000)
