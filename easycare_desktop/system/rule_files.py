"""Reads the rows of law from `resources/rules` into the values of the domain."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from easycare_desktop.domain.date_words import DateWords, Unit
from easycare_desktop.domain.law import (
    NOT_READ,
    Contact,
    Deadline,
    Deadlines,
    Event,
    FilingDay,
    LawBook,
    LegalBasis,
    Mark,
    RetentionRule,
    RuleKind,
)
from easycare_desktop.domain.log_review import LogMarks
from easycare_desktop.domain.periods import Period
from easycare_desktop.system.signal_files import load_signal_rules
from easycare_desktop.system.toml_rows import Row, read_rows
from easycare_desktop.system.usual_files import load_usual_lengths


def load_law_book(folder: Path) -> LawBook:
    """Read all rows of law under `resources/rules`.

    Raises `RuleFileError` naming the file and the row that cannot be read or contradicts itself.
    """
    deadlines = _deadlines(read_rows(folder / "deadlines.toml"))
    return LawBook(
        retention=_retention(read_rows(folder / "retention.toml")),
        deadlines=deadlines,
        bases=_bases(read_rows(folder / "legal_basis.toml")),
        contacts=_contacts(read_rows(folder / "contacts.toml")),
        signals=load_signal_rules(folder, deadlines),
        usual=load_usual_lengths(folder, deadlines),
        log_marks=_log_marks(read_rows(folder / "log_marks.toml")),
    )


def load_date_words(folder: Path) -> DateWords:
    """Read the words that may be typed for a date. Raises `RuleFileError`."""
    file = read_rows(folder / "input_words.toml")
    days, steps = file.inner("day"), file.inner("step")
    words = DateWords(
        days=MappingProxyType({word: days.number(word) for word in days.names()}),
        signs=frozenset(file.texts("signs")),
        units=MappingProxyType({word: unit for unit in Unit for word in steps.texts(unit.value)}),
        later=frozenset(steps.texts("later")),
        earlier=frozenset(steps.texts("earlier")),
        lunar=frozenset(file.texts("lunar")),
    )
    steps.finish()
    file.finish()
    return words


def load_extra_holidays(folder: Path) -> Mapping[date, str]:
    """Read the holidays named at short notice: day to name. Raises `RuleFileError`."""
    file = read_rows(folder / "holidays.toml")
    found: dict[date, str] = {}
    for row in file.rows("holiday", name_key="name"):
        found[row.day("day")] = row.text("name")
        row.day("entered_on")
        row.finish()
    file.finish()
    return MappingProxyType(found)


def _log_marks(file: Row) -> LogMarks:
    row = file.inner("marks")
    marks = LogMarks(
        work_begins=row.number("work_begins"),
        work_ends=row.number("work_ends"),
        persons_a_day=row.number("persons_a_day"),
        times_a_day=row.number("times_a_day"),
    )
    row.finish()
    file.finish()
    return marks


def _retention(file: Row) -> tuple[RetentionRule, ...]:
    rules = tuple(_rule(row) for row in file.rows("rule"))
    file.finish()
    return rules


def _rule(row: Row) -> RetentionRule:
    rule = RetentionRule(
        code=row.text("code"),
        kind=row.member("kind", RuleKind),
        what=row.text("what"),
        law=row.text("law"),
        article=row.text("article"),
        event=row.member("event", Event),
        in_force=row.day("in_force", NOT_READ),
        checked_on=row.day("checked_on"),
        mark=row.member("mark", Mark),
        years=row.number("years", 0),
        months=row.number("months", 0),
        days=row.number("days", 0),
        reason=row.text("reason", ""),
        same_as_information=row.flag("same_as_information"),
        handover=row.flag("handover"),
    )
    row.finish()
    if rule.period.is_empty is not rule.same_as_information:
        raise row.wrong("years", "a rule has a period, or the period of the information")
    return rule


def _deadlines(file: Row) -> Deadlines:
    rows = {row.name: _deadline(row) for row in _unique(file, "deadline")}
    filings = tuple(_filing(row) for row in _unique(file, "filing"))
    file.finish()
    return Deadlines(MappingProxyType(rows), filings)


def _deadline(row: Row) -> Deadline:
    period = Period(**{part: row.number(part, 0) for part in Period.__slots__})
    deadline = Deadline(
        code=row.text("code"),
        label=row.text("label"),
        period=period,
        law=row.text("law"),
        article=row.text("article"),
        in_force=row.day("in_force", NOT_READ),
        checked_on=row.day("checked_on"),
        mark=row.member("mark", Mark),
        shifts=row.flag("shifts"),
        clear=row.flag("clear"),
    )
    row.finish()
    if period.is_empty:
        raise row.wrong("days", "a deadline has a length")
    return deadline


def _filing(row: Row) -> FilingDay:
    filing = FilingDay(
        code=row.text("code"),
        event=row.member("event", Event),
        first_month=row.number("first_month"),
        last_month=row.number("last_month"),
        years_later=row.number("years_later"),
        month=row.number("month"),
        day=row.number("day"),
        law=row.text("law"),
        article=row.text("article"),
        mark=row.member("mark", Mark),
    )
    row.finish()
    return filing


def _bases(file: Row) -> tuple[LegalBasis, ...]:
    found = tuple(_basis(row) for row in _unique(file, "basis"))
    file.finish()
    return found


def _basis(row: Row) -> LegalBasis:
    basis = LegalBasis(
        code=row.text("code"),
        law=row.text("law"),
        article=row.text("article"),
        summary=row.text("summary"),
        in_force=row.day("in_force", NOT_READ),
        checked_on=row.day("checked_on"),
        mark=row.member("mark", Mark),
    )
    row.finish()
    return basis


def _contacts(file: Row) -> tuple[Contact, ...]:
    found = tuple(_contact(row) for row in _unique(file, "contact"))
    file.finish()
    return found


def _contact(row: Row) -> Contact:
    contact = Contact(
        code=row.text("code"),
        name=row.text("name"),
        phone=row.text("phone"),
        web=row.text("web"),
        checked_on=row.day("checked_on"),
        mark=row.member("mark", Mark),
    )
    row.finish()
    return contact


def _unique(file: Row, key: str) -> Iterable[Row]:
    seen: set[str] = set()
    for row in file.rows(key):
        if row.name in seen:
            raise row.wrong("code", "stands twice")
        seen.add(row.name)
        yield row
