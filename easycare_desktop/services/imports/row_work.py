"""What one row would do to one or two persons, item group by item group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from easycare_desktop.domain.catalogue import Catalogue, ItemGroup
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.importing import (
    FieldRef,
    GroupChange,
    PersonFrozenError,
    RowProblem,
    RowState,
)
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.domain.validation import missing_or_unordered
from easycare_desktop.domain.validation_refusals import RequiredMissingError
from easycare_desktop.services.imports.register import Register

IDENTITY = "identity"
_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Read:
    """The values of a row that are right by themselves, and what is wrong with the others."""

    good: dict[FieldRef, str]
    wrong: dict[FieldRef, InputRefusal]


class Work:
    """What one row would do to one or two persons, group by group."""

    def __init__(self, catalogue: Catalogue, register: Register, read: Read) -> None:
        self._catalogue, self._register, self._read = catalogue, register, read
        self.changes: list[GroupChange] = []
        self.problems: list[RowProblem] = []
        self.left_out: list[RowProblem] = []

    def person(self, kind: PersonKind, person_id: int, *, required: bool) -> None:
        """Look at every group that the row speaks of; the identity of somebody new always."""
        good: dict[str, dict[str, str]] = {} if person_id else {IDENTITY: {}}
        for (whose, group, field), value in self._read.good.items():
            if whose is kind:
                good.setdefault(group, {})[field] = value
        wrong: dict[str, dict[str, InputRefusal]] = {}
        for (whose, group, field), refusal in self._read.wrong.items():
            if whose is kind:
                wrong.setdefault(group, {})[field] = refusal
        for item in self._catalogue.groups_for(kind):
            if item.code in good or item.code in wrong:
                self._group(
                    kind,
                    person_id,
                    item,
                    good.get(item.code, _NOTHING),
                    wrong.get(item.code, {}),
                    must=required and item.code == IDENTITY,
                )

    def _group(
        self,
        kind: PersonKind,
        person_id: int,
        group: ItemGroup,
        good: Mapping[str, str],
        wrong: dict[str, InputRefusal],
        *,
        must: bool,
    ) -> None:
        stored = self._register.stored(person_id, group.code) if person_id else None
        before: Mapping[str, str] = stored.values if stored else _NOTHING
        values = {**before, **good}
        refused = {**missing_or_unordered(group, values), **wrong}
        if refused:
            self._tell(kind, group.code, refused, must=must)
            return
        changed = (
            {name: before.get(name, "") for name in good if good[name] != before.get(name)}
            if stored
            else dict.fromkeys(good, "")
        )
        if not changed:
            return
        if stored is not None and stored.state is not HoldingState.ACTIVE:
            self.problems.append(RowProblem(None, PersonFrozenError()))
            return
        where = (stored.id, stored.version) if stored else (0, 0)
        self.changes.append(GroupChange(kind, group.code, values, changed, *where))

    def _tell(
        self, kind: PersonKind, code: str, wrong: Mapping[str, InputRefusal], *, must: bool
    ) -> None:
        """Leave out a group that only lacks something; what is wrong has to be mended."""
        only_missing = all(isinstance(each, RequiredMissingError) for each in wrong.values())
        told = self.left_out if only_missing and not must else self.problems
        told += [RowProblem(FieldRef(kind, code, name), each) for name, each in wrong.items()]


def state_of(problems: Sequence[RowProblem], person_id: int, *, changes: bool) -> RowState:
    """Return what a row would do, all in all."""
    if problems:
        return RowState.BAD
    if not person_id:
        return RowState.NEW
    return RowState.CHANGED if changes else RowState.SAME
