import sys
from types import ModuleType

import pytest

from easycare_desktop.security.credential_store import (
    CredentialStore,
    CredentialStoreError,
    MemoryCredentialStore,
)
from easycare_desktop.security.system_store import SystemCredentialStore, find_system_store

SECRET = bytes(range(32))


class FakeKeyring:
    viable = True

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str):
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str):
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str):
        del self.kept[service, username]


class ForgetfulKeyring(FakeKeyring):
    def set_password(self, service: str, username: str, password: str):
        pass


class LockedKeyring(FakeKeyring):
    def set_password(self, service: str, username: str, password: str):
        raise RuntimeError(service, username, password)


class AbsentKeyring(FakeKeyring):
    viable = False


def _stand_in(monkeypatch: pytest.MonkeyPatch, module: str, **classes: object) -> None:
    fake = ModuleType(module)
    for name, value in classes.items():
        setattr(fake, name, value)
    monkeypatch.setitem(sys.modules, module, fake)


@pytest.mark.parametrize(
    "store", [MemoryCredentialStore(), SystemCredentialStore(FakeKeyring(), "fake")]
)
def test_a_store_keeps_replaces_and_forgets(store: CredentialStore):
    assert store.get("office 1") is None
    store.put("office 1", SECRET)
    store.put("office 2", b"other")
    assert store.get("office 1") == SECRET
    store.put("office 1", b"newer")
    assert store.get("office 1") == b"newer"
    store.delete("office 1")
    store.delete("office 1")
    assert store.get("office 1") is None
    assert store.get("office 2") == b"other"


def test_each_secret_has_its_own_service_so_that_windows_never_moves_one():
    backend = FakeKeyring()
    store = SystemCredentialStore(backend, "fake")
    store.put("office 1", SECRET)
    store.put("office 2", SECRET)
    assert len({service for service, _ in backend.kept}) == 2
    assert len({user for _, user in backend.kept}) == 1


def test_errors_of_the_backend_do_not_carry_the_secret(caplog: pytest.LogCaptureFixture):
    store = SystemCredentialStore(LockedKeyring(), "fake")
    with pytest.raises(CredentialStoreError) as refusal:
        store.put("office 1", SECRET)
    assert refusal.value.name == "fake"
    assert refusal.value.__cause__ is None
    assert refusal.value.__suppress_context__
    assert "RuntimeError" in caplog.text
    assert "AAECAw" not in caplog.text


def test_what_is_not_base64_is_refused(caplog: pytest.LogCaptureFixture):
    backend = FakeKeyring()
    store = SystemCredentialStore(backend, "fake")
    store.put("office 1", SECRET)
    backend.kept[next(iter(backend.kept))] = "%%%"
    with pytest.raises(CredentialStoreError):
        store.get("office 1")
    assert len(caplog.records) == 1


def test_windows_keeps_it_on_this_machine(monkeypatch: pytest.MonkeyPatch):
    made = []

    class WinVaultKeyring(FakeKeyring):
        persist = "enterprise"

        def __init__(self) -> None:
            super().__init__()
            made.append(self)

    _stand_in(monkeypatch, "keyring.backends.Windows", WinVaultKeyring=WinVaultKeyring)
    store = find_system_store("win32")
    assert store is not None
    assert store.shared
    assert made[0].persist == "local machine"
    assert made[0].kept == {}


@pytest.mark.parametrize("kind", [AbsentKeyring, ForgetfulKeyring, LockedKeyring])
def test_a_store_that_does_not_keep_its_word_is_none(
    monkeypatch: pytest.MonkeyPatch, kind: type[FakeKeyring]
):
    _stand_in(monkeypatch, "keyring.backends.SecretService", Keyring=kind)
    assert find_system_store("linux") is None


def test_a_listed_one_is_taken(monkeypatch: pytest.MonkeyPatch):
    _stand_in(monkeypatch, "keyring.backends.SecretService", Keyring=FakeKeyring)
    assert find_system_store("linux") is not None


def test_nothing_else_is_ever_asked(monkeypatch: pytest.MonkeyPatch):
    for module in ("keyring.backends.null", "keyrings.alt.file"):
        _stand_in(monkeypatch, module, Keyring=FakeKeyring, PlaintextKeyring=FakeKeyring)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.setitem(sys.modules, "keyring.backends.SecretService", None)
    assert find_system_store("linux") is None
    assert find_system_store("freebsd") is None
