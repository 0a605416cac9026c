"""Paper, media and copies elsewhere: what there is, and how it may be destroyed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from types import MappingProxyType

from easycare_desktop.domain.refusals import InputRefusal, Refusal


class RegisterKind(Enum):
    """What a register is of: item group of its details, and the letter of its numbers."""

    BOX = ("box", "paper_box", "B")
    MEDIUM = ("medium", "storage_medium", "S")
    OUTSIDE = ("outside", "outside_copy", "O")

    def __init__(self, code: str, group: str, letter: str) -> None:
        self.code = code
        self.group = group
        self.letter = letter


class RegisterState(Enum):
    """Where an entry stands."""

    IN_USE = "in_use"
    DESTROYED = "destroyed"
    SOLD = "sold"


class DisposalMethod(Enum):
    """How something was destroyed. Selling paper whole is no method and cannot be chosen."""

    SHREDDED = "shredded"
    BURNT = "burnt"
    DISSOLVED = "dissolved"
    CRUSHED = "crushed"
    DEGAUSSED = "degaussed"
    PUNCHED = "punched"
    DELETED = "deleted"


METHODS: Mapping[RegisterKind, tuple[DisposalMethod, ...]] = MappingProxyType(
    {
        RegisterKind.BOX: (
            DisposalMethod.SHREDDED,
            DisposalMethod.BURNT,
            DisposalMethod.DISSOLVED,
        ),
        RegisterKind.MEDIUM: (
            DisposalMethod.CRUSHED,
            DisposalMethod.DEGAUSSED,
            DisposalMethod.PUNCHED,
        ),
        RegisterKind.OUTSIDE: (DisposalMethod.DELETED,),
    }
)


_WITNESSES = ("witness", "on_site", "receipt")


@dataclass(frozen=True, slots=True)
class RegisterItem:
    """One box, medium or copy. `values`: its details by field; `held_data`: of media."""

    id: int
    number: str
    kind: RegisterKind
    state: RegisterState
    holding_id: int
    held_data: bool
    added_on: date
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Twin:
    """Where the paper (or copy) of a person lies; `group` empty: of everything about the person."""

    item_id: int
    person_id: int
    group: str = ""


@dataclass(frozen=True, slots=True)
class Disposal:
    """What was destroyed together. `persons`: whose papers left the items, nobody: the items whole.

    `photos` counts sealed pictures. `sequence`, `previous` and `entry` (hex) stand for the ledger.
    """

    id: int
    number: str
    kind: RegisterKind
    method: DisposalMethod
    at: datetime
    on_site_at: datetime | None
    holding_id: int
    handled_by: int
    items: tuple[int, ...]
    persons: tuple[int, ...]
    photos: int
    values: Mapping[str, str]
    plan_id: int | None = None
    sequence: int = 0
    previous: str = ""
    entry: str = ""

    @property
    def is_witnessed(self) -> bool:
        """Tell whether anything but the word of whoever did it stands behind it."""
        return bool(self.photos or any(self.values.get(code) for code in _WITNESSES))


@dataclass(frozen=True, slots=True)
class KeptOriginal:
    """Paper in a box of which law keeps the content: whose, by which rule, until when.

    `rule` is empty where a legal hold keeps it, `until` where the end is not known yet.
    """

    item_id: int
    person_id: int
    group: str
    rule: str = ""
    until: date | None = None


class MethodNotAllowedError(Refusal):
    """This kind of thing is not destroyed by this method."""

    def __init__(self, kind: RegisterKind, method: DisposalMethod) -> None:
        super().__init__(kind, method)
        self.kind = kind
        self.method = method


class OnSiteCheckMissingError(InputRefusal):
    """Dissolving needs a person who looked on at the site, and when."""


class MediumNotDestroyedError(Refusal):
    """A medium that held personal data leaves only after its destruction is on record."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class RegisterEmptyError(Refusal):
    """Nothing was chosen that could be destroyed."""


class RegisterClosedError(Refusal):
    """The entry is gone already: destroyed or handed over."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class DisposalAheadError(InputRefusal):
    """What is still to come cannot be on record as done. `field`: which moment it is."""


class DisposalBeforeEntryError(Refusal):
    """The entry was made after the day on which it is said to have gone."""

    def __init__(self, number: str, added_on: date) -> None:
        super().__init__(number, added_on)
        self.number = number
        self.added_on = added_on


class OriginalsKeptError(InputRefusal):
    """Law keeps what paper in these boxes says: it went elsewhere, or it is told why not."""

    def __init__(self, kept: tuple[KeptOriginal, ...], numbers: str) -> None:
        super().__init__("originals")
        self.kept = kept
        self.numbers = numbers


class TwinReasonMissingError(InputRefusal):
    """A destruction counts on this twin: taking it back needs a reason, which is printed."""


def check_method(
    kind: RegisterKind, method: DisposalMethod, on_site: str, on_site_at: datetime | None
) -> None:
    """Raise `MethodNotAllowedError`, or `OnSiteCheckMissingError` where one is needed."""
    if method not in METHODS[kind]:
        raise MethodNotAllowedError(kind, method)
    if method is DisposalMethod.DISSOLVED and not (on_site and on_site_at):
        raise OnSiteCheckMissingError("on_site")


def check_moments(at: datetime, on_site_at: datetime | None, now: datetime) -> None:
    """Raise `DisposalAheadError` where a disposal, or its check, would be still to come."""
    if at > now:
        raise DisposalAheadError("at")
    if on_site_at is not None and on_site_at > now:
        raise DisposalAheadError("on_site_at")


def check_entry(item: RegisterItem, at: datetime) -> None:
    """Raise `DisposalBeforeEntryError` for a disposal before the day of the entry."""
    if at.date() < item.added_on:
        raise DisposalBeforeEntryError(item.number, item.added_on)


def check_sale(item: RegisterItem) -> None:
    """Raise unless the entry may be sold: a medium without data, or one made unreadable."""
    if item.kind is not RegisterKind.MEDIUM or item.state is RegisterState.SOLD:
        raise RegisterClosedError(item.number)
    if item.held_data and item.state is not RegisterState.DESTROYED:
        raise MediumNotDestroyedError(item.number)
