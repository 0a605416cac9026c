"""Whatever is to be signed and come back carries both its codes on every page."""

import typing

from PIL import Image

from easycare_desktop.documents.contents.destruction_request import DestructionRequest
from easycare_desktop.documents.press import press_form
from easycare_desktop.documents.preview import page_count
from easycare_desktop.documents.returned.codes import find_codes
from easycare_desktop.documents.sign_boxes import boxes_kept
from easycare_desktop.domain.return_codes import Place, office_mark
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from easycare_desktop.services.slips import FORMS, OF_KIND, SignedForm
from tests.documents.papers import NAMES, value_of
from tests.helpers.cases import known_person
from tests.helpers.scanner import printed

NOTICE = {PaperKind.SECOND_NOTICE, PaperKind.RIGHTS_NOTICE}  # have no occasion here
ALONE = [
    kind
    for kind in PaperKind
    if kind.subject in {"person", "none", "kind", "part"} and kind not in NOTICE
]
IN_THE_OFFICE = {DestructionRequest}
"""Signed by whoever asks the officer; what counts is the approval recorded in the program."""


def test_every_form_carries_both_codes_on_each_page(services: Services):
    person = known_person(services).id
    numbers = {}
    for kind in ALONE:
        subject = person if kind.subject == "person" else 0
        with boxes_kept() as boxes:
            paper = services.papers.make(kind, subject, "서명 받기")
        if kind not in OF_KIND:
            assert not [box for box in boxes if box.due], kind
            continue
        pages = page_count(paper.pdf)
        found = [each.code for page in range(pages) for each in find_codes(_page(paper.pdf, page))]
        codes = {(code.page, code.pages, code.place) for code in found if code}
        expected = {(page, pages, place) for page in range(1, pages + 1) for place in Place}
        assert codes == expected, kind
        assert len(found) == 2 * pages
        (slip,) = {code.slip for code in found if code}
        assert (slip.form, slip.office) == (
            OF_KIND[kind].letters,
            office_mark(services.office.info.id),
        )
        numbers[kind] = slip.number
    assert set(numbers) == {form.kind for form in FORMS}
    assert len(set(numbers.values())) == len(FORMS)


def test_whatever_has_a_box_to_sign_in_is_a_form_that_comes_back():
    first = {type(value): value for value in map(value_of, reversed(NAMES))}
    signed = {kind for kind, value in first.items() if any(b.due for b in press_form(value).boxes)}
    assert signed == {*typing.get_args(SignedForm), *IN_THE_OFFICE}


def _page(pdf: bytes, page: int) -> Image.Image:
    return printed(pdf, page, 110)
