import pytest

from easycare_desktop.security.accounts import (
    AccountState,
)
from easycare_desktop.storage.keys import account_desk
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.refusals import AccountBlockedError, WrongLoginError
from tests.storage.keys.helpers import CLERK, OFFICER, Office

NEW = "spring-wind-9"


class StopError(BaseException):
    pass


def _stop_at(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> None:
    def stop(*_given: object, **_named: object) -> None:
        raise StopError

    monkeypatch.setattr(owner, name, stop)


def test_a_stop_after_the_slot_of_a_new_account_leaves_no_account(
    office: Office, keys: OpenKeys, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as patch:
        _stop_at(patch, account_desk.account_rows, "insert_account")
        with pytest.raises(StopError):
            keys.add_account(CLERK)
    keys.close()
    opened = office.open()
    assert len(opened.accounts()) == 1
    assert len(opened.slots_file.slots.by_label) == 1
    opened.add_account(CLERK)
    opened.close()
    office.open(CLERK.login, CLERK.password).close()


@pytest.mark.parametrize("login", [OFFICER.login, CLERK.login])
def test_a_stop_before_the_slot_leaves_the_old_password(
    office: Office, two: OpenKeys, monkeypatch: pytest.MonkeyPatch, login: str
):
    with monkeypatch.context() as patch:
        _stop_at(patch, two.slots_file, "put")
        with pytest.raises(StopError):
            two.change_password(1, OFFICER.password, NEW)
    two.close()
    password = OFFICER.password if login == OFFICER.login else CLERK.password
    office.open(login, password).close()
    opened = office.open()
    assert opened.officer_private_key()
    opened.close()
    with pytest.raises(WrongLoginError):
        office.open(password=NEW)


@pytest.mark.parametrize("other_first", [True, False])
def test_a_stop_after_the_slot_leaves_the_new_password(
    office: Office, two: OpenKeys, monkeypatch: pytest.MonkeyPatch, *, other_first: bool
):
    with monkeypatch.context() as patch:
        _stop_at(patch, account_desk, "settle")
        with pytest.raises(StopError):
            two.change_password(1, OFFICER.password, NEW)
    two.close()
    if other_first:
        office.open(CLERK.login, CLERK.password).close()
    opened = office.open(password=NEW)
    assert opened.officer_private_key()
    opened.close()
    with pytest.raises(WrongLoginError):
        office.open()


def test_a_stop_after_the_block_stands_in_the_table_still_blocks(
    office: Office, two: OpenKeys, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as patch:
        _stop_at(patch, account_desk, "settle")
        with pytest.raises(StopError):
            two.set_state(2, AccountState.BLOCKED)
    two.close()
    with pytest.raises(AccountBlockedError):
        office.open(CLERK.login, CLERK.password)
    slots = office.open().slots_file.slots.by_label
    assert sum(slot.root is None for slot in slots.values()) == 1
