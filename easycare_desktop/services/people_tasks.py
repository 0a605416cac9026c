"""The tasks that come from people: missing and ending consents, entitlements to renew."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.domain.periods import days_before
from easycare_desktop.domain.signal_rules import SignalTopic
from easycare_desktop.services.consent_standings import ConsentStandings, Given, living
from easycare_desktop.services.door import Step
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.signals import Gathered, Signals, SignalService, is_served
from easycare_desktop.services.tasks import Task, TaskKind, in_order

_ENDING_SOON = timedelta(days=30)
_WEEK = timedelta(days=7)
_LATE = timedelta(days=60)
_CONTRACT = "contract_ends"
_TASK_OF: Mapping[SignalTopic | str, TaskKind] = {
    SignalTopic.TRAINING: TaskKind.STAFF_DUE,
    _CONTRACT: TaskKind.CONTRACT_ENDS,
    "account_change": TaskKind.ACCOUNT_REPORT,
}


class PeopleTasks:
    """Walks through everybody only when somebody changed or another day began."""

    def __init__(
        self, office: OpenOffice, standings: ConsentStandings, signals: SignalService
    ) -> None:
        self._office = office
        self._signals = signals
        self._standings = standings
        self._known: tuple[object, Sequence[Task], int] = (None, (), 0)

    def knows(self, today: date) -> bool:
        """Whether nobody changed since `judge`, as far as is known in memory."""
        return self._signals.knows(today)

    def gather(self, step: Step, today: date) -> Gathered | None:
        """Ask the office for all that `judge` needs; nothing where nothing changed since."""
        return self._signals.gather(step, today)

    def judge(self, gathered: Gathered) -> None:
        """Go through everybody, so that `now` has the tasks; this needs no action."""
        self._find(gathered.state, gathered.given, self._signals.judge(gathered), gathered.today)

    def now(self, step: Step, today: date) -> tuple[Sequence[Task], int]:
        """Return the tasks in order, and how many consents end soon."""
        state, signals = self._signals.now(step, today)
        if self._known[0] != state:
            self._find(state, self._standings.now(step), signals, today)
        _, tasks, ending = self._known
        return [*tasks, *self._of_office(step, today)], ending

    def _find(
        self, state: object, given: Mapping[int, Given], signals: Signals, today: date
    ) -> None:
        tasks, ending = self._consents(given, today)
        tasks += [*self._renewals(today), *self._by_signal(signals, today)]
        self._known = (state, sorted(tasks, key=in_order), ending)

    def _by_signal(self, signals: Signals, today: date) -> list[Task]:
        """Return contracts that end, and what staff have to do again, by the end of the week.

        What is late for longer, or was never recorded, stands in the list of people alone.
        """
        tasks, first, last = [], today - _LATE, today + _WEEK
        for person_id, of_person in signals.items():
            due = dict[TaskKind, date]()
            for each in of_person:
                if each.due_on is None or not first <= each.due_on <= last:
                    continue
                of_contract = each.code.startswith(_CONTRACT)
                kind = _TASK_OF.get(_CONTRACT if of_contract else each.topic)
                if kind is not None:
                    due[kind] = min(each.due_on, due.get(kind, each.due_on))
            line = self._office.index.get(person_id) if due else None
            if line is not None:
                tasks += [
                    Task(kind, day, person_id, person_id, line.name) for kind, day in due.items()
                ]
        return tasks

    def _of_office(self, step: Step, today: date) -> list[Task]:
        """Return what the office itself has to apply for or to report by a day."""
        return [
            Task(_TASK_OF.get(each.code, TaskKind.DESIGNATION), each.due_on, 0)
            for each in self._signals.of_office(step, today)
            if each.due_on is not None
        ]

    def _consents(self, standings: Mapping[int, Given], today: date) -> tuple[list[Task], int]:
        tasks: list[Task] = []
        ending = 0
        soon, week = today + _ENDING_SOON, today + _WEEK
        known: dict[tuple[PersonKind, Given], tuple[bool, list[date]]] = {}
        for entry in self._office.index.all():
            if not is_served(entry):
                continue
            same = (entry.person.kind, standings.get(entry.person.id, ()))
            if same not in known:
                known[same] = self._standing(*same, today)
            missing, ends = known[same]
            if missing:
                due = entry.person.registered_on
                tasks.append(Task(TaskKind.CONSENT_MISSING, due, entry.id, entry.id, entry.name))
            for until in ends:
                ending += today <= until <= soon
                if until <= week:
                    task = Task(TaskKind.CONSENT_ENDS, until, entry.id, entry.id, entry.name)
                    tasks.append(task)
        return tasks, ending

    def _standing(self, kind: PersonKind, given: Given, today: date) -> tuple[bool, list[date]]:
        """Tell whether a required consent is missing, and the last days of those to ask again.

        What has run out is asked for a while; what rested on it is due of itself.
        """
        days, alive = dict(given), dict(living(given, today))
        purposes = self._office.catalogue.purposes_for(kind)
        missing = any(each.required and each.code not in alive for each in purposes)
        ends = [until for each in purposes if (until := days.get(each.code)) is not None]
        return missing, [until for until in ends if until >= today - _LATE]

    def _renewals(self, today: date) -> list[Task]:
        closes = self._office.law.deadlines.period("entitlement_renewal_closes")
        # Dates in ISO form compare as texts; of 20,000 people few are near enough to be read.
        lead = timedelta(days=closes.days)
        near, far = (today - _LATE + lead).isoformat(), (today + _WEEK + lead).isoformat()
        tasks = []
        for entry in self._office.index.all():
            near_enough = near <= entry.valid_until <= far
            if near_enough and entry.person.kind is PersonKind.RECIPIENT and is_served(entry):
                last_day = days_before(date.fromisoformat(entry.valid_until), closes)
                tasks.append(Task(TaskKind.RENEWAL, last_day, entry.id, entry.id, entry.name))
        return tasks
