"""Rows of a list as the third step shows them, each with what was decided about it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from easycare_desktop.domain.import_refusals import (
    NobodyInRowError,
    PersonFrozenError,
    RowTwiceError,
    TotalsRowError,
    UndecidedFirstError,
)
from easycare_desktop.domain.importing import FieldRef, ImportRow, RowState
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.refusals import InputRefusal
from easycare_desktop.ui.models import Cell, Column, Mark
from easycare_desktop.ui.parts.lists.words import (
    EMPTY,
    LACKING,
    STATE_MARKS,
    TAKEN_OUT,
    TOTALS,
    TWICE,
    UNDECIDED,
)

GOOD = frozenset({RowState.NEW, RowState.CHANGED})
OPEN = "open"
GONE = "gone"
LACKS = "lacks"
SAID = "said"
"""A row that says once more who stands in another one, counts the others, or says nothing."""
KINDS: tuple[tuple[RowState | str, str], ...] = (
    (RowState.NEW, "새로 등록"),
    (RowState.CHANGED, "바뀜"),
    (OPEN, "비슷한 분"),
    (GONE, "떠난 분"),
    (RowState.BAD, "고칠 줄"),
    (SAID, "겹친·빈 줄"),
    (LACKS, "빈 칸"),
    (RowState.SAME, "그대로"),
)
_FOR_NOBODY: dict[type[InputRefusal], Mark] = {
    RowTwiceError: TWICE,
    TotalsRowError: TOTALS,
    NobodyInRowError: EMPTY,
}
_NOT_IN_FILE = frozenset({*_FOR_NOBODY, PersonFrozenError, UndecidedFirstError})
_NONE = "읽은 줄이 없습니다"
_OUT = "(빼 두었습니다)"
FILTERS: tuple[tuple[tuple[RowState | str, ...], str], ...] = (
    ((), "모두"),
    *(((kind,), words) for kind, words in KINDS),
)


class Decision(Enum):
    """What becomes of a row. Whoever is nearly somebody else waits for a decision."""

    TAKE = "take"
    KNOWN = "known"
    OUT = "out"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row with its words, made once.

    `meant`: as it was decided, about somebody known or as it reads, without what is left out.
    """

    row: ImportRow
    first: str
    second: str
    decision: Decision
    meant: ImportRow
    left_out: frozenset[FieldRef] = frozenset()

    @property
    def taken(self) -> bool:
        """Tell whether it is to be stored."""
        return self.decision in {Decision.TAKE, Decision.KNOWN} and self.meant.state in GOOD


def first_decision(row: ImportRow) -> Decision:
    """Return what becomes of a row before anybody says so."""
    if asks(row):
        return Decision.OPEN
    return Decision.OUT if row.gone is not None and row.state in GOOD else Decision.TAKE


def first_decisions(rows: Sequence[ImportRow]) -> dict[int, Decision]:
    """Return by number what becomes of rows; one that needs another goes out with it."""
    found = {row.number: first_decision(row) for row in rows}
    out = {number for number, decision in found.items() if decision is Decision.OUT}
    return found | {row.number: Decision.OUT for row in rows if row.needs in out}


def good_hidden(rows: Sequence[ShownRow]) -> list[ShownRow]:
    """Return the good rows that the file does not show."""
    return [each for each in rows if each.row.hidden and each.row.state in GOOD]


def are_out(rows: Sequence[ShownRow]) -> bool:
    """Tell whether all of these are left out."""
    return all(each.decision is Decision.OUT for each in rows)


def hidden_turned(rows: Sequence[ShownRow]) -> dict[int, Decision]:
    """Return by number what becomes of all hidden rows at one press, and of what needs them."""
    good = good_hidden(rows)
    out = are_out(good)
    turned = {each.row.number: first_decision(each.row) if out else Decision.OUT for each in good}
    hanging = {each.row.number: turned[each.row.needs] for each in rows if each.row.needs in turned}
    return turned | hanging


