"""Use cases of lists that come in: look, compare, store all good rows at once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from easycare_desktop.domain.import_preview import ImportPreview
from easycare_desktop.domain.import_refusals import NothingToImportError
from easycare_desktop.domain.import_runs import ImportRun
from easycare_desktop.domain.importing import FieldRef, Layout, RowState
from easycare_desktop.domain.leaving_out import without
from easycare_desktop.domain.list_words import ListWords
from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.domain.rights import Action
from easycare_desktop.domain.validation import reader_of
from easycare_desktop.exchange.incoming.grid import Grid, GridRow, filled_down
from easycare_desktop.exchange.incoming.headings import FIRST_ROWS, layout_of
from easycare_desktop.exchange.incoming.memory import entries_of, fingerprint
from easycare_desktop.exchange.incoming.reading import read_list
from easycare_desktop.exchange.incoming.terms import Terms, fields_to_choose
from easycare_desktop.exchange.incoming.whose import whose_instead
from easycare_desktop.services.imports.choosing import added, decided, meant, whom, without_backs
from easycare_desktop.services.imports.comparing import Comparison
from easycare_desktop.services.imports.guardian_rows import GuardianComparison
from easycare_desktop.services.imports.made_ties import note_ties
from easycare_desktop.services.imports.register import Register
from easycare_desktop.services.imports.rows import RowReader
from easycare_desktop.services.imports.same_guardian import united
from easycare_desktop.services.imports.second_guardians import PairComparison
from easycare_desktop.services.imports.storing import Storing
from easycare_desktop.services.office import OpenOffice

_SAMPLES = 2


@dataclass(frozen=True, slots=True)
class ListFile:
    """A file as it was read: its sheets, the fullest first. Nothing of it is stored."""

    name: str
    grids: tuple[Grid, ...]

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets."""
        return tuple(grid.name for grid in self.grids)

    def is_hidden(self, sheet: int) -> bool:
        """Tell whether Excel does not show a sheet."""
        return self.grids[sheet].hidden

    def first_rows(self, sheet: int) -> tuple[GridRow, ...]:
        """Return the rows of a sheet among which its headings stand."""
        return self.grids[sheet].rows[:FIRST_ROWS]

    def samples(self, sheet: int, layout: Layout) -> tuple[tuple[str, ...], ...]:
        """Return for each column of a sheet the first values under its heading."""
        rows = self.grids[sheet].rows[layout.heading + 1 :]
        return tuple(
            tuple(islice((row.cells[place] for row in rows if row.cells[place].strip()), _SAMPLES))
            for place in range(len(layout.titles))
        )


