"""Papers that are set closer until they fit a number of pages."""

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

from reportlab.platypus import Flowable

from easycare_desktop.documents.layout.page import Laid, Sheet, compose, pages_of
from easycare_desktop.documents.layout.paragraphs import paragraphs_kept
from easycare_desktop.documents.refusals import PaperTooLongError

BOTH_SIDES = 2
Teller = Callable[[], Sequence[Flowable]]


def compose_within(sheet: Sheet, tellers: Sequence[Teller], most_pages: int = BOTH_SIDES) -> bytes:
    """Return the PDF of the first story that fits `most_pages`, else of the first shortest one.

    The first is drawn at once: most papers fit. The others are laid out to count their pages, and
    told anew to be drawn. Raises `PaperTooLongError` where each has a part higher than a page.
    """
    with paragraphs_kept():
        first, *others = tellers
        drawn: Laid | None = None
        with suppress(PaperTooLongError):
            drawn = Laid(sheet, first())
        if drawn is None:
            return compose(sheet, shortest(sheet, others, most_pages)())
        if drawn.pages > most_pages:
            tell = _shorter(sheet, others, most_pages, drawn.pages)
            if tell is not None:
                return compose(sheet, tell())
        return drawn.written()


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
