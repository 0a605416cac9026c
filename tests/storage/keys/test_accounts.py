import pytest

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Role
from easycare_desktop.security.accounts import (
    AccountState,
    AccountUnknownError,
    LastOfficerError,
    LoginEmptyError,
    LoginTakenError,
    NewAccount,
    NotAnOfficerError,
    PasswordGivenError,
)
from easycare_desktop.security.password_rule import PasswordNamesOwnerError
from easycare_desktop.security.signing import verify_signature
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.refusals import AccountBlockedError, WrongLoginError
from easycare_desktop.storage.keys.schema import SCHEMA, meta
from tests.helpers.older_keys import drop_marks
from tests.storage.keys.helpers import CLERK, OFFICER, Office

SECOND = NewAccount("dasom", "Da Som", "summer-leaf-4")
NEW = "spring-wind-9"


def _as_clerk(office: Office, keys: OpenKeys) -> OpenKeys:
    keys.close()
    return office.open(CLERK.login, CLERK.password)


def test_a_second_person_is_proved_in_place(two: OpenKeys):
    account = two.verify_password("SAEBOM", CLERK.password)
    assert (account.id, account.role) == (2, Role.CLERK)
    assert two.account.id == 1
    with pytest.raises(WrongLoginError) as refusal:
        two.verify_password(CLERK.login, OFFICER.password)
    assert refusal.value.tries == 1
    two.set_state(2, AccountState.BLOCKED)
    with pytest.raises(AccountBlockedError):
        two.verify_password(CLERK.login, CLERK.password)


@pytest.mark.parametrize(
    ("new", "refusal"),
    [
        (NewAccount("SaeBom ", "Other", NEW, Role.CLERK), LoginTakenError),
        (NewAccount("  ", "Other", NEW, Role.CLERK), LoginEmptyError),
        (NewAccount("other", "Other", "the-other-9", Role.CLERK), PasswordNamesOwnerError),
        (NewAccount("x", "y", "no-31168-x", Role.CLERK, ("31168",)), PasswordNamesOwnerError),
    ],
)
def test_refused_accounts_leave_nothing(two: OpenKeys, new: NewAccount, refusal: type[Refusal]):
    with pytest.raises(refusal):
        two.add_account(new)
    assert len(two.accounts()) == 2
    assert len(two.slots_file.slots.by_label) == 2


def test_a_changed_password_opens_and_the_old_one_does_not(office: Office, two: OpenKeys):
    with pytest.raises(WrongLoginError):
        two.change_password(1, CLERK.password, NEW)
    two.change_password(1, OFFICER.password, NEW)
    assert two.officer_private_key()
    two.change_password(2, CLERK.password, NEW)
    two.close()
    with pytest.raises(WrongLoginError):
        office.open()
    opened = office.open(password=NEW)
    assert opened.officer_private_key()
    assert opened.verify_password(CLERK.login, NEW).id == 2
    opened.close()


def test_a_new_password_brings_a_new_key_pair(two: OpenKeys):
    before = two.opener.pair
    two.change_password(1, OFFICER.password, NEW)
    assert two.opener.pair.public != before.public
    with two.file.read() as connection:
        rows = connection.execute("SELECT DISTINCT recipient FROM officer_secret").fetchall()
    assert before.public not in {row[0] for row in rows}


def test_an_officer_resets_a_password_and_a_clerk_does_not(office: Office, two: OpenKeys):
    two.reset_password(2, NEW)
    with pytest.raises(PasswordGivenError):
        two.verify_password(CLERK.login, NEW)
    two.close()
    clerk = office.open(CLERK.login, NEW)
    assert clerk.account.given
    with pytest.raises(NotAnOfficerError):
        clerk.reset_password(1, "summer-leaf-5")
    clerk.close()
    office.open().close()


