"""Two numbers for one person: whose number stays, what moves, and until when it can be undone."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as part
from datetime import date, datetime
from enum import Enum

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.row_numbers import printed_number

MERGE_RULE = "I-09"
Place = tuple[str, str]


class MergeObstacle(Enum):
    """What speaks against merging two people now."""

    SAME = "same"
    KIND = "kind"
    ENDED = "ended"
    FROZEN = "frozen"
    PLANNED = "planned"
    SEPARATED = "separated"
    MERGED_BEFORE = "merged_before"
    CONSENT = "consent"


class MergeNotPossibleError(Refusal):
    """These two cannot be merged as long as the obstacle stands."""

    def __init__(self, obstacle: MergeObstacle) -> None:
        super().__init__(obstacle)
        self.obstacle = obstacle


class MergeOverError(Refusal):
    """The merge is undone already, its last day has passed, or its person has gone on to end."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class NewerMergeStandsError(Refusal):
    """Somebody else was merged into the same person since: that comes apart first."""

    def __init__(self, number: str, newer: str) -> None:
        super().__init__(number, newer)
        self.number, self.newer = number, newer


@dataclass(frozen=True, slots=True)
class Moved:
    """Everything that a merge changed, as numbers and codes, so that undoing is exact.

    `holdings` moved as they are; `beside` moved too and wait beside the holding that stays; with
    them the clock that they had (rule, first and last day, in ISO form), or empty texts. `changed`:
    holding and the version that the merge led to. `links` and `twins`: rows that the merge took
    away and made. `files`: copies made under the key that stays. `rows`: by name of the table, what
    else came to carry the number that stays.
    """

    holdings: tuple[int, ...] = ()
    beside: tuple[tuple[int, str, str, str], ...] = ()
    changed: tuple[tuple[int, int], ...] = ()
    files: tuple[int, ...] = ()
    rows: tuple[tuple[str, tuple[int, ...]], ...] = ()
    links_gone: tuple[tuple[int, int, int], ...] = ()
    links_made: tuple[tuple[int, int, int], ...] = ()
    twins_gone: tuple[tuple[int, int, str], ...] = ()
    twins_made: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Merge:
    """One merge. `keeper_id` stays, `gone_id` keeps its number and nothing else."""

    id: int
    keeper_id: int
    gone_id: int
    made_at: datetime
    account_id: int
    until: date
    undone_at: datetime | None
    moved: Moved

    @property
    def number(self) -> str:
        """The number that is printed and logged, e.g. M-0007."""
        return f"M-{printed_number(self.id, 4)}"

    def open_on(self, today: date) -> bool:
        """Tell whether it can still be undone."""
        return self.undone_at is None and today <= self.until


@dataclass(frozen=True, slots=True)
class FieldPair:
    """One field that both have, or one of them: what each says, opened."""

    group: str
    field: str
    kept: str = part(repr=False)
    other: str = part(repr=False)

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.group, self.field

    @property
    def differs(self) -> bool:
        """Tell whether somebody has to choose."""
        return bool(self.kept and self.other and self.kept != self.other)


def merged_values(
    kept: Mapping[str, str], other: Mapping[str, str], group: str, from_other: frozenset[Place]
) -> dict[str, str]:
    """Return the values that stay: what was chosen, and what only one of them had."""
    found = {}
    for name in (*kept, *(each for each in other if each not in kept)):
        mine, theirs = kept.get(name, ""), other.get(name, "")
        wins = theirs if not mine or (theirs and (group, name) in from_other) else mine
        if wins:
            found[name] = wins
    return found
