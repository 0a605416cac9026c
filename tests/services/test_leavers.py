import pytest

from easycare_desktop.domain.people import EndingReason, Person, PersonKind
from easycare_desktop.domain.rights import NotPermittedError, Role
from easycare_desktop.security.accounts import AccountState, LastOfficerError
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.tasks import TaskKind
from easycare_desktop.storage.keys.refusals import AccountBlockedError, WrongLoginError
from tests.helpers.cases import STAFF
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD, SECOND
from tests.helpers.offices import OfficeHome


def hired(services: Services, name: str) -> Person:
    values = {group: dict(fields) for group, fields in STAFF.items()}
    values["identity"]["name"] = name
    return services.people.register(PersonKind.STAFF, values)


def leave(services: Services, person: Person) -> int:
    today = services.office.today()
    request = services.requests.take_ending(
        person.id, EndingReason.LEFT_JOB, last_service_on=today, ended_on=today
    )
    services.decisions.decide(request.id)
    return request.id


def asked(services: Services) -> list[str]:
    tasks = services.today.show().tasks
    return [each.name for each in tasks if each.kind is TaskKind.LEAVER_ACCOUNT]


def id_of(services: Services, login: str) -> int:
    return next(each.id for each in services.accounts.all() if each.login == login)


def test_the_account_of_a_leaver_is_asked_for_until_it_is_closed(
    home: OfficeHome, services: Services
):
    person = hired(services, "김 담당")
    assert not asked(services)
    leave(services, person)
    assert asked(services) == ["김담당"]
    found = services.leavers.accounts_of("김 담당")
    assert [each.login for each in found.same_name] == [CLERK]
    assert services.leavers.close(person.id, found.same_name[0].id) is AccountState.LEFT
    assert not asked(services)
    logged = [each for each in services.log.newest() if each.action == "accounts.change"]
    assert logged[0].person_id == person.id
    services.office.close()
    with pytest.raises((AccountBlockedError, WrongLoginError)):
        home.open(CLERK, OTHERS_PASSWORD)


def test_an_ending_taken_back_asks_for_no_account(services: Services):
    person = hired(services, "김담당")
    services.requests.take_back(leave(services, person))
    assert not asked(services)


def test_somebody_else_of_the_same_name_keeps_the_account(services: Services):
    person = hired(services, "김담당")
    leave(services, person)
    services.leavers.keep_open(person.id)
    assert not asked(services)
    states = {each.login: each.state for each in services.accounts.all()}
    assert states[CLERK] is AccountState.ACTIVE


def test_a_clerk_notes_it_and_an_officer_closes_it(home: OfficeHome, services: Services):
    services.office.close()
    clerk = Services(home.open(CLERK, OTHERS_PASSWORD))
    clerk.start()
    person = hired(clerk, "최열람")
    leave(clerk, person)
    assert not asked(clerk)
    assert not clerk.leavers.may_close
    with pytest.raises(NotPermittedError):
        clerk.leavers.close(person.id, 1)
    clerk.office.close()
    officer = Services(home.open())
    officer.start()
    assert asked(officer) == ["최열람"]
    officer.office.close()


def test_an_officer_who_left_is_blocked_until_the_keys_are_handed_over(services: Services):
    found = services.leavers.accounts_of("이책임")
    assert services.leavers.close(None, found.same_name[0].id) is AccountState.BLOCKED


def test_the_last_officer_and_oneself_are_never_offered(services: Services):
    own = services.office.actor.account_id
    assert own not in {each.id for each in services.leavers.accounts_of("").closable}
    services.accounts.set_role(id_of(services, SECOND), Role.CLERK)
    name = services.accounts.names()[own]
    assert [each.id for each in services.leavers.accounts_of(name).kept] == [own]
    with pytest.raises(LastOfficerError):
        services.leavers.close(None, own)
