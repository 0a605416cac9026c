import json
from datetime import timedelta
from pathlib import Path

import pytest

from easycare_desktop.domain.rights import Role
from easycare_desktop.security.accounts import AccountState, LoginEmptyError, NewAccount
from easycare_desktop.security.password_rule import PasswordTooShortError
from easycare_desktop.storage.keys.creation import create_keys
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.refusals import (
    AccountBlockedError,
    KeysPresentError,
    TooManyTriesError,
    WrongLoginError,
)
from easycare_desktop.storage.keys.slots import Protection
from tests.storage.keys.helpers import CLERK, CODE, MORNING, OFFICE, OFFICER, Office


def test_a_new_office_is_whole(office: Office, keys: OpenKeys):
    assert office.files() == {"keys-1.db", "slots-1.json"}
    assert keys.office_id == OFFICE
    assert keys.generation == 1
    assert keys.protection is Protection.DEVICE
    assert keys.sheet_number == 1
    account = keys.account
    assert (account.role, account.state, account.login) == (
        Role.OFFICER,
        AccountState.ACTIVE,
        OFFICER.login,
    )
    assert len({keys.file_key(name) for name in ("office", "separated", "drafts")}) == 3
    with pytest.raises(KeyError):
        keys.file_key("other")
    assert [entry.kind for entry in keys.ledger_entries()] == ["keys_created"]
    assert keys.ledger_entries()[0].signature is not None


def test_an_office_is_never_made_twice(office: Office, keys: OpenKeys):
    with pytest.raises(KeysPresentError):
        office.create()
    keys.close()
    office.open().close()


def test_a_first_try_without_slots_is_made_anew(office: Office):
    office.folder.mkdir()
    (office.folder / "keys-1.db").write_bytes(b"x" * 8192)
    office.create().close()
    office.open().close()


def test_a_first_officer_needs_a_login_and_a_good_password(office: Office):
    for account, refusal in (
        (NewAccount(" ", "Han Bit", "autumn-rain-7"), LoginEmptyError),
        (NewAccount("hanbit", "Han Bit", "short"), PasswordTooShortError),
    ):
        with pytest.raises(refusal):
            create_keys(office.folder, OFFICE, office.store, account, CODE, clock=office.clock)
    assert not office.folder.exists()


def test_everybody_opens_with_the_own_password(closed: Office):
    for account, role in ((OFFICER, Role.OFFICER), (CLERK, Role.CLERK)):
        opened = closed.open(account.login.upper(), account.password)
        assert opened.account.role is role
        assert opened.account.name == account.name
        opened.close()


def test_an_unknown_login_and_a_wrong_password_are_the_same_refusal(closed: Office):
    seen = []
    for login, password in ((OFFICER.login, "autumn-rain-8"), ("nobody", OFFICER.password)):
        with pytest.raises(WrongLoginError) as refusal:
            closed.open(login, password)
        seen.append((type(refusal.value), refusal.value.args))
    assert seen[0] == seen[1]


def test_five_wrong_tries_close_a_login_even_for_the_right_password(closed: Office):
    for login in (OFFICER.login, "nobody"):
        for _ in range(4):
            with pytest.raises(WrongLoginError):
                closed.open(login, "wrong-password")
        for password in ("wrong-password", OFFICER.password):
            with pytest.raises(TooManyTriesError) as refusal:
                closed.open(login, password)
            assert refusal.value.until == MORNING + timedelta(minutes=10)
    closed.open(CLERK.login, CLERK.password).close()
    closed.clock.set(MORNING + timedelta(minutes=10))
    opened = closed.open()
    assert opened.failed_tries == 5
    opened.close()
    assert closed.open().failed_tries == 0


def test_no_login_stands_in_any_file(closed: Office, bare_office: Office, tmp_path: Path):
    with pytest.raises(WrongLoginError):
        closed.open(OFFICER.login, "wrong-password")
    content = b"".join(path.read_bytes() for path in closed.folder.iterdir())
    assert b"f3a1c2" in content
    for word in (OFFICER.login, OFFICER.name, CLERK.login, OFFICER.password):
        assert word.encode() not in content


def test_a_blocked_account_does_not_open_and_is_told_only_with_its_password(closed: Office):
    opened = closed.open()
    opened.set_state(2, AccountState.BLOCKED)
    opened.close()
    with pytest.raises(WrongLoginError):
        closed.open(CLERK.login, "wrong-password")
    with pytest.raises(AccountBlockedError):
        closed.open(CLERK.login, CLERK.password)
    opened = closed.open()
    opened.set_state(2, AccountState.ACTIVE)
    opened.close()
    closed.open(CLERK.login, CLERK.password).close()


def test_without_a_store_passwords_alone_protect_and_this_can_be_read(bare_office: Office):
    opened = bare_office.create()
    opened.add_account(CLERK)
    assert opened.protection is Protection.PASSPHRASE
    assert opened.ledger_entries()[0].facts["protection"] == "passphrase"
    opened.close()
    body = json.loads((bare_office.folder / "slots-1.json").read_text())
    assert body["protection"] == "passphrase"
    content = b"".join(path.read_bytes() for path in bare_office.folder.iterdir())
    assert OFFICER.login.encode() not in content
    bare_office.open(CLERK.login, CLERK.password).close()
    with pytest.raises(WrongLoginError):
        bare_office.open(CLERK.login, OFFICER.password)
