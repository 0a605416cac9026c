"""A TrueType font that measures text and writes its widths as reportlab does, much quicker."""

from collections.abc import Callable, Mapping

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.ttfonts import TTFont
from typing_extensions import override


class _Widths(dict[str, float]):
    """Width of each sign in thousandths of the size; what the font lacks is as wide as its box."""

    def __init__(self, known: Mapping[int, float], unknown: float) -> None:
        super().__init__((chr(code), width) for code, width in known.items())
        self._unknown = unknown

    def __missing__(self, sign: str) -> float:
        return self._unknown


class _Written(dict[int, bytes]):
    """Width of each code as it stands in the file: every paper writes hundreds of them."""

    def __init__(self, width_of: Callable[[int], float]) -> None:
        super().__init__()
        self._width_of = width_of

    def __missing__(self, code: int) -> bytes:
        written = self[code] = bytes(fp_str(self._width_of(code)), "ascii")
        return written


class QuickFont(TTFont):  # type: ignore[misc]  # reportlab has no types
    """The same font, and the same widths."""

    def __init__(self, name: str, file: str) -> None:
        super().__init__(name, file)
        self._widths = _Widths(self.face.charWidths, self.face.defaultWidth)
        self.face.getCharWidth = _Written(self.face.getCharWidth).__getitem__

    @override
    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:
        """Return the width of a text in points."""
        return 0.001 * size * sum(map(self._widths.__getitem__, text))
