"""The sheet: margins, marks at the head, the foot with page numbers, real dates in the metadata."""

import io
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate
from reportlab.platypus.doctemplate import LayoutError
from typing_extensions import override

from easycare_desktop.documents import fonts
from easycare_desktop.documents.layout import measures
from easycare_desktop.documents.layout.counting import Counting
from easycare_desktop.documents.layout.lasting import add_metadata
from easycare_desktop.documents.layout.marks import draw_marks, draw_practice
from easycare_desktop.documents.layout.slip_code import draw_slip
from easycare_desktop.documents.layout.words import exact_moment
from easycare_desktop.documents.refusals import PaperTooLongError
from easycare_desktop.documents.sign_boxes import boxes_kept, keep_all
from easycare_desktop.documents.slip_place import SLIP_ROOM
from easycare_desktop.documents.values import Office, PrintFacts

PRODUCT = "이지케어 데스크톱"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What every page of a paper carries. `print_hash` is the fingerprint of its content.

    `full`: the content measures the whole page itself; head and foot stand in its outer 10 mm.
    """

    office: Office
    facts: PrintFacts
    title: str
    print_hash: str
    wide: bool = False
    full: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return measures.LANDSCAPE if self.wide else measures.PORTRAIT

    @property
    def side(self) -> float:
        """Left and right margin in points."""
        return measures.WIDE_SIDE if self.wide else measures.SIDE

    @property
    def width(self) -> float:
        """Width between the margins in points."""
        return self.size[0] - 2 * self.side

    @property
    def room(self) -> float:
        """Height of a page between its margins in points."""
        return self.size[1] if self.full else self.size[1] - measures.TOP - measures.BOTTOM


class Laid:
    """A story laid out on its pages, and not written yet. `filled`: points used on each page."""

    def __init__(self, sheet: Sheet, story: Sequence[Flowable]) -> None:
        """Draw it; raise `PaperTooLongError` where a part is higher than a page."""
        self._out, drawn = io.BytesIO(), list[NumberedCanvas]()
        self.filled: list[float] = []

        class Waiting(NumberedCanvas):
            sheet_of_pages = sheet

            @override
            def save(self) -> None:
                drawn.append(self)

        document = document_of(sheet, self._out, self.filled)
        with boxes_kept() as self._boxes:
            _build(document, story, Waiting)
        self._canvas, self.pages = drawn[0], int(document.page)

    def written(self) -> bytes:
        """Return the PDF, and tell of its boxes to sign in."""
        keep_all(self._boxes)
        NumberedCanvas.save(self._canvas)
        return self._out.getvalue()


def compose(sheet: Sheet, story: Sequence[Flowable]) -> bytes:
    """Return the PDF. The same sheet and story give the same bytes."""
    return Laid(sheet, story).written()


def pages_of(sheet: Sheet, story: Sequence[Flowable]) -> int:
    """Return how many pages the story would fill. Nothing is drawn."""
    document = document_of(sheet, io.BytesIO())
    _build(document, story, Counting)
    return int(document.page)


def _build(document: BaseDocTemplate, story: Sequence[Flowable], canvas: type[Canvas]) -> None:
    try:
        document.build(list(story), canvasmaker=canvas)
    except LayoutError:
        raise PaperTooLongError from None  # the message of reportlab quotes the text


def document_of(
    sheet: Sheet, out: io.BytesIO, filled: list[float] | None = None
) -> BaseDocTemplate:
    """Return an empty document written to `out`; `filled` takes the points used on each page."""
    fonts.load()
    frame = _frame(sheet)
    document = BaseDocTemplate(
        out,
        pagesize=sheet.size,
        invariant=1,
        initialFontName=fonts.REGULAR,
        lang="ko-KR",
        title=sheet.title,
        author=sheet.office.name,
        subject=sheet.facts.number,
        creator=PRODUCT,
        producer=PRODUCT,
    )

    def begin(canvas: Canvas, _: BaseDocTemplate) -> None:
        _underlay(canvas, sheet)

    def end(_canvas: Canvas, at: BaseDocTemplate) -> None:
        if filled is not None:
            filled.append(float(at.frame._y2 - at.frame._y))  # noqa: SLF001 - nowhere else told

    document.addPageTemplates(PageTemplate(frames=[frame], onPage=begin, onPageEnd=end))
    return document


def _frame(sheet: Sheet) -> Frame:
    width, height = sheet.size
    place = (sheet.side, measures.BOTTOM, sheet.width, sheet.room)
    if sheet.full:
        place = (0, 0, width, height)
    paddings = ("leftPadding", "rightPadding", "topPadding", "bottomPadding")
    return Frame(*place, **dict.fromkeys(paddings, 0))


def _underlay(canvas: Canvas, sheet: Sheet) -> None:
    if sheet.office.practice:
        draw_practice(canvas, *sheet.size)


class NumberedCanvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    """Keeps the pages until the last is known, then writes n / m on each."""

    sheet_of_pages: Sheet

    def __init__(self, *args: object, **keywords: object) -> None:
        super().__init__(*args, **keywords)
        self._pages: list[dict[str, Any]] = []
        self.setViewerPreference("DisplayDocTitle", "true")
        printed = self.sheet_of_pages.facts.printed_at
        self.setDateFormatter(lambda *_: _pdf_date(printed))

    def showPage(self) -> None:  # noqa: N802 - the canvas calls it so
        """Keep the page instead of writing it."""
        self._pages.append(dict(self.__dict__))
        self._startPage()

    def write_pages(self) -> None:
        """Write what was kept, each page with its frame."""
        for number, page in enumerate(self._pages, start=1):
            self.__dict__.update(page)
            draw_frame(self, self.sheet_of_pages, number, len(self._pages))
            super().showPage()

    def save(self) -> None:
        """Write all pages with their foot."""
        self.write_pages()
        sheet = self.sheet_of_pages
        add_metadata(
            self,
            title=sheet.title,
            author=sheet.office.name,
            number=sheet.facts.number,
            made=sheet.facts.printed_at,
            tool=PRODUCT,
        )
        super().save()


def _pdf_date(moment: datetime) -> str:
    zone = moment.strftime("%z") or "+0900"
    return f"D:{moment:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"


def draw_frame(canvas: Canvas, sheet: Sheet, number: int, total: int) -> None:
    """Draw head, code and foot of a page."""
    width, height = sheet.size
    left, right = sheet.side, width - sheet.side
    number_at, marks_at = (9, 10.8) if sheet.full else (13, 14.4)
    canvas.saveState()
    canvas.setFillColor(measures.GREY)
    canvas.setFont(fonts.REGULAR, 8)
    number_words = fonts.clean(f"문서번호 {sheet.facts.number}")
    canvas.drawString(left, height - number_at * measures.MM, number_words)
    canvas.restoreState()
    slip = sheet.facts.slip
    if slip is not None:
        draw_slip(canvas, slip, sheet.size, sheet.side, number, total)
    room = SLIP_ROOM if slip is not None else 0
    draw_marks(canvas, right - room, height - marks_at * measures.MM, sheet.office, sheet.facts)
    _draw_foot(canvas, sheet, left + room, right, f"{number} / {total}쪽")


def _draw_foot(canvas: Canvas, sheet: Sheet, left: float, right: float, page: str) -> None:
    facts = sheet.facts
    first = f"{sheet.office.name}  ·  문서번호 {facts.number}"
    second = (
        f"출력일시 {exact_moment(facts.printed_at)}  ·  출력자 {facts.printed_by}  ·  "
        f"용도 {facts.purpose}  ·  내용 확인값 {sheet.print_hash[:12]}"
    )
    canvas.saveState()
    canvas.setStrokeColor(measures.LINE)
    canvas.setLineWidth(measures.INNER)
    base = (6.4 if sheet.full else 11) * measures.MM
    if not sheet.full:
        canvas.line(left, base + 15, right, base + 15)
    canvas.setFillColor(measures.GREY)
    canvas.setFont(fonts.REGULAR, 8)
    canvas.drawRightString(right, base + 5, page)
    canvas.setFont(fonts.REGULAR, measures.FOOT)
    room = right - left - 60
    canvas.drawString(left, base + 6, _fitted(canvas, fonts.clean(first), room))
    canvas.drawString(left, base - 3.5, _fitted(canvas, fonts.clean(second), right - left))
    canvas.restoreState()


def _fitted(canvas: Canvas, text: str, room: float) -> str:
    if canvas.stringWidth(text, fonts.REGULAR, measures.FOOT) <= room:
        return text

    def width(length: int) -> float:
        return float(canvas.stringWidth(text[:length] + "…", fonts.REGULAR, measures.FOOT))

    fitting = bisect_right(range(1, len(text)), room, key=width)
    return text[:fitting] + "…"
