"""What a person chooses about the look: colour scheme and text size."""

from dataclasses import dataclass, replace

from easycare_desktop.system.settings import LARGEST_TEXT, SMALLEST_TEXT, Scheme

STEPS = (SMALLEST_TEXT, 125, 150, 175, LARGEST_TEXT)
__all__ = ["STEPS", "Look", "Scheme"]


@dataclass(frozen=True, slots=True)
class Look:
    """Colour scheme and text size in per cent (100 to 200)."""

    scheme: Scheme = Scheme.LIGHT
    percent: int = 100

    def __post_init__(self) -> None:
        if not STEPS[0] <= self.percent <= STEPS[-1]:
            raise ValueError(f"text size {self.percent} is outside {STEPS[0]} to {STEPS[-1]}")

    @property
    def scale(self) -> float:
        """The factor for everything that grows with the text."""
        return self.percent / 100

    def larger(self) -> "Look":
        """Return the next larger text size, or the same at the end."""
        return replace(self, percent=next((s for s in STEPS if s > self.percent), STEPS[-1]))

    def smaller(self) -> "Look":
        """Return the next smaller text size, or the same at the end."""
        return replace(self, percent=next((s for s in STEPS[::-1] if s < self.percent), STEPS[0]))
