"""Guardians of whom several rows tell: what the first row says of them counts for all."""

from collections.abc import Hashable, Mapping

from easycare_desktop.domain.catalogue import Catalogue, FieldKind
from easycare_desktop.domain.hangul import plain_name
from easycare_desktop.domain.import_refusals import GuardianDiffersError
from easycare_desktop.domain.importing import FURTHER, FieldRef, ImportRow, RowProblem, RowState
from easycare_desktop.domain.leaving_out import without
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.imports.plan import Plan
from easycare_desktop.services.imports.rows import Read


class SharedGuardians:
    """Keeps who was told of, in which row, and how."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._told: dict[Hashable, dict[FieldRef, tuple[str, int]]] = {}

    def settled(self, made: ImportRow, plan: Plan, read: Read) -> ImportRow:
        """Return a row without what an earlier one says otherwise of its guardian.

        Two telephone numbers of one guardian are wrong: somebody has to say which is right.
        """
        whose = _whose(made, plan, read)
        if whose is None or made.state is RowState.BAD or made.gone is not None:
            return made
        known, said = self._told.setdefault(whose, {}), _said(plan, read)
        differs = {
            ref: known[ref][1] % FURTHER
            for ref, text in said.items()
            if ref in known and known[ref][0] != text and known[ref][1] != made.number
        }
        wrong = [
            RowProblem(ref, GuardianDiffersError(row))
            for ref, row in differs.items()
            if self._catalogue.field(ref.group, ref.field, ref.kind).kind is FieldKind.PHONE
        ]
        if wrong:
            problems = (*made.problems, *wrong)
            return made._replace(state=RowState.BAD, changes=(), problems=problems, ties=False)
        for ref, text in said.items():
            known.setdefault(ref, (text, made.number))
        kept = without(made, _stored(made, differs), self._catalogue)
        return kept._replace(differs=tuple(differs.items())) if differs else made


def _whose(made: ImportRow, plan: Plan, read: Read) -> Hashable:
    """Return by what the guardian of a row is known in other rows, if by anything."""
    if made.guardian_id:
        return made.guardian_id
    phone = str(read.values[plan.phone])
    return (plain_name(str(read.values[plan.guardian])), phone) if phone else None


def _said(plan: Plan, read: Read) -> dict[FieldRef, str]:
    """Return what the list itself says of a guardian."""
    return {
        ref: text
        for each in plan.of_guardian
        for name, text in zip(each.names, each.taken(read.values), strict=True)
        if (ref := FieldRef(PersonKind.GUARDIAN, each.group.code, name)) not in read.shape.assumed
    }


def _stored(made: ImportRow, differs: Mapping[FieldRef, int]) -> list[FieldRef]:
    """Return the fields of these in which something is stored already."""
    return [
        FieldRef(change.kind, change.group, name)
        for change in made.changes_of(PersonKind.GUARDIAN)
        for name, old in change.before.items()
        if old and FieldRef(change.kind, change.group, name) in differs
    ]
