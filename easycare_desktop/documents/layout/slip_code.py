"""The code of a form that comes back, twice on each page: at the head right, at the foot left."""

from collections.abc import Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from easycare_desktop.documents.layout import measures
from easycare_desktop.documents.slip_place import SLIP_SIZE, slip_corner
from easycare_desktop.domain.return_codes import Place, ReturnCode, Slip


def draw_slip(
    canvas: Canvas, slip: Slip, size: tuple[float, float], side: float, page: int, pages: int
) -> None:
    """Draw both codes of a page."""
    canvas.saveState()
    canvas.setFillColor(measures.INK)
    for place in Place:
        left, low = slip_corner(place, size, side)
        rows = modules_of(ReturnCode(slip, page, pages, place).text())
        paint_modules(canvas, rows, left, low, SLIP_SIZE)
    canvas.restoreState()


def paint_modules(
    canvas: Canvas, rows: Sequence[Sequence[bool]], left: float, low: float, size: float
) -> None:
    """Paint the dark modules as one path; (left, low) is the lower left corner."""
    module = size / len(rows)
    canvas.saveState()
    canvas.transform(module, 0, 0, module, left, low)
    path = canvas.beginPath()
    for row, line in enumerate(rows):
        high = len(rows) - row - 1
        for start, length in _runs(line):
            path._code_append(f"{start} {high} {length} 1 re")  # noqa: SLF001 - whole numbers
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()


@lru_cache(maxsize=8)
def modules_of(text: str) -> list[list[bool]]:
    """Return the dark modules, row by row; error correction M."""
    library: Any = import_module("zxingcpp")
    code = library.create_barcode(text, library.QRCode, ec_level="M")
    picture = code.to_image(scale=1, add_quiet_zones=False)
    wide = picture.shape[1]
    raw = bytes(memoryview(picture).cast("B"))
    return [[dot == 0 for dot in raw[start : start + wide]] for start in range(0, len(raw), wide)]


def _runs(line: Sequence[bool]) -> list[tuple[int, int]]:
    """Return begin and length of every run of dark modules."""
    found: list[tuple[int, int]] = []
    start = None
    for place, dark in enumerate([*line, False]):
        if dark and start is None:
            start = place
        elif not dark and start is not None:
            found.append((start, place - start))
            start = None
    return found
