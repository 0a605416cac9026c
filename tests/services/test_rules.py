"""An officer confirms any dated row; what rests on it is no longer said to be unsure."""

from easycare_desktop.domain.people import PersonKind
from easycare_desktop.services.bundle import Services
from tests.helpers.cases import STAFF
from tests.helpers.offices import OfficeHome


def unsure(services: Services) -> set[str]:
    return {each.key for each in services.rules.lines() if each.needs_confirmation}


def test_deadlines_and_signals_are_confirmed_like_stays(home: OfficeHome, services: Services):
    doubts = unsure(services)
    assert {each.partition(".")[0] for each in doubts} >= {"deadline", "signal"}
    person = services.people.register(PersonKind.STAFF, STAFF)
    told = {each.code: each for each in services.people.open(person.id).signals}
    assert told["record_check"].doubtful
    assert {each.code: each.doubtful for each in services.signals.all()[person.id]}["record_check"]
    today = services.office.today()
    for key in doubts:
        services.rules.confirm(key, today)
    assert not unsure(services)
    assert not any(each.doubtful for each in services.people.open(person.id).signals)
    assert not any(each.doubtful for each in services.signals.all()[person.id])
    services.office.close()
    again = Services(home.open())
    again.start()
    assert not unsure(again)
    assert not any(each.doubtful for each in again.people.open(person.id).signals)
    again.office.close()
