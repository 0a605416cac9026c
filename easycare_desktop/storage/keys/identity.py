"""Whose data the keys belong to: the line it descends from, and the one installation that writes.

Both are random. A restore on another PC begins a new line as a child of the one before, and a new
instance: what the former PC goes on writing is then told apart, and never taken for the newest.
"""

import secrets
from dataclasses import dataclass

from sqlcipher3.dbapi2 import Connection

from easycare_desktop.storage.keys.schema import meta, put_meta


@dataclass(frozen=True, slots=True)
class Identity:
    """Line and instance of an installation of an office, 16 hex digits each."""

    lineage: str
    instance: str

    @classmethod
    def fresh(cls) -> "Identity":
        """Return a new line with its first instance."""
        return cls(secrets.token_hex(8), secrets.token_hex(8))


def read_identity(connection: Connection) -> Identity:
    """Return what stands in the key file; a file without it is a `KeyError`."""
    return Identity(str(meta(connection, "lineage")), str(meta(connection, "instance")))


def put_identity(connection: Connection, identity: Identity) -> None:
    """Set line and instance inside the transaction of the caller."""
    put_meta(connection, lineage=identity.lineage, instance=identity.instance)
