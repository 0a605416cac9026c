"""The retention table: the dated rows of law, and the officer's confirmation of what is unsure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from easycare_desktop.domain.law import Contact, Deadline, RetentionRule
from easycare_desktop.domain.law_lines import LawLine, confirmed_book, law_lines
from easycare_desktop.domain.periods import Period, period_end
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule as it is in force, with who confirmed it."""

    rule: RetentionRule
    confirmed_by: int | None


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
        days = {row.code: row.confirmed_on for row in step.uow.law_rows.all()}
        self._office.law = confirmed_book(self._office.law, days)

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
