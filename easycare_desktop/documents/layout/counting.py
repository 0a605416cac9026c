"""Laying a paper out without drawing it, to learn how many pages it fills."""

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable
from typing_extensions import override


class Counting(Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas that pages are counted on; nothing is drawn and nothing is written."""

    @override
    def save(self) -> None:
        """Write nothing."""


class Inked(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A part of a paper that draws on every canvas but one that only counts."""

    @override
    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:
        """Draw at a place."""
        if not isinstance(canvas, Counting):
            super().drawOn(canvas, x, y, _sW)
