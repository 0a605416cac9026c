"""A plan as the windows show it: persons, their names while in use, what has to be typed."""

from dataclasses import dataclass
from datetime import date

from easycare_desktop.domain.destruction import OPEN_PLANS, Plan, PlanCause, PlanState
from easycare_desktop.domain.people import Person
from easycare_desktop.domain.rights import Actor, Right
from easycare_desktop.services.destruction_failure import failure_of
from easycare_desktop.services.door import Step
from easycare_desktop.services.facts import day_in, listed_in, named_in
from easycare_desktop.services.held_out import held_out
from easycare_desktop.services.mistakes import KEPT_UNTIL
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.repositories.plan_overview import PlanHead


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan as a list shows it.

    `name`: of whom the plan is about while in use; `person_number`: where one person alone is
    concerned; `count`: how many are. `for_me`: it waits for the approval of the signed-in officer.
    """

    id: int
    number: str
    cause: PlanCause
    state: PlanState
    due_on: date
    name: str
    person_number: str
    count: int
    for_me: bool
    apart: str = ""


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan with what the windows show: persons, of whom it is about, what to type.

    `name`: of whom the plan is about while in use. `why`: what was written when somebody chose it;
    `kept_until`: of what was never true, until when law would keep it, had it been.
    `rejected`: why an officer sent it back. `failed`: an attempt did not come about, and nothing
    was destroyed. `open_points`: codes of what the last check found open. `papers`: how many
    papers about them left the program; counted where one plan is shown.
    `held`: how many holdings a legal hold keeps out of it; they join it again.
    `apart`: what tells the person from others of that name.
    `mentioned`: where others' holdings in use name these persons, as (person number, item group).
    """

    plan: Plan
    persons: tuple[Person, ...]
    name: str
    to_type: str
    request_number: str = ""
    why: str = ""
    kept_until: date | None = None
    rejected: str = ""
    mentioned: tuple[tuple[str, str], ...] = ()
    open_points: tuple[str, ...] = ()
    failed: bool = False
    papers: int = 0
    held: int = 0
    apart: str = ""

    @property
    def person_number(self) -> str:
        """The number of the person where one alone is concerned."""
        return self.persons[0].number if len(self.persons) == 1 else ""

    @property
    def count(self) -> int:
        """How many persons are concerned."""
        return len(self.persons)


def plan_lines(office: OpenOffice, step: Step) -> list[PlanLine]:
    """Return every plan there ever was as a list shows it, newest first."""
    asked, numbers = step.uow.requests.persons(), step.uow.plan_overview.person_numbers()

    def line(head: PlanHead) -> PlanLine:
        alone = head.persons[0] if len(head.persons) == 1 else 0
        about = asked.get(head.request_id or 0, alone)
        return PlanLine(
            id=head.id,
            number=head.number,
            cause=head.cause,
            state=head.state,
            due_on=head.due_on,
            name=office.index.name_of(about),
            person_number=numbers.get(alone, ""),
            count=len(head.persons),
            for_me=_waits_for(office.actor, head),
            apart=office.index.apart(about),
        )

    return [line(head) for head in step.uow.plan_overview.heads()]


def plan_view(office: OpenOffice, step: Step, plan: Plan) -> PlanView:
    """Return a plan as the windows show it."""
    people = step.uow.people.some(plan.persons)
    persons = tuple(people[each] for each in sorted(plan.persons))
    asked = None if plan.request_id is None else step.uow.requests.get(plan.request_id)
    main = persons[0] if len(persons) == 1 else None
    if asked is not None:
        main = step.uow.people.get(asked.person_id)
    name = office.index.name_of(main.id) if main is not None else ""
    facts = step.uow.plans.facts(plan.id)
    mentioned = named_in(facts, "checks").get("mentioned", ())
    return PlanView(
        plan=plan,
        persons=persons,
        name=name,
        to_type=name or (main.number if main is not None else plan.number),
        request_number=asked.number if asked is not None else "",
        why=str(facts.get("why", "")),
        kept_until=day_in(facts, KEPT_UNTIL),
        rejected=str(named_in(facts, "rejected").get("reason", "")),
        mentioned=tuple((str(who), str(group)) for who, group in mentioned),
        open_points=tuple(map(str, listed_in(facts, "open"))),
        failed=bool(failure_of(plan, facts)),
        held=len(held_out(step.uow, plan.id)) if plan.state in OPEN_PLANS else 0,
        apart=office.index.apart(main.id) if main is not None else "",
    )


def _waits_for(actor: Actor, head: PlanHead) -> bool:
    waits = head.state is PlanState.AWAITING and bool(head.persons) and actor.may(Right.APPROVE)
    return waits and head.requested_by != actor.account_id
