"""Writes the parts of a paper as HWPX: paragraphs and tables that an office can change."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC
from importlib import import_module
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.platypus import Flowable, Spacer

from easycare_desktop.documents import fonts
from easycare_desktop.documents.editable.cells import CellLook, covered_in, looks_of, merged
from easycare_desktop.documents.layout import measures
from easycare_desktop.documents.layout.drawn import Drawn
from easycare_desktop.documents.layout.grid import Grid
from easycare_desktop.documents.layout.page import PRODUCT, Sheet
from easycare_desktop.documents.layout.paragraphs import Words
from easycare_desktop.documents.layout.parts import Together

MARK = "고쳐 쓰는 사본 · 코드 없음"
_FONT = "맑은 고딕"
_UNITS = 100  # of a point
_LINE = {"border_color": "#3C3C3C", "border_width": "0.12 mm"}
_ALIGN = {TA_CENTER: "CENTER", TA_RIGHT: "RIGHT"}
_HANGING = 3.6
_RATIO = 93  # percent: as wide as the letters of the papers


@dataclass(frozen=True, slots=True)
class _Format:
    """How a paragraph stands; sizes in points, `hang` in millimetres."""

    align: str = "LEFT"
    leading: int = 145
    before: float = 0
    after: float = 0
    hang: float = 0


@dataclass(frozen=True, slots=True)
class _Run:
    text: str
    bold: bool = False
    size: float = measures.BODY
    colour: str = "#000000"


class _Writer:
    """One document; `_gap` is the empty room in points before what comes next."""

    def __init__(self, sheet: Sheet) -> None:
        library: Any = import_module("hwpx")
        self.document = library.HwpxDocument.new()
        self._sheet, self._gap = sheet, 0.0
        self._formats: dict[_Format, str] = {}
        self._kinds: dict[_Run, str] = {}
        self._first = True

    def add(self, part: Flowable) -> None:
        """Write one part below what is there."""
        if isinstance(part, Spacer):
            self._gap += part.height
        elif isinstance(part, Together):
            for each in part.parts:
                self.add(each)
        elif isinstance(part, Grid) and part.listed:
            for row in part.cells:
                self._write(self._paragraph(), *_point(row))
        elif isinstance(part, Grid):
            anchor = self._paragraph()
            self._dress(anchor, _Format(before=self._take_gap()))
            self._table(anchor, part, part.hAlign)
        elif isinstance(part, Words | Drawn):
            self._write(self._paragraph(), *_read(part))

    def _paragraph(self) -> Any:  # noqa: ANN401 - the library's own objects
        first, self._first = self._first, False
        if first:
            return self.document.paragraphs[0]
        return self.document.add_paragraph("", inherit_style=False)

    def _take_gap(self) -> float:
        gap, self._gap = self._gap, 0.0
        return gap

    def _write(self, paragraph: Any, how: _Format, runs: Sequence[_Run]) -> None:  # noqa: ANN401
        before = how.before + self._take_gap()
        for run in runs:
            paragraph.add_run(run.text, char_pr_id_ref=self._letters(run))
        self._dress(paragraph, _Format(how.align, how.leading, before, how.after, how.hang))

    def _letters(self, run: _Run) -> str:
        kind = replace(run, text="")
        if kind not in self._kinds:
            self._kinds[kind] = self.document.styles.ensure_run(
                bold=run.bold, size=run.size, color=run.colour, font=_FONT, ratio=_RATIO
            )
        return self._kinds[kind]

    def _dress(self, paragraph: Any, how: _Format) -> None:  # noqa: ANN401
        if how in self._formats:
            paragraph.para_pr_id_ref = self._formats[how]
            return
        self.document.styles.apply_paragraph_format(
            paragraphs=[paragraph],
            alignment=how.align,
            line_spacing_percent=how.leading,
            spacing_before_pt=how.before,
            spacing_after_pt=how.after,
            indent_left_mm=how.hang,
            first_line_indent_mm=-how.hang,
        )
        self._formats[how] = paragraph.para_pr_id_ref

    def _table(self, holder: Any, grid: Grid, stands: str) -> None:  # noqa: ANN401
        widths = [float(each or 0) for each in grid.widths]
        heights = grid.row_heights()
        size = {"width": round(sum(widths) * _UNITS), "height": round(sum(heights) * _UNITS)}
        table = holder.add_table(len(grid.cells), len(widths), **size)
        table.set_column_widths(widths)
        if stands == "RIGHT":
            self._dress(holder, _Format("RIGHT", before=0))
        blocks = {each[:2]: each[2] for each in merged(grid)}
        covered = covered_in(grid)
        for top, left, low, right in merged(grid):
            table.merge_cells(top, left, low, right)
        for (row, column), look in looks_of(grid).items():
            if (row, column) in covered:
                continue
            cell = self._cell(table, row, column, look, grid.cells[row][column])
            low = blocks.get((row, column), row)
            cell.set_size(height=round(sum(heights[row : low + 1]) * _UNITS))

    def _cell(self, table: Any, row: int, column: int, look: CellLook, content: object) -> Any:  # noqa: ANN401
        parts = content if isinstance(content, list | tuple) else [content]
        if any(isinstance(each, Drawn) for each in parts):
            look.sides.add("BOTTOM")
        fill = self.document.styles.ensure_border_fill(
            **_LINE, fill_color=look.fill or None, active_borders=sorted(look.sides)
        )
        table.set_cell_border_fill(row, column, fill)
        cell = table.cell(row, column)
        cell.set_margins(**{side.lower(): round(pad * _UNITS) for side, pad in look.pads.items()})
        free = cell.paragraphs[0]
        for each in _leaves(parts):
            target, free = free or cell.add_paragraph(""), None
            if isinstance(each, Grid) and not each.listed:
                self._table(target, each, "LEFT")
            elif isinstance(each, Grid):
                for point in each.cells:
                    self._write(target or cell.add_paragraph(""), *_point(point))
                    target = None
            else:
                self._write(target, *_read(each))
        return cell

    def finish(self, title: str) -> bytes:
        """Return the file, with its margins, its head and its foot."""
        sheet, facts, page = self._sheet, self._sheet.facts, self.document.page
        side, edge = round(measures.SIDE * _UNITS), round(12 * measures.MM * _UNITS)
        page.set_margins(left=side, right=side, top=edge, bottom=edge, header=edge, footer=edge)
        small = {"size": 8, "color": "#555555", "font": _FONT}
        page.set_header(
            content=[{"align": "RIGHT", "runs": [{"text": MARK, "bold": True, **small, "size": 9}]}]
        )
        made = f"{facts.printed_at:%Y-%m-%d %H:%M:%S}"
        told = f"{sheet.office.name}  ·  문서번호 {facts.number}  ·  출력일시 {made}"
        more = f"출력자 {facts.printed_by}  ·  용도 {facts.purpose}  ·  "
        page.set_footer(
            content=[
                {"align": "LEFT", "runs": [{"text": told, **small}]},
                {
                    "align": "LEFT",
                    "children": [
                        {"text": more, **small},
                        {"page_number": "page/total", "position": "NONE"},
                    ],
                },
            ]
        )
        self.document.parts.set_document_metadata(
            title=title,
            creator=sheet.office.name,
            subject=facts.number,
            keyword=PRODUCT,
            created_date=f"{facts.printed_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        )
        return bytes(self.document.to_bytes())


def write(sheet: Sheet, story: Sequence[Flowable]) -> bytes:
    """Return the parts as HWPX."""
    writer = _Writer(sheet)
    for part in story:
        writer.add(part)
    return writer.finish(f"{sheet.title} ({MARK})")


def _leaves(parts: Sequence[object]) -> Iterator[Flowable]:
    for part in parts:
        if isinstance(part, Together):
            yield from part.parts
        elif isinstance(part, Words | Drawn | Grid):
            yield part
        elif isinstance(part, list | tuple):
            yield from _leaves(part)


def _point(row: Sequence[object]) -> tuple[_Format, list[_Run]]:
    """Return a point of a list as one paragraph: its sign, and the words behind."""
    sign, words = (each for each in row if isinstance(each, Words))
    how, runs = _read(words)
    (first,) = _read(sign)[1]
    lead = _Run(f"{first.text} ", size=first.size)
    return _Format(how.align, how.leading, 1.0, 1.0, _HANGING), [lead, *runs]


def _read(part: Flowable) -> tuple[_Format, list[_Run]]:
    if isinstance(part, Drawn):
        size = 14.0 if part.height > 12 * measures.MM else measures.BODY
        bold = size > measures.BODY
        return _Format("CENTER" if bold else "RIGHT"), [_Run(part.words, bold=bold, size=size)]
    style = part.style
    how = _Format(
        _ALIGN.get(style.alignment, "LEFT"),
        round(style.leading / style.fontSize * 100),
        float(style.spaceBefore),
        float(style.spaceAfter),
    )
    return how, [_run(each) for each in part.pieces]


def _run(frag: Any) -> _Run:  # noqa: ANN401 - reportlab has no types
    text = "\n" if getattr(frag, "lineBreak", False) else str(frag.text)
    return _Run(
        text,
        bold=frag.fontName == fonts.BOLD,
        size=float(frag.fontSize),
        colour=f"#{frag.textColor.hexval()[2:8]}",
    )
