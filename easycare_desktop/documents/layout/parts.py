"""Parts that papers are put together from: title, headings, boxes, strips."""

from collections.abc import Iterator, Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer, Table
from typing_extensions import override

from easycare_desktop.documents import fonts
from easycare_desktop.documents.layout import measures
from easycare_desktop.documents.layout.grid import Command, grid, padding
from easycare_desktop.documents.layout.measures import MM
from easycare_desktop.documents.layout.text import (
    Markup,
    fixed,
    join,
    lines,
    para,
    plain,
    sized,
    strong,
    style,
)
from easycare_desktop.documents.layout.words import TO_WRITE_ON
from easycare_desktop.documents.values import Addressee, Office

CLOSE = 5.5
_ENOUGH_TO_BEGIN = 42 * MM


class Together(KeepTogether):  # type: ignore[misc]  # reportlab has no types
    """Parts that stay on one page, and can still be told apart."""

    def __init__(self, parts: Sequence[Flowable]) -> None:
        self.parts = tuple(_flat(parts))
        super().__init__(list(self.parts))

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Return width and height; without a canvas, for which the frame would be copied."""
        self.canv, canvas = None, self.canv
        try:
            width, height = super().wrap(aW, aH)
        finally:
            self.canv = canvas
        return width, height


def _flat(parts: Sequence[Flowable]) -> Iterator[Flowable]:
    """Tell parts that stay together apart: one within another asks for a whole page."""
    for part in parts:
        if isinstance(part, Together):
            yield from part.parts
        else:
            yield part


def gap(millimetres: float) -> Spacer:
    """Return empty room."""
    return Spacer(0, millimetres * MM)


def title(words: str, under: str = "") -> list[Flowable]:
    """Return the title of the paper, with an optional line below."""
    story: list[Flowable] = [
        para(plain(words), style(measures.TITLE, "centre", bold=True, lead=1.25))
    ]
    if under:
        story.append(para(plain(under), style(measures.BODY, "centre", before=2)))
    return [*story, gap(4.5)]


def heading(words: str, note: str = "", *, before: float = 9) -> Flowable:
    """Return a heading; `note` stands small behind it."""
    text = (
        join(strong(words), sized(plain(note), measures.NOTE), by="  ") if note else strong(words)
    )
    return fixed(text, style(11.0, lead=1.35, before=before, after=3.5))


def section(
    words: str,
    *body: Flowable,
    note: str = "",
    before: float = 9,
    whole: float = 62 * MM,
) -> list[Flowable]:
    """Return a heading and what follows: a body up to `whole` points high is not torn apart.

    No higher one begins where fewer than about three rows would fit.
    """
    first, *rest = body
    head = heading(words, note, before=before)
    _, height = first.wrap(measures.WIDTH, measures.PORTRAIT[1])
    if height <= whole:
        return [Together([head, first]), *rest]
    return [CondPageBreak(min(whole, _ENOUGH_TO_BEGIN)), head, first, *rest]


def sentence(text: Markup, *, before: float = 0, after: float = 3) -> Flowable:
    """Return a paragraph of body text."""
    return para(text, style(measures.BODY, lead=1.55, before=before, after=after))


def bullets(texts: Sequence[Markup], *, size: float = measures.BODY, sign: str = "·") -> Flowable:
    """Return a list of points with hanging signs."""
    body = [[fixed(plain(sign), style(size)), para(text, style(size, lead=1.45))] for text in texts]
    commands = [("VALIGN", (0, 0), (-1, -1), "TOP"), *padding(0.8, 0)]
    return grid(body, [3.6 * MM, None], commands, stands="LEFT", listed=True)


def box(
    inner: Sequence[Flowable],
    width: float,
    *,
    weight: float = measures.GROUP,
    pad: float = 3 * MM,
) -> Table:
    """Return a framed box."""
    commands: list[Command] = [
        ("BOX", (0, 0), (-1, -1), weight, measures.INK),
        *padding(pad * 0.7, pad, low=pad * 0.8),
    ]
    return grid([[list(inner)]], [width], commands)


def banner(word: str, explanation: Sequence[Markup], width: float, *, solid: bool) -> Table:
    """Return the state banner. Solid black with white words needs attention, framed does not."""
    word_style = style(15.0, "centre", bold=True, lead=1.2)
    words = Markup(f'<font color="#ffffff">{plain(word)}</font>') if solid else plain(word)
    said = [sentence(text, after=0) for text in explanation]
    commands: list[Command] = [
        *padding(6, 3.2 * MM, low=7),
        ("BOX", (0, 0), (-1, -1), measures.EDGE, measures.INK),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LINEAFTER", (0, 0), (0, 0), measures.EDGE, measures.INK),
    ]
    if solid:
        commands.append(("BACKGROUND", (0, 0), (0, 0), measures.INK))
    return grid([[para(words, word_style), said]], [38 * MM, width - 38 * MM], commands)


def addressee(to: Addressee) -> list[Flowable]:
    """Return to whom the paper goes: address small, below it name and 귀하 large.

    Without a name there is a rule to write it on.
    """
    code = f"({to.post_code})" if to.post_code else ""
    where = " ".join(part for part in (code, to.address) if part)
    name = join(strong(to.name.strip() or TO_WRITE_ON), sized(plain("귀하"), 10.5), by="  ")
    story = [para(plain(where), style(lead=1.4, after=1.5))] if where else []
    story.append(para(name, style(13.0, lead=1.35)))
    if to.role:
        story.append(para(plain(to.role), style(lead=1.4)))
    return [*story, gap(3)]


def office_lines(office: Office) -> Markup:
    """Return who to ask: the officer with telephone and address of the office."""
    who = " ".join(part for part in (office.officer_position, office.officer_name) if part)
    first = [f"개인정보 보호책임자 {who}"] if who else []
    first += [part for part in (office.officer_phone or office.phone, office.officer_email) if part]
    second = [
        part
        for part in (office.address, f"전화\u00a0{office.phone}" if office.phone else "")
        if part
    ]
    if office.fax:
        second.append(f"팩스\u00a0{office.fax}")
    return lines(*map(plain, _filled(first)), *map(plain, _filled(second)))


def _filled(parts: Sequence[str]) -> list[str]:
    """Put so many parts on a line as fit the width of a page: none ends with the dot between."""
    fonts.load()
    found: list[str] = []
    room = measures.PORTRAIT[0] - 2 * measures.SIDE
    for part in parts:
        longer = f"{found[-1]}  ·  {part}" if found else part
        if found and stringWidth(fonts.clean(longer), fonts.REGULAR, measures.BODY) <= room:
            found[-1] = longer
        else:
            found.append(part)
    return found


def strip(steps: Sequence[str], width: float, now: int | None = None) -> Table:
    """Return the procedure strip; `now` is the step in hand (counted from 0)."""
    cells: list[object] = []
    widths: list[float] = []
    arrow = 5 * MM
    room = (width - arrow * (len(steps) - 1)) / len(steps)
    commands: list[Command] = [
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        *padding(3, 1, low=4),
    ]
    for number, step in enumerate(steps):
        if number:
            cells.append(fixed(plain("▸"), style(9, "centre")))
            widths.append(arrow)
        column = len(cells)
        words = strong(step) if number == now else plain(step)
        cells.append(fixed(words, style(measures.BODY, "centre", lead=1.25)))
        widths.append(room)
        weight = measures.EDGE if number == now else measures.INNER
        commands.append(("BOX", (column, 0), (column, 0), weight, measures.LINE))
        if number == now:
            commands.append(("BACKGROUND", (column, 0), (column, 0), measures.LABEL))
    return grid([cells], widths, commands)
