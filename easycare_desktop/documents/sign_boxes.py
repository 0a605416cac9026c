"""Where the boxes to sign in lie on a finished paper, told beside its bytes."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True, slots=True)
class SignBox:
    """A box to sign in: page counted from 1, lower left corner and size in points.

    Of the boxes that are `due` one at least has to be signed.
    """

    page: int
    left: float
    low: float
    width: float
    height: float
    due: bool = True


_boxes: ContextVar[list[SignBox] | None] = ContextVar("sign_boxes", default=None)


@contextmanager
def boxes_kept() -> Iterator[list[SignBox]]:
    """Keep the boxes that are drawn meanwhile."""
    kept: list[SignBox] = []
    token = _boxes.set(kept)
    try:
        yield kept
    finally:
        _boxes.reset(token)


def keep_all(boxes: list[SignBox]) -> None:
    """Hand boxes on to whoever keeps them now."""
    kept = _boxes.get()
    if kept is not None:
        kept.extend(boxes)


def keep_box(
    canvas: "Canvas", left: float, low: float, width: float, height: float, *, due: bool
) -> None:
    """Tell of a box that is being drawn on `canvas`, in its present coordinates."""
    x, y = canvas.absolutePosition(left, low)
    keep_all([SignBox(canvas.getPageNumber(), x, y, width, height, due)])
