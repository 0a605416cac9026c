"""Requests and changes of one person as lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from easycare_desktop.domain.catalogue import ItemField, ItemGroup
from easycare_desktop.domain.holdings import FieldChange
from easycare_desktop.domain.requests import OPEN_STATES, Request
from easycare_desktop.ui.parts.people.words import covered, hidden, shown
from easycare_desktop.ui.parts.shared.lines import Line
from easycare_desktop.ui.wording.labels import label

_EMPTY = "(비어 있음)"


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


@dataclass(frozen=True, slots=True)
class Said:
    """A change in words; covered values stay covered."""

    field: str
    group: str
    before: str
    after: str


def said_of(change: FieldChange, groups: Sequence[ItemGroup]) -> Said:
    """Return what was changed as it is read."""
    group = next((each for each in groups if each.code == change.group), None)
    fields = {item.code: item for item in group.fields} if group else {}
    item = fields.get(change.field)
    label_of_group = group.label if group else change.group
    if item is None:
        return Said(change.field, label_of_group, _EMPTY, _EMPTY)
    before, after = (_value(item, text) or _EMPTY for text in (change.before, change.after))
    return Said(item.label, label_of_group, before, after)


def _value(item: ItemField, text: str) -> str:
    return covered(text) if text and hidden(item) else shown(item, text)
