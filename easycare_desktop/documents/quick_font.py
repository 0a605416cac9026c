"""A TrueType font that measures text as reportlab does, a few times quicker."""

from collections.abc import Mapping

from reportlab.pdfbase.ttfonts import TTFont
from typing_extensions import override


class _Widths(dict[str, float]):
    """Width of each sign in thousandths of the size; what the font lacks is as wide as its box."""

    def __init__(self, known: Mapping[int, float], unknown: float) -> None:
        super().__init__((chr(code), width) for code, width in known.items())
        self._unknown = unknown

    def __missing__(self, sign: str) -> float:
        return self._unknown


class QuickFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """The same font, and the same widths."""

    def __init__(self, name: str, file: str) -> None:
        super().__init__(name, file)
        self._widths = _Widths(self.face.charWidths, self.face.defaultWidth)

    @override
    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:
        """Return the width of a text in points."""
        return 0.001 * size * sum(map(self._widths.__getitem__, text))
