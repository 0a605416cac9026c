"""Which credential store an office uses. Only the practice office of a tour gets one in memory."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from easycare_desktop.security.credential_store import CredentialStore


class SystemStores:
    """The store of the operating system for every office; none where the machine has none.

    Without a store an office is opened by passphrase alone, which is recorded and shown.
    """

    def __init__(self) -> None:
        self._asked = False
        self._store: CredentialStore | None = None

    def __call__(self, *, practice: bool) -> "CredentialStore | None":
        """Return the store; the machine is asked once."""
        from easycare_desktop.security.system_store import find_system_store

        del practice
        if not self._asked:
            self._store = find_system_store()
            self._asked = True
        return self._store


class PracticeStores:
    """A store in memory for practice offices, never for real ones."""

    def __init__(self) -> None:
        self._memory = _in_memory()
        self._system = SystemStores()

    def __call__(self, *, practice: bool) -> "CredentialStore | None":
        """Return the memory store for practice, else what the machine has."""
        return self._memory if practice else self._system(practice=False)


class OneStore:
    """One store in memory for every office: the other PC of a tour."""

    def __init__(self) -> None:
        self._memory = _in_memory()

    def __call__(self, *, practice: bool) -> "CredentialStore | None":
        """Return the store."""
        del practice
        return self._memory


def _in_memory() -> "CredentialStore":
    from easycare_desktop.security.credential_store import (
        MemoryCredentialStore,
    )

    return MemoryCredentialStore()
