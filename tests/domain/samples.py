"""Small values of law for tests, with only what a test is about spelled out."""

from datetime import date

from easycare_desktop.domain.catalogue import Basis, ItemGroup, Sensitivity
from easycare_desktop.domain.law import (
    NOT_READ,
    Deadline,
    Deadlines,
    Event,
    FilingDay,
    Mark,
    RetentionRule,
    RuleKind,
)
from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.periods import Period

CHECKED = date(2026, 11, 23)


def rule(
    code: str,
    event: Event,
    *,
    years: int = 0,
    months: int = 0,
    days: int = 0,
    kind: RuleKind = RuleKind.STATUTE,
    mark: Mark = Mark.VERIFIED,
    in_force: date = NOT_READ,
    same_as_information: bool = False,
) -> RetentionRule:
    return RetentionRule(
        code=code,
        kind=kind,
        what="documents",
        law="Some Act",
        article="art. 1",
        event=event,
        in_force=in_force,
        checked_on=CHECKED,
        mark=mark,
        years=years,
        months=months,
        days=days,
        same_as_information=same_as_information,
    )


def group(code: str, *rules: str, consent: str | None = None) -> ItemGroup:
    return ItemGroup(
        code=code,
        label=code,
        kinds=frozenset({PersonKind.RECIPIENT}),
        purpose="a purpose",
        basis=Basis.CONTRACT,
        basis_article="art. 1",
        sensitivity=Sensitivity.PLAIN,
        rules=rules,
        consent_purpose=consent,
        fields=(),
        order=1,
    )


def deadline(code: str, period: Period, mark: Mark = Mark.VERIFIED) -> Deadline:
    return Deadline(
        code=code,
        label=code,
        period=period,
        law="Some Act",
        article="art. 2",
        in_force=NOT_READ,
        checked_on=CHECKED,
        mark=mark,
    )


def filing(event: Event, first: int, last: int, later: int, month: int, day: int) -> FilingDay:
    return FilingDay(
        code=f"{event.value}_{first}",
        event=event,
        first_month=first,
        last_month=last,
        years_later=later,
        month=month,
        day=day,
        law="Some Tax Act",
        article="art. 3",
        mark=Mark.MEMORY,
    )


DEADLINES = Deadlines(
    {"destroy_after_cause": deadline("destroy_after_cause", Period(days=5))},
    (
        filing(Event.TAX_DUE, 1, 12, 1, 5, 31),
        filing(Event.VAT_DUE, 1, 6, 0, 7, 25),
        filing(Event.VAT_DUE, 7, 12, 1, 1, 25),
    ),
)
