"""One folder of data opened for a restore, with a door of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from easycare_desktop.domain.holdings import HERE
from easycare_desktop.domain.people import PersonState
from easycare_desktop.domain.rights import Action, Actor
from easycare_desktop.services.door import Door
from easycare_desktop.storage.backup.checking import check_database
from easycare_desktop.storage.databases.office_files import OfficeFiles
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.system.clock import Clock

_VAULTS = ("office", "separated")
_IN_USE = {PersonState.ACTIVE, PersonState.ENDING}


@dataclass(frozen=True, slots=True)
class Site:
    """Where a restore happens: the folder of an office that nobody else has open, and its keys."""

    folder: Path
    keys: OpenKeys
    clock: Clock
    pc: str

    @property
    def actor(self) -> Actor:
        """Who restores."""
        account = self.keys.account
        return Actor(account.id, account.role)


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """Somebody in use, as the data of one folder tells. `versions`: of each holding by number."""

    id: int
    number: str
    name: str
    versions: Mapping[int, int]


class DataRoom:
    """Opens the data in `folder`, brought up to the newest schema.

    Raises `FileDamagedError`, `WrongKeyError`, `NewerSchemaError`.
    """

    def __init__(self, folder: Path, site: Site) -> None:
        self.folder = folder
        for name in _VAULTS:
            check_database(folder / f"{name}.db", site.keys.file_key(name))
        self._files = OfficeFiles(folder, site.keys)
        self.door = Door(self._files, site.actor, site.clock, site.pc)

    def people(self, detail: str) -> dict[int, PersonSeen]:
        """Return everybody in use, by id; raises `NotPermittedError`."""
        with self.door.enter(Action.RESTORED, detail=detail) as step:
            uow = step.uow
            names = {
                person_id: values.get("name", "")
                for person_id, values in uow.everybody.of_group("identity", HERE)
            }
            versions: dict[int, dict[int, int]] = {}
            for holding_id, person_id, version in uow.outline.versions():
                versions.setdefault(person_id, {})[holding_id] = version
            found = {
                person.id: PersonSeen(
                    person.id,
                    person.number,
                    names.get(person.id, ""),
                    versions.get(person.id, {}),
                )
                for person in uow.people.all()
                if person.state in _IN_USE and person.id in names
            }
            step.count = len(found)
        return found

    def close(self) -> None:
        """Close every connection."""
        self._files.close()
