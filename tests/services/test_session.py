import pytest

from easycare_desktop.domain.rights import Role
from easycare_desktop.services.accounts import AccountState
from easycare_desktop.services.bundle import Services
from easycare_desktop.services.session import TooManyTriesError, WrongLoginError
from easycare_desktop.storage.keys.refusals import AccountBlockedError
from easycare_desktop.storage.unit_of_work import UnitOfWork
from tests.helpers.cases import correct, register
from tests.helpers.office_copies import OTHERS_PASSWORD, VIEWER
from tests.helpers.offices import CODE, LOGIN, PASSWORD, OfficeHome


def logged(services: Services) -> list[tuple[str, str]]:
    return [(each.action, each.detail) for each in services.log.newest()]


def test_the_signed_in_person_is_known(services: Services):
    assert services.session.who() == ("박책임", LOGIN)


def test_locking_and_the_right_password_are_recorded(services: Services):
    services.session.lock()
    services.session.check(PASSWORD)
    said = logged(services)
    assert ("session.locked", "") in said
    assert ("session.signed_in", "unlock") in said


def test_a_wrong_password_is_refused_and_counted(services: Services):
    for tries in range(1, 5):
        with pytest.raises(WrongLoginError) as refused:
            services.session.check("not the one")
        assert refused.value.tries == tries
    for typed in ("not the one", PASSWORD):
        with pytest.raises(TooManyTriesError):
            services.session.check(typed)
    assert ("session.signed_in", "unlock") not in logged(services)


def test_who_was_blocked_meanwhile_stays_out(home: OfficeHome):
    office = home.open(VIEWER, OTHERS_PASSWORD)
    services = Services(office)
    assert office.actor.role is Role.VIEWER
    office.keys.set_state(office.actor.account_id, AccountState.BLOCKED)
    with pytest.raises((AccountBlockedError, WrongLoginError)):
        services.session.check(OTHERS_PASSWORD)
    office.close()


def test_who_was_blocked_cannot_go_on_in_the_open_session(services: Services):
    person = register(services)
    services.accounts.set_state(services.office.actor.account_id, AccountState.BLOCKED)
    with pytest.raises(AccountBlockedError):
        services.people.open(person.id)
    with pytest.raises(AccountBlockedError):
        correct(services, person)
    services.session.lock()
    with services.office.files.office() as connection:
        uow = UnitOfWork(connection, services.office.info.folder, services.office.keys)
        said = [(each.action, each.outcome) for each in uow.log.newest(3)]
    assert said == [
        ("session.locked", "ok"),
        ("people.correct", "denied"),
        ("people.open", "denied"),
    ]


def test_the_recovery_sheet_has_no_password(home: OfficeHome):
    office = home.offices.open_with_sheet(CODE, home.sheet.text)
    session = Services(office).session
    assert session.who() == ("", "")
    with pytest.raises(WrongLoginError):
        session.check("")
    office.close()
