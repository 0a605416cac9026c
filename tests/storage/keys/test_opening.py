import json
import logging
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Role
from easycare_desktop.security.accounts import AccountState, LoginEmptyError, NewAccount
from easycare_desktop.security.credential_store import MemoryCredentialStore
from easycare_desktop.security.password_rule import PasswordTooShortError
from easycare_desktop.security.passwords import HOUSE_KDF, KdfOutOfBoundsError
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.storage.keys.creation import create_keys
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.opening import Expected, open_with_password
from easycare_desktop.storage.keys.refusals import (
    AccountBlockedError,
    DeviceKeyMissingError,
    KeysForeignError,
    KeysMissingError,
    KeysNewerFormatError,
    KeysOlderError,
    KeysPresentError,
    TooManyTriesError,
    WrongLoginError,
    WrongSheetError,
)
from easycare_desktop.storage.keys.slots import Protection
from easycare_desktop.storage.keys.sqlcipher import FileDamagedError, WrongKeyError
from tests.storage.keys.helpers import CLERK, CODE, MORNING, OFFICE, OFFICER, Office


@pytest.fixture
def closed(office: Office, keys: OpenKeys) -> Office:
    keys.add_account(CLERK)
    keys.close()
    return office


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


def _without_slots(office: Office) -> None:
    (office.folder / "slots-1.json").unlink()


def _without_keys(office: Office) -> None:
    (office.folder / "keys-1.db").unlink()


def _cut_keys(office: Office) -> None:
    path = office.folder / "keys-1.db"
    path.write_bytes(path.read_bytes()[:-5000])


def _torn_slots(office: Office) -> None:
    (office.folder / "slots-1.json").write_text("{}")


def _changed_slots(office: Office) -> None:
    path = office.folder / "slots-1.json"
    body = json.loads(path.read_text())
    body["slots"] = body["slots"][:-8] + "AAAAAAA="
    path.write_text(json.dumps(body))


def _newer_slots(office: Office) -> None:
    path = office.folder / "slots-1.json"
    path.write_text(path.read_text().replace('"format": 1', '"format": 2'))


def _renumbered_slots(office: Office) -> None:
    (office.folder / "slots-1.json").rename(office.folder / "slots-2.json")
    (office.folder / "keys-1.db").rename(office.folder / "keys-2.db")


def _other_keys(office: Office) -> None:
    other = Office(office.folder.parent / "other", office.store, office.clock)
    create_keys(
        other.folder, "other", MemoryCredentialStore(), OFFICER, CODE, clock=office.clock
    ).close()
    (other.folder / "keys-1.db").replace(office.folder / "keys-1.db")


def _without_device_key(office: Office) -> None:
    office.store.delete(f"{OFFICE} 1")


def _other_device_key(office: Office) -> None:
    office.store.put(f"{OFFICE} 1", bytes(32))


@pytest.mark.parametrize(
    ("harm", "refusal"),
    [
        (_without_slots, KeysMissingError),
        (_without_keys, KeysMissingError),
        (_cut_keys, FileDamagedError),
        (_torn_slots, FileDamagedError),
        (_changed_slots, DeviceKeyMissingError),
        (_newer_slots, FileDamagedError),
        (_renumbered_slots, FileDamagedError),
        (_other_keys, WrongKeyError),
        (_without_device_key, DeviceKeyMissingError),
        (_other_device_key, DeviceKeyMissingError),
    ],
)
def test_each_harm_has_its_refusal_and_changes_nothing(
    closed: Office, harm: Callable[[Office], None], refusal: type[Refusal]
):
    harm(closed)
    before = {path.name: path.read_bytes() for path in closed.folder.iterdir()}
    with pytest.raises(refusal):
        closed.open()
    after = {path.name: path.read_bytes() for path in closed.folder.iterdir()}
    assert after == before


def test_an_empty_folder_has_no_keys(office: Office):
    with pytest.raises(KeysMissingError):
        office.open()
    with pytest.raises(KeysMissingError):
        office.open_with_sheet()


