from datetime import date

from easycare_desktop.domain.rights import Action
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.collected_days import FACT
from tests.helpers.cases import approved, known_person

EARLIER = date(2019, 5, 6)


def test_the_ledger_shows_when_the_first_of_the_data_was_collected(services: Services):
    person = known_person(services)
    plan = approved(services, person)
    first = min(plan.doomed)
    with services.office.files.office() as connection:
        connection.exec_driver_sql(
            "UPDATE holding SET collected_on = ? WHERE id = ?", (EARLIER.isoformat(), first)
        )
    services.destruction_run.run(plan.id)
    (line,) = services.ledger.rows()
    assert line.created_on == EARLIER
    assert line.created_on != person.registered_on


def test_a_plan_without_that_note_shows_the_day_of_registration(services: Services):
    person = known_person(services)
    plan = approved(services, person)
    services.destruction_run.run(plan.id)
    with services.office.door.enter(Action.OUTSIDE_TICKED) as step:
        step.uow.plans.record(plan.id, {FACT: {}})
    (line,) = services.ledger.rows()
    assert line.created_on == person.registered_on
