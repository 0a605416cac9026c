"""Destruction of what somebody chose: some holdings, or single items of one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from easycare_desktop.domain.catalogue import ItemGroup
from easycare_desktop.domain.destruction import (
    Plan,
    PlanAction,
    PlanCause,
    PlanEmptyError,
    PlanItem,
)
from easycare_desktop.domain.holdings import Holding, HoldingState
from easycare_desktop.domain.measures import HoldingFrozenError
from easycare_desktop.domain.periods import period_end
from easycare_desktop.domain.planning import AlreadyPlannedError
from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.retention import DESTROY_AFTER_CAUSE, check_expired, decide
from easycare_desktop.domain.rights import Action
from easycare_desktop.domain.rule_refusals import RetentionNotExpiredError
from easycare_desktop.services.door import Step
from easycare_desktop.services.event_days import events_of
from easycare_desktop.services.judgement import rules_of
from easycare_desktop.services.measures_running import check_not_running
from easycare_desktop.services.mistakes import KEPT_UNTIL, WorkOnRecordError, was_used
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.own_days import own_events
from easycare_desktop.services.remaining import check_parted
from easycare_desktop.services.returning import LETTER_GROUP
from easycare_desktop.services.unnamed import needed_note

NEVER_CHOSEN = frozenset({LETTER_GROUP, "cancellation", "consent_paper"})


class NotSelectableError(Refusal):
    """This item group goes with its case or its person, never by itself. `group`: its code."""

    def __init__(self, group: str) -> None:
        super().__init__(group)
        self.group = group


class RequiredItemError(Refusal):
    """A required item cannot be taken out of a holding; the whole holding can go."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


@dataclass(frozen=True, slots=True)
class Choosable:
    """One item group of a person as it can be chosen; `refusal` says why it cannot.

    `as_mistake`: why it cannot go as what was never true.
    """

    holding: Holding
    group: ItemGroup
    filled: tuple[str, ...]
    refusal: Refusal | None
    as_mistake: Refusal | None = None


