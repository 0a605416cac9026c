"""What each row of a list would do to the people in use. Nothing is stored here."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from easycare_desktop.domain.catalogue import Catalogue, ItemField
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
from easycare_desktop.domain.usual_lengths import Unusual, UsualLengths
from easycare_desktop.exchange.incoming.grid import GridRow
from easycare_desktop.services.imports.near import Nearby
from easycare_desktop.services.imports.register import Register
from easycare_desktop.services.imports.row_work import IDENTITY, Read, Work, state_of
from easycare_desktop.services.imports.rows import RowReader, Typed


@dataclass(frozen=True, slots=True)
class _Filled:
    """What rows that speak of the same fields leave to be filled in."""

    derived: Mapping[FieldRef, FieldRef]
    assumed: Mapping[FieldRef, str]


class Comparison:
    """Compares rows one after another with the register, and with the rows before them."""

    def __init__(
        self,
        reader: RowReader,
        register: Register,
        catalogue: Catalogue,
        law: LawBook,
        parse: Callable[[ItemField, str], str],
    ) -> None:
        self._reader, self._register, self._catalogue = reader, register, catalogue
        self._lengths = UsualLengths(law.usual, law.deadlines)
        self._words: ListWords = reader.words
        self._name = FieldRef(reader.words.kind, IDENTITY, "name")
        self._guardian_name = FieldRef(PersonKind.GUARDIAN, IDENTITY, "name")
        self._guardian_phone = FieldRef(PersonKind.GUARDIAN, IDENTITY, "mobile")
        self._near = Nearby(register, reader.words)
        self._parse_value = parse
        self._columns: dict[FieldRef, _Column] = {}
        self._filled: dict[tuple[FieldRef, ...], _Filled] = {}
        self._seen: dict[object, int] = {}
        self.met: set[int] = set()

    def row(self, row: GridRow) -> ImportRow:
        """Return what the row would do."""
        typed = self._reader.read(row)
        assumed = self._fill(typed)
        read = self._parse(typed)
        name = typed.get(self._name, "")
        person_id, problems = self._who(row.number, read)
        if any(isinstance(each.refusal, PersonFrozenError) for each in problems):
            return ImportRow(row.number, RowState.BAD, name, problems=tuple(problems))
        similar = None if problems else self._similar(row.number, person_id, read)
        if similar is not None:
            person_id = 0
        about = _About(row.number, name, tuple(assumed))
        known = None
        if similar is not None and similar.person_id:
            known = self._made(about, read, similar.person_id, [])
        return self._made(about, read, person_id, problems, similar, known)

    def _fill(self, typed: Typed) -> Mapping[FieldRef, str]:
        """Add what other fields of the row fill; return what was taken for granted."""
        refs = tuple(typed)
        filled = self._filled.get(refs)
        if filled is None:
            derived = self._reader.derived(refs)
            all_refs = (*refs, *derived)
            assumed = self._reader.assumed(all_refs) if self._guardian_name in all_refs else {}
            filled = self._filled[refs] = _Filled(derived, assumed)
        for ref, source in filled.derived.items():
            typed[ref] = typed[source]
        typed |= filled.assumed
        return filled.assumed

    def _similar(self, number: int, person_id: int, read: Read) -> Similar | None:
        told = self._near.row(read.good)
        if person_id:
            return self._near.doubt(person_id, told)
        similar = self._near.like(number, told)
        if similar is not None and similar.person_id:
            self.met.add(similar.person_id)
        return similar

    def _made(
        self,
        about: "_About",
        read: Read,
        person_id: int,
        problems: Iterable[RowProblem],
        similar: Similar | None = None,
        as_known: ImportRow | None = None,
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
        told = (*problems, *work.problems)
        state = state_of(told, person_id, changes=bool(work.changes) or ties)
        good = state is not RowState.BAD
        return ImportRow(
            number=about.number,
            state=state,
            name=about.name,
            changes=tuple(work.changes) if good else (),
            person_id=person_id,
            guardian_id=guardian_id,
            problems=told,
            left_out=tuple(work.left_out),
            assumed=about.assumed,
            unusual=tuple(self._unusual(work.changes)),
            ties=ties and good,
            similar=similar,
            as_known=as_known,
        )

    def _unusual(self, changes: Iterable[GroupChange]) -> Iterator[Unusual]:
        for change in changes:
            found = self._lengths.unusual(change.group, change.values)
            if found is not None and change.kind is self._words.kind:
                yield found

    def _parse(self, typed: Typed) -> Read:
        good: dict[FieldRef, str] = {}
        wrong: dict[FieldRef, InputRefusal] = {}
        columns = self._columns
        for ref, text in typed.items():
            column = columns.get(ref)
            if column is None:
                field = self._catalogue.field(ref.group, ref.field, ref.kind)
                column = columns[ref] = _Column(field, self._parse_value)
            value = column[text]
            if isinstance(value, str):
                good[ref] = value
            else:
                wrong[ref] = value
        return Read(good, wrong)

    def _who(self, number: int, read: Read) -> tuple[int, list[RowProblem]]:
        said = read.good.get
        keys = [
            (place, values)
            for place, refs in enumerate(self._words.keys)
            if all(values := tuple([said(ref, "") for ref in refs]))
        ]
        found = self._register.find(keys)
        self.met.update(found)
        if len(found) > 1:
            return 0, [RowProblem(None, PersonAmbiguousError())]
        person_id = found[0] if found else 0
        problems: list[RowProblem] = []
        if person_id and self._register.people[person_id].state is PersonState.ENDING:
            problems.append(RowProblem(None, PersonFrozenError()))
        earlier = self._earlier(number, [person_id] if person_id else keys)
        if earlier and not (person_id and self._guardian_name in read.good):
            problems.append(RowProblem(None, RowTwiceError(earlier)))
        return person_id, problems

    def _earlier(self, number: int, marks: Iterable[object]) -> int:
        """Return the number of an earlier row about the same person, or 0."""
        for mark in marks:
            earlier = self._seen.setdefault(mark, number)
            if earlier != number:
                return earlier
        return 0


class _Column(dict[str, str | InputRefusal]):
    """What is stored for each text of a field, or why it is not; worked out when first met."""

    def __init__(self, field: ItemField, parse: Callable[[ItemField, str], str]) -> None:
        super().__init__()
        self._field, self._parse = field, parse

    def __missing__(self, text: str) -> str | InputRefusal:
        try:
            value: str | InputRefusal = self._parse(self._field, text)
        except InputRefusal as refusal:
            refusal.field = self._field.code
            value = refusal
        self[text] = value
        return value


@dataclass(frozen=True, slots=True)
class _About:
    """A row by itself, whoever it is about."""

    number: int
    name: str
    assumed: tuple[FieldRef, ...]
