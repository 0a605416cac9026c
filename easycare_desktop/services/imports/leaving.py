"""By what a row tells that somebody has left: a day that has come, or a word of its status."""

from collections.abc import Sequence
from datetime import date

from easycare_desktop.domain import known_ends
from easycare_desktop.domain.importing import FieldRef, Gone, Layout, Special
from easycare_desktop.domain.list_words import ListWords
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.exchange.incoming.terms import plain
from easycare_desktop.services.imports.against import Status
from easycare_desktop.services.imports.plan import Plan
from easycare_desktop.services.imports.rows import Read, Shape

_LAST_SERVICE = FieldRef(PersonKind.RECIPIENT, "care_contract", "last_service_on")


class LeftTold:
    """Reads the status and the last days of rows of one list."""

    def __init__(self, layout: Layout, words: ListWords, today: date) -> None:
        self._status, self._today = Status(words), today.isoformat()
        meanings = layout.meanings
        self._place = meanings.index(Special.STATUS) if Special.STATUS in meanings else -1
        self._refs = [
            FieldRef(kind, group, field)
            for kind, group, field, _ in known_ends.TOLD_BY
            if kind is words.kind
        ]
        self._refs += [_LAST_SERVICE] if _tells_end(layout, words) else []

    def status(self, cells: Sequence[str]) -> str:
        """Return what stands in the column of the status."""
        return cells[self._place].strip() if self._place >= 0 else ""

    def places(self, shape: Shape) -> tuple[int, ...]:
        """Return where rows of a shape hold the days that tell it."""
        return tuple(map(shape.place, self._refs))

    def told(self, status: str, plan: Plan, read: Read) -> Gone | None:
        """Return what tells that somebody has left.

        A last day of service tells it only under a heading of the end, and where the status does
        not speak against it: elsewhere it is the day on which somebody came last.
        """
        if status and self._status.has_left(status):
            return Gone(None, status)
        for ref, place in zip(self._refs, plan.left, strict=True):
            day = str(read.values[place])
            if day and day <= self._today and not (status and ref == _LAST_SERVICE):
                return Gone(ref, day)
        return None


def _tells_end(layout: Layout, words: ListWords) -> bool:
    ends = tuple(map(plain, words.end_days))
    return any(
        meaning == _LAST_SERVICE and plain(title).endswith(ends)
        for title, meaning in zip(layout.titles, layout.meanings, strict=True)
    )
