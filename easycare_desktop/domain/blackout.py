"""Black boxes over a page: where they lie, and how they are moved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_LEAST = 0.004


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a page in shares of its width and height, from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def between(cls, first: tuple[float, float], second: tuple[float, float]) -> "Box":
        """Return the box with these two corners, kept on the page."""
        (left, right), (top, bottom) = (sorted(pair) for pair in zip(first, second, strict=True))
        return cls(_kept(left), _kept(top), _kept(right), _kept(bottom))

    @property
    def is_seen(self) -> bool:
        """Tell whether it covers anything."""
        return self.right - self.left > _LEAST and self.bottom - self.top > _LEAST

    def holds(self, across: float, down: float) -> bool:
        """Tell whether a point lies in it."""
        return self.left <= across <= self.right and self.top <= down <= self.bottom

    def moved(self, across: float, down: float) -> "Box":
        """Return it moved, as far as the page reaches."""
        across = min(max(across, -self.left), 1 - self.right)
        down = min(max(down, -self.top), 1 - self.bottom)
        return Box(self.left + across, self.top + down, self.right + across, self.bottom + down)

    def grown(self, across: float, down: float) -> "Box":
        """Return it larger or smaller at its lower right corner."""
        right = min(1.0, max(self.right + across, self.left + 2 * _LEAST))
        bottom = min(1.0, max(self.bottom + down, self.top + 2 * _LEAST))
        return Box(self.left, self.top, right, bottom)


Boxes = Mapping[int, Sequence[Box]]
"""By page, counted from 0."""


def _kept(share: float) -> float:
    return min(1.0, max(0.0, share))
