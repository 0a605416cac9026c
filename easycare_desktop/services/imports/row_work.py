"""What one row would do to one or two persons, item group by item group."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from easycare_desktop.domain.births import AFTER_BIRTH, BIRTH, before_birth
from easycare_desktop.domain.catalogue import Catalogue, ItemGroup
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.import_refusals import PersonFrozenError
from easycare_desktop.domain.importing import FieldRef, GroupChange, RowProblem, RowState
from easycare_desktop.domain.once_more import are_same
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.validation import missing_or_unordered
from easycare_desktop.domain.validation_refusals import RequiredMissingError
from easycare_desktop.services.imports.register import Register
from easycare_desktop.services.imports.rows import Read, Shape, Taker

IDENTITY = "identity"


class GroupWork(NamedTuple):
    """What rows of one shape say of an item group; `wrong`: what is wrong there, by place.

    `more`: the groups in which somebody may have it once more. `quick`: nothing is wrong or missing
    for somebody new, dates in `pairs` perhaps out of order. `nothing`: what somebody new held.
    `granted`: the names that the list itself does not say. `sources`: from where else somebody
    known may have what it says nothing of.
    """

    kind: PersonKind
    group: ItemGroup
    names: tuple[str, ...]
    taken: Taker
    wrong: tuple[tuple[str, int], ...]
    quick: bool
    pairs: tuple[tuple[str, str], ...]
    nothing: Mapping[str, str]
    more: tuple[ItemGroup, ...] = ()
    granted: frozenset[str] = frozenset()
    sources: tuple[tuple[str, FieldRef], ...] = ()

    def said(self, good: Mapping[str, str], stored: Mapping[str, str]) -> dict[str, str]:
        """Return what counts beside what is stored: what is granted only where nothing is."""
        return {
            name: text
            for name, text in good.items()
            if name not in self.granted or not stored.get(name)
        }


def work_of(
    kind: PersonKind, shape: Shape, catalogue: Catalogue, derived: Mapping[FieldRef, FieldRef]
) -> tuple[GroupWork, ...]:
    """Return the groups that rows of a shape speak of, in order, and the identity in any case."""
    found = []
    for group in catalogue.groups_for(kind):
        good = [ref for ref in shape.good if ref.kind is kind and ref.group == group.code]
        wrong = [
            (ref.field, place)
            for ref, place in shape.wrong.items()
            if ref.kind is kind and ref.group == group.code
        ]
        if not (good or wrong or group.code == IDENTITY):
            continue
        names = tuple(ref.field for ref in good)
        missing = any(field.required and field.code not in names for field in group.fields)
        pairs = tuple(
            (field.not_before, field.code)
            for field in group.fields
            if field.code in names and field.not_before in names
        )
        nothing = MappingProxyType(dict.fromkeys(names, ""))
        found.append(
            GroupWork(
                *(kind, group, names, shape.taker(good), tuple(wrong)),
                *(not (missing or wrong), pairs, nothing, catalogue.once_more(group.code, kind)),
                frozenset(ref.field for ref in good if ref in shape.granted),
                tuple(
                    (ref.field, source)
                    for ref, source in derived.items()
                    if (ref.kind, ref.group) == (kind, group.code) and ref.field not in names
                ),
            )
        )
    return tuple(found)


class Work:
    """What one row would do to one or two persons, group by group."""

    __slots__ = ("_read", "_register", "changes", "left_out", "problems")

    def __init__(self, register: Register, read: Read) -> None:
        self._register, self._read = register, read
        self.changes: list[GroupChange] = []
        self.problems: list[RowProblem] = []
        self.left_out: list[RowProblem] = []

    def person(self, groups: Iterable[GroupWork], person_id: int, *, required: bool) -> None:
        """Look at every group that the row speaks of; the identity of somebody new always."""
        before = len(self.changes)
        for each in groups:
            values = dict(zip(each.names, each.taken(self._read.values), strict=True))
            if person_id:
                if each.names or each.wrong:
                    self._known(each, person_id, values, required=required)
            elif each.quick and _in_order(each.pairs, values):
                if values:
                    self.changes.append(
                        GroupChange(each.kind, each.group.code, values, each.nothing)
                    )
            else:
                self._tell(each, values, required=required)
        self._hold_to_birth(self.changes[before:], person_id)

    def _hold_to_birth(self, changes: Sequence[GroupChange], person_id: int) -> None:
        """Tell of every new day that is before the birth of the person."""
        if not any(each.group in AFTER_BIRTH for each in changes):
            return
        identity = next((each.values for each in changes if each.group == IDENTITY), None)
        if identity is None:
            stored = self._register.stored(person_id, IDENTITY) if person_id else None
            identity = stored.values if stored else {}
        self.problems += [
            RowProblem(FieldRef(each.kind, each.group, field), refusal)
            for each in changes
            for field, refusal in before_birth(
                each.group,
                {name: each.values.get(name, "") for name in each.before},
                identity.get(BIRTH, ""),
            )
        ]

    def _known(
        self, each: GroupWork, person_id: int, good: Mapping[str, str], *, required: bool
    ) -> None:
        slot = self._slot(each, person_id, good) if each.more else None
        if slot is not None:
            own = {field.code for field in slot.fields}
            theirs = {name: text for name, text in good.items() if name in own}
            self._compared(each._replace(group=slot), person_id, theirs, required=required)
            good = {name: text for name, text in good.items() if name not in own}
        if good or slot is None:
            self._compared(each, person_id, good, required=required)

    def _slot(self, each: GroupWork, person_id: int, said: Mapping[str, str]) -> ItemGroup | None:
        """Return the further contract or licence that a row speaks of, if it is not the first."""
        first = self._register.stored(person_id, each.group.code)
        if first is None or are_same(each.more[0], said, first.values):
            return None
        for slot in each.more:
            held = self._register.stored(person_id, slot.code)
            if held is not None and are_same(slot, said, held.values):
                return slot
        return None

    def _compared(
        self, each: GroupWork, person_id: int, good: Mapping[str, str], *, required: bool
    ) -> None:
        stored = self._register.stored(person_id, each.group.code)
        before: Mapping[str, str] = stored.values if stored else self._elsewhere(each, person_id)
        good = each.said(good, before) if stored else {**before, **good}
        values = {**before, **good}
        if self._tell(each, values, required=required):
            return
        changed = (
            {name: before.get(name, "") for name in good if good[name] != before.get(name)}
            if stored
            else dict.fromkeys(good, "")
        )
        if not changed:
            return
        if stored is not None and stored.state is not HoldingState.ACTIVE:
            self.problems.append(RowProblem(None, PersonFrozenError()))
            return
        where = (stored.id, stored.version) if stored else (0, 0)
        self.changes.append(GroupChange(each.kind, each.group.code, values, changed, *where))

    def _elsewhere(self, each: GroupWork, person_id: int) -> dict[str, str]:
        """Return what somebody known has in other groups of what a new one lacks."""
        held = [
            (name, source.field, self._register.stored(person_id, source.group))
            for name, source in each.sources
        ]
        return {
            name: text
            for name, field, one in held
            if one and one.state is HoldingState.ACTIVE and (text := one.values.get(field))
        }

    def _tell(self, each: GroupWork, values: Mapping[str, str], *, required: bool) -> bool:
        """Return whether anything is wrong. Left out is a group that only lacks something."""
        refused = missing_or_unordered(each.group, values)
        refused |= {name: self._read.refused(place) for name, place in each.wrong}
        only_missing = all(isinstance(why, RequiredMissingError) for why in refused.values())
        must = required and each.group.code == IDENTITY
        told = self.left_out if only_missing and not must else self.problems
        told += [
            RowProblem(FieldRef(each.kind, each.group.code, name), why)
            for name, why in refused.items()
        ]
        return bool(refused)


def _in_order(pairs: Iterable[tuple[str, str]], values: Mapping[str, str]) -> bool:
    return not pairs or all(values[later] >= values[earlier] for earlier, later in pairs)


def state_of(problems: Sequence[RowProblem], person_id: int, *, changes: bool) -> RowState:
    """Return what a row would do, all in all."""
    if problems:
        return RowState.BAD
    if not person_id:
        return RowState.NEW
    return RowState.CHANGED if changes else RowState.SAME
