"""Papers that are set closer until they fit a number of pages."""

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

from reportlab.platypus import Flowable

from easycare_desktop.documents.layout.page import Sheet, compose, pages_of
from easycare_desktop.documents.layout.paragraphs import paragraphs_kept
from easycare_desktop.documents.refusals import PaperTooLongError

BOTH_SIDES = 2
Teller = Callable[[], Sequence[Flowable]]


def compose_within(sheet: Sheet, tellers: Sequence[Teller], most_pages: int = BOTH_SIDES) -> bytes:
    """Return the PDF of the first story that fits `most_pages`, else of the first shortest one.

    Each is laid out to count its pages; the chosen one is told anew and drawn. Raises
    `PaperTooLongError` where each has a part that is higher than a page.
    """
    with paragraphs_kept():
        return compose(sheet, shortest(sheet, tellers, most_pages)())


def shortest(sheet: Sheet, tellers: Sequence[Teller], most_pages: int = BOTH_SIDES) -> Teller:
    """Return which story fits first, else the first shortest one."""
    found: Teller | None = None
    fewest = sys.maxsize
    for tell in tellers:
        with suppress(PaperTooLongError):
            pages = pages_of(sheet, tell())
            if pages < fewest:
                found, fewest = tell, pages
            if pages <= most_pages:
                break
    if found is None:
        raise PaperTooLongError
    return found
