"""Who may do what: a role without the right is refused, and the refusal stands in the log."""

from collections.abc import Callable
from pathlib import Path

import pytest

from easycare_desktop.domain.people import Person, PersonKind
from easycare_desktop.domain.rights import NotPermittedError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.papers import PaperKind
from tests.helpers.cases import HEALTH, STAFF, agree, correct, known_person, record, settled
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD, VIEWER
from tests.helpers.offices import PROFILE, OfficeHome

Call = Callable[[Services, Person], object]


def test_a_refused_role_leaves_a_line(home: OfficeHome):
    office = home.open(VIEWER, OTHERS_PASSWORD)
    viewer = Services(office)
    viewer.start()
    with pytest.raises(NotPermittedError):
        viewer.people.register(PersonKind.STAFF, STAFF)
    office.close()
    officer = Services(home.open())
    entry = next(each for each in officer.log.newest() if each.action == "people.register")
    assert (entry.outcome, entry.account_id) == ("denied", office.actor.account_id)
    assert officer.people.load_index() == 0
    officer.office.close()


DENIED: list[tuple[str, Call]] = [
    (CLERK, lambda services, _: services.accounts.all()),
    (CLERK, lambda services, _: services.rules.confirm("L-01", services.office.today())),
    (CLERK, lambda services, _: services.log.newest()),
    (CLERK, lambda services, _: services.profile.save(PROFILE, "바꿈")),
    (VIEWER, correct),
    (VIEWER, record),
    (VIEWER, settled),
    (VIEWER, lambda services, _: services.papers.make(PaperKind.RETENTION_TABLE, 0, "점검")),
    (VIEWER, lambda services, _: services.destruction.propose_due()),
    (VIEWER, lambda services, _: services.key_places.add("USB", Path())),
    (VIEWER, lambda services, _: services.drafts.keep("person", 0, {})),
]


@pytest.mark.parametrize("number", range(len(DENIED)))
def test_rights(home: OfficeHome, number: int):
    login, call = DENIED[number]
    office = home.open()
    person = known_person(Services(office))
    office.close()
    office = home.open(login, OTHERS_PASSWORD)
    services = Services(office)
    services.start()
    with pytest.raises(NotPermittedError):
        call(services, person)
    office.close()


def test_a_clerk_does_the_daily_work(home: OfficeHome):
    office = home.open(CLERK, OTHERS_PASSWORD)
    services = Services(office)
    services.start()
    person = known_person(services)
    agree(services, person)
    correct(services, person)
    services.people.save_group(
        person.id, "health", HEALTH | {"mobility": "alone"}, expected_version=1, reason="살핌"
    )
    request = settled(services, person)
    plan = services.decisions.decide(request.id).plan
    assert plan.requested_by == office.actor.account_id
    office.close()
