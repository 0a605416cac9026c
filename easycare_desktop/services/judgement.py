"""What goes and what stays when a relation ends: one judgement per holding, by law."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from easycare_desktop.domain.catalogue import Basis, ItemGroup
from easycare_desktop.domain.destruction import PlanAction, PlanItem
from easycare_desktop.domain.holdings import Holding, HoldingState
from easycare_desktop.domain.law import Event, RetentionRule
from easycare_desktop.domain.people import Person, PersonKind, PersonState
from easycare_desktop.domain.requests import IN_WORK, UNTOLD, Request, RequestState
from easycare_desktop.domain.retention import Outcome, Reason, is_due, with_information
from easycare_desktop.services.consent_basis import ends_relation
from easycare_desktop.services.event_days import events_of
from easycare_desktop.services.judging_one import outcome_of
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.own_days import own_events
from easycare_desktop.services.returning import LETTER_GROUP
from easycare_desktop.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class JudgedItem:
    """One holding, whose it is, and whether it goes or stays."""

    holding: Holding
    person: Person
    group: ItemGroup
    outcome: Outcome

    @property
    def stays(self) -> bool:
        """Whether law or the published policy keeps it."""
        return self.outcome.stays

    @property
    def held(self) -> bool:
        """Whether a legal hold keeps it out of every plan for now, or a case not closed yet."""
        undecided = self.outcome.because is Reason.STILL_OPEN
        return undecided or self.holding.state is HoldingState.HELD


@dataclass(frozen=True, slots=True)
class Judgement:
    """All items of one ending."""

    items: tuple[JudgedItem, ...]

    @property
    def goes(self) -> tuple[JudgedItem, ...]:
        """What is destroyed."""
        return tuple(item for item in self.items if not item.stays and not item.held)

    @property
    def stays(self) -> tuple[JudgedItem, ...]:
        """What is kept apart."""
        return tuple(item for item in self.items if item.stays and not item.held)

    @property
    def held(self) -> tuple[JudgedItem, ...]:
        """What a legal hold keeps as it is until it ends."""
        return tuple(item for item in self.items if item.held)

    @property
    def due_on(self) -> date:
        """The last day to carry it out: that of what goes, or of what ends first."""
        return min(item.outcome.destroy_by for item in self.goes or self.items)

    def plan_items(self) -> list[PlanItem]:
        """Return the items of a plan that carries this judgement out."""
        return [_plan_item(item) for item in self.items if not item.held]

    def held_items(self) -> list[PlanItem]:
        """Return what joins the plan once nothing holds it any more."""
        return [_plan_item(item) for item in self.held]


def _plan_item(item: JudgedItem) -> PlanItem:
    outcome = item.outcome
    kept = outcome.stays and outcome.rule is not None
    return PlanItem(
        holding_id=item.holding.id,
        person_id=item.person.id,
        group=item.group.code,
        action=PlanAction.SEPARATE if kept else PlanAction.DESTROY,
        rule=outcome.rule.code if kept and outcome.rule else "",
        counted_from=outcome.counted_from if kept else None,
        until=outcome.until if kept else None,
    )


def judge_ending(
    office: OpenOffice,
    uow: UnitOfWork,
    person: Person,
    *,
    ended_on: date,
    last_service_on: date | None,
    case: Request | None = None,
    withdrawn: AbstractSet[str] = frozenset(),
) -> Judgement:
    """Judge every holding of a person whose relation ends, and of guardians tied only to them.

    `case`: whose decision it is. What another signed request says is kept until it was answered.
    `withdrawn`: purposes that end it; the policy keeps nothing that rests on them.
    """
    rules = rules_of(office, uow)
    waiting = {each.holding_id for each in _unanswered(uow, person, UNTOLD) if each != case}
    items: list[JudgedItem] = []
    for each in _people_concerned(uow, person):
        events = events_of(uow, each, ended_on, last_service_on)
        # Of its own record the day counts on which the case is done: not before today.
        events[Event.CANCELLATION_DONE] = max(ended_on, office.today())
        items += _judge_person(office, uow, each, rules, events, ended_on, withdrawn=withdrawn)
    items = [each for each in items if each.holding.id not in waiting]
    return Judgement(tuple(_papers_with_their_information(office, items, ended_on)))


def judge_withdrawal(
    office: OpenOffice, uow: UnitOfWork, person: Person, purposes: Iterable[str], on: date
) -> Judgement:
    """Judge only what rests on the withdrawn consents; what a contract needs ends with it.

    Where nothing but the consent carries the relation, that ends.
    """
    wanted = set(purposes)
    if ends_relation(office, person, wanted):
        return judge_ending(
            office, uow, person, ended_on=on, last_service_on=None, withdrawn=wanted
        )
    rules = rules_of(office, uow)
    events = events_of(uow, person, on, person.last_service_on, withdrawal=True)

    def rests_on_it(group: ItemGroup) -> bool:
        return group.consent_purpose in wanted and group.basis is Basis.CONSENT

    items = _judge_person(
        office, uow, person, rules, events, on, concerned=rests_on_it, withdrawn=wanted
    )
    return Judgement(tuple(items))


def rules_of(office: OpenOffice, uow: UnitOfWork) -> dict[str, RetentionRule]:
    """Return the rules in force today, with the officer's confirmations."""
    confirmed = {row.code: row.confirmed_on for row in uow.law_rows.all()}
    return {
        code: replace(rule, confirmed_on=confirmed.get(code))
        for code, rule in office.law.rules_on(office.today()).items()
    }


