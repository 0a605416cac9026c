"""The same form for many people: laid out once, then filled; nothing is set anew but the names.

Each name is written where it is read: the page that all share is cut at every such place.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable
from reportlab.platypus.doctemplate import LayoutError
from typing_extensions import override

from easycare_desktop.documents import fonts
from easycare_desktop.documents.layout import measures
from easycare_desktop.documents.layout.cutting import Cut, parts_of
from easycare_desktop.documents.layout.drawn import Drawn
from easycare_desktop.documents.layout.page import NumberedCanvas, Sheet, document_of, draw_frame
from easycare_desktop.documents.refusals import PaperTooLongError
from easycare_desktop.documents.sign_boxes import SignBox, boxes_kept

_HIGH = 13.0
_RISE = 2.9


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands: page counted from 0, and the left end of its line in points."""

    code: str
    page: int
    left: float
    low: float
    font: str


@dataclass(frozen=True, slots=True)
class ManyForms:
    """All forms in one file; each has so many pages, and is signed at the same boxes."""

    pdf: bytes
    pages: int
    boxes: tuple[SignBox, ...]


def slot(code: str, width: float, *, bold: bool = False) -> Flowable:
    """Return the room that the text `code` of each form will fill."""
    font = fonts.BOLD if bold else fonts.REGULAR

    def paint(canvas: Canvas) -> None:
        left, low = canvas.absolutePosition(0, 0)
        canvas.places.append(Place(code, len(canvas.kept), left, low + _RISE, font))
        canvas._code.append(Cut())  # noqa: SLF001 - the library has no other way

    return Drawn(width, _HIGH, paint)


def fits(text: str, width: float, *, bold: bool = False) -> bool:
    """Tell whether a text fits its slot on one line."""
    font = fonts.BOLD if bold else fonts.REGULAR
    fonts.load()
    return "\n" not in text and stringWidth(fonts.clean(text), font, measures.BODY) <= width


class _Filling(NumberedCanvas):
    """Draws the kept pages as forms once, and them with the texts of each paper."""

    fillings: Sequence[tuple[Sheet, Mapping[str, str]]]

    def __init__(self, *args: object, **keywords: object) -> None:
        super().__init__(*args, **keywords)
        self.places: list[Place] = []

    @property
    def kept(self) -> list[dict[str, object]]:
        """The pages that were laid out."""
        return self._pages

    @override
    def write_pages(self) -> None:
        """Write the pages of every paper."""
        shared = [self._share(number, page) for number, page in enumerate(self._pages)]
        self._pageNumber = 0
        self._startPage()
        for sheet, texts in self.fillings:
            for number, parts in enumerate(shared):
                self._fill(parts, [each for each in self.places if each.page == number], texts)
                draw_frame(self, sheet, number + 1, len(self._pages))
                Canvas.showPage(self)

    def _share(self, number: int, page: Mapping[str, Any]) -> list[str]:
        """Draw the parts of a page once for all papers, and return their names."""
        names = []
        for part, steps in enumerate(parts_of(page["_code"])):
            self.__dict__.update(page)
            self._code = steps
            self.push_state_stack()
            names.append(f"page{number}.{part}")
            self._formData = (names[-1], 0, 0, *self.sheet_of_pages.size)
            self.endForm()
        return names

    def _fill(
        self, parts: Sequence[str], places: Sequence[Place], texts: Mapping[str, str]
    ) -> None:
        """Draw the parts of a page, and each text where the page is cut for it."""
        self.doForm(parts[0])
        for place, part in zip(places, parts[1:], strict=True):
            self.setFont(place.font, measures.BODY)
            self.drawString(place.left, place.low, fonts.clean(texts[place.code]))
            self.doForm(part)


def compose_many(
    story: Sequence[Flowable], papers: Sequence[tuple[Sheet, Mapping[str, str]]]
) -> ManyForms:
    """Return the forms; each of `papers` is its sheet, and the text of every slot in the story."""
    out = io.BytesIO()
    first = papers[0][0]
    document = document_of(first, out)

    class Filling(_Filling):
        sheet_of_pages = first
        fillings = papers

    with boxes_kept() as boxes:
        try:
            document.build(list(story), canvasmaker=Filling)
        except LayoutError:
            raise PaperTooLongError from None  # the message of reportlab quotes the text
    return ManyForms(out.getvalue(), document.page, tuple(boxes))
