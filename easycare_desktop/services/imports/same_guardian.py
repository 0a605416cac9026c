"""A guardian who gets a new number in one row is also who comes with it in another row.

Neither the rows before nor what is stored tell that: the number is new, and the tie is to somebody
else. So it is looked for once all rows are read, and again once it is decided whom they are about.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from easycare_desktop.domain.hangul import plain_name
from easycare_desktop.domain.importing import FieldRef, GroupChange, ImportRow, RowState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.imports.row_work import IDENTITY

_MOBILE = "mobile"
Mark = tuple[str, str]
"""The name of a guardian, however it is spaced, and the telephone number."""


class _Moved(NamedTuple):
    """Somebody in use whose number a row changes."""

    guardian_id: int
    change: GroupChange
    line: int


def guardian_mark(change: GroupChange | None) -> Mark | None:
    """Return by what a guardian is known in other rows; nothing where the number is missing."""
    if change is None:
        return None
    name, phone = change.values.get("name", ""), change.values.get(_MOBILE, "")
    return (plain_name(name), phone) if name and phone else None


def guardian_identity(row: ImportRow) -> GroupChange | None:
    """Return what a row writes down of the name and the numbers of a guardian."""
    theirs = row.changes_of(PersonKind.GUARDIAN)
    return next((each for each in theirs if each.group == IDENTITY), None)


def united(rows: Iterable[ImportRow]) -> list[ImportRow]:
    """Return the rows with one guardian instead of one in use and one who seems new."""
    known = list(rows)
    moved: dict[Mark, _Moved] = {}
    for row in known:
        change = guardian_identity(row) if row.guardian_id else None
        mark = guardian_mark(change)
        if change is not None and mark is not None and _MOBILE in change.before:
            moved.setdefault(mark, _Moved(row.guardian_id, change, row.line))
    return [_united(row, moved) for row in known] if moved else known


def _united(row: ImportRow, moved: Mapping[Mark, _Moved]) -> ImportRow:
    if row.as_known is not None:
        row = row._replace(as_known=_united(row.as_known, moved))
    change = None if row.guardian_id else guardian_identity(row)
    mark = guardian_mark(change)
    found = moved.get(mark) if mark is not None else None
    if change is None or found is None:
        return row
    differs = _differs(change, found, row)
    corrected = _corrected(change, found, {ref.field for ref in (*row.assumed, *differs)})
    others = [each for each in row.changes if each is not change]
    return row._replace(
        guardian_id=found.guardian_id,
        ties=True,
        changes=(*others, *([corrected] if corrected.before else [])),
        differs=tuple(differs.items()),
        assumed=(),
        state=RowState.CHANGED if row.person_id else row.state,
    )


def _differs(change: GroupChange, found: _Moved, row: ImportRow) -> dict[FieldRef, int]:
    """Return what other rows say otherwise of the guardian, each by its line."""
    other = {
        FieldRef(change.kind, change.group, name): found.line
        for name, text in change.values.items()
        if name in found.change.before and found.change.values[name] != text
    }
    return other | dict(row.differs)


def _corrected(change: GroupChange, found: _Moved, kept: Collection[str]) -> GroupChange:
    """Return what a row says of somebody new as a correction of who is in use."""
    stored = {**found.change.values, **found.change.before}
    said = {name: text for name, text in change.values.items() if name not in kept}
    before = {name: stored.get(name, "") for name in said if said[name] != stored.get(name, "")}
    values = {name: text for name, text in {**stored, **said}.items() if text}
    return found.change._replace(values=values, before=before)
