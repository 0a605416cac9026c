"""Use cases of lists that come in: look, compare, store all good rows at once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from easycare_desktop.domain.importing import (
    FieldRef,
    GroupChange,
    ImportPreview,
    ImportRow,
    ImportRun,
    Layout,
    ListWords,
    NothingToImportError,
    RowState,
)
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.rights import Action
from easycare_desktop.exchange.incoming.grid import Grid
from easycare_desktop.exchange.incoming.headings import (
    code_of,
    fields_to_choose,
    fingerprint,
    layout_of,
)
from easycare_desktop.exchange.incoming.reading import read_list
from easycare_desktop.services import people_writing as writing
from easycare_desktop.services.door import Step
from easycare_desktop.services.imports.comparing import Comparison
from easycare_desktop.services.imports.register import Register
from easycare_desktop.services.imports.rows import RowReader
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.people_index import PersonLine, person_line
from easycare_desktop.storage.repositories.holdings import NewHolding
from easycare_desktop.storage.repositories.imports import ImportItem

FROM_LIST = "list"
_LISTED = ("entitlement", "identity")


@dataclass(frozen=True, slots=True)
class ListFile:
    """A file as it was read: its sheets, the fullest first. Nothing of it is stored."""

    name: str
    grids: tuple[Grid, ...]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A change together with the person it is for, once that person has a number."""

    person: Person
    change: GroupChange
    newcomer: bool


