"""The one flowable of our own: a piece of given size that a function paints."""

import io
from collections.abc import Callable
from dataclasses import dataclass

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from easycare_desktop.documents.layout.counting import Inked


class Drawn(Inked):
    """Room on the paper that `paint` fills; its origin is the lower left corner.

    `words`: what is painted, for whoever reads it otherwise.
    """

    def __init__(
        self, width: float, height: float, paint: Callable[[Canvas], None], words: str = ""
    ) -> None:
        super().__init__()
        self.words = words
        self.width = width
        self.height = height
        self._paint = paint

    def wrap(self, *_: float) -> tuple[float, float]:
        """Return the size, whatever room there is."""
        return self.width, self.height

    def draw(self) -> None:
        """Paint."""
        self.canv.saveState()
        self._paint(self.canv)
        self.canv.restoreState()


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in points."""

    left: float
    low: float
    width: float
    height: float


def draw_picture(canvas: Canvas, png: bytes, area: Area) -> None:
    """Draw a PNG with its alpha into the area, keeping its proportions."""
    canvas.drawImage(
        ImageReader(io.BytesIO(png)),
        area.left,
        area.low,
        area.width,
        area.height,
        mask="auto",
        preserveAspectRatio=True,
        anchor="c",
    )
