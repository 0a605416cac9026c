"""Every dated row that an officer may look up in the law, and what was confirmed of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from easycare_desktop.domain.law import Deadline, Deadlines, Event, LawBook, RetentionRule, RuleKind
from easycare_desktop.domain.periods import Period
from easycare_desktop.domain.signal_rules import SignalRule


@dataclass(frozen=True, slots=True)
class LawLine:
    """One row as it is shown. `key` names it where the confirmation is kept.

    `row`: the rule of retention, the deadline or the rule of a signal. `again`: it was looked up
    so long ago that it is to be looked up once more.
    """

    key: str
    what: str
    law: str
    article: str
    row: RetentionRule | Deadline | SignalRule
    again: bool = False

    @property
    def waits(self) -> bool:
        """Whether the officer has something to look up, for the first time or once more."""
        return self.needs_confirmation or self.again

    @property
    def checked_on(self) -> date | None:
        """When it was last looked up, by whomever."""
        days = [each for each in (self.row.checked_on, self.row.confirmed_on) if each is not None]
        return max(days, default=None)

    @property
    def needs_confirmation(self) -> bool:
        """Whether the officer still has to look it up."""
        return self.row.needs_confirmation

    @property
    def confirmed_on(self) -> date | None:
        """When the officer did."""
        return self.row.confirmed_on

    @property
    def period(self) -> Period:
        """Its length, empty where it has none."""
        return Period() if isinstance(self.row, SignalRule) else self.row.period

    @property
    def event(self) -> Event | None:
        """What a stay counts from."""
        return self.row.event if isinstance(self.row, RetentionRule) else None

    @property
    def kind(self) -> RuleKind | None:
        """Whose rule a stay is."""
        return self.row.kind if isinstance(self.row, RetentionRule) else None


def law_lines(retention: Iterable[RetentionRule], book: LawBook) -> list[LawLine]:
    """Return stays, deadlines and what has to be on record by an article of its own."""
    lines = [LawLine(each.code, each.what, each.law, each.article, each) for each in retention]
    lines += [
        LawLine(deadline_key(each.code), each.label, each.law, each.article, each)
        for each in book.deadlines.rows.values()
    ]
    lines += [
        LawLine(signal_key(each.code), each.label, each.law, each.article, each)
        for each in book.signals
        if each.law
    ]
    return lines


def confirmed_book(book: LawBook, days: Mapping[str, date | None]) -> LawBook:
    """Return the book with what was confirmed of its deadlines and signals, by key."""
    rows = {
        code: replace(each, confirmed_on=days.get(deadline_key(code)))
        for code, each in book.deadlines.rows.items()
    }
    signals = tuple(
        replace(each, confirmed_on=days.get(signal_key(each.code))) for each in book.signals
    )
    return replace(book, deadlines=Deadlines(rows, book.deadlines.filings), signals=signals)


def deadline_key(code: str) -> str:
    """Return under which key the confirmation of a deadline is kept."""
    return f"deadline.{code}"


def signal_key(code: str) -> str:
    """Return under which key the confirmation of a rule about people is kept."""
    return f"signal.{code}"
