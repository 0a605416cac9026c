"""Ledgers: landscape or upright, many rows, repeated heads, approval box, head of the chain."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from easycare_desktop.documents.layout.grid import grid, padding
from easycare_desktop.documents.layout.measures import MM, TITLE
from easycare_desktop.documents.layout.parts import bullets, gap
from easycare_desktop.documents.layout.signatures import approval_box
from easycare_desktop.documents.layout.tables import Head, list_table
from easycare_desktop.documents.layout.text import Markup, join, lines, para, plain, strong, style
from easycare_desktop.documents.values import PLAIN_LOOK, ApprovalNames, Look

SIZE = 10.0


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a ledger shows: rows are markup cells, one for each head."""

    title: str
    facts: tuple[tuple[str, str], ...]
    heads: tuple[Head, ...]
    rows: Sequence[Sequence[Markup]]
    empty: str
    notes: tuple[str, ...] = ()
    approval: ApprovalNames | None = None
    look: Look = PLAIN_LOOK
    size: float = SIZE


def ledger_story(ledger: Ledger, width: float) -> list[Flowable]:
    """Return the parts of a ledger."""
    head = [
        para(plain(ledger.title), style(TITLE, bold=True, lead=1.3)),
        gap(1.5),
        para(lines(*[join(plain(label), strong(text), by="  ") for label, text in ledger.facts])),
    ]
    story: list[Flowable] = []
    if ledger.approval is None:
        story += head
    else:
        box_width = 68 * MM
        cells = [[head, approval_box(ledger.approval, ledger.look)]]
        commands = [("VALIGN", (0, 0), (-1, -1), "TOP"), *padding(0, 0)]
        story.append(grid(cells, [width - box_width, box_width], commands))
    story.append(gap(3))
    notes = bullets([plain(note) for note in ledger.notes], size=SIZE) if ledger.notes else None
    story.append(
        list_table(
            ledger.heads,
            ledger.rows,
            width,
            size=ledger.size,
            pad=2.8,
            sideways=1.2 * MM,
            empty=plain(ledger.empty),
            below=notes,
        )
    )
    return story