class SelectionService:
    """Use cases of choosing what goes."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._door = office.door

    def choosable(self, person_id: int) -> list[Choosable]:
        """Return every holding of a person, and what speaks against choosing it."""
        with self._door.enter(Action.HOLDINGS_READ, person_id=person_id, detail="choose") as step:
            person = step.uow.people.get(person_id)
            found = []
            for holding in step.uow.holdings.of_person(person_id):
                group = self._office.catalogue.group(holding.group, person.kind)
                values = step.uow.holdings.open(holding.id).values
                filled = tuple(each.code for each in group.fields if values.get(each.code))
                found.append(
                    Choosable(
                        holding,
                        group,
                        filled,
                        self._refusal(step, holding),
                        self._refusal(step, holding, mistake=True),
                    )
                )
            return sorted(found, key=lambda each: each.group.order)

    def plan_holdings(self, holding_ids: Iterable[int], why: str) -> Plan:
        """Plan the destruction of some holdings in use, whole.

        Raises `RetentionNotExpiredError` where law or policy keeps one, `NotSelectableError`,
        `HoldingFrozenError`, `AlreadyPlannedError`, `NoteMissingError`, `NameInTextError`.
        """
        why = self._why(why)
        with self._door.enter(Action.DESTRUCTION_PLANNED, detail="selection") as step:
            ids = sorted(set(holding_ids))
            holdings = [self._checked(step, each) for each in ids]
            for holding in holdings:
                self._check_identity(step, holding, set(ids))
            items = [_whole(each) for each in holdings]
            return self._add(step, PlanCause.SELECTION, items, why)

    def plan_fields(self, holding_id: int, fields: Sequence[str], why: str) -> Plan:
        """Plan the deletion of single items: what remains will move into a new holding.

        Raises what `plan_holdings` raises, and `RequiredItemError`.
        """
        why = self._why(why)
        with self._door.enter(Action.DESTRUCTION_PLANNED, detail="item") as step:
            holding = self._checked(step, holding_id)
            step.person_id = holding.person_id
            return self._add(step, PlanCause.ITEM, [self._part(step, holding, fields)], why)

    def plan_mistake(self, holding_id: int, fields: Sequence[str], why: str) -> Plan:
        """Plan to take out what was never true, whole or these items of it: an officer decides.

        No law keeps a record of what never was, so no period is asked for; when it would have ended
        is noted for whoever approves. Raises `WorkOnRecordError`, and what the others raise but for
        the period.
        """
        why = self._why(why)
        with self._door.enter(Action.MISTAKE_PLANNED) as step:
            holding = self._checked(step, holding_id, mistake=True)
            step.person_id = holding.person_id
            if not fields:
                self._check_identity(step, holding, {holding.id})
            item = self._part(step, holding, fields) if fields else _whole(holding)
            plan = self._add(step, PlanCause.MISTAKE, [item], why)
            kept = self._kept_by_law(step, holding)
            if isinstance(kept, RetentionNotExpiredError):
                step.uow.plans.record(plan.id, {KEPT_UNTIL: kept.until.isoformat()})
            return plan

    def _part(self, step: Step, holding: Holding, fields: Sequence[str]) -> PlanItem:
        person = step.uow.people.get(holding.person_id)
        group = self._office.catalogue.group(holding.group, person.kind)
        chosen = tuple(sorted({group.field(each).code for each in fields}))
        if not chosen:
            raise PlanEmptyError
        check_parted(holding)
        required = next((each for each in chosen if group.field(each).required), None)
        if required is not None:
            raise RequiredItemError(required)
        return PlanItem(holding.id, person.id, holding.group, PlanAction.DESTROY, fields=chosen)

    def _why(self, why: str) -> str:
        return needed_note(self._office.index, why, "why")

    def _checked(self, step: Step, holding_id: int, *, mistake: bool = False) -> Holding:
        holding = step.uow.holdings.get(holding_id)
        if holding is None:
            raise PlanEmptyError
        refusal = self._refusal(step, holding, mistake=mistake)
        if refusal is not None:
            raise refusal
        return holding

    def _refusal(self, step: Step, holding: Holding, *, mistake: bool = False) -> Refusal | None:
        """Return what speaks against destroying a holding now; nothing where it may go.

        `mistake`: because it was never true.
        """
        if holding.group in NEVER_CHOSEN:
            return NotSelectableError(holding.group)
        if holding.state not in {HoldingState.ACTIVE, HoldingState.CORRECTING}:
            return HoldingFrozenError(holding.state)
        planned = next(
            (
                plan.number
                for plan in step.uow.plans.of_person(holding.person_id)
                if not plan.over and any(i.holding_id == holding.id for i in plan.items)
            ),
            None,
        )
        if planned is not None:
            return AlreadyPlannedError(planned)
        if mistake:
            return WorkOnRecordError() if was_used(step, holding) else None
        return self._kept_by_law(step, holding)

    def _kept_by_law(self, step: Step, holding: Holding) -> Refusal | None:
        office, today = self._office, self._office.today()
        person = step.uow.people.get(holding.person_id)
        group = office.catalogue.group(holding.group, person.kind)
        days = events_of(step.uow, person, today, person.last_service_on)
        events = own_events(step.uow, holding, days)
        try:
            check_not_running(step, holding.id)
            deadlines = office.law.deadlines
            outcome = decide(
                group, rules_of(office, step.uow), events, today, deadlines, withdrawn=True
            )
            check_expired(outcome, today)
        except Refusal as refusal:
            return refusal
        return None

    def _check_identity(self, step: Step, holding: Holding, chosen: set[int]) -> None:
        """Let the name go last: whoever is still served cannot be nameless."""
        if holding.group != "identity":
            return
        others = step.uow.holdings.of_person(holding.person_id)
        if any(each.id not in chosen for each in others):
            raise NotSelectableError(holding.group)

    def _add(self, step: Step, cause: PlanCause, items: list[PlanItem], why: str) -> Plan:
        office = self._office
        if not items:
            raise PlanEmptyError
        today = office.today()
        plan = step.uow.plans.add(
            cause,
            items,
            requested_by=office.actor.account_id,
            at=office.clock.now(),
            due_on=period_end(today, office.law.deadlines.period(DESTROY_AFTER_CAUSE)),
        )
        step.uow.plans.record(plan.id, {"why": why})
        return plan


def _whole(holding: Holding) -> PlanItem:
    return PlanItem(holding.id, holding.person_id, holding.group, PlanAction.DESTROY)
