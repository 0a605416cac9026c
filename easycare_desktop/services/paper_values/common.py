"""What every paper needs: the letterhead, names of accounts, kept and gone items."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from easycare_desktop.documents import phrases
from easycare_desktop.documents.hold_words import HOLD_OVER
from easycare_desktop.documents.item_words import item_words
from easycare_desktop.documents.plan_words import NEVER_TRUE
from easycare_desktop.documents.stay_words import PROVES_OTHERS, consented_words, longest_of
from easycare_desktop.documents.values import (
    GoneItem,
    KeptItem,
    Mark,
    Office,
    PrintFacts,
    ReliefBody,
)
from easycare_desktop.documents.words import word
from easycare_desktop.domain.catalogue import ItemGroup
from easycare_desktop.domain.destruction import Plan, PlanAction, PlanCause, PlanItem
from easycare_desktop.domain.law import RetentionRule
from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.periods import period_end
from easycare_desktop.domain.requests import RequestScope
from easycare_desktop.domain.retention import DESTROY_AFTER_CAUSE
from easycare_desktop.services.door import Step
from easycare_desktop.services.facts import named_in
from easycare_desktop.services.judgement import rules_of
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.office_profile import letterhead
from easycare_desktop.services.restore.freshness import is_unproven

MOST_NUMBERS = 20


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a builder needs: the running action, the office, and who prints what for."""

    step: Step
    office: OpenOffice
    head: Office
    facts: PrintFacts
    accounts: Mapping[int, str]
    rules: Mapping[str, RetentionRule]

    def today(self) -> date:
        """Return today."""
        return self.office.today()

    def account(self, account_id: int | None) -> str:
        """Return the name of an account, or an empty text."""
        return self.accounts.get(account_id or 0, "")

    def group_label(self, code: str, kind: PersonKind) -> str:
        """Return the words for an item group."""
        return self.office.catalogue.group(code, kind).label

    def counted(self, group: ItemGroup) -> str:
        """Return how long a group stays once it has ended: by its rules, else by its purpose.

        Of several rules the longest stay counts.
        """
        said = []
        for code in group.rules:
            rule = self.rules.get(code)
            if rule is not None:
                period = phrases.period_words(rule.years, rule.months, rule.days)
                counted = rule.years or rule.months or rule.days
                said.append(phrases.counted_words(word(rule.event), period) if counted else period)
        return longest_of(tuple(dict.fromkeys(said))) or self._with_purpose(group)

    def _with_purpose(self, group: ItemGroup) -> str:
        """Say that a group goes with its purpose, and after how long a consent ends by itself."""
        code = group.consent_purpose
        years = self.office.catalogue.purpose(code).years if code else 0
        if not years:
            return phrases.WITH_PURPOSE
        return consented_words(phrases.period_words(years, 0, 0))

    def kept(
        self,
        code: str,
        kind: PersonKind,
        rule_code: str,
        counted_from: date | None,
        until: date | None,
    ) -> KeptItem:
        """Return the line of something that law or policy keeps apart."""
        rule = self.rules.get(rule_code)
        article = rule.citation if rule else ""
        event = word(rule.event) if rule else ""
        period = self.office.law.deadlines.period(DESTROY_AFTER_CAUSE)
        reason = ""
        if counted_from is not None and until is not None:
            reason = phrases.stay_sentence(article, event, counted_from, until)
        if rule and rule.same_as_information:
            event, reason = phrases.SAME_AS_PROVED, PROVES_OTHERS
        return KeptItem(
            label=self.group_label(code, kind),
            article=article,
            event=event,
            counted_from=counted_from,
            until=until,
            place=phrases.SEPARATED_PLACE,
            destroy_by=period_end(until, period) if until else None,
            reason=reason,
        )

    def kept_of(self, plan: Plan, person_id: int | None = None) -> tuple[KeptItem, ...]:
        """Return what a plan moved to separate storage."""
        return tuple(
            self.kept(item.group, self.kind_of(item), item.rule, item.counted_from, item.until)
            for item in plan.items
            if item.action is PlanAction.SEPARATE
            and (person_id is None or item.person_id == person_id)
        )

    def gone_of(self, plan: Plan, person_id: int | None = None) -> tuple[GoneItem, ...]:
        """Return what a plan destroyed, one line an item group with its count."""
        at = switched_at(self.step.uow.plans.facts(plan.id)) or plan.requested_at
        counts: dict[str, int] = {}
        for item in plan.items:
            wanted = person_id is None or item.person_id == person_id
            if item.action is PlanAction.DESTROY and wanted:
                label = self.item_label(item)
                counts[label] = counts.get(label, 0) + 1
        return tuple(
            GoneItem(
                label=label,
                count=count,
                method=phrases.KEY_ENDED,
                at=at,
                approved_by=self.account(plan.approved_by),
                reason=self.why(plan),
            )
            for label, count in counts.items()
        )

    def why(self, plan: Plan) -> str:
        """Say why what a plan destroyed had to go."""
        uow = self.step.uow
        asked = uow.requests.get(plan.request_id) if plan.request_id is not None else None
        part = asked is not None and asked.scope is RequestScope.PART
        return cause_sentence(plan.cause, str(uow.plans.facts(plan.id).get("why", "")), part=part)

    def item_label(self, item: PlanItem) -> str:
        """Return what of an item group goes: all of it, or the single items by name."""
        group = self.office.catalogue.group(item.group, self.kind_of(item))
        return item_words(group, item.fields)

    def kind_of(self, item: PlanItem) -> PersonKind:
        """Return whose data an item is."""
        return self.step.uow.people.get(item.person_id).kind

    def relief(self) -> tuple[ReliefBody, ...]:
        """Return the public bodies that help with privacy."""
        return tuple(ReliefBody(c.name, c.phone, c.web) for c in self.office.law.contacts)


