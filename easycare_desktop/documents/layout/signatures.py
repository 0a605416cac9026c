"""Signature lines, the issuer's line with seal, and the approval box 담당 / 책임자 / 대표."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer, Table

from easycare_desktop.documents import fonts
from easycare_desktop.documents.layout import measures
from easycare_desktop.documents.layout.drawn import Area, Drawn, draw_picture
from easycare_desktop.documents.layout.grid import grid, padding
from easycare_desktop.documents.layout.measures import MM
from easycare_desktop.documents.layout.parts import office_lines, sentence
from easycare_desktop.documents.layout.text import grey, join, para, plain, style
from easycare_desktop.documents.layout.words import long_day
from easycare_desktop.documents.sign_boxes import keep_box
from easycare_desktop.documents.values import ApprovalNames, Look, Office

SIGN_ROW = 9.8 * MM
_ROW_TO_SIGN = 8.2 * MM
_BOX_WIDTH = 34 * MM
_BOX_HEIGHT = 8.6 * MM
_NAME_SIZE = 11.0
_UNDER_LABEL = 5.5
_APART = 3.2 * MM
_USUAL = 118 * MM
_NAME_AT, _HINT_SIZE, _HINT_GAP = 3 * MM, 8.0, 1.5 * MM


@dataclass(frozen=True, slots=True)
class Line:
    """One line to sign on, with an empty box at its end that nothing is printed in.

    `due`: the paper is not signed while no such line is; the line of the staff is not.
    """

    label: str
    name: str = ""
    signature: bytes = b""
    hint: str = "(서명 또는 인)"
    due: bool = True


def _stroke(line: Line, width: float) -> Drawn:
    box = Area(width - _BOX_WIDTH, 2.6, _BOX_WIDTH, _BOX_HEIGHT)
    hint = 0.0 if line.signature else _hint_width(line)
    room = box.left - _NAME_AT - 2 * MM

    def paint(canvas: Canvas) -> None:
        canvas.setLineWidth(measures.INNER)
        canvas.setStrokeColor(measures.LINE)
        canvas.line(0, box.low, box.left, box.low)
        canvas.rect(box.left, box.low, box.width, box.height)
        keep_box(canvas, box.left, box.low, box.width, box.height, due=line.due)
        name = fonts.clean(line.name)
        size = _NAME_SIZE
        while size > 6 and stringWidth(name, fonts.REGULAR, size) > room - hint:
            size -= 0.25
        canvas.setFont(fonts.REGULAR, size)
        canvas.drawString(_NAME_AT, 8.6, name)
        if line.signature:
            inside = Area(box.left + MM, box.low + 2, box.width - 2 * MM, box.height - 4)
            draw_picture(canvas, line.signature, inside)
            return
        canvas.setFillColor(measures.GREY)
        canvas.setFont(fonts.REGULAR, _HINT_SIZE)
        if stringWidth(name, fonts.REGULAR, size) <= room - hint:
            canvas.drawRightString(box.left - _HINT_GAP, 8.6, line.hint)

    return Drawn(width, SIGN_ROW, paint, f"{line.name}    {line.hint}")


def _hint_width(line: Line) -> float:
    return float(stringWidth(line.hint, fonts.REGULAR, _HINT_SIZE)) + _HINT_GAP


def _long_enough(line: Line) -> float:
    """Return how long a line has to be for its name, what to do there, and the box."""
    name = float(stringWidth(fonts.clean(line.name), fonts.REGULAR, _NAME_SIZE))
    return _NAME_AT + name + 2 * MM + _hint_width(line) + _BOX_WIDTH


def sign_lines(signers: Sequence[Line], width: float, *, label_width: float = 44 * MM) -> Table:
    """Return lines to sign on, one below the other, at the right of the paper."""
    labels = [para(plain(each.label), style(10, "right")) for each in signers]
    room = min(width, max(_USUAL, label_width + 3 * MM + max(map(_long_enough, signers))))
    room = room if width > 125 * MM else width
    strokes = [_stroke(each, room - label_width - 3 * MM) for each in signers]
    rows: list[list[Flowable]] = [list(pair) for pair in zip(labels, strokes, strict=True)]
    commands = [
        ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
        *padding(0, 0),
        ("LEFTPADDING", (1, 0), (1, -1), 3 * MM),
        ("BOTTOMPADDING", (0, 0), (0, -1), _UNDER_LABEL),
    ]
    widths = [label_width, room - label_width]
    tallest = max(each.wrap(label_width - 3 * MM, room)[1] + _UNDER_LABEL for each in labels)
    apart = _BOX_HEIGHT + _APART if len(rows) > 1 else SIGN_ROW
    heights = [max(apart, tallest)] * len(rows)
    return grid(rows, widths, commands, heights=heights, stands="RIGHT")


def to_sign(pad: float) -> Flowable:
    """Return the empty cell that a row of a table is signed in by hand, padded by `pad`."""
    return Spacer(0, _ROW_TO_SIGN - 2 * pad)


def signed_how(note: str) -> list[Flowable]:
    """Return how it was signed, small below the lines; nothing where nobody has to say so."""
    return [para(plain(note), style(8, "right", grey_ink=True, before=1))] if note else []


def signed_on(day: date | None) -> Flowable:
    """Return the date of signing, centred."""
    return para(plain(long_day(day)), style(11, "centre", before=4, after=4))


def _issuer(office: Office, width: float) -> Drawn:
    head = f"대표 {office.representative}"
    fits = stringWidth(f"{office.name}   {head}", fonts.BOLD, 14) <= width - 50 * MM
    words = [f"{office.name}   {head}"] if fits else [office.name, head]

    def paint(canvas: Canvas) -> None:
        end = width / 2
        for place, line in enumerate(map(fonts.clean, words)):
            size = 14.0
            while size > 8 and stringWidth(line, fonts.BOLD, size) > width:
                size -= 0.25
            canvas.setFont(fonts.BOLD, size)
            low = 6.5 * MM + 7 * MM * (len(words) - 1 - place)
            canvas.drawCentredString(width / 2, low, line)
            end = (width + stringWidth(line, fonts.BOLD, size)) / 2
        if office.seal:
            draw_picture(canvas, office.seal, Area(end - 4 * MM, 0, 17 * MM, 17 * MM))
            return
        canvas.setFillColor(measures.GREY)
        canvas.setFont(fonts.REGULAR, 9)
        canvas.drawString(end + 4 * MM, 6.5 * MM, "(직인)")

    said = "\n".join(words)
    return Drawn(width, 17 * MM + 2.5 * MM * (len(words) - 1), paint, f"{said}   (직인)")


def issued(office: Office, day: date | None, width: float) -> list[Flowable]:
    """Return the end of a notice: date, office and seal."""
    return [signed_on(day), _issuer(office, width)]


def closing(office: Office, day: date | None, width: float, said: str) -> list[Flowable]:
    """Return the end of a certificate: who to ask, the sentence that it states, date and seal."""
    stated = [para(plain(said), style(11, "centre", before=1, after=2))] if said else []
    dated = para(plain(long_day(day)), style(11, "centre", before=1))
    return [sentence(office_lines(office)), *stated, dated, _issuer(office, width)]


SIGNS = ("담당", "책임자", "대표")


def approval_box(names: ApprovalNames, look: Look) -> Table:
    """Return the box of three cells for 담당, 책임자, 대표, at the right of the paper."""
    heads = [own or usual for own, usual in zip(look.signs, SIGNS, strict=True)]
    under = (names.clerk, names.officer, names.head)
    first = para(join(plain("결"), plain("재"), by="\n"), style(9.5, "centre", lead=1.6))
    cells: list[list[object]] = [
        [first, *[para(plain(word), style(9.5, "centre")) for word in heads]],
        ["", *[para(grey(name, 8.5), style(8.5, "centre")) for name in under]],
    ]
    commands = [
        ("GRID", (0, 0), (-1, -1), measures.INNER, measures.LINE),
        ("BOX", (0, 0), (-1, -1), measures.GROUP, measures.LINE),
        ("SPAN", (0, 0), (0, 1)),
        ("BACKGROUND", (0, 0), (0, 1), measures.LABEL),
        ("BACKGROUND", (0, 0), (-1, 0), measures.LABEL),
        ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
        ("VALIGN", (0, 1), (-1, 1), "BOTTOM"),
        *padding(1, 1, low=2),
    ]
    widths = [8 * MM, 20 * MM, 20 * MM, 20 * MM]
    return grid(cells, widths, commands, heights=[6.2 * MM, 13 * MM], stands="RIGHT")
