"""Locks what is remembered of a login to this Windows user, with a key in the credential store."""

import secrets

from easycare_desktop.security.binding import binding
from easycare_desktop.security.credential_store import CredentialStore, CredentialStoreError
from easycare_desktop.security.sealing import KEY_BYTES, SealBrokenError, seal, unseal

ENTRY = "remembered login"
_BOUND = binding(ENTRY)


class StoreProtector:
    """Seals under a random key that lies in the credential store and never in a file."""

    def __init__(self, store: CredentialStore) -> None:
        self._store = store

    def protect(self, plain: bytes) -> bytes:
        """Return `plain` sealed; makes the key at the first use. Raises `CredentialStoreError`."""
        key = self._store.get(ENTRY)
        if key is None or len(key) != KEY_BYTES:
            key = secrets.token_bytes(KEY_BYTES)
            self._store.put(ENTRY, key)
        return seal(key, plain, _BOUND)

    def reveal(self, protected: bytes) -> bytes:
        """Return what was protected.

        Raises `ValueError` for what this user did not protect, and where the key is gone or the
        store does not answer: what is remembered is a convenience and never stops a start.
        """
        try:
            key = self._store.get(ENTRY)
            if key is None or len(key) != KEY_BYTES:
                raise ValueError(ENTRY)
            return unseal(key, protected, _BOUND)
        except (SealBrokenError, CredentialStoreError):
            raise ValueError(ENTRY) from None


def protector_over(store: CredentialStore | None) -> StoreProtector | None:
    """Return a protector over `store`, or nothing where the machine has no store."""
    return None if store is None else StoreProtector(store)
