"""What the papers of a plan say about it: why and since when, whose data, who acted."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from easycare_desktop.documents import actor_words
from easycare_desktop.documents.contents.destruction_certificate import OutsideCopy
from easycare_desktop.documents.values import Actor
from easycare_desktop.documents.words import word
from easycare_desktop.domain.destruction import Plan, PlanCause
from easycare_desktop.domain.people import Person
from easycare_desktop.services.destruction_failure import ran_by
from easycare_desktop.services.paper_values.common import (
    Desk,
    switched_at,
)
from easycare_desktop.services.ticks import ticks_of

_SAY_IT_ALL = {
    PlanCause.PERIOD_OVER,
    PlanCause.HOLD_OVER,
    PlanCause.WITHDRAWAL,
    PlanCause.CONSENT_OVER,
}


def reason_of(desk: Desk, plan: Plan) -> str:
    """Say why a plan exists, with what was typed: a cause that says it all is not said twice."""
    said, why = word(plan.cause), desk.why(plan)
    typed = str(desk.step.uow.plans.facts(plan.id).get("why", ""))
    whole = plan.cause in _SAY_IT_ALL
    typed = "" if typed and typed in why else typed
    return " · ".join(dict.fromkeys(filter(None, (said, "" if whole else why, typed))))


def reason_day(plan: Plan, person: Person) -> date:
    """Return the day from which the last day of the plan was counted.

    Of a period that is over it is the end of the one that ended first; of an ending, its day.
    """
    asked = plan.requested_at.date()
    if plan.cause is PlanCause.PERIOD_OVER:
        return min([asked, *(each.until for each in plan.items if each.until)])
    ended = plan.cause in {PlanCause.REQUEST, PlanCause.ENDING}
    return (person.ended_on if ended else None) or asked


def kinds_of(persons: Sequence[Person]) -> list[str]:
    """Return the words for the kinds of persons."""
    return list(dict.fromkeys(word(person.kind) for person in persons))


def main_person(desk: Desk, plan: Plan) -> Person:
    """Return the person whose case it is."""
    uow = desk.step.uow
    if plan.request_id is not None:
        return uow.people.get(uow.requests.get(plan.request_id).person_id)
    return uow.people.get(min(plan.persons))


def persons_of(desk: Desk, plan: Plan, main: Person) -> list[Person]:
    """Return everybody whose data the plan touched, the main person first."""
    return [main, *(desk.step.uow.people.get(each) for each in sorted(plan.persons - {main.id}))]


def actors_of(desk: Desk, plan: Plan, facts: Mapping[str, object]) -> tuple[Actor, ...]:
    """Name who ran and who approved; who verifies it signs, and nobody is named beforehand.

    Whoever acted alone is told to have done so, with the note that was written.
    """
    run, approved = ran_and_approved(desk, plan, facts, switched_at(facts))
    nobody = actor_words.NOBODY_VERIFIED if approved.note else ""
    return (run, approved, Actor(actor_words.VERIFY, "", note=nobody))


def ran_and_approved(
    desk: Desk, plan: Plan, facts: Mapping[str, object], at: datetime | None
) -> tuple[Actor, Actor]:
    """Name who ran a plan or tried to, and who approved it."""
    alone = actor_words.acted_alone(plan.note) if plan.approved_by == plan.requested_by else ""
    return (
        Actor(actor_words.RUN, desk.account(ran_by(plan, facts)), at=at),
        Actor(actor_words.APPROVE, desk.account(plan.approved_by), at=plan.approved_at, note=alone),
    )


def request_number_of(desk: Desk, plan: Plan) -> str:
    """Return the number of the request, empty without one."""
    return desk.step.uow.requests.get(plan.request_id).number if plan.request_id else ""


def signed(
    desk: Desk, plan: Plan, facts: Mapping[str, object], copies: Sequence[OutsideCopy]
) -> tuple[OutsideCopy, ...]:
    """Return the copies elsewhere, in the order of the plan, with who ticked each and when."""
    ticks = ticks_of(facts)
    pairs = zip(copies, plan.outside, strict=True)
    return tuple(
        replace(copy, by=desk.account(tick.account), on=tick.on)
        if copy.done and (tick := ticks.get(place))
        else copy
        for copy, place in pairs
    )
