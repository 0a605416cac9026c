"""Rows of a list of guardians: each names a recipient in use, about whom nothing is changed."""

from easycare_desktop.domain.import_refusals import RecipientUnknownError, RowTwiceError
from easycare_desktop.domain.importing import FieldRef, ImportRow, RowProblem, RowState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.validation_refusals import RequiredMissingError
from easycare_desktop.exchange.incoming.grid import GridRow
from easycare_desktop.services.imports.comparing import Comparison
from easycare_desktop.services.imports.plan import Plan, guardian_of
from easycare_desktop.services.imports.row_work import IDENTITY
from easycare_desktop.services.imports.rows import Read
from easycare_desktop.system.override import override

_NAME = FieldRef(PersonKind.GUARDIAN, IDENTITY, "name")


class GuardianComparison(Comparison):
    """The last key of such a list is the name alone: it counts where the row tells nothing else."""

    @override
    def row(self, row: GridRow) -> ImportRow:
        read = self._reader.read(row.cells)
        plan = self._plans.get(read.shape) or self._plan(read.shape)
        plan = plan._replace(groups=(), keys=plan.keys[:-1] or plan.keys)
        person_id, problems = self._recipient(row.number, plan, read)
        guardian = guardian_of(plan, read)
        if not guardian and not plan.wrong_guardian:
            problems.append(RowProblem(_NAME, RequiredMissingError(_NAME.field)))
        if person_id and guardian:
            earlier = self._earlier(row.number, [(person_id, *guardian)])
            problems += [RowProblem(None, RowTwiceError(earlier))] if earlier else []
        made = self._made(self._about(row), plan, read, person_id, problems)
        if made.state is RowState.CHANGED and not made.guardian_id:
            return made._replace(state=RowState.NEW)
        return made

    def _recipient(self, number: int, plan: Plan, read: Read) -> tuple[int, list[RowProblem]]:
        """Return the recipient whom a row names, and what is wrong with that."""
        kind = self._words.kind
        wrong = [
            RowProblem(ref, read.refused(place))
            for ref, place in read.shape.wrong.items()
            if ref.kind is kind
        ]
        if wrong:
            return 0, wrong
        person_id, problems, _ = self._who(number, plan, read)
        if not person_id and not problems:
            problems = [RowProblem(None, RecipientUnknownError())]
        return person_id, problems
