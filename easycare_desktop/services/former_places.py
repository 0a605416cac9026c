"""Key places that were struck off with keys on them: what they hold is chased until it is gone."""

from easycare_desktop.domain.rights import Action
from easycare_desktop.services.office import OpenOffice
from easycare_desktop.storage.keys import place_registry
from easycare_desktop.storage.keys.place_registry import FormerPlace

__all__ = ["FormerPlace", "FormerPlaces"]


class FormerPlaces:
    """Use cases of places that are no longer registered."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office

    def all(self) -> list[FormerPlace]:
        """Return those that may still hold keys, without the lost ones."""
        with self._office.door.enter(Action.KEY_PLACES_READ, detail="former"):
            former = place_registry.former_places(self._office.keys)
            return [each for each in former if each.is_out and not each.lost]

    def gone(self, place_id: int) -> None:
        """Write down that the signed-in person says one was destroyed, with its keys."""
        account = self._office.actor.account_id
        with self._office.door.enter(Action.KEY_PLACE_CHANGED, detail="gone"):
            place_registry.place_gone(self._office.keys, place_id, account)
