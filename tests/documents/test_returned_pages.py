"""A page that came back tells nothing of the camera or the place, and looks as it did."""

import io

import pikepdf

from easycare_desktop.documents.returned.assembling import page_pdf
from easycare_desktop.documents.returned.pages import pages_in
from easycare_desktop.documents.returned.reading import FoundPage
from tests.documents.coming_in.files import CANARY, jpeg, telling_pdf


def kept_of(content: bytes) -> bytes:
    (page,) = pages_in(content)
    return page_pdf(FoundPage(page.kept, page.grey))


def test_a_photo_inside_a_pdf_tells_nothing():
    came = telling_pdf()
    assert jpeg()[:200] in came
    kept = kept_of(came)
    assert CANARY not in kept
    assert b"Exif" not in kept
    with pikepdf.open(io.BytesIO(kept)) as made:
        (photo,) = made.pages[0].get_images().values()
        assert photo.read_raw_bytes().startswith(b"\xff\xd8")


def test_a_photo_tells_nothing_either():
    came = jpeg()
    assert CANARY in came
    assert CANARY not in kept_of(came)
