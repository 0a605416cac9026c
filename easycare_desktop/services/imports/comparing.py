"""What each row of a list would do to the people in use. Nothing is stored here."""

from collections.abc import Iterable
from datetime import date

from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.domain.import_refusals import (
    PersonAmbiguousError,
    PersonFrozenError,
    RowTwiceError,
)
from easycare_desktop.domain.importing import (
    FieldRef,
    GroupChange,
    ImportRow,
    RowProblem,
    RowState,
    Similar,
)
from easycare_desktop.domain.law import LawBook
from easycare_desktop.domain.likeness import Told
from easycare_desktop.domain.list_words import ListWords
from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.domain.usual_lengths import Unusual, UsualLengths
from easycare_desktop.exchange.incoming.grid import GridRow
from easycare_desktop.services.imports.cells import seen
from easycare_desktop.services.imports.further import FurtherGroups, More, with_more
from easycare_desktop.services.imports.leaving import LeftTold
from easycare_desktop.services.imports.near import TOLD_BY, Nearby, told_by
from easycare_desktop.services.imports.plan import About, Plan, guardian_of
from easycare_desktop.services.imports.register import Register
from easycare_desktop.services.imports.row_work import IDENTITY, Work, state_of, work_of
from easycare_desktop.services.imports.rows import Read, RowReader, Shape, kept
from easycare_desktop.services.imports.shared_guardians import SharedGuardians
from easycare_desktop.services.imports.totals import Totals


