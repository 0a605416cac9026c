"""What each row of a list would do to the people in use. Nothing is stored here."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from easycare_desktop.domain.catalogue import Catalogue, FieldKind, ItemField
from easycare_desktop.domain.date_words import DateWords
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
    Similar,
)
from easycare_desktop.domain.law import LawBook
from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.domain.usual_lengths import Unusual, unusual
from easycare_desktop.domain.validation import parse_value
from easycare_desktop.exchange.incoming.grid import GridRow
from easycare_desktop.services.imports.near import Nearby
from easycare_desktop.services.imports.register import Register
from easycare_desktop.services.imports.row_work import IDENTITY, Read, Work, state_of
from easycare_desktop.services.imports.rows import RowReader, Typed

_COMING_AGAIN = frozenset({FieldKind.CHOICE, FieldKind.DATE, FieldKind.NUMBER, FieldKind.POSTCODE})


class Comparison:
    """Compares rows one after another with the register, and with the rows before them."""

    def __init__(
        self,
        reader: RowReader,
        register: Register,
        catalogue: Catalogue,
        law: LawBook,
        today: date,
        words: DateWords,
    ) -> None:
        self._law = law
        self._reader, self._register, self._catalogue = reader, register, catalogue
        self._today, self._date_words = today, words
        self._words: ListWords = reader.words
        self._name = FieldRef(reader.words.kind, IDENTITY, "name")
        self._guardian_name = FieldRef(PersonKind.GUARDIAN, IDENTITY, "name")
        self._guardian_phone = FieldRef(PersonKind.GUARDIAN, IDENTITY, "mobile")
        self._near = Nearby(register, reader.words, catalogue)
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
        similar = None if problems else self._similar(row.number, person_id, read)
        if similar is not None:
            person_id = 0
        made = self._made(row.number, name, read, person_id, problems)
        made = replace(made, assumed=tuple(assumed), similar=similar)
        if similar is None or not similar.person_id:
            return made
        known = self._made(row.number, name, read, similar.person_id, [])
        return replace(made, as_known=replace(known, assumed=tuple(assumed)))

    def _similar(self, number: int, person_id: int, read: Read) -> Similar | None:
        told = self._near.row(read.good)
        if person_id:
            return self._near.doubt(person_id, told)
        similar = self._near.like(number, told)
        if similar is not None and similar.person_id:
            self.met.add(similar.person_id)
        return similar

    def _made(
        self, number: int, name: str, read: Read, person_id: int, problems: list[RowProblem]
    ) -> ImportRow:
        """Return what the row does if it is about this person, or about somebody new."""
        guardian = read.good.get(self._guardian_name, "")
        phone = read.good.get(self._guardian_phone, "")
        guardian_id = self._register.guardian_named(person_id, guardian, phone) if guardian else 0
        ties = bool(guardian_id) and not self._register.are_tied(person_id, guardian_id)
        work = Work(self._catalogue, self._register, read)
        work.person(self._words.kind, person_id, required=True)
        if guardian or any(ref.kind is PersonKind.GUARDIAN for ref in read.wrong):
            work.person(PersonKind.GUARDIAN, guardian_id, required=False)
        problems = [*problems, *work.problems]
        state = state_of(problems, person_id, changes=bool(work.changes) or ties)
        return ImportRow(
            number=number,
            state=state,
            name=name,
            changes=tuple(work.changes) if state is not RowState.BAD else (),
            person_id=person_id,
            guardian_id=guardian_id,
            problems=tuple(problems),
            left_out=tuple(work.left_out),
            unusual=tuple(self._unusual(work.changes)),
            ties=ties and state is not RowState.BAD,
        )

    def _unusual(self, changes: Iterable[GroupChange]) -> Iterator[Unusual]:
        law = self._law
        for change in changes:
            found = unusual(law.usual, law.deadlines, change.group, change.values)
            if found is not None and change.kind is self._words.kind:
                yield found

    def _parse(self, typed: Typed) -> Read:
        read = Read({}, {})
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

    def _who(self, number: int, read: Read) -> tuple[int, list[RowProblem]]:
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