def _unanswered(
    uow: UnitOfWork, person: Person, states: frozenset[RequestState] = IN_WORK
) -> list[Request]:
    """Return the signed requests of a person in one of the states, at first those in work."""
    requests = uow.requests.open_of(person.id)
    return [each for each in requests if each.with_form and each.state in states]


def _people_concerned(uow: UnitOfWork, person: Person) -> list[Person]:
    concerned = [person]
    if person.kind is PersonKind.RECIPIENT:
        for guardian_id in uow.people.guardians_of(person.id):
            others = [
                uow.people.get(each)
                for each in uow.people.recipients_of(guardian_id)
                if each != person.id
            ]
            alone = all(other.state is not PersonState.ACTIVE for other in others)
            # Whoever asked for something is answered first, and ends with the own case.
            if alone and not _unanswered(uow, uow.people.get(guardian_id)):
                concerned.append(uow.people.get(guardian_id))
    return concerned


def _judge_person(
    office: OpenOffice,
    uow: UnitOfWork,
    person: Person,
    rules: Mapping[str, RetentionRule],
    events: Mapping[Event, date],
    ended_on: date,
    *,
    concerned: Callable[[ItemGroup], bool] = lambda _group: True,
    withdrawn: AbstractSet[str] = frozenset(),
) -> list[JudgedItem]:
    """Judge the holdings of the groups concerned; of others no day has to be on record."""
    judged = []
    for holding in uow.holdings.of_person(person.id):
        if holding.state in {HoldingState.DESTROYED, HoldingState.SEPARATED}:
            continue
        if holding.group == LETTER_GROUP:  # goes by the clock of letters, once it was sent
            continue
        group = office.catalogue.group(holding.group, person.kind)
        if not concerned(group):
            continue
        days, gone = own_events(uow, holding, events), group.consent_purpose in withdrawn
        outcome = outcome_of(office, holding, group, rules, days, ended_on, withdrawn=gone)
        judged.append(JudgedItem(holding, person, group, outcome))
    return judged


def _papers_with_their_information(
    office: OpenOffice, items: Sequence[JudgedItem], ended_on: date
) -> list[JudgedItem]:
    """Let each paper stay as long as the information of the same person that it proves."""
    information: dict[int, list[Outcome]] = {}
    for item in items:
        information.setdefault(item.person.id, []).append(item.outcome)
    deadlines = office.law.deadlines
    return [
        replace(
            item,
            outcome=_as_of(
                with_information(item.outcome, information[item.person.id], ended_on, deadlines),
                office.today(),
            ),
        )
        for item in items
    ]


def _as_of(outcome: Outcome, today: date) -> Outcome:
    """Let go what would have stayed, had the ending been recorded before its stay was over."""
    if outcome.stays and is_due(outcome, today):
        return replace(outcome, stays=False, because=Reason.PERIOD_OVER)
    return outcome
