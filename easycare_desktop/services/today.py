"""Today: what is overdue, due today, due this week; each with the one thing to do next."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from easycare_desktop.domain.destruction import Plan, PlanAction, PlanItem, PlanState
from easycare_desktop.domain.holdings import HoldingState
from easycare_desktop.domain.people import PersonState
from easycare_desktop.domain.request_days import next_due, waits
from easycare_desktop.domain.requests import Request, RequestState
from easycare_desktop.domain.retention import DESTROY_AFTER_CAUSE
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.consent_ends import let_go
from easycare_desktop.services.consent_standings import ConsentStandings
from easycare_desktop.services.door import Step
from easycare_desktop.services.due import last_day
from easycare_desktop.services.endings_due import ending_tasks
from easycare_desktop.services.key_places import KeyPlaceService
from easycare_desktop.services.law_tasks import law_tasks
from easycare_desktop.services.leavers import leaver_tasks
from easycare_desktop.services.log_reviews import review_tasks
from easycare_desktop.services.longer_stays import follow_law
from easycare_desktop.services.missing_keys import missing_keys
from easycare_desktop.services.month_counts import MonthCount, month_counts
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.people_tasks import PeopleTasks
from easycare_desktop.services.place_looks import look_at_places
from easycare_desktop.services.protection import Protection, ProtectionService
from easycare_desktop.services.signals import SignalService
from easycare_desktop.services.tasks import (
    Task,
    TaskKind,
    backup_tasks,
    correction_tasks,
    hold_tasks,
    in_order,
    key_tasks,
    notice_tasks,
    place_tasks,
    returned_tasks,
)

__all__ = ["Protection", "Task", "TaskKind", "TodayService", "TodayView"]


@dataclass(frozen=True, slots=True)
class TodayView:
    """Everything the window shows, in order of date."""

    today: date
    tasks: tuple[Task, ...]
    consents_ending: int
    months: tuple[MonthCount, ...]
    protection: Protection

    @property
    def overdue(self) -> tuple[Task, ...]:
        """What is late."""
        return tuple(task for task in self.tasks if task.due_on < self.today)

    @property
    def due_today(self) -> tuple[Task, ...]:
        """What is due today."""
        return tuple(task for task in self.tasks if task.due_on == self.today)

    @property
    def this_week(self) -> tuple[Task, ...]:
        """What is due within the next seven days."""
        last = self.today + timedelta(days=7)
        return tuple(task for task in self.tasks if self.today < task.due_on <= last)


_WEEK = timedelta(days=7)
_NEXT_OF_REQUEST = {
    RequestState.TAKEN: TaskKind.VERIFY_REQUEST,
    RequestState.VERIFIED: TaskKind.SETTLE_REQUEST,
    RequestState.SETTLED: TaskKind.DECIDE_REQUEST,
    RequestState.CARRIED_OUT: TaskKind.NOTIFY_REQUEST,
    RequestState.NOTIFIED: TaskKind.NOTIFY_REQUEST,
    RequestState.SENT: TaskKind.ANSWER_VENDOR,
}
_NEXT_OF_PLAN = {
    PlanState.AWAITING: TaskKind.APPROVE_PLAN,
    PlanState.WAITING_DAY: TaskKind.APPROVE_PLAN,
    PlanState.APPROVED: TaskKind.RUN_PLAN,
    PlanState.RUNNING: TaskKind.RUN_PLAN,
    PlanState.PARTIAL: TaskKind.FINISH_PLAN,
}


class TodayService:
    """The use case of the first window."""

    def __init__(
        self,
        office: OpenOffice,
        places: KeyPlaceService,
        protection: ProtectionService,
        standings: ConsentStandings,
        signals: SignalService,
    ) -> None:
        self._office = office
        self._places = places
        self._protection = protection
        self._people = PeopleTasks(office, standings, signals)
        self._missing: int | None = None

    def catch_up(self) -> None:
        """Go through everybody where somebody changed, before `show`.

        It takes a while, and most of it is done after this action: meanwhile nobody waits for it
        at the door.
        """
        today = self._office.today()
        if self._people.knows(today):
            return
        with self._office.door.enter(Action.TODAY_SHOWN, detail="everybody") as step:
            if not self._office.looks_only:
                follow_law(self._office, step)  # a row may be in force since midnight
                let_go(self._office, step)
            gathered = self._people.gather(step, today)
            step.count = 0 if gathered is None else len(gathered.lines)
        if gathered is not None:
            self._people.judge(gathered)

    def show(self) -> TodayView:
        """Collect every task; nothing with a date is reachable only from a menu."""
        today = self._office.today()
        looks = look_at_places(self._office)
        with self._office.door.enter(Action.TODAY_SHOWN) as step:
            plans = step.uow.plans.in_state(*_NEXT_OF_PLAN)
            people, ending = self._people.now(step, today)
            tasks = [
                *self._requests(step),
                *self._answers(step, today),
                *self._plans(plans),
                *self._due_holdings(step, plans, today),
                *notice_tasks(step),
                *hold_tasks(self._office, step, today),
                *correction_tasks(self._office, step),
                *people,
                *returned_tasks(step, today),
                *leaver_tasks(self._office, step),
                *review_tasks(self._office, step, today),
                *law_tasks(self._office, step, today),
                *ending_tasks(self._office, step, today),
                *key_tasks(self._office, self._missing_keys(step), today),
            ]
            places = self._places.note(step, looks)
            protection = self._protection.look_in(step, places, today)
            if not self._office.looks_only:  # they are mended where the office is written
                tasks += [*place_tasks(places, today), *backup_tasks(protection, today)]
            months = month_counts(step.uow.plans, today)
            step.count = len(tasks)
        tasks = [self._told_apart(task) for task in sorted(tasks, key=in_order)]
        return TodayView(today, tuple(tasks), ending, months, protection)

    def _told_apart(self, task: Task) -> Task:
        apart = self._office.index.apart(task.person_id) if task.person_id and task.name else ""
        return replace(task, apart=apart) if apart else task

    def _missing_keys(self, step: Step) -> int:
        """Look once: it takes a while with very many people."""
        if self._missing is None:
            self._missing = len(missing_keys(self._office, step))
        return self._missing

    def _requests(self, step: Step) -> list[Task]:
        return [
            Task(
                _NEXT_OF_REQUEST[request.state],
                next_due(request, self._office.today(), served=self._is_served(request)),
                request.id,
                request.person_id,
                self._office.index.name_of(request.person_id),
                number=request.number,
            )
            for request in step.uow.requests.unfinished()
            if request.state in _NEXT_OF_REQUEST
            and (request.with_form or request.state is not RequestState.CARRIED_OUT)
        ]

    def _answers(self, step: Step, today: date) -> list[Task]:
        """Return what is decided, or waits for its day, and is to be answered within a week."""
        return [
            Task(
                TaskKind.ANSWER_DUE,
                request.due_on,
                request.id,
                request.person_id,
                self._office.index.name_of(request.person_id),
                number=request.number,
            )
            for request in step.uow.requests.unfinished()
            if request.with_form and request.due_on <= today + _WEEK
            if request.state is RequestState.DECIDED
            or waits(request, today, served=self._is_served(request))
        ]

    def _is_served(self, request: Request) -> bool:
        line = self._office.index.get(request.person_id)
        return line is not None and line.person.state is PersonState.ACTIVE

    def _plans(self, plans: list[Plan]) -> list[Task]:
        tasks = []
        for plan in plans:
            persons = sorted(plan.persons)
            if not persons:  # all of it is held: the hold has a task of its own
                continue
            tasks.append(
                Task(
                    _NEXT_OF_PLAN[plan.state],
                    plan.wait_until or plan.due_on,
                    plan.id,
                    persons[0],
                    self._office.index.name_of(persons[0]),
                    len(persons) - 1,
                    plan.number,
                )
            )
        return tasks

    def _due_holdings(self, step: Step, plans: list[Plan], today: date) -> list[Task]:
        items = [item for plan in plans for item in plan.items]
        planned = {item.holding_id for item in items if item.action is PlanAction.DESTROY}
        waiting = {item.holding_id for item in items}
        # What came out of a hold or of a plan that was dropped goes once somebody plans it.
        due = [
            PlanItem(each.id, each.person_id, each.group, PlanAction.DESTROY)
            for each in step.uow.holdings.with_end(HoldingState.DUE)
            if each.id not in waiting
        ]
        days = [last_day(self._office, step, each) for each in due]
        apart = [each for each in step.separated.all() if each.state is not HoldingState.HELD]
        ends = [each.until for each in apart if each.id not in planned]
        ends += [
            holding.clock.until
            for holding in step.uow.holdings.with_end(HoldingState.ACTIVE)
            if holding.clock is not None and holding.id not in planned
        ]
        soon = today + _WEEK
        near = [until for until in ends if until <= soon]
        if near:
            period = self._office.law.deadlines.period(DESTROY_AFTER_CAUSE)
            first = min(near) + timedelta(days=1)
            last = max(first, min(near) + period.as_timedelta)
            days.append(last if min(near) < today else first)
        if not days:
            return []
        return [Task(TaskKind.PLAN_DUE, min(days), 0, others=len(near) + len(due) - 1)]