def test_keys_of_another_office_are_foreign(closed: Office):
    with pytest.raises(KeysForeignError):
        closed.open(expected=Expected(office_id="a-different-one"))
    closed.open(expected=Expected(office_id=OFFICE)).close()


def test_a_key_file_that_names_another_office_is_foreign(closed: Office):
    opened = closed.open()
    with opened.file.change() as connection:
        connection.execute("UPDATE meta SET value = 'other' WHERE name = 'office'")
    opened.close()
    with pytest.raises(KeysForeignError):
        closed.open()


def test_a_newer_format_is_refused(closed: Office):
    opened = closed.open()
    with opened.file.change() as connection:
        connection.execute("UPDATE meta SET value = 2 WHERE name = 'schema'")
    opened.close()
    with pytest.raises(KeysNewerFormatError):
        closed.open()


def test_older_keys_are_noticed_by_generation_and_by_revision(closed: Office):
    with pytest.raises(KeysOlderError) as refusal:
        closed.open(expected=Expected(generation=2))
    assert (refusal.value.found[0], refusal.value.expected[0]) == (1, 2)
    copy = (closed.folder / "keys-1.db").read_bytes()
    opened = closed.open()
    opened.create_holding_keys(1)
    mark = opened.revision
    opened.require_at_least(1, mark)
    opened.close()
    (closed.folder / "keys-1.db").write_bytes(copy)
    opened = closed.open()
    with pytest.raises(KeysOlderError):
        opened.require_at_least(1, mark)
    with pytest.raises(KeysOlderError):
        opened.require_at_least(2)
    opened.close()


def test_a_cheap_password_is_not_believed_by_the_house(closed: Office):
    with pytest.raises(KdfOutOfBoundsError):
        open_with_password(
            closed.folder,
            OFFICER.login,
            OFFICER.password,
            closed.store,
            clock=closed.clock,
            kdf=HOUSE_KDF,
        )


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


def test_the_sheet_opens_as_an_officer_without_account(closed: Office):
    opened = closed.open_with_sheet()
    assert opened.account.id == 0
    assert opened.account.role is Role.OFFICER
    assert len(opened.officer_private_key().private) == 32
    opened.close()
    other = RecoveryCode.generate()
    with pytest.raises(WrongSheetError) as refusal:
        closed.open_with_sheet(other)
    assert refusal.value.number == 1


def test_the_sheet_helps_where_the_device_key_is_lost(closed: Office):
    made = closed.open()
    ids = made.create_holding_keys(2)
    made.close()
    _without_device_key(closed)
    opened = closed.open_with_sheet()
    assert opened.living_keys() == ids
    with pytest.raises(WrongLoginError):
        opened.verify_password(OFFICER.login, OFFICER.password)
    opened.reset_password(1, "spring-wind-9")
    opened.close()
    again = closed.open(password="spring-wind-9")
    assert again.officer_private_key()
    again.close()


def test_the_sheet_without_any_store_cannot_bring_a_device_key_back(closed: Office):
    closed.store = None
    with pytest.raises(DeviceKeyMissingError):
        closed.open_with_sheet()


def test_a_renewed_sheet_replaces_the_old_one(closed: Office):
    opened = closed.open_with_sheet()
    code = RecoveryCode.generate()
    assert opened.renew_sheet(code) == 2
    assert opened.sheet_number == 2
    assert opened.officer_private_key()
    opened.close()
    with pytest.raises(WrongSheetError) as refusal:
        closed.open_with_sheet()
    assert refusal.value.number == 2
    opened = closed.open_with_sheet(code)
    assert opened.officer_private_key()
    opened.close()
    closed.open().close()


def test_nothing_personal_is_logged(closed: Office, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    with pytest.raises(WrongLoginError):
        closed.open(CLERK.login, "wrong-password")
    _cut_keys(closed)
    with pytest.raises(FileDamagedError):
        closed.open()
    assert "generation 1: FileDamagedError" in caplog.text
    for word in (OFFICER.login, OFFICER.name, CLERK.login, "wrong-password"):
        assert word not in caplog.text
