import pytest

from easycare_desktop.domain.rights import NotPermittedError, Role
from easycare_desktop.security.accounts import (
    AccountLeftError,
    AccountState,
    LastOfficerError,
    LoginTakenError,
    PasswordGivenError,
)
from easycare_desktop.security.password_rule import PasswordUnchangedError
from easycare_desktop.services.bundle import Services
from easycare_desktop.storage.keys.refusals import (
    AccountBlockedError,
    TooManyTriesError,
    WrongLoginError,
)
from tests.helpers.office_copies import CLERK, OTHERS_PASSWORD, SECOND
from tests.helpers.offices import LOGIN, PASSWORD, OfficeHome

NEW = "quite-another-pass-phrase"


def id_of(services: Services, login: str) -> int:
    return next(each.id for each in services.accounts.all() if each.login == login)


def test_a_new_account_opens_the_office(home: OfficeHome, services: Services):
    made = services.accounts.add("han.clerk", "한담당", Role.CLERK, NEW)
    assert services.accounts.names()[made.id] == "한담당"
    services.office.close()
    office = home.open("han.clerk", NEW)
    assert office.actor.account_id == made.id
    office.close()


def test_a_login_is_used_once(services: Services):
    with pytest.raises(LoginTakenError):
        services.accounts.add(CLERK, "또다른", Role.CLERK, NEW)


def test_a_blocked_account_opens_nothing(home: OfficeHome, services: Services):
    services.accounts.set_state(id_of(services, CLERK), AccountState.BLOCKED)
    services.office.close()
    with pytest.raises((AccountBlockedError, WrongLoginError)):
        home.open(CLERK, OTHERS_PASSWORD)


def test_an_account_that_was_ended_is_not_opened_again(home: OfficeHome, services: Services):
    clerk = id_of(services, CLERK)
    services.leavers.close(None, clerk)
    for state in (AccountState.ACTIVE, AccountState.BLOCKED):
        with pytest.raises(AccountLeftError):
            services.accounts.set_state(clerk, state)
    services.office.close()
    with pytest.raises((AccountBlockedError, WrongLoginError)):
        home.open(CLERK, OTHERS_PASSWORD)


def test_an_officer_stays(services: Services):
    services.accounts.set_role(id_of(services, SECOND), Role.CLERK)
    with pytest.raises(LastOfficerError):
        services.accounts.set_role(id_of(services, LOGIN), Role.CLERK)
    with pytest.raises(LastOfficerError):
        services.accounts.set_state(id_of(services, LOGIN), AccountState.BLOCKED)


def test_the_own_password_is_changed(home: OfficeHome, services: Services):
    with pytest.raises(WrongLoginError):
        services.accounts.change_password("not the old one", NEW)
    services.accounts.change_password(PASSWORD, NEW)
    services.office.close()
    with pytest.raises(WrongLoginError):
        home.open()
    home.open(password=NEW).close()


def test_a_given_password_must_be_changed_before_it_proves_anybody(
    home: OfficeHome, services: Services
):
    keys = services.office.keys
    for tries in range(5):
        with pytest.raises(WrongLoginError if tries < 4 else TooManyTriesError):
            keys.verify_password(CLERK, "forgotten-long-ago")
    services.accounts.reset_password(id_of(services, CLERK), NEW)
    with pytest.raises(PasswordGivenError):
        keys.verify_password(CLERK, NEW)
    services.office.close()
    with pytest.raises(WrongLoginError):
        home.open(CLERK, OTHERS_PASSWORD)
    clerk = Services(home.open(CLERK, NEW))
    assert clerk.session.must_change
    with pytest.raises(PasswordUnchangedError):
        clerk.accounts.change_password(NEW, NEW)
    clerk.accounts.change_password(NEW, "my-own-phrase-at-last")
    assert not Services(clerk.office).session.must_change
    clerk.session.check("my-own-phrase-at-last")
    clerk.office.close()


def test_nobody_but_an_officer_gives_passwords(home: OfficeHome, services: Services):
    officer = id_of(services, LOGIN)
    services.office.close()
    clerk = Services(home.open(CLERK, OTHERS_PASSWORD))
    with pytest.raises(NotPermittedError):
        clerk.accounts.reset_password(officer, NEW)
    clerk.office.close()
    home.open().close()
