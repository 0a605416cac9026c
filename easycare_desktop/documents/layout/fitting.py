"""Papers that are set closer until they fit a number of pages."""

from collections.abc import Callable, Sequence
from contextlib import suppress

from reportlab.platypus import Flowable, KeepTogether

from easycare_desktop.documents.layout import measures
from easycare_desktop.documents.layout.page import Printed, Sheet, page_height, print_story, told
from easycare_desktop.documents.refusals import PaperTooLongError


def compose_within(
    sheet: Sheet, tellers: Sequence[Callable[[], Sequence[Flowable]]], most_pages: int
) -> bytes:
    """Return the PDF of the first story that fits `most_pages`, else of the first shortest one.

    What cannot fit by its height alone is not drawn; what does not fit is given up where the page
    too many begins.
    """
    room = page_height(sheet)
    heights: list[float] = []
    for tell in tellers:
        story = tell()
        heights.append(_least_height(story, sheet.width))
        if heights[-1] <= room * most_pages:
            with suppress(PaperTooLongError):
                return told(print_story(sheet, story, most_pages))
    best: Printed | None = None
    for tell, height in zip(tellers, heights, strict=True):
        fewer = best.pages - 1 if best is not None else 0
        if best is None or most_pages < fewer >= height / room:
            with suppress(PaperTooLongError):
                best = print_story(sheet, tell(), fewer)
    if best is None:
        raise PaperTooLongError
    return told(best)


def _least_height(story: Sequence[Flowable], width: float) -> float:
    """Return how high the parts of a story are together, without the space between them."""
    high = 0.0
    for part in story:
        if isinstance(part, KeepTogether):  # it calls itself endless, to be taken apart
            high += _least_height(part._content, width)  # noqa: SLF001
        else:
            high += float(part.wrapOn(None, width, measures.PORTRAIT[1])[1])
    return high
