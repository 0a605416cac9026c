"""우편 라벨: one address a label, at the measures of the sheet."""

from functools import partial

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph

from easycare_desktop.documents.contents.address_labels import AddressLabels
from easycare_desktop.documents.layout.drawn import Drawn
from easycare_desktop.documents.layout.grid import grid, padding
from easycare_desktop.documents.layout.measures import MM
from easycare_desktop.documents.layout.page import Sheet, compose
from easycare_desktop.documents.layout.text import join, para, plain, sized, strong, style
from easycare_desktop.documents.strings import fingerprint
from easycare_desktop.documents.values import Addressee

TITLE = "우편 라벨"
_HUNDREDTH = MM / 100
_PAD = 4 * MM
_SCALES = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.52, 0.44, 0.36, 0.28)
_BETWEEN = 1.5


def make(value: AddressLabels) -> bytes:
    """Return the labels as PDF: head and foot stand in the margin that no label reaches."""
    sheet = Sheet(value.office, value.facts, TITLE, fingerprint(value), full=True)
    labels: list[Addressee | None] = [None] * (value.first - 1)
    labels += value.labels
    count = value.sheet.count
    story: list[Flowable] = []
    for start in range(0, max(len(labels), 1), count):
        if story:
            story.append(PageBreak())
        story.append(_page(value, labels[start : start + count]))
    return compose(sheet, story)


def _page(value: AddressLabels, labels: list[Addressee | None]) -> Flowable:
    sheet = value.sheet
    width, height = sheet.width * _HUNDREDTH, sheet.height * _HUNDREDTH
    gap = (sheet.across - sheet.width) * _HUNDREDTH
    widths = [sheet.left * _HUNDREDTH]
    for column in range(sheet.columns):
        widths += [width, gap] if column + 1 < sheet.columns else [width]
    cells: list[list[object]] = [[""] * len(widths)]
    for row in range(sheet.rows):
        line: list[object] = [""] * len(widths)
        for column in range(sheet.columns):
            place = row * sheet.columns + column
            to = labels[place] if place < len(labels) else None
            if to is not None:
                line[1 + 2 * column] = Drawn(width, height, partial(_paint, value, to))
        cells.append(line)
    heights = [sheet.top * _HUNDREDTH, *[height] * sheet.rows]
    return grid(cells, widths, padding(0, 0), heights=heights, stands="LEFT")


def _paint(value: AddressLabels, to: Addressee, canvas: Canvas) -> None:
    """Write one label, smaller where much stands on it: sender, address, name, postcode."""
    width = value.sheet.width * _HUNDREDTH - 2 * _PAD
    room = value.sheet.height * _HUNDREDTH - 2 * _PAD
    for scale in _SCALES:
        lines = _lines(value, to, scale)
        highs = [line.wrap(width, room)[1] for line in lines]
        if scale == _SCALES[-1] or sum(highs) + _BETWEEN * (len(lines) - 1) <= room:
            _draw(canvas, lines, highs, _PAD + room)
            return


def _draw(canvas: Canvas, lines: list[Paragraph], highs: list[float], top: float) -> None:
    for line, high in zip(lines[:-1], highs[:-1], strict=True):
        line.drawOn(canvas, _PAD, top - high)
        top -= high + _BETWEEN
    lines[-1].drawOn(canvas, _PAD, min(_PAD, top - highs[-1]))


def _lines(value: AddressLabels, to: Addressee, scale: float) -> list[Paragraph]:
    office = value.office
    sender = " ".join(part for part in (office.name, office.address) if part)
    name = join(strong(to.name), sized(plain("귀하"), 10.5 * scale), by="  ")
    lines = [para(plain(sender), style(7.5 * scale, lead=1.3))] if value.sender else []
    return [
        *lines,
        para(plain(to.address), style(10.5 * scale, lead=1.3)),
        para(name, style(14 * scale, lead=1.3)),
        para(strong(to.post_code), style(13 * scale, "right", lead=1.2)),
    ]
