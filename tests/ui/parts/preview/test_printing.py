"""What reaches the paper: the pixels of the pages, at their size."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from easycare_desktop.services.bundle import Services
from easycare_desktop.services.paper_pages import PaperPages
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.ui.parts.preview.images import picture_of
from easycare_desktop.ui.parts.preview.printing import PrintOrder, SystemPrinting
from tests.helpers.offices import make_office


@pytest.fixture
def pdf(tmp_path: Path) -> bytes:
    office = make_office(tmp_path / "home")
    made = Services(office).papers.make(PaperKind.BLANK_CANCELLATION_FORM, 0, "서명 받기")
    office.close()
    return made.pdf


def order(*pages: int, binding: bool = False) -> PrintOrder:
    return PrintOrder("", 1, pages, colour=False, duplex=False, binding=binding)


def ink(pdf: bytes, left: float, right: float) -> float:
    """Return how dark the first page is between two shares of its width, 0 to 255."""
    picture = picture_of(PaperPages(pdf).at_dpi(0, 50), grey=True)
    columns = range(int(picture.width() * left), int(picture.width() * right))
    dark = sum(
        255 - picture.pixelColor(x, y).red() for x in columns for y in range(picture.height())
    )
    return dark / (len(columns) * picture.height())


def test_the_pages_that_were_chosen_come_out(qapp: QApplication, pdf: bytes, tmp_path: Path):
    steps: list[tuple[int, int]] = []
    out = tmp_path / "printed.pdf"
    SystemPrinting(out).send(pdf, order(0, 1), lambda done, total: steps.append((done, total)))
    printed = out.read_bytes()
    before, after = PaperPages(pdf).sizes(), PaperPages(printed).sizes()
    assert len(after) == 2
    assert steps == [(1, 2), (2, 2)]
    assert after[0].width == pytest.approx(before[0].width, abs=2)
    assert after[0].height == pytest.approx(before[0].height, abs=2)
    assert ink(printed, 0, 1) == pytest.approx(ink(pdf, 0, 1), rel=0.35)


def test_a_binding_margin_moves_the_page_to_the_right(
    qapp: QApplication, pdf: bytes, tmp_path: Path
):
    plain, bound = tmp_path / "plain.pdf", tmp_path / "bound.pdf"
    SystemPrinting(plain).send(pdf, order(0), lambda *_: None)
    SystemPrinting(bound).send(pdf, order(0, binding=True), lambda *_: None)
    assert ink(plain.read_bytes(), 0.09, 0.125) > 0
    assert ink(bound.read_bytes(), 0, 0.125) == 0
