"""Looking at the key places, never inside the door: a slow stick must not stop other work."""

from dataclasses import dataclass

from easycare_desktop.domain.backups import PlaceKind
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.keys import key_places
from easycare_desktop.storage.keys.key_places import PlaceState, PlaceStatus
from easycare_desktop.storage.keys.place_stamp import keys_folder
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
        _look(office, key_places.place_status(office.keys, place))
        for place in key_places.key_places(office.keys)
    )


def _look(office: OpenOffice, status: PlaceStatus) -> PlaceLook:
    if status.state is PlaceState.ABSENT:
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
