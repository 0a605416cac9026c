"""What each row of a list would do to the people in use. Nothing is stored here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from easycare_desktop.domain.catalogue import Catalogue, FieldKind, ItemField, ItemGroup
from easycare_desktop.domain.date_words import DateWords
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.importing import (
    FieldRef,
    GroupChange,
    ImportRow,
    ListWords,
    PersonAmbiguousError,
    PersonFrozenError,
    RowProblem,
    RowState,
    RowTwiceError,
)
from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.domain.validation import missing_or_unordered, parse_value
from easycare_desktop.domain.validation_refusals import RequiredMissingError
from easycare_desktop.exchange.incoming.grid import GridRow
from easycare_desktop.services.imports.register import Register
from easycare_desktop.services.imports.rows import RowReader, Typed

_IDENTITY = "identity"
_COMING_AGAIN = frozenset({FieldKind.CHOICE, FieldKind.DATE, FieldKind.NUMBER, FieldKind.POSTCODE})


class Comparison:
    """Compares rows one after another with the register, and with the rows before them."""

    def __init__(
        self,
        reader: RowReader,
        register: Register,
        catalogue: Catalogue,
        today: date,
        words: DateWords,
    ) -> None:
        self._reader, self._register, self._catalogue = reader, register, catalogue
        self._today, self._date_words = today, words
        self._words: ListWords = reader.words
        self._name = FieldRef(reader.words.kind, _IDENTITY, "name")
        self._guardian_name = FieldRef(PersonKind.GUARDIAN, _IDENTITY, "name")
        self._known_fields: dict[FieldRef, ItemField] = {}
        self._known_values: dict[tuple[FieldRef, str], str] = {}
        self._seen: dict[object, int] = {}
        self.met: set[int] = set()

    def row(self, row: GridRow) -> ImportRow:
        """Return what the row would do."""
        typed = self._reader.read(row)
        typed |= self._reader.derived(typed)
        assumed = self._reader.assumed(typed) if self._has_guardian(typed) else {}
        typed |= assumed
        read = self._parse(typed)
        name = typed.get(self._name, "")
        person_id, problems = self._who(row.number, read)
        if any(isinstance(each.refusal, PersonFrozenError) for each in problems):
            return ImportRow(row.number, RowState.BAD, name, problems=tuple(problems))
        guardian = read.good.get(self._guardian_name, "")
        guardian_id = self._register.guardian_named(person_id, guardian) if person_id else 0
        work = _Work(self._catalogue, self._register, read)
        work.person(self._words.kind, person_id, required=True)
        if self._has_guardian(typed):
            work.person(PersonKind.GUARDIAN, guardian_id, required=False)
        problems += work.problems
        state = _state(problems, person_id, work.changes)
        return ImportRow(
            number=row.number,
            state=state,
            name=name,
            changes=tuple(work.changes) if state is not RowState.BAD else (),
            person_id=person_id,
            guardian_id=guardian_id,
            problems=tuple(problems),
            left_out=tuple(work.left_out),
            assumed=tuple(assumed),
        )

    def _parse(self, typed: Typed) -> "_Read":
        read = _Read({}, {})
        for ref, text in typed.items():
            known = self._known_values.get((ref, text))
            if known is not None:
                read.good[ref] = known
                continue
            field = self._fields(ref)
            try:
                value = parse_value(field, text, self._today, self._date_words)
            except InputRefusal as refusal:
                refusal.field = ref.field
                read.wrong[ref] = refusal
                continue
            read.good[ref] = value
            if field.kind in _COMING_AGAIN:
                self._known_values[ref, text] = value
        return read

    def _fields(self, ref: FieldRef) -> ItemField:
        field = self._known_fields.get(ref)
        if field is None:
            field = self._catalogue.field(ref.group, ref.field, ref.kind)
            self._known_fields[ref] = field
        return field

    def _has_guardian(self, typed: Typed) -> bool:
        return self._guardian_name in typed

    def _who(self, number: int, read: "_Read") -> tuple[int, list[RowProblem]]:
        found = self._register.find(self._words, read.good)
        self.met.update(found)
        if len(found) > 1:
            return 0, [RowProblem(None, PersonAmbiguousError())]
        person_id = found[0] if found else 0
        problems: list[RowProblem] = []
        if person_id and self._register.people[person_id].state is PersonState.ENDING:
            problems.append(RowProblem(None, PersonFrozenError()))
        earlier = self._earlier(number, person_id, read.good)
        if earlier and not (person_id and self._guardian_name in read.good):
            problems.append(RowProblem(None, RowTwiceError(earlier)))
        return person_id, problems

    def _earlier(self, number: int, person_id: int, keys: Mapping[FieldRef, str]) -> int:
        """Return the number of an earlier row about the same person, or 0."""
        marks: list[object] = [person_id] if person_id else []
        if not person_id:
            marks += [
                (place, values)
                for place, key in enumerate(self._words.keys)
                if all(values := tuple(keys.get(ref, "") for ref in key))
            ]
        for mark in marks:
            earlier = self._seen.setdefault(mark, number)
            if earlier != number:
                return earlier
        return 0


@dataclass(frozen=True, slots=True)
class _Read:
    """The values of a row that are right by themselves, and what is wrong with the others."""

    good: dict[FieldRef, str]
    wrong: dict[FieldRef, InputRefusal]


class _Work:
    """What one row would do to one or two persons, group by group."""

    def __init__(self, catalogue: Catalogue, register: Register, read: _Read) -> None:
        self._catalogue, self._register, self._read = catalogue, register, read
        self.changes: list[GroupChange] = []
        self.problems: list[RowProblem] = []
        self.left_out: list[RowProblem] = []

    def person(self, kind: PersonKind, person_id: int, *, required: bool) -> None:
        """Look at every group that the row speaks of; the identity of somebody new always."""
        good: dict[str, dict[str, str]] = {} if person_id else {_IDENTITY: {}}
        wrong: dict[str, dict[str, InputRefusal]] = {}
        for ref, value in self._read.good.items():
            if ref.kind is kind:
                good.setdefault(ref.group, {})[ref.field] = value
        for ref, refusal in self._read.wrong.items():
            if ref.kind is kind:
                wrong.setdefault(ref.group, {})[ref.field] = refusal
        for group in self._catalogue.groups_for(kind):
            if group.code in good or group.code in wrong:
                self._group(
                    kind,
                    person_id,
                    group,
                    good.get(group.code, {}),
                    wrong.get(group.code, {}),
                    must=required and group.code == _IDENTITY,
                )

    def _group(
        self,
        kind: PersonKind,
        person_id: int,
        group: ItemGroup,
        good: Mapping[str, str],
        wrong: dict[str, InputRefusal],
        *,
        must: bool,
    ) -> None:
        stored = self._register.stored(person_id, group.code) if person_id else None
        before: Mapping[str, str] = stored.values if stored else {}
        values = {**before, **good}
        refused = {**missing_or_unordered(group, values), **wrong}
        if refused:
            self._tell(kind, group.code, refused, must=must)
            return
        changed = {name: before.get(name, "") for name in good if good[name] != before.get(name)}
        if not changed:
            return
        if stored is not None and stored.holding.state is not HoldingState.ACTIVE:
            self.problems.append(RowProblem(None, PersonFrozenError()))
            return
        where = (stored.holding.id, stored.holding.version) if stored else (0, 0)
        self.changes.append(GroupChange(kind, group.code, values, changed, *where))

    def _tell(
        self, kind: PersonKind, code: str, wrong: Mapping[str, InputRefusal], *, must: bool
    ) -> None:
        """Leave out a group that only lacks something; what is wrong has to be mended."""
        only_missing = all(isinstance(each, RequiredMissingError) for each in wrong.values())
        told = self.left_out if only_missing and not must else self.problems
        told += [RowProblem(FieldRef(kind, code, name), each) for name, each in wrong.items()]


def _state(problems: list[RowProblem], person_id: int, changes: list[GroupChange]) -> RowState:
    if problems:
        return RowState.BAD
    if not person_id:
        return RowState.NEW
    return RowState.CHANGED if changes else RowState.SAME