class ImportService:
    """`words`: how lists are headed, by kind of person; another kind speaks by its labels."""

    def __init__(self, office: OpenOffice, words: Mapping[PersonKind, ListWords]) -> None:
        self._office = office
        self._door = office.door
        self._words = words

    def kinds(self) -> tuple[PersonKind, ...]:
        """Return whose lists come in."""
        known = self._office.catalogue.kinds() - {PersonKind.OFFICE}
        return tuple(kind for kind in PersonKind if kind in known)

    def read(self, path: Path) -> ListFile:
        """Return what stands in a file. Raises what `read_list` raises."""
        return ListFile(path.name, tuple(read_list(path)))

    def layout(
        self, file: ListFile, sheet: int, kind: PersonKind, heading: int | None = None
    ) -> Layout:
        """Return what the columns of a sheet mean; `heading`: its place among the first rows.

        Raises `HeadingNotFoundError`.
        """
        with self._door.enter(Action.IMPORT_LOOKED_AT, detail="layout") as step:
            known = step.uow.imports.layouts()
        grid, catalogue = file.grids[sheet], self._office.catalogue
        layout = layout_of(grid, self._words_of(kind), catalogue, known, heading)
        chosen, *others = (
            Terms(self._words_of(each), catalogue)
            for each in sorted(self.kinds(), key=lambda each: each is not kind)
        )
        return replace(layout, instead=whose_instead(layout.titles, chosen, others))

    def fields(self, kind: PersonKind) -> tuple[FieldRef, ...]:
        """Return the fields that a column may carry."""
        return fields_to_choose(self._words_of(kind), self._office.catalogue)

    def preview(self, file: ListFile, sheet: int, layout: Layout) -> ImportPreview:
        """Compare every row of a sheet with the people in use; nothing is stored.

        Raises `BackDigitsReadError`.
        """
        grid = file.grids[sheet]
        office, words = self._office, self._words_of(layout.kind)
        layout = without_backs(grid, layout, Terms(words, office.catalogue))
        groups = {
            group
            for each in layout.meanings
            if isinstance(each, FieldRef)
            for group in (each.group, *self._once_more(each))
        }
        groups |= {source.group for ref, source in words.derived.items() if ref.group in groups}
        with self._door.enter(Action.IMPORT_LOOKED_AT, detail="preview") as step:
            register = Register.read(step, words, groups)
            step.count = len(grid.rows)
        comparison = self._comparison(layout, words, register)
        below = filled_down(grid, layout.heading)
        rows = tuple(united(made for row in below for made in comparison.all(row)))
        here = comparison.met - {row.person_id for row in rows if row.gone is not None}
        missing = tuple(
            person.id
            for person in register.people.values()
            if person.kind is layout.kind
            and words.listed is None
            and person.state is PersonState.ACTIVE
            and person.id not in here
        )
        unread = tuple(
            title
            for title, meaning in zip(layout.titles, layout.meanings, strict=True)
            if meaning is None and title.strip()
        )
        return ImportPreview(layout.kind, layout, rows, missing, unread)

    def _once_more(self, ref: FieldRef) -> list[str]:
        return [each.code for each in self._office.catalogue.once_more(ref.group, ref.kind)]

    def _comparison(self, layout: Layout, words: ListWords, register: Register) -> Comparison:
        office = self._office
        parse = partial(reader_of, today=office.today(), words=office.words)
        first = RowReader(layout.of_guardian(second=False), words, office.catalogue, parse)
        known = (register, office.catalogue, office.law, office.today())
        if words.listed is PersonKind.GUARDIAN:
            return GuardianComparison(first, *known)
        if not layout.has_second:
            return Comparison(first, *known)
        second = RowReader(layout.of_guardian(second=True), words, office.catalogue, parse)
        return PairComparison(first, *known, second)

    def store(
        self,
        preview: ImportPreview,
        chosen: Collection[int],
        reason: str,
        known: Collection[int] = (),
        left_out: Mapping[int, Collection[FieldRef]] = MappingProxyType({}),
    ) -> ImportRun:
        """Store the chosen rows (by number) that are good, all in one commit.

        `known`: rows that are about the person whom they are similar to. `left_out`: by row the
        corrections that are not taken. Raises `NothingToImportError`, what `without` raises,
        `HoldingChangedMeanwhileError`, `ConsentMissingError`.
        """
        said, catalogue = united(meant(preview, chosen, known)), self._office.catalogue
        rows = decided(without(row, left_out.get(row.number, ()), catalogue) for row in said)
        if not rows:
            raise NothingToImportError
        with self._door.enter(Action.PEOPLE_IMPORTED) as step:
            words = self._words_of(preview.kind)
            storing = Storing(self._office, step, words.kind)
            items = storing.write(rows, reason)
            run = step.uow.imports.add(
                preview.kind,
                items,
                added=added(rows, items, words),
                changed=len({whom(row, words) for row in rows if row.state is RowState.CHANGED}),
                at=self._office.clock.now(),
                account_id=self._office.actor.account_id,
            )
            note_ties(step.uow, run.id, storing.tied)
            layout = preview.layout
            mark = fingerprint(layout.kind, layout.titles)
            step.uow.imports.remember(mark, entries_of(layout), self._office.clock.now())
            step.count, step.detail = len(rows), run.number
            lines = storing.lines()
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
