import hashlib

import pytest

from easycare_desktop.documents import preview
from tests.documents.papers import pdf_of

SAMPLE = "sample_receipt"


def test_a_page_becomes_rows_of_red_green_blue():
    image = preview.render_page(pdf_of(SAMPLE), 0, 110)
    assert (image.width, image.height) == (910, 1287)
    assert len(image.pixels) == image.width * image.height * 3
    assert image.pixels[:3] == b"\xff\xff\xff"
    assert len(set(image.pixels)) > 50


@pytest.mark.parametrize("dpi", [31, 73, 96, 151])
def test_every_size_has_whole_rows(dpi: int):
    image = preview.render_page(pdf_of(SAMPLE), 0, dpi)
    assert len(image.pixels) == image.width * image.height * 3


def test_pages_are_counted():
    assert preview.page_count(pdf_of(SAMPLE)) == 1
    assert preview.page_count(pdf_of("sample_ledger_long")) == 5


@pytest.mark.parametrize("page", [-1, 1])
def test_a_page_that_is_not_there_is_refused(page: int):
    with pytest.raises(IndexError):
        preview.render_page(pdf_of(SAMPLE), page, 96)


def test_text_can_be_read_back():
    assert "접수증" in preview.text_of(pdf_of(SAMPLE))


def test_sha256_is_that_of_the_bytes():
    assert preview.sha256(pdf_of(SAMPLE)) == hashlib.sha256(pdf_of(SAMPLE)).hexdigest()
