"""What a whole list would do, before anything of it is stored."""

from dataclasses import dataclass

from easycare_desktop.domain.importing import ImportRow, Layout, RowState
from easycare_desktop.domain.people import PersonKind


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What a list would do. `missing`: who is in use and not in the list, or has left by it.

    `unread`: headings of columns that are not read.
    """

    kind: PersonKind
    layout: Layout
    rows: tuple[ImportRow, ...]
    missing: tuple[int, ...]
    unread: tuple[str, ...]

    @property
    def left(self) -> frozenset[int]:
        """Ids of those who have left by the list itself."""
        return frozenset(row.person_id for row in self.rows if row.gone is not None)

    @property
    def is_short(self) -> bool:
        """Tell whether more people are missing than it has rows: it may name only some."""
        return len(set(self.missing) - self.left) > len(self.rows)

    def in_state(self, state: RowState) -> tuple[ImportRow, ...]:
        """Return the rows in one state, in order of the list."""
        return tuple(row for row in self.rows if row.state is state)
