"""Whoever's relation is over by what is on record, while nobody has recorded its end."""

from collections.abc import Iterator
from datetime import date, timedelta

from easycare_desktop.domain.holdings import HERE, HoldingContent
from easycare_desktop.domain.known_ends import TOLD_BY
from easycare_desktop.domain.law import Event
from easycare_desktop.domain.people import PersonKind, PersonState
from easycare_desktop.domain.periods import period_end
from easycare_desktop.services.door import Step
from easycare_desktop.services.event_days import DAY_FIELDS
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.services.tasks import Task, TaskKind

_SOON = timedelta(days=7)
# Who never ends by a form or a day of leaving: the time they agreed to runs from such a day.
_RUNS_FROM = (Event.LAST_CONTACT, Event.HIRING_DECIDED)


def ending_tasks(office: OpenOffice, step: Step, today: date) -> list[Task]:
    """Return whom to end: who died or left, and whose time after an enquiry or application is over.

    `due_on`: the day of death or leaving, or the day after the time that was agreed to.
    Source: Personal Information Protection Act, art. 21 (destroy what is needed no more).
    """
    found: dict[int, date] = {}
    for person_id, day in (*_told(office, step), *_run_out(office, step)):
        found[person_id] = min(day, found.get(person_id, day))
    tasks = []
    for person_id, day in found.items():
        line = office.index.get(person_id)
        if line is not None and line.person.state is PersonState.ACTIVE and day <= today + _SOON:
            tasks.append(Task(TaskKind.ENDING_DUE, day, person_id, person_id, line.name))
    return tasks


def _told(office: OpenOffice, step: Step) -> Iterator[tuple[int, date]]:
    """Yield who died or left, by the field that tells so."""
    contents: Iterator[HoldingContent | None]
    for kind, group, field, _ in TOLD_BY:
        if kind is PersonKind.RECIPIENT:
            # Of very many people the list knows already who died.
            dead = (line.person.id for line in office.index.everybody() if line.died)
            contents = (step.uow.holdings.open_group(each, group) for each in dead)
        else:
            contents = step.uow.holdings.open_all(group, HERE)
        for content in contents:
            if content is not None and (text := content.values.get(field)):
                yield content.holding.person_id, date.fromisoformat(text)


def _run_out(office: OpenOffice, step: Step) -> Iterator[tuple[int, date]]:
    """Yield whose time runs from a contact or a decision, and the day after its last day."""
    rules = office.law.rules_on(office.today())
    for event in _RUNS_FROM:
        for code, field in DAY_FIELDS[event]:
            group = office.catalogue.group(code)
            rule = next((rules[each] for each in group.rules if rules[each].event is event), None)
            if rule is None:
                continue
            earlier = group.field(field).not_before
            for content in step.uow.holdings.open_all(code, HERE):
                text = content.values.get(field) or content.values.get(earlier, "")
                if text:
                    last = period_end(date.fromisoformat(text), rule.period)
                    yield content.holding.person_id, last + timedelta(days=1)
