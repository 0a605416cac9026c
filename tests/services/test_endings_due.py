"""A relation that is over by what is on record stands on the first window until it is ended."""

from datetime import date, timedelta

import pytest

from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.today import Task, TaskKind
from tests.helpers.cases import PERSON, STAFF, known_person, next_day, settled
from tests.helpers.cases import decided as decide
from tests.helpers.offices import NOW

TODAY = NOW.date()
NAMED = {"name": "문의한", "mobile": "010-0000-7777"}


def endings(services: Services) -> list[tuple[int, date]]:
    return [(each.subject, each.due_on) for each in of_kind(services, TaskKind.ENDING_DUE)]


def of_kind(services: Services, kind: TaskKind) -> list[Task]:
    return [each for each in services.today.show().tasks if each.kind is kind]


def enquirer(services: Services, **days: date) -> Person:
    enquiry = {"asked_on": "2026-01-02"} | {name: day.isoformat() for name, day in days.items()}
    values = {"identity": NAMED, "enquiry": enquiry}
    return services.people.register(PersonKind.ENQUIRER, values)


def test_half_a_year_after_the_last_enquiry_somebody_is_to_be_ended(services: Services):
    recent = enquirer(services, last_contact_on=date(2026, 9, 1))
    over = enquirer(services, last_contact_on=date(2026, 4, 10))
    assert endings(services) == [(over.id, date(2026, 10, 11))]
    assert recent.id not in dict(endings(services))


def test_without_a_last_enquiry_the_first_one_counts(services: Services):
    person = enquirer(services)
    assert endings(services) == [(person.id, date(2026, 7, 3))]


def test_an_applicant_is_to_be_ended_once_the_time_after_the_decision_is_over(services: Services):
    application = {"job": "요양보호사", "applied_on": "2026-01-05", "decided_on": "2026-01-20"}
    identity = NAMED | {"birth": "1988-08-08"}
    values = {"identity": identity, "application": application}
    person = services.people.register(PersonKind.JOBSEEKER, values)
    assert endings(services) == [(person.id, date(2026, 1, 20) + timedelta(days=181))]


def test_who_died_or_left_is_to_be_ended_however_long_ago(services: Services):
    values = {group: dict(fields) for group, fields in PERSON.items()}
    values["identity"]["died_on"] = "2026-03-03"
    dead = services.people.register(PersonKind.RECIPIENT, values)
    staff = {group: dict(fields) for group, fields in STAFF.items()}
    staff["employment"]["left_on"] = "2026-07-31"
    left = services.people.register(PersonKind.STAFF, staff)
    assert endings(services) == [(dead.id, date(2026, 3, 3)), (left.id, date(2026, 7, 31))]


def test_who_is_ended_is_asked_for_no_more(services: Services):
    person = enquirer(services, last_contact_on=date(2026, 4, 10))
    assert endings(services)
    decide(services, person)
    assert not endings(services)


@pytest.mark.parametrize("days_ahead", [0, 60])
def test_a_request_stays_on_the_list_until_it_is_answered(services: Services, days_ahead: int):
    person = known_person(services)
    request = settled(services, person, wish_on=TODAY + timedelta(days=days_ahead))
    if not days_ahead:
        services.decisions.decide(request.id)
    assert not of_kind(services, TaskKind.ANSWER_DUE)
    next_day(services, 4)
    (task,) = of_kind(services, TaskKind.ANSWER_DUE)
    assert (task.subject, task.due_on) == (request.id, date(2026, 12, 3))