def make_desk(
    step: Step, office: OpenOffice, number: str, purpose: str, *, reissued: bool, jumped: bool
) -> Desk:
    """Collect what every paper needs."""
    accounts = {account.id: account.name for account in office.keys.accounts()}
    doubts = ((Mark.CLOCK_JUMPED, jumped), (Mark.FRESHNESS_UNPROVEN, is_unproven(office.keys)))
    facts = PrintFacts(
        number=number,
        printed_at=office.clock.now(),
        printed_by=accounts.get(office.actor.account_id, ""),
        purpose=purpose,
        reissued=reissued,
        marks=tuple(mark for mark, stands in doubts if stands),
    )
    return Desk(
        step=step,
        office=office,
        head=letterhead(step.uow, practice=office.info.practice),
        facts=facts,
        accounts=accounts,
        rules=rules_of(office, step.uow),
    )


_SAID_OF = {
    PlanCause.PERIOD_OVER: phrases.PERIOD_OVER,
    PlanCause.HOLD_OVER: HOLD_OVER,
    PlanCause.WITHDRAWAL: phrases.CONSENT_WITHDRAWN,
    PlanCause.CONSENT_OVER: phrases.CONSENT_OVER,
}


def cause_sentence(cause: PlanCause, why: str = "", *, part: bool = False) -> str:
    """Say why something went. `why`: as it was typed; `part`: only consents were withdrawn."""
    if cause is PlanCause.MISTAKE:
        return f"{why} · {NEVER_TRUE}" if why else NEVER_TRUE
    if why and cause in {PlanCause.SELECTION, PlanCause.ITEM}:
        return why
    if part:
        return phrases.CONSENT_WITHDRAWN
    return _SAID_OF.get(cause, phrases.PURPOSE_DONE)


def switched_at(facts: Mapping[str, object]) -> datetime | None:
    """Return when the new generation was committed, as recorded."""
    text = named_in(facts, "switch").get("checked_at")
    return datetime.fromisoformat(str(text)) if text else None


def day(text: str) -> date | None:
    """Return a stored ISO date, or nothing."""
    return date.fromisoformat(text) if text else None


def numbers_of(persons: Sequence[Person]) -> str:
    """Return the numbers of the persons; of very many the first, the last and the count.

    Each of them has a line of its own in the destruction ledger under the same plan.
    """
    numbers = [each.number for each in persons]
    if len(numbers) <= MOST_NUMBERS:
        return ", ".join(numbers)
    return f"{', '.join(numbers[:MOST_NUMBERS])}, … {numbers[-1]} ({len(numbers):,})"
