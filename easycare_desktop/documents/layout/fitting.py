"""Papers that are set closer until they fit a number of pages."""

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from math import ceil

from reportlab.platypus import Flowable

from easycare_desktop.documents.layout.grid import Grid
from easycare_desktop.documents.layout.page import Laid, Sheet, compose, pages_of
from easycare_desktop.documents.layout.paragraphs import paragraphs_kept
from easycare_desktop.documents.layout.parts import Together
from easycare_desktop.documents.refusals import PaperTooLongError

BOTH_SIDES = 2
_SPARED = 40.0
Teller = Callable[[], Sequence[Flowable]]


def compose_within(
    sheet: Sheet,
    tellers: Sequence[Teller],
    most_pages: int = BOTH_SIDES,
    closer: Sequence[float] = (),
) -> bytes:
    """Return the PDF of the first story that fits `most_pages`, else of the first shortest one.

    The first is drawn at once: most papers fit. The others are laid out to count their pages, and
    told anew to be drawn. `closer`: by how many points a row of each other story has less padding
    above and below than in the first, where nothing else differs: one that cannot spare a page is
    not told at all. Raises `PaperTooLongError` where each has a part higher than a page.
    """
    with paragraphs_kept():
        first, *others = tellers
        drawn: Laid | None = None
        story = first()
        parts = parts_in(story)
        with suppress(PaperTooLongError):
            drawn = Laid(sheet, story)
        if drawn is None:
            return compose(sheet, shortest(sheet, others, most_pages)())
        if drawn.pages > most_pages:
            if closer:
                least = [fewest_pages(sheet, drawn.filled, parts, less) for less in closer]
                pairs = zip(others, least, strict=True)
                others = [tell for tell, pages in pairs if pages < drawn.pages]
            tell = _shorter(sheet, others, most_pages, drawn.pages)
            if tell is not None:
                return compose(sheet, tell())
        return drawn.written()


def parts_in(story: Sequence[object]) -> int:
    """Return how many rows and parts a story has, each of which may be set closer."""
    return sum(
        parts_in(part.parts)
        if isinstance(part, Together)
        else 1 + (len(part.cells) if isinstance(part, Grid) else 0)
        for part in story
    )


def fewest_pages(sheet: Sheet, filled: Sequence[float], parts: int, less: float) -> int:
    """Return how many pages a story needs at least, each part set closer by `less` on two sides.

    What a page may spare besides: a repeated head, and the room above what now begins it.
    """
    high = sum(filled) - 2 * less * parts - _SPARED * len(filled)
    return ceil(high / sheet.room)


def shortest(sheet: Sheet, tellers: Sequence[Teller], most_pages: int = BOTH_SIDES) -> Teller:
    """Return which story fits first, else the first shortest one; raise `PaperTooLongError`."""
    found = _shorter(sheet, tellers, most_pages, sys.maxsize)
    if found is None:
        raise PaperTooLongError
    return found


def _shorter(
    sheet: Sheet, tellers: Sequence[Teller], most_pages: int, fewest: int
) -> Teller | None:
    """Return which story fits first, else the first shortest one of fewer pages than `fewest`."""
    found: Teller | None = None
    for tell in tellers:
        with suppress(PaperTooLongError):
            pages = pages_of(sheet, tell())
            if pages < fewest:
                found, fewest = tell, pages
            if pages <= most_pages:
                break
    return found
