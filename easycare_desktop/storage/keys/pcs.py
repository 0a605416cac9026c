"""The PCs between which an office goes back and forth, and the key pair that each keeps for it.

The private half of a pair rests in the credential store of its PC and never leaves it. What is
sealed to the public half lets that PC open newer keys with the passwords of its accounts.
"""

from dataclasses import dataclass

from easycare_desktop.security.credential_store import CredentialStore, CredentialStoreError
from easycare_desktop.security.wrapping import KeyPair
from easycare_desktop.storage.keys.open_keys import OpenKeys


@dataclass(frozen=True, slots=True)
class Pc:
    """A PC that had the office once. `generation`: of the keys that it held when it last wrote."""

    id: int
    name: str
    public_key: bytes | None
    instance: str
    generation: int


def all_pcs(keys: OpenKeys) -> list[Pc]:
    """Return every PC that is known, this one too."""
    with keys.file.read() as connection:
        rows = connection.execute(
            "SELECT id, name, public_key, instance, generation FROM pc ORDER BY id"
        )
        return [Pc(*row) for row in rows]


def other_pcs(keys: OpenKeys) -> list[Pc]:
    """Return the PCs that may still hold older keys."""
    here = keys.file.identity.instance
    return [each for each in all_pcs(keys) if each.instance != here]


def note_this_pc(keys: OpenKeys, name: str, public_key: bytes | None) -> None:
    """Enter this PC, or bring its line up to date; it is known by its key, else by its instance."""
    instance, generation = keys.file.identity.instance, keys.generation
    with keys.file.change() as connection:
        connection.execute(
            "DELETE FROM pc WHERE public_key = ? AND instance <> ?", (public_key, instance)
        )
        connection.execute(
            "INSERT INTO pc(name, public_key, instance, generation) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (instance) DO UPDATE SET name = excluded.name,"
            " public_key = excluded.public_key, generation = excluded.generation",
            (name, public_key, instance, generation),
        )


def note_former_pc(keys: OpenKeys, name: str, instance: str, generation: int) -> None:
    """Enter a PC that the office has left without handing it over; one that is known stays so."""
    with keys.file.change() as connection:
        connection.execute(
            "INSERT INTO pc(name, instance, generation) VALUES (?, ?, ?)"
            " ON CONFLICT (instance) DO NOTHING",
            (name, instance, generation),
        )


def own_pair(store: CredentialStore | None, office_id: str) -> KeyPair | None:
    """Return the pair of this PC; nothing where none was made, or there is no store."""
    private = store.get(pc_entry(office_id)) if store else None
    return KeyPair.from_private(private) if private else None


def make_own_pair(store: CredentialStore | None, office_id: str) -> KeyPair | None:
    """Return the pair of this PC, made now unless there is one; nothing without a store.

    Raises `CredentialStoreError`.
    """
    known = own_pair(store, office_id)
    if known is not None or store is None:
        return known
    pair = KeyPair.generate()
    store.put(pc_entry(office_id), pair.private)
    if store.get(pc_entry(office_id)) != pair.private:
        raise CredentialStoreError(store.name)
    return pair


def pc_entry(office_id: str) -> str:
    """Return the name under which a credential store holds the private half."""
    return f"{office_id} pc"
