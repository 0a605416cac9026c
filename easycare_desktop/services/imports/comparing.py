"""What each row of a list would do to the people in use. Nothing is stored here."""

from collections.abc import Mapping
from datetime import date

from easycare_desktop.domain.catalogue import Catalogue
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
from easycare_desktop.domain.validation import parse_value, validate
from easycare_desktop.domain.validation_refusals import RequiredMissingError
from easycare_desktop.exchange.incoming.grid import GridRow
from easycare_desktop.services.imports.register import Register
from easycare_desktop.services.imports.rows import RowReader, Typed

_IDENTITY = "identity"


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
        self._seen: dict[object, int] = {}
        self.met: set[int] = set()

    def row(self, row: GridRow) -> ImportRow:
        """Return what the row would do."""
        typed = self._reader.read(row)
        typed |= self._reader.derived(typed)
        assumed = self._reader.assumed(typed) if self._has_guardian(typed) else {}
        keys = self._good_keys(typed)
        name = typed.get(self._ref("name"), "")
        person_id, problems = self._who(row.number, keys, typed)
        if any(isinstance(each.refusal, PersonFrozenError) for each in problems):
            return ImportRow(row.number, RowState.BAD, name, problems=tuple(problems))
        work = _Work(self._catalogue, self._register, self._today, self._date_words)
        for kind, whose, fields in (
            (self._words.kind, person_id, typed),
            (PersonKind.GUARDIAN, self._guardian(person_id, typed), typed | assumed),
        ):
            if kind is self._words.kind or self._has_guardian(typed):
                work.person(kind, whose, fields, required=kind is self._words.kind)
        problems += work.problems
        state = _state(problems, person_id, work.changes)
        return ImportRow(
            number=row.number,
            state=state,
            name=name,
            changes=tuple(work.changes) if state is not RowState.BAD else (),
            person_id=person_id,
            guardian_id=self._guardian(person_id, typed),
            problems=tuple(problems),
            left_out=tuple(work.left_out),
            assumed=tuple(assumed),
        )

    def _ref(self, field: str, kind: PersonKind | None = None) -> FieldRef:
        return FieldRef(kind or self._words.kind, _IDENTITY, field)

    def _has_guardian(self, typed: Typed) -> bool:
        return (
            self._words.kind is not PersonKind.GUARDIAN
            and self._ref("name", PersonKind.GUARDIAN) in typed
        )

    def _guardian(self, person_id: int, typed: Typed) -> int:
        name = typed.get(self._ref("name", PersonKind.GUARDIAN), "")
        return self._register.guardian_named(person_id, name) if person_id and name else 0

    def _good_keys(self, typed: Typed) -> dict[FieldRef, str]:
        good: dict[FieldRef, str] = {}
        for ref in {ref for key in self._words.keys for ref in key} & typed.keys():
            field = self._catalogue.field(ref.group, ref.field, ref.kind)
            try:
                good[ref] = parse_value(field, typed[ref], self._today, self._date_words)
            except InputRefusal:
                continue
        return good

    def _who(
        self, number: int, keys: Mapping[FieldRef, str], typed: Typed
    ) -> tuple[int, list[RowProblem]]:
        found = self._register.find(self._words, keys)
        self.met.update(found)
        if len(found) > 1:
            return 0, [RowProblem(None, PersonAmbiguousError())]
        person_id = found[0] if found else 0
        problems: list[RowProblem] = []
        if person_id and self._register.people[person_id].state is PersonState.ENDING:
            problems.append(RowProblem(None, PersonFrozenError()))
        earlier = self._earlier(number, person_id, keys)
        if earlier and not (person_id and self._has_guardian(typed)):
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


class _Work:
    """What one row would do to one or two persons, group by group."""

    def __init__(
        self, catalogue: Catalogue, register: Register, today: date, words: DateWords
    ) -> None:
        self._catalogue, self._register = catalogue, register
        self._today, self._words = today, words
        self.changes: list[GroupChange] = []
        self.problems: list[RowProblem] = []
        self.left_out: list[RowProblem] = []

    def person(self, kind: PersonKind, person_id: int, typed: Typed, *, required: bool) -> None:
        """Look at every group that the row speaks of; the identity of somebody new always."""
        groups = {ref.group for ref in typed if ref.kind is kind}
        if not person_id:
            groups.add(_IDENTITY)
        for group in self._catalogue.groups_for(kind):
            if group.code in groups:
                fields = {
                    ref.field: text
                    for ref, text in typed.items()
                    if ref.kind is kind and ref.group == group.code
                }
                self._group(kind, person_id, group.code, fields, required=required)

    def _group(
        self,
        kind: PersonKind,
        person_id: int,
        code: str,
        fields: Mapping[str, str],
        *,
        required: bool,
    ) -> None:
        stored = self._register.stored(person_id, code) if person_id else None
        before = dict(stored.values) if stored else {}
        group = self._catalogue.group(code, kind)
        values, wrong = validate(group, kind, {**before, **fields}, self._today, self._words)
        if wrong:
            self._tell(kind, code, wrong, must=required and code == _IDENTITY)
            return
        changed = {
            name: before.get(name, "") for name in values if values[name] != before.get(name)
        }
        if not changed:
            return
        if stored is not None and stored.holding.state is not HoldingState.ACTIVE:
            self.problems.append(RowProblem(None, PersonFrozenError()))
        else:
            self.changes.append(
                GroupChange(
                    kind,
                    code,
                    values,
                    changed,
                    stored.holding.id if stored else 0,
                    stored.holding.version if stored else 0,
                )
            )

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
