"""Further rows about somebody: another contract or licence is added to what is there."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from easycare_desktop.domain.catalogue import ItemGroup
from easycare_desktop.domain.import_refusals import NoRoomForMoreError
from easycare_desktop.domain.importing import FieldRef, GroupChange, ImportRow, RowProblem
from easycare_desktop.domain.once_more import are_same, says_something
from easycare_desktop.domain.validation import missing_or_unordered
from easycare_desktop.services.imports.register import Register
from easycare_desktop.services.imports.row_work import GroupWork, state_of
from easycare_desktop.services.imports.rows import Read
from easycare_desktop.storage.repositories.many_holdings import Held

_Values = Mapping[str, str]


class _Entry(NamedTuple):
    """A contract or licence that somebody has, stored or told by an earlier row."""

    group: str
    values: _Values
    held: Held | None = None


class More(NamedTuple):
    """What a further row does to contracts and licences, or what is wrong with it.

    `other`: whether it is about another one than the first row.
    """

    changes: tuple[GroupChange, ...] = ()
    problems: tuple[RowProblem, ...] = ()
    other: bool = False


class FurtherGroups:
    """Keeps of each first row what it says, until a further one comes."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._first: dict[int, tuple[tuple[GroupWork, ...], Read]] = {}
        self._known: dict[tuple[int, str], list[_Entry]] = {}

    def note(self, number: int, groups: Iterable[GroupWork], read: Read) -> None:
        """Keep what a first row says of contracts or licences."""
        own = tuple([each for each in groups if each.more])
        if own:
            self._first[number] = own, read

    def told(self, lead: int, person_id: int, groups: Iterable[GroupWork], read: Read) -> More:
        """Return what a further row about the person of an earlier one does."""
        changes: list[GroupChange] = []
        problems: list[RowProblem] = []
        other = False
        for each in groups:
            said = _said(each, read)
            if not each.more or not says_something(each.more[0], said):
                continue
            wrong = [
                RowProblem(FieldRef(each.kind, each.group.code, name), read.refused(place))
                for name, place in each.wrong
            ]
            entries = self._entries(lead, person_id, each)
            found = next((one for one in entries if _is_it(each.more[0], said, one.values)), None)
            if found is not None and (not found.held or found.group == self._first_of(lead, each)):
                continue
            other = True
            change, refused = _changed(each, said, found) if found else _added(each, said, entries)
            problems += [*wrong, *refused]
            changes += [change] if change is not None else []
        return More((), tuple(problems), other) if problems else More(tuple(changes), (), other)

    def _entries(self, lead: int, person_id: int, each: GroupWork) -> list[_Entry]:
        key = (lead, each.group.code)
        if key not in self._known:
            self._known[key] = [*self._stored(person_id, each), *self._of_first(lead, each)]
        return self._known[key]

    def _stored(self, person_id: int, each: GroupWork) -> list[_Entry]:
        groups = (each.group.code, *(one.code for one in each.more))
        held = ((code, self._register.stored(person_id, code)) for code in groups)
        return [_Entry(code, one.values, one) for code, one in held if one is not None]

    def _first_of(self, lead: int, each: GroupWork) -> str:
        """Return the group of the contract or licence that the first row is about."""
        entries = self._known[lead, each.group.code]
        (first,) = self._of_first(lead, each) or [_Entry(each.group.code, {})]
        held = (
            one for one in entries if one.held and _is_it(each.more[0], first.values, one.values)
        )
        return next((one.group for one in held), each.group.code)

    def _of_first(self, lead: int, each: GroupWork) -> list[_Entry]:
        works, read = self._first.get(lead, ((), None))
        if read is None:
            return []
        own = (work for work in works if work.group.code == each.group.code)
        return [_Entry(each.group.code, _said(work, read)) for work in own]


_Change = tuple[GroupChange | None, list[RowProblem]]


def _changed(each: GroupWork, said: _Values, found: _Entry) -> _Change:
    """Return what a row changes in one that is stored."""
    held = found.held
    assert held is not None  # noqa: S101 - others are not compared
    group = next((one for one in each.more if one.code == found.group), each.group)
    said = each.said(said, found.values)
    values = {**found.values, **said}
    before = {name: found.values.get(name, "") for name in said}
    before = {name: old for name, old in before.items() if old != said[name]}
    problems = _refused(each, group, values)
    if not before or problems:
        return None, problems
    return GroupChange(each.kind, group.code, values, before, held.id, held.version), []


def _added(each: GroupWork, said: _Values, entries: list[_Entry]) -> _Change:
    """Return the next that there is room for."""
    taken = {one.group for one in entries}
    group = next((one for one in each.more if one.code not in taken), None)
    if group is None:
        return None, [RowProblem(None, NoRoomForMoreError(len(each.more) + 1))]
    entries.append(_Entry(group.code, said))
    problems = _refused(each, group, said)
    if problems:
        return None, problems
    return GroupChange(each.kind, group.code, said, dict.fromkeys(said, "")), []


def _refused(each: GroupWork, group: ItemGroup, values: _Values) -> list[RowProblem]:
    refused = missing_or_unordered(group, values)
    return [RowProblem(FieldRef(each.kind, group.code, name), why) for name, why in refused.items()]


def _said(each: GroupWork, read: Read) -> dict[str, str]:
    """Return what a row says in the fields of a further contract or licence."""
    if not each.more:
        return {}
    own = {field.code for field in each.more[0].fields}
    values = zip(each.names, each.taken(read.values), strict=True)
    return {name: text for name, text in values if name in own}


def _is_it(group: ItemGroup, said: _Values, known: _Values) -> bool:
    return says_something(group, known) and are_same(group, said, known)


def with_more(made: ImportRow, more: More) -> ImportRow:
    """Return a further row that adds a contract or a licence beside what else it adds."""
    problems = (*made.problems, *more.problems)
    state = state_of(problems, made.person_id, changes=True)
    changes = () if problems else (*more.changes, *made.changes)
    ties = made.ties and not problems
    return made._replace(state=state, changes=changes, problems=problems, ties=ties)
