"""What one cell shows. Tables give such values; the delegate draws them."""

from dataclasses import dataclass
from typing import Literal

CellTone = Literal["", "late", "warn", "info", "ok", "stay", "go", "danger"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A chip at the end of a cell, or alone in it."""

    word: str
    tone: CellTone = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A period: the share that has passed (0 to 1), its words, and whether its last day is over."""

    passed: float
    words: str
    over: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """First line, second line (muted), chip, clock or icon.

    `matched` are the (start, length) pieces of `text` that a search found; `icon` is
    (icon name, colour token); `right` aligns dates and amounts that end a row.
    """

    text: str = ""
    second: str = ""
    strong: bool = False
    mark: Mark | None = None
    clock: Span | None = None
    icon: tuple[str, str] | None = None
    matched: tuple[tuple[int, int], ...] = ()
    right: bool = False

    @property
    def two_lines(self) -> bool:
        """Whether the cell needs a high row."""
        return bool(self.second) or self.clock is not None

    def spoken(self) -> str:
        """Return all words of the cell, for tool tips and screen readers."""
        words = (
            self.text,
            self.second,
            self.clock.words if self.clock else "",
            self.mark.word if self.mark else "",
        )
        return ", ".join(word for word in words if word)
