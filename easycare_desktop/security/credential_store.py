"""Where the device key rests: a store of small secrets outside the office folder."""

from typing import Protocol

from easycare_desktop.domain.refusals import Refusal


class CredentialStoreError(Refusal):
    """The credential store of the operating system did not do what it was asked. `name`: which."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class CredentialStore(Protocol):
    """Named secrets. `shared` tells whether another process of this user reaches the same store."""

    @property
    def name(self) -> str:
        """Name the store in a way that may be recorded and shown."""
        ...

    @property
    def shared(self) -> bool:
        """Tell whether a new process finds the same entries."""
        ...

    def get(self, entry: str) -> bytes | None:
        """Return the secret, or nothing; raises `CredentialStoreError`."""
        ...

    def put(self, entry: str, secret: bytes) -> None:
        """Keep the secret, replacing an older one; raises `CredentialStoreError`."""
        ...

    def delete(self, entry: str) -> None:
        """Forget the secret; one that is gone already is fine. Raises `CredentialStoreError`."""
        ...


class MemoryCredentialStore:
    """Keeps secrets as long as the process lives: for the practice office and for tests."""

    name = "memory"
    shared = False

    def __init__(self) -> None:
        self._secrets: dict[str, bytes] = {}

    def get(self, entry: str) -> bytes | None:
        """Return the secret, or nothing."""
        return self._secrets.get(entry)

    def put(self, entry: str, secret: bytes) -> None:
        """Keep the secret."""
        self._secrets[entry] = secret

    def delete(self, entry: str) -> None:
        """Forget the secret."""
        self._secrets.pop(entry, None)

    def entries(self) -> frozenset[str]:
        """Return the names of what is kept."""
        return frozenset(self._secrets)

    def clear(self) -> None:
        """Forget everything, as a lost profile of the operating system does."""
        self._secrets.clear()
