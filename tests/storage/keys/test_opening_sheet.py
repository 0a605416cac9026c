import pytest

from easycare_desktop.domain.rights import Role
from easycare_desktop.security.recovery_sheet import RecoveryCode
from easycare_desktop.storage.keys.refusals import (
    DeviceKeyMissingError,
    OnlySheetOpensError,
    WrongLoginError,
    WrongSheetError,
)
from tests.helpers.new_keys import new_keys_in
from tests.storage.keys.helpers import OFFICE, OFFICER, Office


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
    ids = new_keys_in(made.holdings, 2)
    made.close()
    closed.store.delete(f"{OFFICE} 1")
    opened = closed.open_with_sheet()
    assert opened.living_keys() == ids
    with pytest.raises(WrongLoginError):
        opened.verify_password(OFFICER.login, OFFICER.password)
    opened.reset_password(1, "spring-wind-9")
    opened.close()
    again = closed.open(password="spring-wind-9")
    assert again.officer_private_key()
    again.close()


def test_where_renewing_by_the_sheet_was_given_up_no_password_is_called_wrong(closed: Office):
    closed.store.delete(f"{OFFICE} 1")
    closed.open_with_sheet().close()
    for _ in range(6):
        with pytest.raises(OnlySheetOpensError) as refusal:
            closed.open()
        assert refusal.value.number == 1
    opened = closed.open_with_sheet()
    opened.reset_password(1, "spring-wind-9")
    opened.close()
    closed.open(password="spring-wind-9").close()


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