class Comparison:
    """Compares rows one after another with the register, and with the rows before them."""

    def __init__(
        self,
        reader: RowReader,
        register: Register,
        catalogue: Catalogue,
        law: LawBook,
        today: date,
    ) -> None:
        self._reader, self._register, self._catalogue = reader, register, catalogue
        self._lengths = UsualLengths(law.usual, law.deadlines)
        self._words: ListWords = reader.words
        self._names = reader.places_of(FieldRef(reader.words.whose, IDENTITY, "name"))
        self._near = Nearby(register, reader.words)
        self._plans: dict[Shape, Plan] = {}
        self._left_told = LeftTold(reader.layout, reader.words, today)
        self._seen: dict[object, int] = {}
        self._leads: dict[int, int] = {}
        self._named: dict[int, set[str]] = {}
        self._further = FurtherGroups(register)
        self._shared = SharedGuardians(catalogue)
        self._totals = Totals(reader.words, reader.layout.meanings)
        self._at = About(0, "")
        self.met: set[int] = set()

    def rows(self, row: GridRow) -> Iterable[ImportRow]:
        """Return what the row would do, in more than one row where it tells of two guardians."""
        return (self.row(row),)

    def all(self, row: GridRow) -> Iterable[ImportRow]:
        """Return what the row would do, or that it counts others and is to be left out."""
        made = self._totals.rows(self._about(row), row.cells) or self.rows(row)
        return [each.as_hidden for each in made] if row.hidden else made

    def row(self, row: GridRow) -> ImportRow:
        """Return what the row would do."""
        read = self._reader.read(row.cells)
        plan = self._plans.get(read.shape) or self._plan(read.shape)
        about = self._about(row)
        person_id, problems, earlier = self._who(row.number, plan, read)
        if earlier and not problems:
            return self._following(about, plan, read, person_id, earlier)
        if not problems:
            self._further.note(row.number, plan.groups, read)
            if plan.guardian >= 0:
                self._named[row.number] = guardian_of(plan, read)
            told = told_by(plan.told(read.values))
            similar = self._similar(row.number, person_id, told)
            if similar is None:
                made = self._made(about, plan, read, person_id)
                if made.state is RowState.NEW:
                    self._leads[row.number] = row.number
                return made
            known = None
            if similar.person_id:
                known = self._made(about, plan, read, similar.person_id)
            return self._made(about, plan, read, 0, (), similar, known)
        if any(isinstance(each.refusal, PersonFrozenError) for each in problems):
            return ImportRow(
                about[0], RowState.BAD, about[1], person_id=person_id, problems=tuple(problems)
            )
        return self._made(about, plan, read, person_id, problems)

    def _about(self, row: GridRow) -> About:
        """Return the number of a row, and what stands in it before it is read."""
        if row.number != self._at.number:
            names = [name for place in self._names if (name := seen(row.cells[place]))]
            status = self._left_told.status(row.cells)
            self._at = About(row.number, names[0] if names else "", status)
        return self._at

    def _plan(self, shape: Shape) -> Plan:
        kind, guardian = self._words.kind, PersonKind.GUARDIAN
        of_guardian = [FieldRef(guardian, IDENTITY, each) for each in ("name", "mobile")]
        told = [FieldRef(kind, group, field) for group, field in TOLD_BY]
        plan = Plan(
            keys=tuple(
                (place, shape.taker(refs))
                for place, refs in enumerate(self._words.keys)
                if all(ref in shape.good for ref in refs)
            ),
            told=shape.taker([*told, of_guardian[0]]),
            guardian=shape.place(of_guardian[0]),
            phone=shape.place(of_guardian[1]),
            wrong_guardian=any(ref.kind is guardian for ref in shape.wrong),
            groups=work_of(kind, shape, self._catalogue, self._words.derived),
            of_guardian=work_of(guardian, shape, self._catalogue, self._words.derived),
            unnamed=()
            if of_guardian[0] in shape.good
            else tuple(ref for ref in shape.good if ref.kind is guardian),
            left=self._left_told.places(shape),
        )
        return kept(self._plans, shape, plan)

    def _similar(self, number: int, person_id: int, told: Told) -> Similar | None:
        if person_id:
            return self._near.doubt(person_id, told)
        similar = self._near.like(number, told)
        if similar is not None and similar.person_id:
            self.met.add(similar.person_id)
        return similar

    def _made(
        self,
        about: About,
        plan: Plan,
        read: Read,
        person_id: int,
        problems: Iterable[RowProblem] = (),
        similar: Similar | None = None,
        as_known: ImportRow | None = None,
    ) -> ImportRow:
        """Return what the row does if it is about this person, or about somebody new."""
        guardian_id, ties = self._tied(person_id, plan, read)
        work = Work(self._register, read)
        work.person(plan.groups, person_id, required=True)
        if plan.guardian >= 0 or plan.wrong_guardian:
            work.person(plan.of_guardian, guardian_id, required=False)
        told = (*problems, *work.problems)
        state = state_of(told, person_id, changes=bool(work.changes) or ties)
        good = state is not RowState.BAD
        made = ImportRow(
            number=about.number,
            state=state,
            name=about.name,
            changes=tuple(work.changes) if good else (),
            person_id=person_id,
            guardian_id=guardian_id,
            problems=told,
            left_out=tuple(work.left_out),
            assumed=_written(read.shape.assumed, work.changes),
            unusual=self._unusual(work.changes),
            ties=ties and good,
            similar=similar,
            as_known=as_known,
            gone=self._left_told.told(about.status, plan, read),
            unnamed=plan.unnamed,
        )
        return self._shared.settled(made, plan, read) if plan.guardian >= 0 else made

    def _tied(self, person_id: int, plan: Plan, read: Read) -> tuple[int, bool]:
        """Return the guardian whom a row names, if in use, and whether they are to be tied."""
        if plan.guardian < 0:
            return 0, False
        name, phone = str(read.values[plan.guardian]), str(read.values[plan.phone])
        guardian_id = self._register.guardian_named(person_id, name, phone)
        tied = self._register.are_tied(person_id, guardian_id)
        return guardian_id, bool(guardian_id) and not tied

    def _unusual(self, changes: Iterable[GroupChange]) -> tuple[Unusual, ...]:
        found = [
            self._lengths.unusual(change.group, change.values)
            for change in changes
            if change.kind is self._words.kind and self._lengths.tell(change.group)
        ]
        return tuple([each for each in found if each is not None])

    def _following(
        self, about: About, plan: Plan, read: Read, person_id: int, earlier: int
    ) -> ImportRow:
        """Return what a further row about somebody does.

        It adds another guardian, contract or licence, nothing else. Their other values are those of
        the row before, which brings them if they are new.
        """
        lead = earlier if person_id else self._leads.get(earlier, 0)
        named = self._named.setdefault(lead, set())
        guardian = guardian_of(plan, read)
        made = ImportRow(about[0], RowState.SAME, about[1], person_id=person_id, follows=earlier)
        if lead and not guardian <= named:
            self._leads[about[0]] = lead
            named |= guardian
            rest = plan._replace(groups=())
            made = self._made(about, rest, read, person_id)._replace(follows=lead)
        more = self._further.told(lead, person_id, plan.groups, read) if lead else More()
        if more.changes or more.problems:
            self._leads[about[0]] = lead
            made = with_more(made, more)._replace(follows=lead)
        idle = not made.changes and not made.ties and made.state is not RowState.BAD
        if idle and not (person_id and (guardian or more.other)):
            twice = (RowProblem(None, RowTwiceError(earlier)),)
            return made._replace(state=RowState.BAD, problems=twice, follows=0)
        return made

    def _who(self, number: int, plan: Plan, read: Read) -> tuple[int, list[RowProblem], int]:
        """Return who the row is about if in use, what is wrong, and an earlier row about them."""
        keys = [(place, taken(read.values)) for place, taken in plan.keys]
        found = self._register.find(keys)
        self.met.update(found)
        if len(found) > 1:
            return 0, [RowProblem(None, PersonAmbiguousError())], 0
        person_id = found[0] if found else 0
        problems: list[RowProblem] = []
        if person_id and self._register.people[person_id].state is PersonState.ENDING:
            problems.append(RowProblem(None, PersonFrozenError()))
        return person_id, problems, self._earlier(number, [person_id] if person_id else keys)

    def _earlier(self, number: int, marks: Iterable[object]) -> int:
        """Return the number of an earlier row about the same person, or 0."""
        for mark in marks:
            earlier = self._seen.setdefault(mark, number)
            if earlier != number:
                return earlier
        return 0


def _written(assumed: Iterable[FieldRef], changes: Iterable[GroupChange]) -> tuple[FieldRef, ...]:
    """Return the fields of those taken for granted that are really filled."""
    filled = {(each.kind, each.group): each.before for each in changes}
    return tuple([ref for ref in assumed if ref.field in filled.get((ref.kind, ref.group), ())])
