"""Rows with columns of a second guardian: one row more, which adds nobody but that guardian."""

from collections.abc import Iterable
from datetime import date

from easycare_desktop.domain.catalogue import Catalogue
from easycare_desktop.domain.import_refusals import UndecidedFirstError
from easycare_desktop.domain.importing import FURTHER, ImportRow, RowProblem, RowState
from easycare_desktop.domain.law import LawBook
from easycare_desktop.exchange.incoming.grid import GridRow
from easycare_desktop.services.imports.comparing import Comparison
from easycare_desktop.services.imports.plan import About, Plan, guardian_of
from easycare_desktop.services.imports.register import Register
from easycare_desktop.services.imports.rows import Read, RowReader
from easycare_desktop.system.override import override


class PairComparison(Comparison):
    """`second`: reads the columns of the second guardian as those of a guardian."""

    def __init__(
        self,
        reader: RowReader,
        register: Register,
        catalogue: Catalogue,
        law: LawBook,
        today: date,
        second: RowReader,
    ) -> None:
        super().__init__(reader, register, catalogue, law, today)
        self._second = second

    @override
    def rows(self, row: GridRow) -> Iterable[ImportRow]:
        first = self.row(row)
        if first.state is RowState.BAD:
            return (first,)
        read = self._second.read(row.cells)
        plan = self._plans.get(read.shape) or self._plan(read.shape)
        if plan.unnamed:
            unnamed = (*first.unnamed, *(ref.of_second for ref in plan.unnamed))
            first = first._replace(unnamed=unnamed)
        second = self._beside(row, first, plan, read)
        return (first,) if second is None else (first, second)

    def _beside(self, row: GridRow, first: ImportRow, plan: Plan, read: Read) -> ImportRow | None:
        """Return what the second guardian of a row does; nothing for none, or the same once more.

        Whose guardian it would be has to be known.
        """
        guardian = guardian_of(plan, read)
        lead = first.follows or first.number
        named = self._named.setdefault(lead, set())
        if guardian <= named and not plan.wrong_guardian:
            return None
        about = About(row.number + FURTHER, first.name)
        if first.similar is not None:
            undecided = (RowProblem(None, UndecidedFirstError()),)
            return ImportRow(*(about[0], RowState.BAD, about[1]), problems=undecided)
        named |= guardian
        made = self._made(about, plan._replace(groups=()), read, first.person_id)
        made = made._replace(follows=lead, gone=None)
        return None if made.state is RowState.SAME or not _does(made) else made


def _does(made: ImportRow) -> bool:
    return bool(made.changes) or made.ties or made.state is RowState.BAD