def test_a_clerk_holds_no_officer_keys(office: Office, two: OpenKeys):
    clerk = _as_clerk(office, two)
    for asked in (clerk.officer_private_key, clerk.signing_key):
        with pytest.raises(NotAnOfficerError):
            asked()
    with pytest.raises(NotAnOfficerError):
        clerk.add_account(SECOND)
    with pytest.raises(NotAnOfficerError):
        clerk.set_role(2, Role.OFFICER)
    assert clerk.account.role is Role.CLERK
    assert clerk.ledger_append("note", {}, office.clock.now()).signature is None
    clerk.close()


def test_an_officer_signs(keys: OpenKeys):
    verify_signature(keys.certificate(), b"paper", keys.signing_key().sign(b"paper"))


def test_a_second_officer_and_a_promoted_clerk_hold_the_officer_keys(office: Office, two: OpenKeys):
    two.add_account(SECOND)
    two.set_role(2, Role.OFFICER)
    public = two.officer_private_key().public
    two.close()
    for login, password in ((SECOND.login, SECOND.password), (CLERK.login, CLERK.password)):
        opened = office.open(login, password)
        assert opened.officer_private_key().public == public
        opened.close()


def test_who_is_no_officer_any_more_loses_the_officer_keys(office: Office, two: OpenKeys):
    two.set_role(2, Role.OFFICER)
    two.set_role(2, Role.VIEWER)
    two.close()
    opened = office.open(CLERK.login, CLERK.password)
    assert opened.account.role is Role.VIEWER
    with pytest.raises(NotAnOfficerError):
        opened.officer_private_key()
    opened.close()


def test_a_blocked_officer_comes_back_with_the_officer_keys(office: Office, two: OpenKeys):
    two.set_role(2, Role.OFFICER)
    two.set_state(2, AccountState.BLOCKED)
    two.set_state(2, AccountState.ACTIVE)
    two.close()
    opened = office.open(CLERK.login, CLERK.password)
    assert opened.officer_private_key()
    opened.close()


@pytest.mark.parametrize("state", [AccountState.BLOCKED, AccountState.LEFT])
def test_the_last_officer_stays(two: OpenKeys, state: AccountState):
    with pytest.raises(LastOfficerError):
        two.set_state(1, state)
    with pytest.raises(LastOfficerError):
        two.set_role(1, Role.CLERK)
    two.add_account(SECOND)
    two.set_state(3, AccountState.BLOCKED)
    with pytest.raises(LastOfficerError):
        two.set_state(1, state)
    two.set_state(3, AccountState.ACTIVE)
    assert two.set_state(1, state).state is state
    with pytest.raises(LastOfficerError):
        two.set_role(3, Role.AUDITOR)


def test_names_can_be_corrected_and_unknown_numbers_are_refused(two: OpenKeys):
    assert two.rename(2, "Sae Byeok").name == "Sae Byeok"
    assert two.accounts()[1].name == "Sae Byeok"
    with pytest.raises(AccountUnknownError):
        two.rename(9, "x")
    with pytest.raises(AccountUnknownError):
        two.set_state(9, AccountState.LEFT)


def test_every_change_of_an_account_stands_in_the_ledger_by_number(two: OpenKeys):
    two.set_role(2, Role.VIEWER)
    two.change_password(2, CLERK.password, NEW)
    two.set_state(2, AccountState.LEFT)
    told = [(entry.kind, entry.facts.get("account")) for entry in two.ledger_entries()[1:]]
    assert told == [
        ("account_added", 2),
        ("account_role", 2),
        ("account_password", 2),
        ("account_state", 2),
    ]


def test_keys_of_an_older_program_open_and_know_of_given_passwords(office: Office, two: OpenKeys):
    with two.file.change() as connection:
        connection.execute("ALTER TABLE account DROP COLUMN given")
        connection.execute("DROP TABLE pc")
        drop_marks(connection)
        connection.execute("UPDATE meta SET value = 1 WHERE name = 'schema'")
    two.close()
    opened = office.open()
    assert [each.given for each in opened.accounts()] == [False, False]
    opened.reset_password(2, NEW)
    assert [each.given for each in opened.accounts()] == [False, True]
    with opened.file.read() as connection:
        assert meta(connection, "schema") == SCHEMA
    opened.close()
