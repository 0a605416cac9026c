"""The rows that were not taken, given back as a protected workbook with the reason beside each."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from easycare_desktop.documents import export_words
from easycare_desktop.documents.paper_titles import PEOPLE_EXPORT
from easycare_desktop.documents.words import word
from easycare_desktop.domain.exporting import Exported, ExportEmptyError, Leaving
from easycare_desktop.domain.free_text import (
    cover_all_but_one,
    cover_all_but_seven,
    cover_resident_numbers,
    may_be_back_digits,
)
from easycare_desktop.domain.importing import FieldRef, ImportRow, Layout, Meaning, Special
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.registers import RegisterItem
from easycare_desktop.domain.rights import Action
from easycare_desktop.exchange.incoming.back_digits import mostly_backs, with_backs
from easycare_desktop.exchange.incoming.grid import GridRow, filled_down
from easycare_desktop.exchange.sheets import Sheet, SheetColumn
from easycare_desktop.services.door import Step
from easycare_desktop.services.imports.service import ListFile
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.office_profile import letterhead
from easycare_desktop.services.outgoing import (
    check_leaving,
    facts_of,
    note_left,
    register_copy,
    write_protected,
)

_REASON_WIDTH, _WIDTH = 40, 16
_RESIDENT = (Special.RESIDENT_NUMBER, Special.RESIDENT_BACK)


@dataclass(frozen=True, slots=True)
class Rejected:
    """Bad rows of a sheet, each with what is wrong, by where it stands in the file.

    `titles`: of the sheet that is written, and of its column of reasons.
    """

    file: ListFile
    sheet: int
    layout: Layout
    rows: tuple[ImportRow, ...]
    told: Mapping[int, str]
    titles: tuple[str, str]

    @property
    def cells(self) -> list[GridRow]:
        """The rows as they came, each with what it shares with others."""
        rows = filled_down(self.file.grids[self.sheet], self.layout.heading)
        return [row for row in rows if row.number in self.told]


class RejectedRowsService:
    """The use case of taking bad rows out again, to mend them where they came from."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def save(self, rejected: Rejected, leaving: Leaving, path: Path) -> Exported:
        """Write the rows under a password; on record before they are.

        Resident numbers keep their first seven digits, also where the last seven stand apart; what
        may be such digits is covered in columns that are not read. Raises `ExportEmptyError` and
        what `check_leaving` and `write_atomically` raise.
        """
        cells = rejected.cells
        if not cells:
            raise ExportEmptyError
        office, layout = self._office, rejected.layout
        check_leaving(office, leaving.reason, leaving.password)
        purpose = leaving.purpose.value
        with self._door.enter(Action.PEOPLE_EXPORTED, detail=purpose) as step:
            item = self._register(step, rejected, leaving, cells)
            why = export_words.why(word(leaving.purpose), leaving.reason.strip())
            note_left(office, step, PEOPLE_EXPORT, why)
            step.detail = f"{item.number} {purpose} rejected_rows"
            step.count = len(cells)
            head = letterhead(step.uow, practice=office.info.practice).name
        name, reasons = rejected.titles
        columns = [SheetColumn(cover_resident_numbers(title), _WIDTH) for title in layout.titles]
        columns.append(SheetColumn(reasons, _REASON_WIDTH))
        layout = _with_doubtful(layout, cells)
        rows = tuple((*_covered(layout, row), rejected.told[row.number]) for row in cells)
        sheet = Sheet(name, tuple(columns), rows)
        book = (sheet, facts_of(office, head, why), leaving.password)
        write_protected(office, item, path, book)
        return Exported(item.number, len(rows), 0)

    def _register(
        self, step: Step, rejected: Rejected, leaving: Leaving, cells: list[GridRow]
    ) -> RegisterItem:
        """Record the copy, and whose data it carries as far as they are in use."""
        layout, catalogue = rejected.layout, self._office.catalogue
        read = [each for each in layout.meanings if isinstance(each, FieldRef)]
        refs = [part for each in read for part in each.parts]
        labels = [catalogue.field(each.group, each.field, each.kind).label for each in refs]
        unread = sum(
            meaning is None and bool(title.strip())
            for title, meaning in zip(layout.titles, layout.meanings, strict=True)
        )
        values = {
            "where": "export",
            "label": export_words.rejects_name(word(layout.kind), len(cells)),
            "contents": export_words.rejects_contents(
                list(dict.fromkeys(labels)),
                unread,
                resident=any(each in _RESIDENT for each in layout.meanings),
            ),
            "purpose": word(leaving.purpose),
            "reason": leaving.reason.strip(),
        }
        return register_copy(self._office, step, values, _carried(rejected, cells))


def _carried(rejected: Rejected, cells: list[GridRow]) -> list[tuple[int, str]]:
    """Return person and item group of what stands in the rows about people in use."""
    known = {row.line: row for row in rejected.rows}
    carried: dict[tuple[int, str], None] = {}
    for row in cells:
        about = known.get(row.number)
        for meaning, cell in zip(rejected.layout.meanings, row.cells, strict=False):
            if about is None or not isinstance(meaning, FieldRef) or not cell.strip():
                continue
            guardian = meaning.kind is PersonKind.GUARDIAN
            person_id = about.guardian_id if guardian else about.person_id
            if person_id:
                carried[person_id, meaning.group] = None
    return list(carried)


def _with_doubtful(layout: Layout, cells: list[GridRow]) -> Layout:
    """Return the layout with columns that nothing is known of, and that may hold last digits."""
    doubtful = [
        place
        for place, meaning in enumerate(layout.meanings)
        if meaning is None and mostly_backs([row.cells[place] for row in cells])
    ]
    return with_backs(layout, frozenset(doubtful))


def _covered(layout: Layout, row: GridRow) -> tuple[str, ...]:
    pairs = zip(layout.meanings, row.cells, strict=False)
    return tuple(_cell(meaning, cell) for meaning, cell in pairs)


def _cell(meaning: Meaning, cell: str) -> str:
    if meaning is Special.RESIDENT_BACK or (
        meaning is Special.RESIDENT_NUMBER and may_be_back_digits(cell)
    ):
        return cover_all_but_one(cell)
    if meaning is Special.RESIDENT_NUMBER:
        return cover_all_but_seven(cell)
    return cover_resident_numbers(cell)
