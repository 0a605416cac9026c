"""People that leave as a workbook: chosen fields, a purpose, a password, a line in the register."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from easycare_desktop.documents import export_words
from easycare_desktop.documents.paper_titles import PEOPLE_EXPORT
from easycare_desktop.documents.words import word
from easycare_desktop.domain.catalogue import FieldKind, ItemField, ItemGroup
from easycare_desktop.domain.exporting import (
    Exported,
    ExportEmptyError,
    ExportOrder,
    exportable_groups,
)
from easycare_desktop.domain.holdings import PASSED_ON
from easycare_desktop.domain.importing import FieldRef
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.registers import RegisterItem
from easycare_desktop.domain.rights import Action
from easycare_desktop.domain.rule_refusals import NotInCatalogueError
from easycare_desktop.exchange.sheets import Cell, Sheet, SheetColumn
from easycare_desktop.security.password_rule import check_password
from easycare_desktop.services.door import Step
from easycare_desktop.services.export_ties import RECIPIENT_NUMBER, Beside
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.office_profile import letterhead
from easycare_desktop.services.outgoing import (
    check_leaving,
    facts_of,
    note_left,
    register_copy,
    write_protected,
)

_IDENTITY = "identity"
_WIDTHS = {FieldKind.ADDRESS: 44, FieldKind.LONG_TEXT: 48, FieldKind.NAME: 14, FieldKind.DATE: 12}
_Opened = Mapping[tuple[PersonKind, str], Mapping[int, Mapping[str, str]]]
_Row = tuple[Cell, ...]


class ExportService:
    """Use cases of lists that go out."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def groups(self, kind: PersonKind) -> tuple[ItemGroup, ...]:
        """Return what a list of this kind of person may carry."""
        return exportable_groups(self._office.catalogue, kind)

    def check_password(self, password: str, own_words: Iterable[str] = ()) -> None:
        """Raise what is wrong with the password of a file."""
        check_password(password, own_words)

    def going(self) -> frozenset[int]:
        """Return who may stand in a list that goes out: whose name and numbers are passed on."""
        with self._door.enter(Action.PEOPLE_LISTED, detail="export") as step:
            held = step.uow.outline.versions_of({_IDENTITY}, PASSED_ON)
        return frozenset(person_id for _, person_id, _ in held)

    def save(self, order: ExportOrder, path: Path) -> Exported:
        """Write the list to a file under its password; what went out is on record before it does.

        Where the file cannot be written, nothing is left of it, and the record says so. Raises
        `ExportEmptyError`, `ExportReasonMissingError`, `NameInTextError`, what `check_password`
        and `write_atomically` raise, and `NotInCatalogueError` for a field that may not go out.
        """
        reason = self._checked(order)
        with self._door.enter(Action.PEOPLE_EXPORTED, detail=order.leaving.purpose.value) as step:
            rows, twins, count = self._rows(step, order)
            step.count = count
            item = self._register(step, order, twins, count)
            why = export_words.why(word(order.leaving.purpose), reason)
            note_left(self._office, step, PEOPLE_EXPORT, why)
            step.detail = f"{item.number} {order.leaving.purpose.value} {len(order.fields)}"
            head = letterhead(step.uow, practice=self._office.info.practice).name
        facts = facts_of(self._office, head, why)
        book = (self._sheet(order, rows), facts, order.leaving.password)
        write_protected(self._office, item, path, book)
        return Exported(item.number, count, len(order.people) - count)

    def _checked(self, order: ExportOrder) -> str:
        """Return the reason, once nothing is wrong with the order."""
        if not order.people or not order.fields:
            raise ExportEmptyError
        reason = check_leaving(self._office, order.leaving.reason, order.leaving.password)
        for ref in order.fields:
            self._field(ref)
        return reason

    def _field(self, ref: FieldRef) -> ItemField:
        group = next((each for each in self.groups(ref.kind) if each.code == ref.group), None)
        if group is None:
            raise NotInCatalogueError(ref.group, ref.field)
        return group.field(ref.field)

    def _rows(
        self, step: Step, order: ExportOrder
    ) -> tuple[list[_Row], list[tuple[int, str]], int]:
        """Return rows of everybody who may go out, whose groups they carry, and how many it is."""
        opened = _open(step, order)
        beside = Beside.of(step.uow, order, opened[order.kind, _IDENTITY].keys())
        people = step.uow.people.some(order.people)
        fields = [(ref, self._field(ref)) for ref in order.fields]
        known = opened[order.kind, _IDENTITY]
        rows: list[_Row] = []
        carried: dict[tuple[int, str], None] = {}
        going = [each for each in order.people if each in known and people[each].kind is order.kind]
        for person_id, others in ((each, ids) for each in going for ids in beside.rows(each)):
            row: list[Cell] = [people[person_id].number]
            for ref, field in fields:
                whose = person_id if ref.kind is order.kind else next(iter(others), 0)
                stored = opened[ref.kind, ref.group].get(whose, {}).get(ref.field, "")
                value = beside.said(ref, others, stored)
                row.append(_cell(field, value))
                if value:
                    carried[whose, ref.group] = None
                if ref == RECIPIENT_NUMBER:
                    carried |= dict.fromkeys((each, _IDENTITY) for each in beside.numbered(others))
            rows.append(tuple(row))
        if not rows:
            raise ExportEmptyError(len(order.people))
        return rows, list(carried), len(going)

    def _register(
        self, step: Step, order: ExportOrder, carried: Sequence[tuple[int, str]], count: int
    ) -> RegisterItem:
        """Record the copy, so that every destruction asks about it."""
        values = {
            "where": "export",
            "label": export_words.copy_name(word(order.kind), count),
            "contents": export_words.contents(self._titles(order)),
            "purpose": word(order.leaving.purpose),
            "reason": order.leaving.reason.strip(),
        }
        return register_copy(self._office, step, values, carried)

    def _sheet(self, order: ExportOrder, rows: list[_Row]) -> Sheet:
        heads = [SheetColumn(export_words.NUMBER, 12)]
        for title, ref in zip(self._titles(order), order.fields, strict=True):
            heads.append(SheetColumn(title, _WIDTHS.get(self._field(ref).kind, 16)))
        return Sheet(export_words.list_title(word(order.kind)), tuple(heads), tuple(rows))

    def _titles(self, order: ExportOrder) -> list[str]:
        """Return the heads of the columns, each once: a group's name tells equal ones apart."""
        plain = [self._title(ref, order.kind) for ref in order.fields]
        return [
            f"{title}({self._office.catalogue.group(ref.group, ref.kind).label})"
            if plain.count(title) > 1
            else title
            for ref, title in zip(order.fields, plain, strict=True)
        ]

    def _title(self, ref: FieldRef, kind: PersonKind) -> str:
        words = self._field(ref).label
        if ref.kind is kind:
            return words
        guardian = ref.kind is PersonKind.GUARDIAN
        return f"{export_words.FIRST_GUARDIAN if guardian else word(ref.kind)} {words}"


def _open(step: Step, order: ExportOrder) -> _Opened:
    """Open the item groups that are asked for, of everybody, and who may go out at all."""
    wanted = {(ref.kind, ref.group) for ref in order.fields}
    kinds = {kind for kind, _ in wanted} | {order.kind}
    codes = {group for _, group in wanted} | {_IDENTITY}
    by_code: dict[str, dict[int, dict[str, str]]] = {code: {} for code in codes}
    for code, person_id, values in step.uow.everybody.of_groups(codes, PASSED_ON):
        by_code[code][person_id] = values
    return {(kind, code): by_code[code] for kind in kinds for code in codes}


def _cell(field: ItemField, value: str) -> Cell:
    """Return a stored value as a cell: choices in words, days as days, amounts as numbers."""
    if not value:
        return None
    if field.kind is FieldKind.CHOICE:
        return field.choice_label(value)
    if field.kind is FieldKind.DATE:
        return date.fromisoformat(value)
    return int(value) if field.kind in {FieldKind.NUMBER, FieldKind.MONEY} else value
