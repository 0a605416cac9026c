"""Black boxes: nothing of the pixels, the text or the layers below is in the file any more."""

import io

import pikepdf
import pytest
from PIL import Image

from easycare_desktop.documents.coming_in.blackout import black_out_pdf, black_out_picture
from easycare_desktop.documents.coming_in.pdfs import clean_pdf
from easycare_desktop.documents.coming_in.pictures import clean_picture
from easycare_desktop.documents.preview import (
    page_count,
    page_size,
    render_page,
    render_picture,
    text_of,
)
from easycare_desktop.documents.returned.pages import pages_in
from easycare_desktop.domain.blackout import Box
from tests.documents.coming_in import files

NUMBER, HIDDEN = "000000-0000000", "layer 999999-9999999"
BACK = Box(0.5, 0.3, 0.98, 0.62)
ALL = Box(0.0, 0.0, 1.0, 1.0)


def dark(picture: Image.Image, box: Box) -> float:
    """Return the share of nearly black pixels inside a box."""
    width, height = picture.size
    part = picture.convert("L").crop(
        (
            round(box.left * width) + 2,
            round(box.top * height) + 2,
            round(box.right * width) - 2,
            round(box.bottom * height) - 2,
        )
    )
    counts = part.histogram()
    return sum(counts[:24]) / sum(counts)


def page_picture(pdf: bytes, dpi: float = 100) -> Image.Image:
    page = render_page(pdf, 0, dpi)
    return Image.frombytes("RGB", (page.width, page.height), page.pixels)


def inside(pdf: bytes) -> bytes:
    """Return everything that stands in a PDF, unfolded as far as it can be."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        parts = [
            each.read_bytes() if "DCTDecode" not in str(each.get("/Filter", "")) else b""
            for each in opened.objects
            if isinstance(each, pikepdf.Stream)
        ]
    return pdf + b"".join(parts)


def test_the_search_can_find_words_and_pixels():
    pdf = files.pdf_with_words(NUMBER, hidden=HIDDEN)
    assert NUMBER in text_of(pdf)
    assert HIDDEN in text_of(pdf)
    assert HIDDEN.encode() in inside(pdf)
    assert 0.01 < dark(page_picture(pdf), BACK) < 0.9
    assert 0.01 < dark(Image.open(io.BytesIO(files.photo_with(NUMBER))), BACK) < 0.9


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_photo_keeps_nothing_below_a_box(kind: str):
    out = io.BytesIO()
    Image.open(io.BytesIO(files.photo_with(NUMBER))).save(out, kind)
    two = [BACK, Box(0.0, 0.0, 0.1, 0.1)]
    done = black_out_picture(out.getvalue(), two)
    picture = Image.open(io.BytesIO(done))
    assert picture.format == kind
    assert picture.size == files.SIDE
    assert [dark(picture, box) for box in two] == [1.0, 1.0]
    assert dark(picture, Box(0.0, 0.7, 1.0, 1.0)) == 0
    assert clean_picture(done) == done
    white = Image.new("RGB", files.SIDE, "white")
    other = io.BytesIO()
    white.save(other, kind, quality=95)
    same = Image.open(io.BytesIO(black_out_picture(other.getvalue(), [ALL])))
    assert same.tobytes() == Image.open(io.BytesIO(black_out_picture(done, [ALL]))).tobytes()


def deep(kind: str) -> bytes:
    """Return a scan of 16 bits: a light half and a darker one."""
    row = (40_000).to_bytes(2, "little") * 150 + (20_000).to_bytes(2, "little") * 150
    picture = Image.frombytes("I;16", files.SIDE, row * 200)
    out = io.BytesIO()
    picture.save(out, kind)
    return out.getvalue()


def test_a_scan_of_sixteen_bits_keeps_its_greys_beside_a_box():
    done = Image.open(io.BytesIO(black_out_picture(deep("PNG"), [Box(0.0, 0.0, 0.1, 0.1)])))
    assert [done.getpixel(place) for place in ((5, 5), (100, 150), (200, 150))] == [0, 156, 78]


def test_a_scan_of_sixteen_bits_is_seen_and_read_as_it_is():
    shown = render_picture(deep("PNG"), 300)
    assert sorted({*shown.pixels[:900]}) == [78, 156]
    for kind in ("PNG", "TIFF"):
        (page,) = pages_in(deep(kind))
        assert sorted({*page.grey.tobytes()}) == [78, 156]


def test_a_pdf_becomes_a_picture_without_its_text_layers():
    pdf = clean_pdf(files.pdf_with_words(NUMBER, hidden=HIDDEN))
    done = clean_pdf(black_out_pdf(pdf, {0: [BACK]}))
    assert text_of(done).strip() == ""
    for canary in (NUMBER, HIDDEN, "999999", "Helvetica"):
        assert canary.encode() not in inside(done)
    assert dark(page_picture(done), BACK) == 1.0
    assert dark(page_picture(done), Box(0.02, 0.3, 0.4, 0.62)) > 0.01
    assert page_count(done) == 1
    assert page_size(done, 0) == pytest.approx(files.SIDE, abs=1)
    with pikepdf.open(io.BytesIO(done)) as opened:
        assert set(opened.pages[0].Resources.keys()) <= {"/XObject", "/ProcSet"}


def test_boxes_stay_on_the_page_and_grow():
    box = Box.between((1.2, 0.9), (0.7, -0.5))
    assert box == Box(0.7, 0.0, 1.0, 0.9)
    assert box.moved(0.5, 0.0) == box
    assert box.grown(-5, 0).right > box.left
    assert not Box(0.2, 0.2, 0.2, 0.9).is_seen
