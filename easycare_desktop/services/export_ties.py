"""Who stands beside somebody in a list that goes out: the guardian, or whose guardian it is."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from easycare_desktop.domain.exporting import ExportOrder
from easycare_desktop.domain.importing import FieldRef
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.storage.unit_of_work import UnitOfWork

RECIPIENT_NUMBER = FieldRef(PersonKind.GUARDIAN, "identity", "recipient_number")


@dataclass(frozen=True, slots=True)
class Beside:
    """`ids`: by person those who are tied to them and may go out; `numbers`: of recipients.

    `each_apart`: whether everybody beside a person makes a row.
    """

    ids: Mapping[int, tuple[int, ...]]
    numbers: Mapping[int, str]
    each_apart: bool

    @classmethod
    def of(cls, uow: UnitOfWork, order: ExportOrder, known: Collection[int]) -> "Beside":
        """Read the ties of those of a list; `known`: who may go out."""
        tied: dict[int, tuple[int, ...]] = {}
        numbers: dict[int, str] = {}
        of_guardians = order.kind is PersonKind.GUARDIAN
        for recipient, guardians in uow.people.all_guardians().items():
            here = tuple(each for each in guardians if each in known)
            if not of_guardians:
                tied[recipient] = here
            elif recipient in known:
                tied |= {each: (*tied.get(each, ()), recipient) for each in here}
        if of_guardians and RECIPIENT_NUMBER in order.fields:
            wanted = {each for ids in tied.values() for each in ids}
            numbers = {each.id: each.number for each in uow.people.some(wanted).values()}
        apart = of_guardians and any(ref.kind is PersonKind.RECIPIENT for ref in order.fields)
        return cls(tied, numbers, apart)

    def rows(self, person_id: int) -> tuple[tuple[int, ...], ...]:
        """Return for each row of somebody who stands beside them, the first to call first."""
        ids = self.ids.get(person_id, ())
        return tuple((each,) for each in ids) if self.each_apart and ids else (ids,)

    def said(self, ref: FieldRef, ids: tuple[int, ...], stored: str) -> str:
        """Return what stands in a field: the numbers of recipients as they are tied now."""
        if ref != RECIPIENT_NUMBER:
            return stored
        return ", ".join(self.numbers[each] for each in self.numbered(ids)) or stored

    def numbered(self, ids: tuple[int, ...]) -> tuple[int, ...]:
        """Return those of them whose number stands there."""
        return tuple(each for each in ids if each in self.numbers)
