"""Rows of law: every period, deadline and article with its basis and the day it was checked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from easycare_desktop.domain.log_review import NO_MARKS, LogMarks
from easycare_desktop.domain.periods import Period
from easycare_desktop.domain.rule_refusals import UnknownRuleError
from easycare_desktop.domain.signal_rules import SignalRule
from easycare_desktop.domain.usual_rules import UsualLength

NOT_READ = date.min
"""The in-force day of a row for which nobody has looked that day up; such a row always applies."""


class Mark(Enum):
    """How sure the row is: read in the law, read elsewhere, remembered, or our own proposal."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    MEMORY = "memory"
    PROPOSED = "proposed"


class RuleKind(Enum):
    """Whether law keeps something, or the office's own published policy."""

    STATUTE = "statute"
    INTERNAL = "internal"


class Event(Enum):
    """From which day a period counts."""

    SERVICE_ENDED = "service_ended"
    CONTRACT_ENDED = "contract_ended"
    CANCELLED = "cancelled"
    CANCELLATION_DONE = "cancellation_done"
    PAID = "paid"
    TAX_DUE = "tax_due"
    VAT_DUE = "vat_due"
    CASE_CLOSED = "case_closed"
    REQUEST_CLOSED = "request_closed"
    POSTING_ENDED = "posting_ended"
    LOGGED = "logged"
    BOOKS_CLOSED = "books_closed"
    EMPLOYMENT_ENDED = "employment_ended"
    LAST_WAGE_ENTRY = "last_wage_entry"
    WORK_COMPLETED = "work_completed"
    RIGHT_CHANGED = "right_changed"
    TRANSFER_ASKED = "transfer_asked"
    FILMED = "filmed"
    WRITTEN = "written"
    LAST_CONTACT = "last_contact"
    HIRING_DECIDED = "hiring_decided"
    DESTROYED = "destroyed"
    NOTICED = "noticed"
    MERGED = "merged"
    INFORMATION_ENDED = "information_ended"


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """One article that the office works under. `summary` says in one sentence what it asks."""

    code: str
    law: str
    article: str
    summary: str
    in_force: date
    checked_on: date
    mark: Mark

    @property
    def citation(self) -> str:
        """Law and article in one text."""
        return f"{self.law} {self.article}".strip()


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """How long something is kept, by which article, counted from which event.

    `what` names the documents the row speaks of. `own`: why the officer set this period, where that
    is so. `same_as_information`: kept as long as the
    information that the paper proves (no period of its own). `handover`: what it keeps is handed to
    the insurer when the office closes.
    """

    code: str
    kind: RuleKind
    what: str
    law: str
    article: str
    event: Event
    in_force: date
    checked_on: date
    mark: Mark
    years: int = 0
    months: int = 0
    days: int = 0
    reason: str = ""
    confirmed_on: date | None = None
    same_as_information: bool = False
    handover: bool = False
    own: str = ""

    @property
    def period(self) -> Period:
        """The length of the stay."""
        return Period(years=self.years, months=self.months, days=self.days)

    @property
    def citation(self) -> str:
        """Law and article in one text; for internal rules the name of the policy."""
        return f"{self.law} {self.article}".strip()

    @property
    def needs_confirmation(self) -> bool:
        """Whether the officer still has to look this row up in the law (shown as such)."""
        unsure = self.mark is Mark.MEMORY or (
            self.mark is Mark.PROPOSED and self.kind is RuleKind.STATUTE
        )
        return unsure and self.confirmed_on is None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A period in which the office must act, or after which something happens.

    `shifts`: a last day on a Saturday or holiday moves to the next working day (Civil Act
    art. 161). `clear`: that many full days must lie between.
    """

    code: str
    label: str
    period: Period
    law: str
    article: str
    in_force: date
    checked_on: date
    mark: Mark
    shifts: bool = False
    clear: bool = False
    confirmed_on: date | None = None

    @property
    def needs_confirmation(self) -> bool:
        """Whether the officer still has to look this row up in the law."""
        return self.mark is Mark.MEMORY and self.confirmed_on is None


@dataclass(frozen=True, slots=True)
class FilingDay:
    """The day by which a tax return for months of a year is due; `years_later` after that year."""

    code: str
    event: Event
    first_month: int
    last_month: int
    years_later: int
    month: int
    day: int
    law: str
    article: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Contact:
    """A public body that helps with privacy; printed on every notice."""

    code: str
    name: str
    phone: str
    web: str
    checked_on: date
    mark: Mark


@dataclass(frozen=True, slots=True)
class Deadlines:
    """All deadlines by code, and the filing days of taxes."""

    rows: Mapping[str, Deadline]
    filings: tuple[FilingDay, ...] = ()

    def get(self, code: str) -> Deadline:
        """Return the row. Raises `UnknownRuleError`."""
        row = self.rows.get(code)
        if row is None:
            raise UnknownRuleError(code)
        return row

    def period(self, code: str) -> Period:
        """Return the period of the row. Raises `UnknownRuleError`."""
        return self.get(code).period


@dataclass(frozen=True, slots=True)
class LawBook:
    """Everything that `resources/rules` says."""

    retention: tuple[RetentionRule, ...]
    deadlines: Deadlines
    bases: tuple[LegalBasis, ...]
    contacts: tuple[Contact, ...]
    signals: tuple[SignalRule, ...] = ()
    usual: tuple[UsualLength, ...] = ()
    log_marks: LogMarks = NO_MARKS

    def rules_on(self, day: date) -> dict[str, RetentionRule]:
        """Return the rows in force on `day`, by code; of several, the newest."""
        return rules_in_force(self.retention, day)

    def basis(self, code: str) -> LegalBasis:
        """Return the article with this code. Raises `UnknownRuleError`."""
        for row in self.bases:
            if row.code == code:
                return row
        raise UnknownRuleError(code)


def rules_in_force(rows: Iterable[RetentionRule], day: date) -> dict[str, RetentionRule]:
    """Return, by code, the row that came into force last on or before `day`."""
    chosen: dict[str, RetentionRule] = {}
    for row in rows:
        known = chosen.get(row.code)
        if row.in_force <= day and (known is None or row.in_force >= known.in_force):
            chosen[row.code] = row
    return chosen
