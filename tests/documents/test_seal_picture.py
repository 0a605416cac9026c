"""The seal: judged by its content, clear where the paper was white."""

import io

import pytest
from PIL import Image

from easycare_desktop.documents.refusals import PictureUnreadableError
from easycare_desktop.documents.seal_picture import (
    SealNotFoundError,
    SealTooSmallError,
    clean_seal,
)
from tests.helpers.seals import blank_paper, scanned_seal


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png), formats=("PNG",))


@pytest.mark.parametrize("media", ["PNG", "JPEG"])
def test_white_paper_becomes_clear_and_ink_stays(media: str):
    seal = opened(clean_seal(scanned_seal(media=media)))
    assert seal.mode == "RGBA"
    assert max(seal.size) <= 600
    middle = seal.getpixel((seal.width // 2, seal.height // 5))
    ink = seal.getpixel((seal.width // 2, seal.height // 2))
    assert isinstance(middle, tuple)
    assert isinstance(ink, tuple)
    assert middle[3] <= 8
    assert ink[3] > 200
    assert ink[0] > 150 > ink[1]


def test_the_edge_of_the_paper_is_cut_off():
    seal = opened(clean_seal(scanned_seal(400)))
    assert 300 <= seal.width <= 320
    assert 300 <= seal.height <= 320


def test_equal_scans_give_equal_bytes_without_what_a_camera_adds():
    one, two = clean_seal(scanned_seal()), clean_seal(scanned_seal())
    assert one == two
    assert not opened(one).info


def test_a_seal_that_is_clear_already_stays_as_it_is():
    once = clean_seal(scanned_seal())
    twice = opened(clean_seal(once))
    assert abs(twice.width - opened(once).width) <= 8


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"%PDF-1.7 a paper", PictureUnreadableError),
        (b"\x89PNG\r\n\x1a\n cut off", PictureUnreadableError),
        (scanned_seal(60), SealTooSmallError),
        (blank_paper(), SealNotFoundError),
    ],
)
def test_what_is_no_seal_is_refused(content: bytes, refusal: type[Exception]):
    with pytest.raises(refusal):
        clean_seal(content)


def test_a_dark_photo_without_paper_is_refused():
    out = io.BytesIO()
    Image.new("RGB", (300, 300), (40, 30, 30)).save(out, "PNG")
    with pytest.raises(SealNotFoundError):
        clean_seal(out.getvalue())
