"""How lists of people speak: what stands in their headings and cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from easycare_desktop.domain.importing import FieldRef
from easycare_desktop.domain.people import PersonKind


@dataclass(frozen=True, slots=True)
class Denials:
    """What speaks against a choice or a status, mostly in brackets behind it.

    `not_so`: how brackets end that take it back, `alone`: what does so where it stands there alone.
    `over`: how they end behind a choice that holds no longer, `again`: behind a status that does
    not any more. `not_yet`: what stands before an ended status that is none, `yet`: unless the
    words before it end with this. `units`: what stands behind the numbers of a day.
    """

    not_so: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    not_yet: tuple[str, ...] = ()
    yet: tuple[str, ...] = ()
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListWords:
    """How lists of one kind of person speak.

    `kind`: whom each row is about; `listed`: whose list it is, where rows only name those whom they
    are about. `keys`: sets of fields that tell who somebody is, the best first. `words`: headings
    by field. `choices`: other words for the codes of a choice. `derived`: what fills a field
    without a column. `assumed`: what is taken where the list says nothing, to be looked at later.
    `resident`: headings of resident numbers, of which only birth and sex are read. `guardian`,
    `others`: what stands above headings that speak of the guardian, or of somebody else. `backs`:
    what headings of the last seven digits of resident numbers say. `first`, `second`: what headings
    say for the guardian, where a row has two. `status`: headings of the column that tells who has
    left, `ended`: how what stands there ends then, `end_days`: how headings of a last day end that
    tell it too. `totals`: what stands for a name in rows that count others, each number as 0.
    `asides`: what brackets behind a heading say where the column holds something else. `begins`,
    `ends`: what stands under a period, or in brackets behind it, for its first and its last day.
    `blanks`: what lists write where there is nothing, `margins`: for a name below the last row.
    `denials`: what speaks against a choice or a status.
    """

    kind: PersonKind
    keys: tuple[tuple[FieldRef, ...], ...]
    words: Mapping[FieldRef, tuple[str, ...]]
    choices: Mapping[FieldRef, Mapping[str, str]]
    derived: Mapping[FieldRef, FieldRef]
    assumed: Mapping[FieldRef, str]
    resident: tuple[str, ...]
    guardian: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    backs: tuple[str, ...] = ()
    listed: PersonKind | None = None
    first: tuple[str, ...] = ()
    second: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()
    end_days: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()
    margins: tuple[str, ...] = ()
    denials: Denials = field(default_factory=Denials)

    @property
    def whose(self) -> PersonKind:
        """Whose list it is."""
        return self.listed or self.kind
