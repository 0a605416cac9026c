"""A restore under way: the keys of one office are open, nobody else has the office."""

from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

from easycare_desktop.services.office_setup import office_id_of
from easycare_desktop.services.restore.data_room import Site
from easycare_desktop.services.restore.desk import RestoreDesk, Tell, silent
from easycare_desktop.services.restore.preview import Preview
from easycare_desktop.services.restore.shelf import Shelf
from easycare_desktop.storage.backup.places import SetPlace
from easycare_desktop.storage.backup.reader import FoundSet
from easycare_desktop.storage.keys.leasing import given_lease
from easycare_desktop.storage.keys.opening import Expected, open_with_password
from easycare_desktop.storage.keys.refusals import HandedOverError
from easycare_desktop.system.machine import pc_name
from easycare_desktop.system.single_instance import OfficeLock

__all__ = ["FoundSet", "Preview", "RestoreSession", "Session", "SetPlace", "sign_in"]


class Session(Protocol):
    """What the window leans on, here and on another PC."""

    def sets(self, target: Path) -> list[FoundSet]:
        """Return the backups at a place."""
        ...

    def prepare(self, place: SetPlace, tell: Tell = silent) -> Preview:
        """Stage and check a backup."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...


class RestoreSession:
    """Restores on this PC; the keys in use stay as they are."""

    def __init__(self, desk: RestoreDesk, stack: ExitStack) -> None:
        self._desk = desk
        self._stack = stack

    def sets(self, target: Path) -> list[FoundSet]:
        """Return the backups at a place; raises as `RestoreDesk.sets`."""
        return self._desk.sets(target)

    def prepare(self, place: SetPlace, tell: Tell = silent) -> Preview:
        """Stage and check a backup; raises as `RestoreDesk.prepare`."""
        return self._desk.prepare(place, tell)

    def commit(self) -> None:
        """Put it to use; raises as `RestoreDesk.finish`."""
        self._desk.finish()

    def close(self) -> None:
        """Take back what was only prepared, and let the office go."""
        self._stack.close()


def sign_in(shelf: Shelf, code: str, login: str, password: str) -> RestoreSession:
    """Open the keys of an office of this PC for a restore, though its data may be damaged.

    Raises `OfficeUnknownError`, `OfficeAlreadyOpenError`, the refusals of a login, and
    `HandedOverError` where another PC writes for the office.
    """
    record = shelf.registry.find(code)
    with ExitStack() as stack:
        stack.enter_context(OfficeLock(record.folder))
        keys = open_with_password(
            record.folder,
            login,
            password,
            shelf.store_for(practice=record.practice),
            clock=shelf.clock,
            expected=Expected(office_id=office_id_of(record.folder)),
            kdf=shelf.kdf,
        )
        stack.callback(keys.close)
        if given_lease(keys) is not None:
            raise HandedOverError
        desk = RestoreDesk(Site(record.folder, keys, shelf.clock, pc_name()))
        stack.callback(desk.give_up)
        return RestoreSession(desk, stack.pop_all())
