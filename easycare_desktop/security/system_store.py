"""The credential store of the operating system, reached through keyring.

Only listed backends, made by hand: what a configuration file, an environment variable or another
installed package prefers is never asked, so nothing can turn it into a plaintext file.
"""

import base64
import importlib
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from easycare_desktop.security.credential_store import CredentialStore, CredentialStoreError

_SERVICE = "EasyCare Desktop"
_USER = "device key"
_LISTED = {
    "win32": ("keyring.backends.Windows", "WinVaultKeyring"),
    "darwin": ("keyring.backends.macOS", "Keyring"),
    "linux": ("keyring.backends.SecretService", "Keyring"),
}
_log = logging.getLogger(__name__)


class Backend(Protocol):
    """What is used of a keyring backend."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return the kept text."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a text."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Forget a text."""
        ...


class SystemCredentialStore:
    """One entry of the operating system's store for each secret, as text in base64."""

    shared = True

    def __init__(self, backend: Backend, name: str) -> None:
        self._backend = backend
        self.name = name

    def get(self, entry: str) -> bytes | None:
        """Return the secret, or nothing; raises `CredentialStoreError`."""
        with self._refusing():
            text = self._backend.get_password(_service(entry), _USER)
            return None if text is None else base64.b64decode(text, validate=True)

    def put(self, entry: str, secret: bytes) -> None:
        """Keep the secret; raises `CredentialStoreError`."""
        with self._refusing():
            text = base64.b64encode(secret).decode("ascii")
            self._backend.set_password(_service(entry), _USER, text)

    def delete(self, entry: str) -> None:
        """Forget the secret; raises `CredentialStoreError`."""
        with self._refusing():
            if self._backend.get_password(_service(entry), _USER) is not None:
                self._backend.delete_password(_service(entry), _USER)

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        """Backends raise errors of many libraries; their texts may hold what was stored."""
        try:
            yield
        except Exception as error:  # noqa: BLE001 - of whatever library
            _log.warning("credential store %s failed: %s", self.name, type(error).__name__)
            raise CredentialStoreError(self.name) from None


def find_system_store(platform: str = sys.platform) -> CredentialStore | None:
    """Return the listed store of this system if it keeps and gives back a value, else nothing."""
    backend = _listed_backend(platform)
    if backend is None:
        return None
    store = SystemCredentialStore(backend, type(backend).__module__.rpartition(".")[2])
    return store if _keeps_its_word(store) else None


def _listed_backend(platform: str) -> Backend | None:
    if platform not in _LISTED:
        return None
    module, name = _LISTED[platform]
    try:
        kind = getattr(importlib.import_module(module), name)
        if not kind.viable:
            return None
        backend: Backend = kind()
        if platform == "win32":
            backend.persist = "local machine"  # type: ignore[attr-defined]
    except Exception as error:  # noqa: BLE001 - whatever is missing, there is no store
        _log.info("no credential store: %s", type(error).__name__)
        return None
    return backend


def _keeps_its_word(store: SystemCredentialStore) -> bool:
    """Try one value through; a store that loses it is no store."""
    entry, probe = f"probe {os.urandom(4).hex()}", os.urandom(32)
    try:
        store.put(entry, probe)
        kept = store.get(entry) == probe
        store.delete(entry)
    except CredentialStoreError:
        return False
    return kept


def _service(entry: str) -> str:
    return f"{_SERVICE}: {entry}"
