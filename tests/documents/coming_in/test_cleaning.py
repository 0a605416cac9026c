"""Files that come in: hostile ones are refused, what they tell is gone, the pages stay."""

import io
from collections.abc import Callable
from functools import partial

import pikepdf
import pytest
from PIL import Image

from easycare_desktop.documents.coming_in.pdfs import clean_pdf
from easycare_desktop.documents.coming_in.pictures import clean_picture
from easycare_desktop.documents.coming_in.refusals import (
    PdfActiveError,
    PdfLockedError,
    PdfTooLargeError,
    PictureTooLargeError,
)
from easycare_desktop.documents.preview import page_count, render_page
from easycare_desktop.documents.refusals import PictureUnreadableError
from easycare_desktop.domain.refusals import Refusal
from tests.documents.coming_in import files
from tests.documents.coming_in.files import CANARY, SIDE


def shown(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


@pytest.mark.parametrize("progressive", [False, True])
def test_a_photo_tells_nothing_and_keeps_its_pixels(progressive: bool):
    came = files.jpeg(progressive=progressive)
    assert came.count(CANARY) == 3
    clean = clean_picture(came)
    assert CANARY not in clean
    assert b"Exif" not in clean
    assert shown(clean).tobytes() == shown(came).tobytes()
    assert clean_picture(clean) == clean


def test_a_photo_that_was_held_sideways_stands_upright():
    clean = clean_picture(files.jpeg(turned=6))
    assert CANARY not in clean
    assert shown(clean).size == SIDE[::-1]
    assert clean_picture(clean) == clean


def test_a_png_tells_nothing_and_keeps_its_pixels():
    came = files.png()
    assert came.count(CANARY) == 3
    clean = clean_picture(came)
    assert CANARY not in clean
    assert shown(clean).tobytes() == shown(came).tobytes()
    assert clean_picture(clean) == clean


def test_a_pdf_tells_nothing_and_keeps_its_pages():
    came = files.telling_pdf()
    assert came.count(CANARY) >= 5
    clean = clean_pdf(came)
    assert CANARY not in clean
    assert render_page(clean, 0, 72) == render_page(came, 0, 72)
    assert clean_pdf(clean) == clean


@pytest.mark.parametrize(
    ("made", "filters"),
    [
        (files.jpeg, ["ASCII85Decode", "DCTDecode"]),
        (files.jpeg, ["FlateDecode", "DCTDecode"]),
        (files.jpeg, ["ASCIIHexDecode", "FlateDecode", "DCTDecode"]),
        (files.jpeg, ["Fl", "DCT"]),
        (files.jpeg2000, ["JPXDecode"]),
        (files.jpeg2000, ["FlateDecode", "JPXDecode"]),
    ],
)
def test_a_wrapped_photo_tells_nothing_either(made: Callable[[], bytes], filters: list[str]):
    assert made().count(CANARY) >= 2
    came = files.wrapped_pdf(made(), *filters)
    clean = clean_pdf(came)
    with pikepdf.open(io.BytesIO(clean)) as pdf:
        photo = pdf.pages[0].Resources.XObject.I
        assert str(photo.Filter).removeprefix("/") in {"DCTDecode", "JPXDecode"}
        kept = photo.read_raw_bytes()
    assert CANARY not in kept
    assert b"Exif" not in kept
    assert render_page(clean, 0, 72) == render_page(came, 0, 72)
    assert clean_pdf(clean) == clean


@pytest.mark.parametrize(
    "filters", [["FlateDecode", "DCTDecode"], ["ASCII85Decode", "DCTDecode"], ["DCTDecode"]]
)
def test_a_photo_that_tells_nothing_stays_as_it_is_wrapped(filters: list[str]):
    came = files.wrapped_pdf(clean_picture(files.jpeg()), *filters)
    kept = []
    for content in (came, clean_pdf(came)):
        with pikepdf.open(io.BytesIO(content)) as pdf:
            photo = pdf.pages[0].Resources.XObject.I
            kept.append((str(photo.Filter), photo.read_raw_bytes()))
    assert kept[0] == kept[1]


def test_a_photo_in_a_bomb_is_refused():
    filters = ("ASCII85Decode", "FlateDecode", "DCTDecode")
    with pytest.raises(PdfTooLargeError):
        clean_pdf(files.wrapped_pdf(bytes(300_000_000), *filters))


@pytest.mark.parametrize(
    ("made", "refusal"),
    [
        (files.scripted, PdfActiveError),
        (files.launching, PdfActiveError),
        (files.carrying, PdfActiveError),
        (files.locked, PdfLockedError),
        (files.bomb, PdfTooLargeError),
        (files.huge_page, PdfTooLargeError),
        (partial(files.drawn_pdf, in_form=False), PictureUnreadableError),
        (partial(files.drawn_pdf, in_form=True), PictureUnreadableError),
        (lambda: b"%PDF-1.7 nothing", PictureUnreadableError),
        (lambda: b"%PDF-1.7 nothing %%EOF", PictureUnreadableError),
        (lambda: files.telling_pdf()[:900], PictureUnreadableError),
    ],
)
def test_hostile_pdfs_are_refused(made: Callable[[], bytes], refusal: type[Refusal]):
    with pytest.raises(refusal):
        clean_pdf(made())


def test_a_plain_pdf_is_taken():
    assert page_count(clean_pdf(files.bytes_of(files.new_pdf()))) == 1


@pytest.mark.parametrize("left", [3, 50, 700, 9_000])
def test_a_photo_that_breaks_off_is_refused(left: int):
    whole = clean_picture(files.jpeg())
    with pytest.raises(PictureUnreadableError):
        clean_picture(whole[:left])


def test_a_flood_of_pixels_is_refused_before_it_unfolds():
    assert len(files.flood()) < 200
    with pytest.raises(PictureTooLargeError):
        clean_picture(files.flood())


@pytest.mark.parametrize(
    "content", [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0\x00"]
)
def test_a_head_alone_is_no_picture(content: bytes):
    with pytest.raises(PictureUnreadableError):
        clean_picture(content)