class ImportService:
    """`words`: how lists are headed, by kind of person; another kind speaks by its labels."""

    def __init__(self, office: OpenOffice, words: Mapping[PersonKind, ListWords]) -> None:
        self._office = office
        self._door = office.door
        self._words = words

    def kinds(self) -> tuple[PersonKind, ...]:
        """Return whom a list may hold: guardians stand beside their recipients."""
        known = self._office.catalogue.kinds() - {PersonKind.GUARDIAN, PersonKind.OFFICE}
        return tuple(kind for kind in PersonKind if kind in known)

    def read(self, path: Path) -> ListFile:
        """Return what stands in a file. Raises what `read_list` raises."""
        return ListFile(path.name, tuple(read_list(path)))

    def layout(self, grid: Grid, kind: PersonKind) -> Layout:
        """Return what the columns mean. Raises `HeadingNotFoundError`."""
        with self._door.enter(Action.IMPORT_LOOKED_AT, detail="layout") as step:
            known = step.uow.imports.layouts()
        return layout_of(grid, self._words_of(kind), self._office.catalogue, known)

    def fields(self, kind: PersonKind) -> tuple[FieldRef, ...]:
        """Return the fields that a column may carry."""
        return fields_to_choose(self._words_of(kind), self._office.catalogue)

    def preview(self, grid: Grid, layout: Layout) -> ImportPreview:
        """Compare every row with the people in use; nothing is stored."""
        office, words = self._office, self._words_of(layout.kind)
        groups = {each.group for each in layout.meanings if isinstance(each, FieldRef)}
        with self._door.enter(Action.IMPORT_LOOKED_AT, detail="preview") as step:
            register = Register.read(step, words, groups)
            step.count = len(grid.rows)
        reader = RowReader(layout, words, office.catalogue)
        comparison = Comparison(reader, register, office.catalogue, office.today(), office.words)
        rows = tuple(map(comparison.row, grid.rows[layout.heading + 1 :]))
        missing = tuple(
            person.id
            for person in register.people.values()
            if person.kind is layout.kind and person.id not in comparison.met
        )
        unread = tuple(
            title
            for title, meaning in zip(layout.titles, layout.meanings, strict=True)
            if meaning is None and title.strip()
        )
        return ImportPreview(layout.kind, layout, rows, missing, unread)

    def store(self, preview: ImportPreview, chosen: Collection[int], reason: str) -> ImportRun:
        """Store the chosen rows (by number) that are good, all in one commit.

        Raises `NothingToImportError`, `HoldingChangedMeanwhileError`, `ConsentMissingError`.
        """
        good = {RowState.NEW, RowState.CHANGED}
        rows = [row for row in preview.rows if row.number in chosen and row.state in good]
        if not rows:
            raise NothingToImportError
        with self._door.enter(Action.PEOPLE_IMPORTED) as step:
            fitted = self._fit(step, preview.kind, rows)
            items = self._write(step, fitted, reason)
            run = step.uow.imports.add(
                preview.kind,
                items,
                added=sum(row.state is RowState.NEW for row in rows),
                changed=sum(row.state is RowState.CHANGED for row in rows),
                at=self._office.clock.now(),
                account_id=self._office.actor.account_id,
            )
            layout = preview.layout
            step.uow.imports.remember(
                fingerprint(layout.kind, layout.titles),
                map(code_of, layout.meanings),
                self._office.clock.now(),
            )
            step.count, step.detail = len(rows), run.number
            lines = self._lines(step, fitted)
        self._office.index.put_many(lines)
        return run

    def runs(self) -> list[ImportRun]:
        """Return every list that was brought in, newest first."""
        with self._door.enter(Action.IMPORT_LOOKED_AT, detail="runs") as step:
            return step.uow.imports.all()

    def _words_of(self, kind: PersonKind) -> ListWords:
        known = self._words.get(kind)
        if known is not None:
            return known
        name, birth, mobile = (
            FieldRef(kind, "identity", each) for each in ("name", "birth", "mobile")
        )
        has_birth = self._office.catalogue.has_field("identity", "birth", kind)
        keys = ((name, birth),) if has_birth else ((name, mobile),)
        return ListWords(kind, keys, {}, {}, {}, {}, ())

    def _fit(self, step: Step, kind: PersonKind, rows: Sequence[ImportRow]) -> list[Fitted]:
        """Give numbers to whom is new, tie guardians, and set each change to its person."""
        newcomers: list[PersonKind] = []
        for row in rows:
            newcomers += [kind] if not row.person_id else []
            newcomers += [PersonKind.GUARDIAN] if _brings_guardian(row) else []
        people = iter(step.uow.people.add_many(newcomers, self._office.today()))
        known = step.uow.people.some(
            {each for row in rows for each in (row.person_id, row.guardian_id) if each}
        )
        fitted: list[Fitted] = []
        ranks = {
            recipient: len(each) for recipient, each in step.uow.people.all_guardians().items()
        }
        links: list[tuple[int, int, int]] = []
        for row in rows:
            person = known.get(row.person_id) or next(people)
            new = not row.person_id
            fitted += [Fitted(person, change, new) for change in row.changes_of(kind)]
            if kind is PersonKind.GUARDIAN or not row.changes_of(PersonKind.GUARDIAN):
                continue
            guardian = known.get(row.guardian_id) or next(people)
            if not row.guardian_id:
                ranks[person.id] = ranks.get(person.id, 0) + 1
                links.append((person.id, guardian.id, ranks[person.id]))
            fitted += [
                Fitted(guardian, change, not row.guardian_id)
                for change in row.changes_of(PersonKind.GUARDIAN)
            ]
        step.uow.people.link_many(links)
        return fitted

    def _write(self, step: Step, fitted: Sequence[Fitted], reason: str) -> list[ImportItem]:
        """Begin the new holdings in one go, correct the others with their history."""
        office, uow = self._office, step.uow
        new = [each for each in fitted if not each.change.holding_id]
        for each in new:
            if not each.newcomer:
                writing.check_consent(uow, office.catalogue, each.person, each.change.group)
        begun = uow.holdings.add(
            [
                NewHolding(
                    each.person.id,
                    each.change.group,
                    each.change.values,
                    office.catalogue.group(each.change.group, each.person.kind).basis.value,
                    FROM_LIST,
                    office.today(),
                )
                for each in new
            ]
        )
        items = [
            ImportItem(holding.id, each.person.id, 1, each.newcomer)
            for each, holding in zip(new, begun, strict=True)
        ]
        items += [self._correct(step, each, reason) for each in fitted if each.change.holding_id]
        return items

    def _correct(self, step: Step, each: Fitted, reason: str) -> ImportItem:
        change, uow = each.change, step.uow
        version = uow.holdings.change(change.holding_id, change.version, change.values)
        content = uow.holdings.open(change.holding_id)
        uow.history.add(
            content.holding,
            version,
            [(name, old, change.values.get(name, "")) for name, old in change.before.items()],
            reason,
            at=self._office.clock.now(),
            account_id=self._office.actor.account_id,
        )
        return ImportItem(change.holding_id, each.person.id, version, newcomer=False)

    def _lines(self, step: Step, fitted: Sequence[Fitted]) -> list[PersonLine]:
        values: dict[int, dict[str, str]] = {}
        people: dict[int, Person] = {}
        for each in fitted:
            if each.change.group in _LISTED:
                people[each.person.id] = each.person
                if each.newcomer:
                    values.setdefault(each.person.id, {}).update(each.change.values)
        return [
            person_line(person, values[person.id])
            if person.id in values
            else writing.line_of(step.uow, person)
            for person in people.values()
        ]


def _brings_guardian(row: ImportRow) -> bool:
    return not row.guardian_id and bool(row.changes_of(PersonKind.GUARDIAN))
