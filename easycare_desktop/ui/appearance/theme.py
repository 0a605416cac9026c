"""One appearance, ready to draw with: tokens at one scheme and one text size."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QFontMetrics

from easycare_desktop.ui.appearance.look import Look, Scheme
from easycare_desktop.ui.appearance.tokens import Tokens

FAMILY = "Pretendard GOV"


@lru_cache(maxsize=256)
def _colour(code: str) -> QColor:
    return QColor(code)


@lru_cache(maxsize=128)
def _font(pixels: int, weight: int) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    return font


@lru_cache(maxsize=128)
def _metrics(pixels: int, weight: int) -> QFontMetrics:
    return QFontMetrics(_font(pixels, weight))


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """Colours, fonts and measures of one look. Colours, fonts and metrics must not be changed."""

    tokens: Tokens
    look: Look

    @property
    def scale(self) -> float:
        """1.0 at 100 %."""
        return self.look.scale

    @property
    def border(self) -> int:
        """Width of a border in px."""
        return 2 if self.look.scheme is Scheme.CONTRAST else 1

    @property
    def roomy(self) -> bool:
        """Whether two columns and one-line rows fit: below 125 %."""
        return self.look.percent < 125

    @property
    def huge(self) -> bool:
        """Whether notes beside titles go and forms have one column: from 175 %."""
        return self.look.percent >= 175

    def code(self, name: str) -> str:
        """Return the colour `name` as #RRGGBB."""
        return self.tokens.colours[self.look.scheme][name]

    def colour(self, name: str) -> QColor:
        """Return the colour `name`."""
        return _colour(self.code(name))

    def type(self, name: str) -> int:
        """Return the type size `name` in px."""
        return round(self.tokens.type[name] * self.scale)

    def size(self, name: str) -> int:
        """Return the height `name` in px."""
        return self.tokens.size[name].at(self.scale)

    def px(self, at_100: float) -> int:
        """Return a measure that grows with the text."""
        return round(at_100 * self.scale)

    def radius(self, name: str) -> int:
        """Return the corner radius `name` in px."""
        return self.tokens.radius[name]

    def font(self, name: str = "body", weight: str = "regular") -> QFont:
        """Return the font of a type size and a weight."""
        return _font(self.type(name), self.tokens.weight[weight])

    def metrics(self, name: str = "body", weight: str = "regular") -> QFontMetrics:
        """Return the metrics of `font(name, weight)`."""
        return _metrics(self.type(name), self.tokens.weight[weight])
