"""Lists that go out: whom, which fields, what for, and the password that opens the file."""

from dataclasses import dataclass, field, replace
from enum import Enum

from easycare_desktop.domain.catalogue import Catalogue, ItemGroup, Sensitivity
from easycare_desktop.domain.importing import FieldRef
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import InputRefusal, Refusal
from easycare_desktop.domain.resident_numbers import REGISTERED

_OWN_RECORDS = frozenset({"cancellation", "notice", "consent_paper"})
"""Records of the office's own work. What needs a permit never goes out either."""


class ExportPurpose(Enum):
    """What a list is taken out for."""

    REVIEW = "review"
    AUTHORITY = "authority"
    ACCOUNTING = "accounting"
    CARE_PROGRAM = "care_program"
    CONTACT = "contact"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Leaving:
    """Why a file leaves, and the password that opens it."""

    purpose: ExportPurpose
    reason: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """One list of people of one kind. `people`: their ids, in the order of the rows.

    `fields` stand in the order of the columns; those of a guardian are of the first to call. In a
    list of guardians those of a recipient tell whose guardian it is, each in a row.
    """

    kind: PersonKind
    people: tuple[int, ...]
    fields: tuple[FieldRef, ...]
    leaving: Leaving


@dataclass(frozen=True, slots=True)
class Exported:
    """What went out. `number`: of the copy in the register; `left_out`: people who may not."""

    number: str
    people: int
    left_out: int


class ExportReasonMissingError(InputRefusal):
    """Taking data out needs a reason."""


class ExportEmptyError(Refusal):
    """Nobody and nothing was chosen that may go out. `left_out`: people who may not."""

    def __init__(self, left_out: int = 0) -> None:
        super().__init__(left_out)
        self.left_out = left_out


def exportable_groups(catalogue: Catalogue, kind: PersonKind) -> tuple[ItemGroup, ...]:
    """Return what a list of this kind may carry; the office's own records and numbers stay."""
    return tuple(
        replace(group, fields=tuple(each for each in group.fields if each.kind not in REGISTERED))
        for group in catalogue.groups_for(kind)
        if group.code not in _OWN_RECORDS and not group.by_permit
    )


def first_fields(catalogue: Catalogue, kind: PersonKind) -> tuple[FieldRef, ...]:
    """Return what is ticked before anybody chooses: the name alone."""
    return tuple(
        FieldRef(kind, group.code, each.code)
        for group in exportable_groups(catalogue, kind)[:1]
        for each in group.fields
        if each.code == "name"
    )


def is_delicate(group: ItemGroup, code: str) -> bool:
    """Tell whether a field is never ticked together with others: sensitive, or a unique id."""
    kinds = {group.sensitivity, group.field(code).sensitivity}
    return kinds != {Sensitivity.PLAIN}
