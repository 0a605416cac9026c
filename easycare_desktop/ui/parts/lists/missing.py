"""Who is in use and not in a list, and whether the list can be believed to be whole."""

from dataclasses import dataclass

from easycare_desktop.services.person_lines import PersonLine


@dataclass(frozen=True, slots=True)
class Missing:
    """`left`: ids of those who have left by the list itself; `doubtful`: most are not in it."""

    lines: tuple[PersonLine, ...] = ()
    left: frozenset[int] = frozenset()
    doubtful: bool = False

    @property
    def said(self) -> tuple[PersonLine, ...]:
        """Those of whom the list itself says that they have left."""
        return tuple(line for line in self.lines if line.id in self.left)
