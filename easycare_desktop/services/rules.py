"""The retention table: the dated rows of law, and the officer's confirmation of what is unsure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from easycare_desktop.domain.law import Contact, Deadline, RetentionRule, rules_in_force
from easycare_desktop.domain.law_lines import LawLine, confirmed_book, law_lines
from easycare_desktop.domain.own_periods import (
    OwnPeriod,
    check_own,
    own_as_data,
    own_from_data,
    with_own,
)
from easycare_desktop.domain.periods import Period, period_end
from easycare_desktop.domain.rights import Action
from easycare_desktop.domain.rule_refusals import UnknownRuleError
from easycare_desktop.services.door import Step
from easycare_desktop.services.longer_stays import follow_law, touched_by
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.unnamed import without_names


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule as it is in force, with who confirmed it."""

    rule: RetentionRule
    confirmed_by: int | None


@dataclass(frozen=True, slots=True)
class Touched:
    """One item group that is kept longer. The name is empty once its person is kept apart."""

    person_number: str
    name: str
    group: str
    until: date


class RuleService:
    """Use cases of the rows of law."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def retention(self) -> list[RuleLine]:
        """Return every retention rule in force today in order of code."""
        with self._door.enter(Action.RULES_READ) as step:
            rows = {row.code: row for row in step.uow.law_rows.all()}
        lines = []
        for code, rule in sorted(self._office.law.rules_on(self._office.today()).items()):
            row = rows.get(code)
            confirmed = row.confirmed_on if row else None
            by = row.confirmed_by if row else None
            lines.append(RuleLine(replace(rule, confirmed_on=confirmed), by))
        return lines

    def lines(self) -> list[LawLine]:
        """Return every row of law with what was confirmed of it."""
        retention = [each.rule for each in self.retention()]
        period, today = self._office.law.deadlines.period("basis_recheck"), self._office.today()
        return [
            replace(
                each, again=each.checked_on is not None and _over(each.checked_on, period, today)
            )
            for each in law_lines(retention, self._office.law)
        ]

    def apply(self) -> None:
        """Take over what officers confirmed; called at open."""
        with self._door.enter(Action.RULES_READ, detail="confirmed") as step:
            self._take_over(step)

    def _take_over(self, step: Step) -> None:
        rows = step.uow.law_rows.all()
        days = {row.code: row.confirmed_on for row in rows}
        own = [each for row in rows for each in own_from_data(row.code, row.payload)]
        self._office.law = with_own(confirmed_book(self._office.law, days), own)

    def touched(self, code: str, period: Period, in_force: date) -> list[Touched]:
        """Return whose data would be kept longer, were the period set."""
        own = self._own(code, period, in_force, "")
        stays = touched_by(self._office, own)
        with self._door.enter(Action.RULES_READ, detail="touched people") as step:
            people = step.uow.people.some({each.person_id for each in stays})
        name_of = self._office.index.name_of
        return [
            Touched(people[each.person_id].number, name_of(each.person_id), each.group, each.until)
            for each in stays
        ]

    def check_period(self, code: str, period: Period, in_force: date, reason: str) -> None:
        """Raise where a row may not count with this period from that day on.

        `PeriodNotOwnError`, `PeriodEmptyError`, `StatuteShortenedError`, `PeriodDayPassedError`,
        `PeriodReasonMissingError`, `UnknownRuleError`, `NameInTextError`.
        """
        office, rules = self._office, self._office.law.rules_on(in_force)
        read = rules_in_force((each for each in office.law.retention if not each.own), in_force)
        if code not in rules:
            raise UnknownRuleError(code)
        own = self._own(code, period, in_force, reason)
        check_own(rules[code], read[code], own, office.today())
        without_names(office.index, reason, "reason")

    def set_period(self, code: str, period: Period, in_force: date, reason: str) -> int:
        """Let a row count with another period from a day on; return how much it keeps longer now.

        Raises what `check_period` raises.
        """
        office = self._office
        self.check_period(code, period, in_force, reason)
        own = self._own(code, period, in_force, reason.strip())
        with self._door.enter(Action.RULE_CHANGED, detail=code) as step:
            row = next((each for each in step.uow.law_rows.all() if each.code == code), None)
            known = own_from_data(code, row.payload) if row else []
            step.uow.law_rows.put(code, own_as_data([*known, own]))
            self._take_over(step)
            step.count = len(follow_law(office, step))
            return step.count

    def _own(self, code: str, period: Period, in_force: date, reason: str) -> OwnPeriod:
        office = self._office
        return OwnPeriod(code, period, in_force, reason, office.today(), office.actor.account_id)

    def deadlines(self) -> list[Deadline]:
        """Return every deadline."""
        with self._door.enter(Action.RULES_READ, detail="deadlines"):
            return list(self._office.law.deadlines.rows.values())

    def contacts(self) -> list[Contact]:
        """Return the public bodies that help with privacy."""
        with self._door.enter(Action.RULES_READ, detail="contacts"):
            return list(self._office.law.contacts)

    def confirm(self, code: str, on: date) -> None:
        """Record that the officer looked a row up in the law on this day."""
        self.confirm_all((code,), on)

    def confirm_all(self, codes: Sequence[str], on: date) -> None:
        """Record that the officer looked several rows of one law up on this day."""
        with self._door.enter(Action.RULE_CONFIRMED, detail=codes[0]) as step:
            step.count = len(codes)
            for code in codes:
                step.uow.law_rows.confirm(code, on, self._office.actor.account_id)
            self._take_over(step)


def _over(checked_on: date, period: Period, today: date) -> bool:
    return period_end(checked_on, period) <= today
