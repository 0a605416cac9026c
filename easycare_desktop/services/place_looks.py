"""Looking at the key places, never inside the door: a slow stick must not stop other work."""

from collections.abc import Iterable
from dataclasses import dataclass

from easycare_desktop.domain.backups import PlaceKind
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.keys.place_registry import key_places
from easycare_desktop.storage.keys.place_stamp import keys_folder
from easycare_desktop.storage.keys.place_status import PlaceStatus, place_status
from easycare_desktop.storage.repositories.backups import PlaceSight
from easycare_desktop.system.volumes import folder_size, is_elsewhere


@dataclass(frozen=True, slots=True)
class PlaceLook:
    """How a place was found; `sight` is what is noted of it where it was at hand."""

    status: PlaceStatus
    sight: PlaceSight | None


def look_at_places(office: OpenOffice) -> tuple[PlaceLook, ...]:
    """Read every registered place. Takes as long as the slowest stick does."""
    return tuple(
        _look(office, place_status(office.keys, place)) for place in key_places(office.keys)
    )


def any_back(office: OpenOffice, away: Iterable[int]) -> bool:
    """Tell whether one of these places is at hand again; leaves no line in the log."""
    wanted = frozenset(away)
    return any(
        place_status(office.keys, each).is_here
        for each in key_places(office.keys)
        if each.id in wanted
    )


def covering(looks: Iterable[PlaceLook], generation: int, revision: int) -> int:
    """Count the places at hand whose keys open everything that has seen these marks."""
    return sum(
        each.status.holds_generation
        and each.status.generation == generation
        and (each.status.revision or 0) >= revision
        for each in looks
    )


def _look(office: OpenOffice, status: PlaceStatus) -> PlaceLook:
    if not status.is_here:
        return PlaceLook(status, None)
    path = status.place.path
    sight = PlaceSight(
        PlaceKind.KEYS,
        status.place.id,
        office.clock.now(),
        elsewhere=is_elsewhere(path, office.info.folder),
        sound=status.holds_generation,
        size=folder_size(keys_folder(path, office.keys.office_id)),
        generation=status.generation or 0,
    )
    return PlaceLook(status, sight)
