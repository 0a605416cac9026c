from pathlib import Path

import pytest

from easycare_desktop.security.credential_store import CredentialStoreError, MemoryCredentialStore
from easycare_desktop.security.protector import ENTRY, StoreProtector, protector_over
from easycare_desktop.system.settings import Remember, Settings
from easycare_desktop.system.settings_file import SettingsFile
from tests.helpers.harmed import last_bit_flipped

LOGIN = "kim.yeonseup"


class SilentStore(MemoryCredentialStore):
    def get(self, entry: str) -> bytes | None:
        raise CredentialStoreError(entry)


def test_what_is_protected_comes_back():
    store = MemoryCredentialStore()
    sealed = StoreProtector(store).protect(LOGIN.encode())
    assert LOGIN.encode() not in sealed
    assert StoreProtector(store).reveal(sealed) == LOGIN.encode()


def test_the_key_is_made_once():
    store = MemoryCredentialStore()
    protector = StoreProtector(store)
    first = protector.protect(b"one")
    key = store.get(ENTRY)
    protector.protect(b"two")
    assert store.get(ENTRY) == key
    assert protector.reveal(first) == b"one"


@pytest.mark.parametrize("spoil", ["other user", "no key", "short key", "changed", "nothing"])
def test_what_this_user_did_not_protect_is_a_value_error(spoil: str):
    store = MemoryCredentialStore()
    sealed = StoreProtector(store).protect(b"login")
    if spoil == "other user":
        store = MemoryCredentialStore()
        StoreProtector(store).protect(b"login")
    elif spoil == "no key":
        store.delete(ENTRY)
    elif spoil == "short key":
        store.put(ENTRY, b"short")
    elif spoil == "changed":
        sealed = last_bit_flipped(sealed)
    else:
        sealed = b""
    with pytest.raises(ValueError, match=ENTRY):
        StoreProtector(store).reveal(sealed)


def test_a_store_that_does_not_answer_stops_no_start():
    with pytest.raises(ValueError, match=ENTRY):
        StoreProtector(SilentStore()).reveal(b"anything")


def test_without_a_store_there_is_no_protector():
    assert protector_over(None) is None


def test_the_settings_file_keeps_the_login_for_this_user_alone(tmp_path: Path):
    path, store = tmp_path / "settings.json", MemoryCredentialStore()
    settings = Settings(remember=Remember.ALWAYS, office="1234", login=LOGIN)
    SettingsFile(path, protector_over(store)).save(settings)
    assert LOGIN.encode() not in path.read_bytes()
    assert SettingsFile(path, protector_over(store)).load().login == LOGIN
    assert SettingsFile(path, protector_over(MemoryCredentialStore())).load().login == ""
    assert SettingsFile(path).load().login == ""
