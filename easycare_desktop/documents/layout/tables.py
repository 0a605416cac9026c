"""Tables: thick at top and bottom, thin inside, no outer verticals, grey label cells."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable, Table

from easycare_desktop.documents.layout import measures
from easycare_desktop.documents.layout.grid import Command, grid, padding
from easycare_desktop.documents.layout.measures import MM
from easycare_desktop.documents.layout.text import Markup, fixed, para, plain, style, ticks

PAD = 2.2 * MM
_BELOW = 2.5 * MM
_STAY_WITH_IT, _MOST_TOGETHER = 2, 90 * MM


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and what stands beside it."""

    label: Markup
    value: Markup | Flowable


@dataclass(frozen=True, slots=True)
class Head:
    """The head of one column: its words, its share of the width, where its text stands."""

    title: str
    weight: float
    align: str = "left"

    @property
    def over(self) -> str:
        """Where the head itself stands: over numbers as they do, else in the middle."""
        return "right" if self.align == "right" else "centre"


def edges(*, first: int = 0, last: int = -1) -> list[Command]:
    """Return the line weights of the house for the given rows."""
    return [
        ("LINEABOVE", (0, first), (-1, first), measures.EDGE, measures.LINE),
        ("LINEBELOW", (0, last), (-1, last), measures.EDGE, measures.LINE),
        ("INNERGRID", (0, first), (-1, last), measures.INNER, measures.LINE),
    ]


def breathing(vertical: float, sideways: float = PAD) -> list[Command]:
    """Return the padding of a table's cells, whose text stands in the middle of its row."""
    return [
        *padding(vertical, sideways, low=vertical + 0.6),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ]


def form_grid(
    rows: Sequence[Sequence[Pair]],
    width: float,
    *,
    label_width: float = 24 * MM,
    pad: float = 4.6,
    fill: object = measures.LABEL,
    size: float = measures.BODY,
) -> Table:
    """Return a grid of labels and values; a row of fewer pairs lets its last value run on."""
    most = max(len(row) for row in rows)
    value_width = width / most - label_width
    cells: list[list[object]] = []
    commands: list[Command] = [*edges(), *breathing(pad)]
    for number, row in enumerate(rows):
        line: list[object] = []
        for pair in row:
            line += [fixed(pair.label, style(size, lead=1.3)), _shown(pair.value, size)]
        commands += [
            ("BACKGROUND", (2 * place, number), (2 * place, number), fill)
            for place in range(len(row))
        ]
        if len(row) < most:
            commands.append(("SPAN", (2 * len(row) - 1, number), (-1, number)))
        cells.append(line + [""] * (2 * most - len(line)))
    return grid(cells, [label_width, value_width] * most, commands)


def chosen(*boxes: tuple[str, bool]) -> Flowable:
    """Return tick boxes in a row as the value of a pair: words of the form alone."""
    return fixed(ticks(*boxes), style(measures.BODY, lead=1.3))


def _shown(value: Markup | Flowable, size: float, align: str = "left") -> Flowable:
    return value if isinstance(value, Flowable) else para(value, style(size, align, lead=1.3))


def list_table(
    heads: Sequence[Head],
    rows: Sequence[Sequence[Markup | Flowable]],
    width: float,
    *,
    size: float = measures.BODY,
    pad: float = 4.2,
    empty: Markup | None = None,
    sideways: float = 1.8 * MM,
    below: Flowable | None = None,
) -> Table:
    """Return a list with a repeated head; `empty` is the sentence of a list without rows.

    `below`: what follows the list, on the page of its last rows.
    """
    total = sum(head.weight for head in heads)
    body: list[list[object]] = [
        [fixed(plain(head.title), style(size, head.over, bold=True, lead=1.25)) for head in heads]
    ]
    body += [
        [_shown(cell, size, head.align) for cell, head in zip(row, heads, strict=True)]
        for row in rows
    ]
    commands: list[Command] = [
        *edges(last=-1 if below is None else -2),
        *breathing(pad, sideways),
        ("BACKGROUND", (0, 0), (-1, 0), measures.LABEL),
        ("LINEBELOW", (0, 0), (-1, 0), measures.GROUP, measures.LINE),
    ]
    if not rows and empty is not None:
        body.append([para(empty, style(size, "centre")), *[""] * (len(heads) - 1)])
        commands.append(("SPAN", (0, 1), (-1, 1)))
    widths = [width * head.weight / total for head in heads]
    if below is not None:
        commands += _apart(_staying(body[1:], widths, below, breathing(pad, sideways)))
        body.append([below, *[""] * (len(heads) - 1)])
    return grid(body, widths, commands, heads=1)


def _staying(
    rows: Sequence[Sequence[object]],
    widths: Sequence[float],
    below: Flowable,
    commands: Sequence[Command],
) -> int:
    """Return how many of the last rows stay on the page of what follows: none that are too high."""
    high, staying = below.wrap(sum(widths), _MOST_TOGETHER)[1], 0
    last = rows[-_STAY_WITH_IT:]
    for row in reversed(grid(last, widths, commands).row_heights() if last else []):
        high += row
        if high > _MOST_TOGETHER:
            break
        staying += 1
    return staying


def _apart(staying: int) -> list[Command]:
    """Return how what follows is no row of the list, but stays with rows above it."""
    return [
        ("SPAN", (0, -1), (-1, -1)),
        ("LEFTPADDING", (0, -1), (-1, -1), 0),
        ("RIGHTPADDING", (0, -1), (-1, -1), 0),
        ("TOPPADDING", (0, -1), (-1, -1), _BELOW),
        *([("NOSPLIT", (0, -1 - staying), (0, -1))] if staying else []),
    ]
