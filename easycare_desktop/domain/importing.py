"""Lists that come in: what a column means, what a row would do, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.domain.usual_lengths import Unusual

FURTHER = 10_000_000
"""Added to the number of a row, in the file, for what it says of a second guardian."""
_SECOND = "@2"


class FieldRef(NamedTuple):
    """One field of the catalogue, and whose it is. A list asks for them with every cell.

    Of two fields that stand in one cell: "from~until", or "choice+others" for several choices.
    With "@2" behind it, of the second guardian in the same row.
    """

    kind: PersonKind
    group: str
    field: str

    @property
    def code(self) -> str:
        """Return it as text, to be remembered with a layout."""
        return f"{self.kind.value}:{self.group}.{self.field}"

    @property
    def parts(self) -> tuple["FieldRef", ...]:
        """Return the fields that stand in the cell: mostly this one alone."""
        names = self.field.removesuffix(_SECOND).replace("+", "~").split("~")
        return tuple(FieldRef(self.kind, self.group, each) for each in names)

    @property
    def is_second(self) -> bool:
        """Whether it is of a second guardian."""
        return self.field.endswith(_SECOND)

    @property
    def of_second(self) -> "FieldRef":
        """The same field of the second guardian."""
        return self._replace(field=f"{self.field}{_SECOND}")

    @classmethod
    def of(cls, code: str, kind: PersonKind) -> "FieldRef":
        """Read "group.field" of `kind`, or "kind:group.field". Raises `ValueError`."""
        whose, _, place = code.rpartition(":")
        group, _, field = place.partition(".")
        return cls(PersonKind(whose) if whose else kind, group, field)


class Special(Enum):
    """A column that is no field: the resident number tells birth and sex and is not kept.

    Of its last seven digits alone nothing is read. The status tells who has left.
    """

    RESIDENT_NUMBER = "resident_number"
    RESIDENT_BACK = "resident_back"
    STATUS = "status"


Meaning = FieldRef | Special | None


@dataclass(frozen=True, slots=True)
class Layout:
    """What each column means. `heading`: place of the heading among the rows, -1 without one.

    `guessed`: no row was known to be headings; the first that may be is taken. `hidden`: columns
    that who keeps the file does not show. `instead`: whose list it rather seems to be.
    """

    kind: PersonKind
    heading: int
    titles: tuple[str, ...]
    meanings: tuple[Meaning, ...]
    remembered: bool = False
    guessed: bool = False
    hidden: frozenset[int] = frozenset()
    instead: PersonKind | None = None

    @property
    def has_second(self) -> bool:
        """Whether any column is about a second guardian."""
        return any(isinstance(each, FieldRef) and each.is_second for each in self.meanings)

    def of_guardian(self, *, second: bool) -> "Layout":
        """Return the layout with the columns of one of two guardians, read as any guardian's."""
        meanings = [
            each
            if not isinstance(each, FieldRef) or each.kind is not PersonKind.GUARDIAN
            else _plain(each)
            if each.is_second is second
            else None
            for each in self.meanings
        ]
        return replace(self, meanings=tuple(meanings))


def _plain(ref: FieldRef) -> FieldRef:
    return ref._replace(field=ref.field.removesuffix(_SECOND))


class RowState(Enum):
    """What a row would do."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong in a row. `place`: the field, nothing for the row as a whole."""

    place: FieldRef | None
    refusal: InputRefusal


class GroupChange(NamedTuple):
    """What a row would do to one item group of a person: the values that it would then hold.

    `holding_id` and `version` 0: the group is added. `before`: what changes, by field, as it was.
    """

    kind: PersonKind
    group: str
    values: Mapping[str, str]
    before: Mapping[str, str]
    holding_id: int = 0
    version: int = 0


class Likeness(Enum):
    """In what a row and a person, or an earlier row, are nearly the same."""

    NUMBERS = "numbers"
    SPELLING = "spelling"
    PHONE = "phone"
    BIRTH = "birth"
    SWAPPED = "swapped"

    __hash__ = object.__hash__  # each is there once; they are asked for with every row


@dataclass(frozen=True, slots=True)
class Similar:
    """Who a row may be: a person in use, or else an earlier row of the list (`row`, not 0)."""

    why: Likeness
    person_id: int = 0
    row: int = 0


class Gone(NamedTuple):
    """What tells that somebody has left: a field and its day, or else what the status says."""

    field: FieldRef | None
    said: str


class ImportRow(NamedTuple):
    """One row of a list, read and compared, with nothing stored yet.

    `person_id`, `guardian_id`: who they are, if in use already, else 0. `left_out`: groups that
    lack something required and are not taken. `assumed`: fields taken without the list saying so.
    `unusual`: what is told, and taken. `ties`: the guardian is in use and will be tied. `similar`:
    who it may be, to be decided; `as_known`: what it would do if it is that person. `follows`: an
    earlier row about the same person, to whom this one adds a guardian and nothing else. `gone`:
    what tells that the person has left; a row itself never ends anybody.
    `differs`: what an earlier row, by its line, says otherwise of the guardian: that one counts.
    `unnamed`: what is said of a guardian who is not named: it is not taken. `hidden`: who keeps the
    file does not show the row.
    `number`: as it is chosen; `line`: where it stands in the file.
    """

    number: int
    state: RowState
    name: str
    changes: tuple[GroupChange, ...] = ()
    person_id: int = 0
    guardian_id: int = 0
    problems: tuple[RowProblem, ...] = ()
    left_out: tuple[RowProblem, ...] = ()
    assumed: tuple[FieldRef, ...] = ()
    unusual: tuple[Unusual, ...] = ()
    ties: bool = False
    similar: Similar | None = None
    as_known: "ImportRow | None" = None
    follows: int = 0
    gone: Gone | None = None
    differs: tuple[tuple[FieldRef, int], ...] = ()
    unnamed: tuple[FieldRef, ...] = ()
    hidden: bool = False

    @property
    def line(self) -> int:
        """The number of the row in the file."""
        return self.number % FURTHER

    @property
    def needs(self) -> int:
        """The number of the row that registers the person, where that is another one; else 0."""
        return 0 if self.person_id else self.follows

    @property
    def as_hidden(self) -> "ImportRow":
        """The same, of a row that is not shown; also if it is about somebody known."""
        known = self.as_known
        return self._replace(hidden=True, as_known=known and known._replace(hidden=True))

    def changes_of(self, kind: PersonKind) -> tuple[GroupChange, ...]:
        """Return what it would do to the person, or to the guardian."""
        return tuple([change for change in self.changes if change.kind is kind])
