"""Requests and changes of one person as lines."""

from collections.abc import Mapping, Sequence

from easycare_desktop.domain.catalogue import ItemField, ItemGroup
from easycare_desktop.domain.holdings import FieldChange
from easycare_desktop.domain.requests import OPEN_STATES, Request
from easycare_desktop.ui.parts.people.words import covered, hidden, shown
from easycare_desktop.ui.parts.shared.lines import Line
from easycare_desktop.ui.wording.labels import label


def request_lines(requests: Sequence[Request]) -> list[Line]:
    """Return the requests of a person, newest first."""
    newest = sorted(requests, key=lambda each: each.received_on, reverse=True)
    return [
        Line(
            each.id,
            each.received_on.isoformat(),
            label(each.channel),
            f"{label(each.relation)} ({label(each.scope)})",
            f"{each.number} · {each.due_on:%Y-%m-%d}까지",
            label(each.state),
            "warn" if each.state in OPEN_STATES else "",
        )
        for each in newest
    ]


def change_lines(
    changes: Sequence[FieldChange], groups: Sequence[ItemGroup], names: Mapping[int, str]
) -> list[Line]:
    """Return what was changed: before, after, why and by whom (`names` by account)."""
    fields = {item.code: item for group in reversed(groups) for item in group.fields}
    return [
        Line(
            number,
            f"{each.changed_at:%Y-%m-%d}",
            f"{each.changed_at:%H:%M}",
            _change(fields.get(each.field), each),
            _why(each, names.get(each.account_id, "")),
        )
        for number, each in enumerate(changes)
    ]


def _why(change: FieldChange, name: str) -> str:
    reason = f"까닭: {change.reason}" if change.reason else "새로 채움"
    return f"{reason} · {name}" if name else reason


def _change(item: ItemField | None, change: FieldChange) -> str:
    if item is None:
        return change.field
    before, after = (_value(item, text) for text in (change.before, change.after))
    return f"{item.label}: {before or '(비어 있음)'} → {after or '(지움)'}"


def _value(item: ItemField, text: str) -> str:
    return covered(text) if text and hidden(item) else shown(item, text)
