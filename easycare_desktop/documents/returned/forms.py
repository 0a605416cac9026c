"""The forms of one file: pages with the same number belong together, whatever their order."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from easycare_desktop.documents.returned.assembling import page_pdf
from easycare_desktop.documents.returned.pages import pages_in
from easycare_desktop.documents.returned.plane import Plane
from easycare_desktop.documents.returned.reading import FoundPage, read_page
from easycare_desktop.documents.sign_boxes import SignBox
from easycare_desktop.domain.return_codes import ReturnCode, Slip

BoxesOf = Callable[[Slip], Sequence[SignBox]]


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page that was read; `pdf` holds it alone, upright.

    `plane`: where a point of the form lies, as shares of width and height of the page. `signed`:
    of each box to sign in on this page, in the order of the form.
    """

    pdf: bytes = field(repr=False)
    code: ReturnCode | None = None
    plane: Plane | None = None
    signed: tuple[bool, ...] = ()
    mixed: bool = False
    other_program: bool = False


@dataclass(frozen=True, slots=True)
class ReadForm:
    """Pages that belong together; in the order of the form where a code tells it."""

    pages: tuple[ReadPage, ...]

    @property
    def code(self) -> ReturnCode | None:
        """A code of the form, if any page has one."""
        return self.pages[0].code

    @property
    def numbers(self) -> frozenset[int]:
        """The pages of the form that are here."""
        return frozenset(each.code.page for each in self.pages if each.code)


def read_pages(content: bytes, boxes_of: BoxesOf) -> Iterator[list[ReadPage]]:
    """Yield what stands on each page of a file; nothing for an empty one.

    Raises `PictureUnreadableError`.
    """
    for page in pages_in(content):
        yield [_read(each, boxes_of) for each in read_page(page)]


def gather(pages: Sequence[ReadPage]) -> list[ReadForm]:
    """Put the pages of each form together.

    A page that is there twice begins another copy. Pages that nobody can name stay together
    while they follow one another.
    """
    copies: list[list[ReadPage]] = []
    nameless: list[ReadPage] | None = None
    for page in pages:
        if page.code is None:
            if nameless is None or not _alike(nameless[-1], page):
                nameless = []
                copies.append(nameless)
            nameless.append(page)
            continue
        nameless = None
        _place_of(page.code, copies).append(page)
    return [ReadForm(tuple(sorted(each, key=_page_number))) for each in copies]


def _read(found: FoundPage, boxes_of: BoxesOf) -> ReadPage:
    code = found.code
    boxes = [each for each in boxes_of(code.slip) if each.page == code.page] if code else []
    return ReadPage(
        page_pdf(found),
        code,
        found.upright(),
        found.signed(boxes),
        found.mixed,
        found.other_program,
    )


def _alike(one: ReadPage, two: ReadPage) -> bool:
    return (one.mixed, one.other_program) == (two.mixed, two.other_program)


def _place_of(code: ReturnCode, copies: list[list[ReadPage]]) -> list[ReadPage]:
    """Return the copy of the form that lacks this page, or a new one."""
    for copy in copies:
        same = [each.code for each in copy if each.code]
        if same and same[0].slip == code.slip and all(each.page != code.page for each in same):
            return copy
    copies.append([])
    return copies[-1]


def _page_number(page: ReadPage) -> int:
    return page.code.page if page.code else 0
