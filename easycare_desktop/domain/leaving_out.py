"""Single fields of a row that is otherwise taken are left as they are stored."""

from collections.abc import Collection

from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.domain.importing import FieldRef, GroupChange, ImportRow, RowState
from easycare_desktop.domain.validation import missing_or_unordered


def choosable(row: ImportRow) -> tuple[FieldRef, ...]:
    """Return the fields that a row corrects: each can be left out by itself."""
    return tuple(
        FieldRef(change.kind, change.group, name)
        for change in row.changes
        if change.holding_id
        for name in change.before
    )


def without(row: ImportRow, fields: Collection[FieldRef], catalogue: Catalogue) -> ImportRow:
    """Return the row as it is when these corrections are left out.

    Raises the `InputRefusal` of a field that does not go with what is stored then.
    """
    if not fields:
        return row
    changes = [_without(change, fields, catalogue) for change in row.changes]
    if all(mine is old for mine, old in zip(changes, row.changes, strict=True)):
        return row
    left = tuple([each for each in changes if each is not None])
    state = row.state if left or row.ties else RowState.SAME
    return row._replace(changes=left, state=state)


def _without(
    change: GroupChange, fields: Collection[FieldRef], catalogue: Catalogue
) -> GroupChange | None:
    out = {
        name: old
        for name, old in change.before.items()
        if change.holding_id and FieldRef(change.kind, change.group, name) in fields
    }
    if not out:
        return change
    before = {name: old for name, old in change.before.items() if name not in out}
    if not before:
        return None
    values = {name: value for name, value in {**change.values, **out}.items() if value}
    group = catalogue.group(change.group, change.kind)
    for field, refusal in missing_or_unordered(group, values).items():
        refusal.field = field
        raise refusal
    return change._replace(values=values, before=before)