def meant_by(row: ImportRow, decision: Decision) -> ImportRow:
    """Return the row about whom it was said to be."""
    known = row.as_known
    return known if known is not None and decision is Decision.KNOWN else row


def row_id(each: ShownRow) -> int:
    """Return by what a row is found again: its number."""
    return each.row.number


def _number(each: ShownRow) -> Cell:
    return Cell(f"{each.row.line:,}")


def _name(each: ShownRow) -> Cell:
    return Cell(each.row.name or "이름 없음", strong=True)


def _about(each: ShownRow) -> Cell:
    return Cell(each.first, each.second)


def _state(each: ShownRow) -> Cell:
    if each.decision is Decision.OPEN:
        return Cell(mark=UNDECIDED)
    out = each.row.state in GOOD and each.decision is Decision.OUT
    if lacks(each):
        return Cell(mark=LACKING)
    if says_nothing(each.row):
        return Cell(mark=_FOR_NOBODY[type(each.row.problems[0].refusal)])
    return Cell(mark=TAKEN_OUT if out else STATE_MARKS[each.meant.state])


def asks(row: ImportRow) -> bool:
    """Tell whether a good row is nearly somebody else."""
    return row.similar is not None and row.state in GOOD


def says_nothing(row: ImportRow) -> bool:
    """Tell whether there is nothing to mend in a row that is not taken: it is there for nobody."""
    return bool(row.problems) and all(type(one.refusal) in _FOR_NOBODY for one in row.problems)


def is_mended_in_file(row: ImportRow) -> bool:
    """Tell whether what is wrong with a row is wrong in the file, and not with whom it is about."""
    return any(type(one.refusal) not in _NOT_IN_FILE for one in row.problems)


def lacks(each: ShownRow) -> bool:
    """Tell whether nothing comes of a row because all that is new in it lacks something."""
    return each.meant.state is RowState.SAME and bool(each.row.left_out)


def kind_of(each: ShownRow) -> RowState | str:
    """Return among which rows it is counted and shown."""
    if each.decision is Decision.OPEN:
        return OPEN
    out = each.decision is Decision.OUT and each.row.gone is not None and each.row.state in GOOD
    if lacks(each):
        return LACKS
    if says_nothing(each.row):
        return SAID
    return GONE if out else each.meant.state


def is_to_mend(each: ShownRow) -> bool:
    """Tell whether something of a row is not taken that can be mended in the file."""
    if each.meant.state is RowState.BAD:
        return not says_nothing(each.row)
    goes = each.decision in {Decision.TAKE, Decision.KNOWN}
    return bool(each.meant.left_out) and goes


def ties(each: ShownRow) -> bool:
    """Tell whether somebody in use gets a guardian by a row that is taken."""
    brings = any(not change.holding_id for change in each.meant.changes_of(PersonKind.GUARDIAN))
    changed = each.taken and each.meant.state is RowState.CHANGED
    return changed and (each.meant.ties or brings)


def counts_of(rows: Sequence[ShownRow]) -> str:
    """Say how many rows there are of each kind that is there, and what else is to be known."""
    found = Counter(map(kind_of, rows))
    said = [
        f"{words} {found[kind]:,}줄{_OUT if kind == GONE else ''}"
        for kind, words in KINDS
        if found[kind]
    ]
    partly = sum(bool(each.meant.left_out) and each.taken for each in rows)
    hidden = sum(each.row.hidden for each in rows)
    left_out = f" 필수 칸이 비어 일부를 빼는 줄 {partly:,}줄." if partly else ""
    aside = f" 엑셀에서 숨겨 둔 줄 {hidden:,}줄이 들어 있습니다." if hidden else ""
    return f"{' · '.join(said) or _NONE}.{left_out}{aside}"


COLUMNS: tuple[Column[ShownRow], ...] = (
    Column("줄", _number, width=64),
    Column("성명", _name, width=120),
    Column("무엇이 달라지나", _about),
    Column("구분", _state, width=110),
)
