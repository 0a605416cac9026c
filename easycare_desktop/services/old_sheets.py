"""Where an older recovery sheet still opens something: places that hold keys of its time."""

from collections.abc import Sequence

from easycare_desktop.domain.backups import PlaceKind
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.key_places import KeyPlaceView, PlaceState
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.keys.open_keys import OpenKeys
from easycare_desktop.storage.keys.place_registry import former_places
from easycare_desktop.storage.keys.sheets import RENEWED
from easycare_desktop.storage.keys.switch_plan import INTENT


class OldSheets:
    """The use case of naming those places."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office

    def where(self, views: Sequence[KeyPlaceView]) -> tuple[str, ...]:
        """Return the labels of the places, struck off or not, without the lost ones.

        `views`: how the registered ones stand; one that is not at hand counts as last seen,
        and one that was never seen as an older one.
        """
        keys = self._office.keys
        with self._office.door.enter(Action.KEY_PLACES_READ, detail="old sheet") as step:
            seen = step.uow.backups.sights(PlaceKind.KEYS)
        since = sheet_since(keys)
        last = {number: each.generation for number, each in seen.items()}
        older = [
            each.label
            for each in views
            if each.state is not PlaceState.EMPTY
            and (each.generation or last.get(each.id, 0)) < since
        ]
        former = [
            each.label
            for each in former_places(keys)
            if each.is_out and not each.lost and each.label and each.generation < since
        ]
        return (*older, *former)


def sheet_since(keys: OpenKeys) -> int:
    """Return the generation from which on no older sheet opens anything; 0 for the first sheet.

    It is the first one that was made after the sheet: before it, the root is one that an older
    sheet opens with a copy of its kit.
    """
    since: int | None = 0
    for each in keys.ledger_entries():
        if each.kind == RENEWED:
            since = None
        elif each.kind == INTENT and since is None:
            since = int(str(each.facts["to"]))
    return keys.generation if since is None else min(since, keys.generation)
